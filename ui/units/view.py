"""The table view of units: keys of one letter ask for the state of that letter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QWidget

from models.board import UnitCard
from ui.cargo import pack
from ui.move import DUTIES, STEPS
from ui.scope import is_key, struck
from ui.table import CardTable, CardView
from ui.units.obstacle import names
from ui.units.reading import Reading

WIDEST = 260
KEYS = {move.action: move.key for move in (*STEPS, *DUTIES)}


class UnitView(CardView):
    """Several units can be selected.

    Signals:
        key_struck(str): the key of a move, as `Move.key` names it.
        heard(): the selected units have answered.
    """

    key_struck = Signal(str)
    heard = Signal()

    def __init__(
        self, table: CardTable[UnitCard], reading: Reading, parent: QWidget | None = None
    ) -> None:
        super().__init__(table, reading.columns(), parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(True)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Carry the selected units to an incident."""
        drag = QDrag(self)
        drag.setMimeData(pack(self.selected_ids()))
        drag.setPixmap(self.label())
        drag.exec(Qt.DropAction.CopyAction)

    def label(self) -> QPixmap:
        """Return what is seen under the pointer while units are carried: their call signs."""
        rows = (self._table.row_of(id) for id in self.selected_ids())
        cards = [self._table.card(row) for row in rows if row is not None]
        text = names([card for card in cards if card is not None])
        room = self.fontMetrics().boundingRect(text)
        picture = QPixmap(min(room.width(), WIDEST) + 16, room.height() + 8)
        picture.fill(self.palette().color(QPalette.ColorRole.Highlight))
        painter = QPainter(picture)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.HighlightedText))
        painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        return picture

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of moves; all others do what they do in a table."""
        if is_key(event, "unit.heard") and not event.isAutoRepeat():
            self.heard.emit()
            return
        action = struck(event, *KEYS)
        if action and not event.isAutoRepeat():
            self.key_struck.emit(KEYS[action])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are moves here; the box above searches."""
