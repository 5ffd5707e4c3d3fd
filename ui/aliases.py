"""The list of what people call places: looked through, renamed and taken out of use by keys."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.board import AliasCard, Delta
from models.errors import CodedError
from services.naming import change_alias, retire_alias
from ui.card_table import CardTable, Column
from ui.desk import Desk
from ui.form import line
from ui.panel import Panel
from ui.scope import shortcut, with_key
from ui.table import CardView

SIZE = (680, 420)
SHOW, CHANGE, RETIRE = "alias.show", "alias.change", "alias.retire"


class AliasList(QDialog):
    """Every alias in use; it follows the board while it is open.

    Signals:
        show_asked(float, float, str): a place (WGS-84 degrees) is wanted on the map, under this name.
    """

    show_asked = Signal(float, float, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._changing = ""
        columns = self._columns()
        self.table: CardTable[AliasCard] = CardTable(
            columns, lambda card: card.name, desk.colour, self
        )
        self.view = CardView(self.table, columns, self)
        self.form = Panel(
            desk,
            lambda: self.tr("修改别名"),
            [
                line("name", needed=True),
                line("stands_for", title=lambda: self.tr("指的是")),
                line("within", title=lambda: self.tr("所在区划")),
            ],
            self,
        )
        self.form.given.connect(self._give)
        self.buttons = {name: QPushButton() for name in (SHOW, CHANGE, RETIRE)}
        asked = {SHOW: self._show, CHANGE: self._change, RETIRE: self._retire}
        for name, button in self.buttons.items():
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._with_current, asked[name]))
            # The table itself answers to Enter.
            if name != SHOW:
                shortcut(name, self.view, partial(self._with_current, asked[name]))
        self.view.activated_card.connect(lambda _id: self._with_current(self._show))
        desk.store.changed.connect(self._take_delta)
        desk.actions.on({"map.aliases": self.begin})
        self._lay_out()
        self._translate()

    def begin(self) -> None:
        """Open with every alias."""
        self.table.reset(self._desk.store.board.all(AliasCard).values())
        first = self.table.card(0)
        if first is not None:
            self.view.choose(first.id)
        self.form.done()
        self.open()
        self.view.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _with_current(self, do: Any, _checked: bool = False) -> None:
        card = self._desk.store.board.get(AliasCard, self.view.current_id())
        if card is not None:
            do(card)

    def _show(self, card: AliasCard) -> None:
        self.accept()
        self.show_asked.emit(card.lon, card.lat, card.name)

    def _change(self, card: AliasCard) -> None:
        self._changing = card.id
        self.form.ask({"name": card.name, "stands_for": card.stands_for, "within": card.within})

    def _retire(self, card: AliasCard) -> None:
        self._desk.store.do(retire_alias, card.id)

    def _give(self, values: dict[str, Any]) -> None:
        def failed(error: CodedError) -> None:
            self.form.refuse(error)

        self._desk.store.do(
            *(change_alias, self._changing, values), then=self._changed, failed=failed
        )

    def _changed(self, _none: None) -> None:
        self.form.done()
        self.view.setFocus()

    def _take_delta(self, delta: Delta) -> None:
        if self.isVisible() and delta.touches(AliasCard):
            self.table.update(delta.of(AliasCard), delta.dropped(AliasCard))

    def _columns(self) -> list[Column[AliasCard]]:
        return [
            Column("name", lambda: self.tr("别名"), lambda card: card.name, width=180),
            Column(
                "stands_for",
                lambda: self.tr("指的是"),
                lambda card: card.stands_for,
                width=160,
                stretch=True,
            ),
            Column("within", lambda: self.tr("所在区划"), lambda card: card.within, width=140),
            Column(
                "place",
                lambda: self.tr("经纬度"),
                lambda card: f"{card.lon:.5f}, {card.lat:.5f}",
                width=150,
            ),
        ]

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("地点别名"))
        self.view.set_empty_text(self.tr("还没有别名。接警单选点后可以把地址存为别名。"))
        words = {SHOW: self.tr("在图上看"), CHANGE: self.tr("修改"), RETIRE: self.tr("停用")}
        for name, button in self.buttons.items():
            button.setText(with_key(words[name], name))
        self.table.retitle()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        for button in self.buttons.values():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.form)
        column.addWidget(self.view, 1)
        column.addLayout(row)
        self.resize(*SIZE)
