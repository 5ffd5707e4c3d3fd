"""The list of what is drawn on the map: found, changed and lifted by key; it follows the board while it is open."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.board import Delta, IncidentCard, MarkingCard
from models.marking import Phase, phase
from ui.card_table import CardTable, Column
from ui.desk import Desk
from ui.incident import short_number
from ui.map.marking_form import title_of
from ui.map.marking_text import begin_text, form_name, phase_name, until_text
from ui.scope import shortcut, with_key
from ui.table import CardView

SHOW, CHANGE, LIFT = "marking.show", "marking.change", "marking.lift"
SIZE = (820, 380)
ORDER = {Phase.IN_FORCE: 0, Phase.COMING: 1, Phase.EXPIRED: 2}
COLOURS = {Phase.IN_FORCE: "danger", Phase.COMING: "accent", Phase.EXPIRED: "muted"}


class MarkingList(QDialog):
    """One row for each closure and cordon, what is in force first.

    Signals:
        show_asked(str): a marking is wanted on the map.
        change_asked(str): a marking is to be changed.
        lift_asked(str): a marking is to be lifted.
    """

    show_asked = Signal(str)
    change_asked = Signal(str)
    lift_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        columns = self._columns()
        self.table: CardTable[MarkingCard] = CardTable(columns, self._rank, desk.colour, self)
        self.view = CardView(self.table, columns, self)
        self.view.activated_card.connect(self._ask_show)
        self.buttons = {name: QPushButton() for name in (SHOW, CHANGE, LIFT)}
        asked = {SHOW: self._ask_show, CHANGE: self._ask_change, LIFT: self._ask_lift}
        for name, button in self.buttons.items():
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._with_current, asked[name]))
            # The table itself answers to Enter.
            if name != SHOW:
                shortcut(name, self.view, partial(self._with_current, asked[name]))
        desk.store.changed.connect(self._take_delta)
        desk.clock.ticked.connect(self._tick)
        self._lay_out()
        self._translate()

    def open_at(self, id: str = "") -> None:
        """Open with every marking there is, this one chosen."""
        self.table.reset(self._desk.store.board.all(MarkingCard).values())
        first = self.table.card(0)
        if first is not None and not self.view.choose(id):
            self.view.choose(first.id)
        self.open()
        self.view.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _with_current(self, ask: object, _checked: bool = False) -> None:
        id = self.view.current_id()
        if id and callable(ask):
            ask(id)

    def _ask_show(self, id: str) -> None:
        self.accept()
        self.show_asked.emit(id)

    def _ask_change(self, id: str) -> None:
        self.accept()
        self.change_asked.emit(id)

    def _ask_lift(self, id: str) -> None:
        self.accept()
        self.lift_asked.emit(id)

    def _take_delta(self, delta: Delta) -> None:
        if self.isVisible() and delta.touches(MarkingCard):
            self.table.update(delta.of(MarkingCard), delta.dropped(MarkingCard))

    def _tick(self, _now: int) -> None:
        if self.isVisible():
            self.table.sort_rows()
            self.table.refresh(("phase",))

    def _phase(self, card: MarkingCard) -> Phase:
        return phase(card.begins_at, card.ends_at, self._desk.clock.now())

    def _rank(self, card: MarkingCard) -> tuple[int, int]:
        return (ORDER[self._phase(card)], -card.drawn_at)

    def _number(self, card: MarkingCard) -> str:
        sheet = self._desk.store.board.get(IncidentCard, card.incident_id)
        return short_number(sheet.number) if sheet is not None else ""

    def _columns(self) -> list[Column[MarkingCard]]:
        return [
            Column(
                *("phase", lambda: self.tr("状态"), lambda card: phase_name(self._phase(card))),
                lambda card: COLOURS[self._phase(card)],
                width=80,
            ),
            Column("what", lambda: self.tr("种类"), partial(title_of, self._desk), width=190),
            Column("form", lambda: self.tr("形状"), lambda card: form_name(card.form), width=60),
            Column(
                *("begin", lambda: self.tr("起"), lambda card: begin_text(card.begins_at)),
                width=110,
            ),
            Column(
                "until",
                lambda: self.tr("止"),
                lambda card: until_text(card.begins_at, card.ends_at),
                width=100,
            ),
            Column("sheet", lambda: self.tr("警单"), self._number, width=84),
            Column("note", lambda: self.tr("说明"), lambda card: card.note, stretch=True, width=80),
            Column(
                "by",
                lambda: self.tr("登记人"),
                lambda card: self._desk.person(card.drawn_by),
                width=84,
            ),
        ]

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("封路与警戒区"))
        self.view.set_empty_text(self.tr("地图上没有封路，也没有警戒区。"))
        words = {SHOW: self.tr("在图上看"), CHANGE: self.tr("修改"), LIFT: self.tr("解除")}
        for name, button in self.buttons.items():
            button.setText(with_key(words[name], name))
        self.table.retitle()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        for button in self.buttons.values():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.view, 1)
        column.addLayout(row)
        self.resize(*SIZE)
