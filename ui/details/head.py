"""The head of the details: what it is, where, how far it has come, who reported it, what is owed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from models.board import FormerCard, IncidentCard, OrganisationCard
from models.incident import VisitResult
from models.state import OPEN_INCIDENT
from services.dossier import Dossier
from ui.desk import Desk
from ui.incident import level_colour, level_text, state_colour
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.location import place_text
from ui.moment import day_time_of, span_of, time_of
from ui.wording import field_name, state_name, visit_name

OWED = {
    "take": QT_TRANSLATE_NOOP("Owed", "应在 {time} 前完成接警并派警"),
    "dispatch": QT_TRANSLATE_NOOP("Owed", "应在 {time} 前派警"),
    "arrive": QT_TRANSLATE_NOOP("Owed", "应在 {time} 前到场"),
    "feed_back": QT_TRANSLATE_NOOP("Owed", "应在 {time} 前反馈"),
    "close": QT_TRANSLATE_NOOP("Owed", "已反馈，应在 {time} 前处结"),
}
LEFT = QT_TRANSLATE_NOOP("Owed", "还剩 {span}")
OVER = QT_TRANSLATE_NOOP("Owed", "⚠ 已超时 {span}")
FLAGS = ("weapon", "hazardous", "leak", "hazmat_vehicle", "invalid")
NOTES = tuple(
    "call_kind taken_as trapped_note injured_note dead_note rescue_level plate plate_type suspects language supplement "
    "id_type id_number caller_address feature_point source_id ministry_number".split()
)
# Those that hold a code of the dictionary of the same name.
TERMS = frozenset({"call_kind", "taken_as", "rescue_level", "plate_type", "id_type"})


class DetailsHead(QWidget):
    """Shows a dossier's sheet; the time left runs with the clock.

    `times` and `written` stand where the layout puts them: on a low screen the units go before them.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._card: IncidentCard | None = None
        self.number, self.state, self.level = (words() for _ in range(3))
        self.marks = words(wrap=True)
        self.what, self.where, self.told, self.times = (words(wrap=True) for _ in range(4))
        self.caller, self.owed, self.warned, self.ending = (words(wrap=True) for _ in range(4))
        self.written = words(wrap=True)
        self.number.setProperty("role", "heading")
        for label in (self.times, self.caller, self.written):
            label.setProperty("role", "muted")
        self._lay_out()

    def show_dossier(self, dossier: Dossier, card: IncidentCard) -> None:
        """Show a sheet: the card as it is now, the rest as it was read."""
        self._card = card
        self._show_title(card, dossier)
        self.what.setText(self._class_words(card))
        self.where.setText(self._place_words(card))
        self.told.setText(card.narrative)
        self.told.setVisible(bool(card.narrative))
        self.times.setText(self._time_words(card))
        self.caller.setText(self._caller_words(card, dossier))
        self.written.setText(self._written_words(card, dossier))
        self.written.setVisible(bool(self.written.text()))
        self._show_warned(dossier, card)
        self._show_ending(dossier)
        self.tick(self._desk.clock.now())

    def tick(self, now: int) -> None:
        """Count down what is owed."""
        card = self._card
        if card is None or card.state not in OPEN_INCIDENT:
            self.owed.hide()
            return
        promise = self._desk.promise(card)
        left = promise.left(now)
        due = translate("Owed", OWED[promise.owed.value]).format(time=time_of(promise.at))
        rest = translate("Owed", OVER if left < 0 else LEFT).format(span=span_of(left))
        self.owed.setText(f"{due} · {rest}")
        paint(self.owed, self._desk.colour("danger" if left < 0 else "accent"))
        self.owed.show()

    def _show_title(self, card: IncidentCard, dossier: Dossier) -> None:
        self.number.setText(card.number)
        self.state.setText(state_name(card.state.value))
        self.level.setText(level_text(card))
        paint(self.level, self._desk.colour(level_colour(card) or "text"), bold=True)
        paint(self.state, self._desk.colour(state_colour(card)), bold=True)
        marks = (
            self.tr("演练") if card.drill else "",
            self.tr("保密") if card.secret else "",
            self.tr("重开 %1 次").replace("%1", str(card.reopened)) if card.reopened else "",
            self.tr("并入 %1 单").replace("%1", str(card.merged)) if card.merged else "",
            self.tr("骚扰来电") if dossier.is_nuisance else "",
            self._visit_mark(dossier),
        )
        self.marks.setText(joined(marks))
        self.marks.setVisible(bool(self.marks.text()))
        bad = dossier.fields["visit_result"] == VisitResult.NOT
        paint(self.marks, self._desk.colour("danger" if bad else "warning"), bold=True)

    def _visit_mark(self, dossier: Dossier) -> str:
        if dossier.fields["visit_result"] == VisitResult.NOT:
            return self.tr("⚠ 回访不满意")
        return self.tr("已回访") if dossier.fields["visited"] else ""

    def _class_words(self, card: IncidentCard) -> str:
        name = self._desk.trade.class_name
        if not card.class_fed_back or card.class_fed_back == card.class_taken:
            return name(card.class_code) or self.tr("类别未定")
        both = self.tr("%1（反馈；接警时为 %2）")
        return both.replace("%1", name(card.class_fed_back)).replace("%2", name(card.class_taken))

    def _place_words(self, card: IncidentCard) -> str:
        words = [card.address or self.tr("地址未填")]
        if card.place is not None:
            words.append(place_text(card.place))
        elif card.caller_place is not None:
            words.append(
                self.tr("未选点，报警人在 %1").replace("%1", place_text(card.caller_place))
            )
        else:
            words.append(self.tr("没有坐标"))
        return "\n".join(words)

    def _time_words(self, card: IncidentCard) -> str:
        ordered = min((line.issued_at for line in card.assignments), default=None)
        pairs = (
            (self.tr("接警"), card.answered_at),
            (self.tr("完成"), card.completed_at),
            (self.tr("首派"), ordered),
            (self.tr("首到"), card.arrived_at),
        )
        words = [self.tr("报警 %1").replace("%1", day_time_of(card.reported_at))]
        for name, at in pairs:
            if at is not None:
                words.append(f"{name} {time_of(at)} (+{span_of(at - card.reported_at)})")
        return joined(words)

    def _caller_words(self, card: IncidentCard, dossier: Dossier) -> str:
        phone = card.caller_number or card.contact_phone
        contact = card.contact_phone if card.contact_phone != phone else ""
        owner = str(dossier.fields["owner_name"])
        board, id = self._desk.store.board, card.station_id
        body = board.get(OrganisationCard, id) or board.get(FormerCard, id)
        return joined(
            (
                self._desk.trade.name("channel", card.channel),
                f"{phone} {card.caller_name}".strip(),
                self.tr("联系 %1").replace("%1", contact) if contact else "",
                self.tr("机主 %1").replace("%1", owner) if owner else "",
                self._desk.trade.word(body) if body else "",
                self.tr("接警人 %1").replace("%1", self._desk.person(card.taker)),
            )
        )

    def _written_words(self, card: IncidentCard, dossier: Dossier) -> str:
        """Return who made the sheet and who changed it last, on which seat, when."""
        made = self.tr("建单 %1（席位 %2）%3")
        changed = self.tr("最后修改 %1（席位 %2）%3")
        pairs = ((made, dossier.created), (changed, dossier.changed))
        # The journal has the machine's time, which says nothing on the clock of a drill.
        return joined(
            pattern.replace("%1", self._desk.person(who.actor))
            .replace("%2", who.seat)
            .replace("%3", "" if card.drill else day_time_of(who.at))
            for pattern, who in pairs
            if who is not None
        )

    def _show_warned(self, dossier: Dossier, card: IncidentCard) -> None:
        fields = dossier.fields
        flags = [field_name(name) for name in FLAGS if fields[name]]
        note = self.tr("%1：%2")
        notes = [
            note.replace("%1", field_name(name)).replace("%2", self._note_words(name, fields[name]))
            for name in NOTES
            if fields[name]
        ]
        if card.tags:
            notes.append(note.replace("%1", field_name("tags")).replace("%2", " ".join(card.tags)))
        lines = [f"⚠ {joined(flags)}"] if flags else []
        self.warned.setText("\n".join([*lines, *notes]))
        self.warned.setVisible(bool(lines or notes))
        paint(self.warned, self._desk.colour("warning" if flags else "text"))

    def _note_words(self, name: str, value: Any) -> str:
        return self._desk.trade.name(name, value) if name in TERMS else str(value)

    def _show_ending(self, dossier: Dossier) -> None:
        fields, lines = dossier.fields, []
        if fields["closed_at"]:
            result = self._desk.trade.name("result", fields["result"])
            words = self.tr("处结 %1 · %2").replace("%1", day_time_of(fields["closed_at"]))
            lines.append(joined((words.replace("%2", result), fields["closing_note"])))
        if fields["visited_at"]:
            words = self.tr("回访 %1 · %2").replace("%1", day_time_of(fields["visited_at"]))
            answer = visit_name(fields["visit_result"])
            lines.append(joined((words.replace("%2", answer), fields["visit_note"])))
        if fields["struck_at"]:
            words = self.tr("作废 %1 · %2").replace("%1", day_time_of(fields["struck_at"]))
            lines.append(words.replace("%2", fields["struck_reason"]))
        self.ending.setText("\n".join(lines))
        self.ending.setVisible(bool(lines))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.number)
        for label in (self.state, self.level):
            top.addWidget(label)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(top)
        rest = (self.marks, self.what, self.owed, self.where, self.told, self.warned, self.ending)
        for label in (*rest, self.caller):
            column.addWidget(label)
        font = self.what.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() + 2)
        self.what.setFont(font)


def words(*, wrap: bool = False) -> QLabel:
    """Return a label of plain text that can be selected; it never widens the pane."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if wrap:
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def paint(label: QLabel, colour: str, *, bold: bool = False) -> None:
    """Colour a label's words."""
    weight = " font-weight: bold;" if bold else ""
    sheet = f"color: {colour};{weight}"
    if label.styleSheet() != sheet:
        label.setStyleSheet(sheet)


def joined(parts: Iterable[str]) -> str:
    """Return the parts that are not empty, with dots between."""
    return " · ".join(part for part in parts if part)
