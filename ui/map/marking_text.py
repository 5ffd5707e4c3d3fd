"""Closures and cordons in words: what they are, from when, until when."""

from __future__ import annotations

from collections.abc import Mapping

from models.board import MarkingCard
from models.marking import DICTIONARIES, MarkingForm, MarkingKind, Phase
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import full_time_of

KINDS = {
    MarkingKind.CLOSURE: QT_TRANSLATE_NOOP("Marking", "封路"),
    MarkingKind.CORDON: QT_TRANSLATE_NOOP("Marking", "警戒区"),
}
FORMS = {
    MarkingForm.LINE: QT_TRANSLATE_NOOP("Marking", "线"),
    MarkingForm.AREA: QT_TRANSLATE_NOOP("Marking", "面"),
    MarkingForm.CIRCLE: QT_TRANSLATE_NOOP("Marking", "圆"),
}
PHASES = {
    Phase.COMING: QT_TRANSLATE_NOOP("Marking", "未到时"),
    Phase.IN_FORCE: QT_TRANSLATE_NOOP("Marking", "生效中"),
    Phase.EXPIRED: QT_TRANSLATE_NOOP("Marking", "已到期"),
}
ONE_WAY = QT_TRANSLATE_NOOP("Marking", "{title}（单向）")
TITLE = QT_TRANSLATE_NOOP("Marking", "封路·{reason}")
UNTIL = QT_TRANSLATE_NOOP("Marking", "至 {time}")
UNTIL_LIFTED = QT_TRANSLATE_NOOP("Marking", "至解除")
BEGINS = QT_TRANSLATE_NOOP("Marking", "{time} 起")


def marking_title(card: MarkingCard, names: Mapping[str, Mapping[str, str]]) -> str:
    """Return what a marking is: a closure with its reason, a cordon by its kind; names by dictionary and code."""
    name = names.get(DICTIONARIES[card.sort], {}).get(card.code, card.code)
    if card.sort is MarkingKind.CORDON or not name:
        return name or sort_name(card.sort)
    title = translate("Marking", TITLE).format_map({"reason": name})
    return translate("Marking", ONE_WAY).format_map({"title": title}) if card.one_way else title


def sort_name(sort: MarkingKind) -> str:
    """Return the name of a sort of marking."""
    return translate("Marking", KINDS[sort])


def form_name(form: MarkingForm) -> str:
    """Return the name of a form."""
    return translate("Marking", FORMS[form])


def phase_name(phase: Phase) -> str:
    """Return where a marking stands in its time."""
    return translate("Marking", PHASES[phase])


def until_text(begins_at: int, ends_at: int | None) -> str:
    """Return until when, with the day where it is another one than the first."""
    if ends_at is None:
        return translate("Marking", UNTIL_LIFTED)
    begin, end = full_time_of(begins_at), full_time_of(ends_at)
    return translate("Marking", UNTIL).format(
        time=end[11:16] if begin[:10] == end[:10] else end[5:16]
    )


def begin_text(begins_at: int) -> str:
    """Return from when, for what is still to come."""
    return translate("Marking", BEGINS).format(time=full_time_of(begins_at)[5:16])
