"""Why a body is proposed for a sheet: the class it names, the area it serves, whether somebody is there now."""

from __future__ import annotations

from services.answering import ByClass, ByDuty, ByPlace, Taker
from ui.desk import Desk
from ui.directory.entry import DirectoryEntry
from ui.language import QT_TRANSLATE_NOOP, translate

WORDS = {
    ByClass.ITSELF: QT_TRANSLATE_NOOP("Why", "承办“{name}”"),
    ByClass.GROUP: QT_TRANSLATE_NOOP("Why", "承办“{name}”一类"),
    ByPlace.AREA: QT_TRANSLATE_NOOP("Why", "负责{name}"),
    ByPlace.EVERYWHERE: QT_TRANSLATE_NOOP("Why", "全市"),
    ByPlace.UNKNOWN: QT_TRANSLATE_NOOP("Why", "警单未定区划，请核对辖区"),
    ByDuty.ON: QT_TRANSLATE_NOOP("Why", "现在有人值班"),
    ByDuty.UNKNOWN: QT_TRANSLATE_NOOP("Why", "值班时间未登记"),
    ByDuty.OFF: QT_TRANSLATE_NOOP("Why", "现在不是值班时间"),
    ByDuty.NO_PHONE: QT_TRANSLATE_NOOP("Why", "没有登记电话"),
}
BETWEEN = " · "
AREAS = ("division", "zone")


def why_text(desk: Desk, entry: DirectoryEntry) -> str:
    """Return why a body takes the selected sheet, "" where it does not."""
    return "" if entry.why is None else reasons(desk, entry.why)


def reasons(desk: Desk, taker: Taker) -> str:
    """Return the reasons, the weightiest first."""
    names = {
        taker.by_class: desk.trade.class_name(taker.code),
        taker.by_place: area_name(desk, taker.area),
    }
    some = (taker.by_class, taker.by_place, taker.by_duty)
    return BETWEEN.join(
        translate("Why", WORDS[each]).replace("{name}", names.get(each, "")) for each in some
    )


def area_name(desk: Desk, code: str) -> str:
    """Return what an area is called; the code where no dictionary knows it."""
    names = (desk.trade.term(dictionary, code) for dictionary in AREAS)
    return next((desk.trade.word(term) for term in names if term is not None), code)
