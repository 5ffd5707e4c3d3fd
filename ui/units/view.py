"""The table view of units: keys of one letter ask for the state of that letter."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from models.board import UnitCard
from ui.table import CardTable, CardView
from ui.units.move import DUTIES, STEPS
from ui.units.reading import Reading

KEYS = frozenset(move.key for move in (*STEPS, *DUTIES))
# What else these keys give on a Chinese keyboard.
SAME = {"！": "!", "？": "?", "–": "-", "_": "-"}


class UnitView(CardView):
    """Several units can be selected.

    Signals:
        key_struck(str): the key of a move, as `Move.key` names it.
    """

    key_struck = Signal(str)

    def __init__(
        self, table: CardTable[UnitCard], reading: Reading, parent: QWidget | None = None
    ) -> None:
        super().__init__(table, reading.columns(), parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of moves; all others do what they do in a table."""
        text = event.text().upper()
        key = SAME.get(text, text)
        if key in KEYS and not event.isAutoRepeat():
            self.key_struck.emit(key)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are moves here; the box above searches."""
