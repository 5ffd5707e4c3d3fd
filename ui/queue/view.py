"""The table view of the queue: units that are dropped on a row are to be sent there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from models.board import IncidentCard
from ui.cargo import unpack
from ui.queue.reading import Reading
from ui.table import CardTable, CardView

FRAME = 2


class QueueView(CardView):
    """One incident is selected; units may be dropped on any.

    Signals:
        units_dropped(str, list[str]): these units were dropped on this incident.
    """

    units_dropped = Signal(str, object)

    def __init__(
        self, table: CardTable[IncidentCard], reading: Reading, parent: QWidget | None = None
    ) -> None:
        super().__init__(table, reading.columns(), parent, holds=True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        # Where the units are to go is framed; the sheet people work on stays the one they chose.
        self._aimed = ""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let units in."""
        event.setAccepted(bool(unpack(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Mark the row that the units would go to."""
        at = self.indexAt(event.position().toPoint())
        taken = at.isValid() and bool(unpack(event.mimeData()))
        self._aim_at(self._id_at(at) if taken else "")
        self._pointer = event.position().toPoint()
        self._start_aiming()
        event.setAccepted(taken)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget the row: the units go elsewhere."""
        self._aim_at("")
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where the units are to go."""
        at, units = self.indexAt(event.position().toPoint()), unpack(event.mimeData())
        self._aim_at("")
        if at.isValid() and units:
            event.acceptProposedAction()
            self.units_dropped.emit(self._id_at(at), units)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame the row that the units would go to."""
        super().paintEvent(event)
        row = self._table.row_of(self._aimed) if self._aimed else None
        if row is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), FRAME))
        y, height = self.rowViewportPosition(row), self.rowHeight(row)
        painter.drawRect(1, y + 1, self.viewport().width() - FRAME, height - FRAME)
        painter.end()

    def _aim_at(self, id: str) -> None:
        if id != self._aimed:
            self._aimed = id
            self.viewport().update()
