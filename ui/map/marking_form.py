"""The small forms of what is drawn: why, from when until when, one way or both, for which sheet; and why it is lifted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from models.board import IncidentCard, MarkingCard
from models.errors import RuleError
from models.identity import new_id
from models.marking import DICTIONARIES, MarkingForm, MarkingKind
from services.context import local_day
from services.marking import change_marking, draw_marking, lift_marking
from ui.desk import Desk
from ui.field import Field, FlagField
from ui.form import FieldSpec, choice, line
from ui.incident import short_number
from ui.map.marking_text import marking_title, sort_name
from ui.map.when import instant_of, typed
from ui.panel import Panel
from ui.panel_stack import PanelStack


class MarkingForms(PanelStack):
    """Names what was drawn, changes it, lifts it; nothing is kept before the form is given.

    Signals:
        drawn(str): a marking of this key was entered.
        ended(): what was drawn is named, or thrown away.
    """

    drawn = Signal(str)
    ended = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sort = MarkingKind.CLOSURE
        self._shape: tuple[str, list[list[float]], float | None] | None = None
        self._id = ""
        self._sheet: IncidentCard | None = None
        self.marking = Panel(desk, self._title, self._fields(), self)
        self.lifting = Panel(desk, self._lift_title, [line("reason", needed=True)], self)
        self.hold((self.marking, self.lifting))
        self.marking.given.connect(self._give)
        self.lifting.given.connect(self._lift)
        for panel in (self.marking, self.lifting):
            panel.dismissed.connect(self.ended)

    def name(self, sort: MarkingKind, form: str, points: list[list[float]], radius: float) -> None:
        """Ask what a shape is that was drawn."""
        self._id, self._sort = "", sort
        self._sheet = self._desk.incident()
        self._shape = (form, points, radius or None)
        self._ask({"code": "", "tied": self._sheet is not None}, MarkingForm(form))

    def change(self, card: MarkingCard) -> None:
        """Ask what is to be changed of a marking."""
        self._id, self._sort, self._shape = card.id, card.sort, None
        self._sheet = None
        values = {"code": card.code, "note": card.note, "one_way": card.one_way}
        times = {"begins_at": typed(card.begins_at), "ends_at": typed(card.ends_at)}
        self._ask({**values, **times}, card.form)

    def lift(self, card: MarkingCard) -> None:
        """Ask why a marking is lifted."""
        self._id, self._sort = card.id, card.sort
        self.ask(self.lifting, {"reason": ""})

    def _ask(self, values: dict[str, Any], form: MarkingForm) -> None:
        fields = self.marking.form.fields
        for field in fields.values():
            field.retranslate()
        way = form is MarkingForm.LINE and self._sort is MarkingKind.CLOSURE
        hints = {
            "begins_at": self.tr("空为现在"),
            "ends_at": self.tr("14:30 或 90 分钟；空为至解除"),
        }
        for name, hint in hints.items():
            editor = fields[name].editor
            if isinstance(editor, QLineEdit):
                editor.setPlaceholderText(hint)
        fields["one_way"].setVisible(way)
        fields["tied"].setVisible(self._sheet is not None)
        blank = {"begins_at": "", "ends_at": "", "note": "", "one_way": False, "tied": False}
        self.ask(self.marking, {**blank, **values})

    def _give(self, values: dict[str, Any]) -> None:
        try:
            fields = self._read(values)
        except RuleError as error:
            self.marking.refuse(error)
            return
        more: dict[str, Any] = {"failed": self.marking.refuse}
        if self._shape is None:
            self._desk.store.do(
                *(change_marking, self._id, fields), then=lambda _none: self._done(), **more
            )
            return
        form, points, radius = self._shape
        sheet = self._sheet.id if self._sheet is not None and values["tied"] else None
        fields |= {"radius": radius, "incident_id": sheet}
        shape = (self._sort.value, form, points)
        self._desk.store.do(draw_marking, *shape, id=new_id(), then=self._drawn, **more, **fields)

    def _read(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return the fields as the command takes them; RuleError `marking.when` where a time is none."""
        now = self._desk.clock.now()
        fields = {name: values[name] for name in ("code", "note", "one_way")}
        begin = self._instant("begins_at", values, now)
        if begin is not None:
            fields["begins_at"] = begin
        fields["ends_at"] = self._instant("ends_at", values, begin or now)
        return fields

    def _instant(self, name: str, values: dict[str, Any], after: int) -> int | None:
        try:
            return instant_of(values[name], after)
        except ValueError as error:
            raise RuleError("marking.when", field=name, text=values[name]) from error

    def _drawn(self, id: str) -> None:
        self._done()
        self.drawn.emit(id)

    def _done(self) -> None:
        self.marking.done()
        self.ended.emit()

    def _lift(self, values: dict[str, Any]) -> None:
        def done(_none: None) -> None:
            self.lifting.done()
            self.ended.emit()
            self._desk.say("info", self._say_lifted)

        self._desk.store.do(
            *(lift_marking, self._id, values["reason"]), then=done, failed=self.lifting.refuse
        )

    def _say_lifted(self) -> str:
        if self._sort is MarkingKind.CLOSURE:
            return self.tr("封路已解除，路线随即恢复。")
        return self.tr("警戒区已解除。")

    def _title(self) -> str:
        words = self.tr("修改%1") if self._id else self.tr("登记%1")
        return words.replace("%1", sort_name(self._sort))

    def _lift_title(self) -> str:
        card = self._desk.store.board.get(MarkingCard, self._id)
        return self.tr("解除：%1").replace("%1", title_of(self._desk, card) if card else "")

    def _fields(self) -> list[FieldSpec]:
        return [
            choice("code", self._codes, title=self._code_title),
            FieldSpec("one_way", self._one_way, beside=True, captioned=False, passed=True),
            line("begins_at", title=lambda: self.tr("何时起")),
            line("ends_at", beside=True, title=lambda: self.tr("何时止")),
            line("note", title=lambda: self.tr("说明")),
            FieldSpec("tied", self._tied, captioned=False, passed=True),
        ]

    def _one_way(self, _desk: Desk) -> Field:
        return FlagField(lambda: self.tr("只封画线方向"))

    def _tied(self, _desk: Desk) -> Field:
        return FlagField(self._tied_words)

    def _tied_words(self) -> str:
        number = short_number(self._sheet.number) if self._sheet is not None else ""
        return self.tr("属于警单 %1，记入流水").replace("%1", number)

    def _code_title(self) -> str:
        closes = self._sort is MarkingKind.CLOSURE
        return self.tr("原因") if closes else self.tr("种类")

    def _codes(self) -> Sequence[tuple[str, str]]:
        day = local_day(self._desk.clock.now())
        found = self._desk.trade.codes(DICTIONARIES[self._sort], day)
        return [("", "—"), *((term.code, term.name) for term in found)]


def title_of(desk: Desk, card: MarkingCard) -> str:
    """Return what a marking is, in the language of the screen."""
    dictionary = DICTIONARIES[card.sort]
    names = {dictionary: {card.code: desk.trade.name(dictionary, card.code)}} if card.code else {}
    return marking_title(card, names)
