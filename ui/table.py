"""A live table of cards for keyboard people: selection and the place looked at survive every update."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.card_table import ID_ROLE, CardTable, Column, as_data
from ui.theme import FONT_POINTS

__all__ = ["ID_ROLE", "CardTable", "CardView", "Column", "as_data"]

ROW_HEIGHT = 28
# So long after the pointer has moved somebody may be about to click.
AIM_MS = 1500
# So long after the last move of the pointer or press of a key over a table that holds still, nothing in it moves.
HOLD_MS = 5000
# What somebody presses to change something else than the row looked at.
IDLE_KEYS = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta})


@dataclass(frozen=True, slots=True)
class Kept:
    """What a view holds on to while its rows change: cards by id, and where the anchor was."""

    current: str = ""
    selected: Sequence[str] = ()
    anchor: str = ""
    y: int = 0
    scroll: int = 0


class CardView(QTableView):
    """A table view of cards for keyboard people.

    While rows come and go, the row under a moving pointer stays under it; else the top stays the top,
    and further down the current row stays where it is. A current row that leaves takes the selection
    with it: nothing else is chosen instead, and the arrow keys go on from its place. A view that `holds` goes further:
    for HOLD_MS after the pointer moved over it or a key was pressed in it no row comes, goes or moves.

    Signals:
        chosen(str): a person made another card the current one ("" none).
        activated_card(str): Enter or double click on a card.
        menu_wanted(QPoint): right click or menu key, at this point of the screen.
    """

    chosen = Signal(str)
    activated_card = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(
        self,
        table: CardTable[Any],
        columns: Sequence[Column[Any]],
        parent: QWidget | None = None,
        *,
        holds: bool = False,
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._holds = holds
        self._columns = columns
        self._quiet = False
        self._kept = Kept()
        self._row_left = 0
        self._pushed_from_top = False
        self._pointer = QPoint()
        self._empty_text = ""
        self._aim = QTimer(self)
        self._aim.setSingleShot(True)
        self._aim.setInterval(HOLD_MS if holds else AIM_MS)
        self._aim.timeout.connect(self._stop_aiming)
        self.setModel(table)
        self._dress()
        table.updating.connect(self._keep)
        table.updated.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.activated.connect(lambda index: self.activated_card.emit(self._id_at(index)))

    def current_id(self) -> str:
        """Return the current card's id, "" where there is none."""
        return self._id_at(self.currentIndex())

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected rows in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._id_at(self._table.index(row, 0)) for row in rows]

    def choose(self, id: str, *, show: bool = True) -> bool:
        """Make a card the current one and show it; False where it is not in the table."""
        row = self._table.row_of(id)
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return False
        if self.current_id() != id:
            self.selectRow(row)
        if show:
            self.scrollTo(self._table.index(row, 0))
        return True

    def choose_all(self, ids: Iterable[str]) -> None:
        """Select several cards and make the first of them the current one."""
        rows = [row for id in ids if (row := self._table.row_of(id)) is not None]
        self._select_rows(rows, rows[0] if rows else None)
        if rows:
            self.scrollTo(self._table.index(rows[0], 0))

    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,
        bottomRight: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Repaint what has changed: of many rows only the columns meant, not the whole view."""
        if topLeft.row() == bottomRight.row():
            super().dataChanged(topLeft, bottomRight, roles)
            return
        left = self.columnViewportPosition(topLeft.column())
        right = self.columnViewportPosition(bottomRight.column())
        width = right + self.columnWidth(bottomRight.column()) - left
        self.viewport().update(left, 0, width, self.viewport().height())

    def set_empty_text(self, text: str) -> None:
        """Say this where there are no rows."""
        if text != self._empty_text:
            self._empty_text = text
            self.setAccessibleDescription(text)
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or what to do where there are none."""
        super().paintEvent(event)
        if self._empty_text and self._table.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            room = self.viewport().rect().adjusted(24, 12, -24, -12)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self._empty_text)
            painter.end()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go on from where the current row has left."""
        last = self._table.rowCount() - 1
        if not self.currentIndex().isValid() and last >= 0:
            return self._table.index(min(self._row_left, last), 0)
        return super().moveCursor(action, modifiers)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Note that somebody aims at a row."""
        self._pointer = event.position().toPoint()
        self._start_aiming()
        super().mouseMoveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Note that somebody looks for a row."""
        if self._holds:
            self._pointer = event.position().toPoint()
            self._start_aiming()
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note that somebody goes through the rows."""
        if self._holds and event.key() not in IDLE_KEYS:
            self._pointer = self.visualRect(self.currentIndex()).center()
            self._start_aiming()
        super().keyPressEvent(event)

    def let_go(self) -> None:
        """Show at once what waits, and the most urgent of it."""
        self._aim.stop()
        self._stop_aiming()

    def leaveEvent(self, event: QEvent) -> None:
        """Note that nobody aims any more."""
        self._aim.stop()
        self._stop_aiming()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is selected."""
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_wanted.emit(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the stretching column the room that is left."""
        super().resizeEvent(event)
        self._stretch()

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setStyleSheet("QTableView::item { padding: 0px 4px; }")
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, titles = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        titles.setHighlightSections(False)
        titles.setStretchLastSection(not any(column.stretch for column in self._columns))
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Grow and shrink with the size of the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.font().pointSizeF() != self._points:
            self._measure()
            self._stretch()

    def _measure(self) -> None:
        self._points = self.font().pointSizeF()
        scale = max(1.0, self._points / FONT_POINTS)
        rows = self.verticalHeader()
        if rows.sectionResizeMode(0) is QHeaderView.ResizeMode.Fixed:
            rows.setDefaultSectionSize(round(ROW_HEIGHT * scale))
        for at, column in enumerate(self._columns):
            self.setColumnWidth(at, round(column.width * scale))

    def _stretch(self) -> None:
        at = next((at for at, column in enumerate(self._columns) if column.stretch), None)
        if at is None:
            return
        shown = [other for other in range(len(self._columns)) if not self.isColumnHidden(other)]
        taken = sum(self.columnWidth(other) for other in shown if other != at)
        self.setColumnWidth(at, max(self._columns[at].width, self.viewport().width() - taken))

    def _id_at(self, index: QModelIndex) -> str:
        return str(index.data(ID_ROLE)) if index.isValid() else ""

    def _tell_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._quiet:
            self.chosen.emit(self._id_at(current))

    def _keep(self) -> None:
        self._quiet = True
        current = self.currentIndex()
        if current.isValid():
            self._row_left = current.row()
        bar = self.verticalScrollBar()
        anchor = self._anchor(at_top=bar.value() == 0)
        y = self.rowViewportPosition(anchor.row()) if anchor.isValid() else 0
        self._kept = Kept(
            self.current_id(), self.selected_ids(), self._id_at(anchor), y, bar.value()
        )

    def _anchor(self, *, at_top: bool) -> QModelIndex:
        if self._aim.isActive():
            return self.indexAt(self._pointer)
        if at_top:
            return QModelIndex()
        current = self.currentIndex()
        if current.isValid() and self.viewport().rect().intersects(self.visualRect(current)):
            return current
        return self.indexAt(QPoint(0, 0))

    def _restore(self) -> None:
        kept, rows = self._kept, self._table
        if self.current_id() != kept.current or self.selected_ids() != kept.selected:
            selected = [row for id in kept.selected if (row := rows.row_of(id)) is not None]
            self._select_rows(selected, rows.row_of(kept.current))
        self._scroll_back()
        self._quiet = False

    def _scroll_back(self) -> None:
        kept, bar = self._kept, self.verticalScrollBar()
        row = self._table.row_of(kept.anchor) if kept.anchor else None
        if row is None and bar.value() == kept.scroll:
            return
        self.updateGeometries()
        if row is None:
            bar.setValue(kept.scroll)
            return
        pushed = self.rowViewportPosition(row) - kept.y
        if pushed:
            self._pushed_from_top |= kept.scroll == 0 and self._aim.isActive()
            bar.setValue(bar.value() + pushed)

    def _start_aiming(self) -> None:
        self._aim.start()
        if self._holds:
            self._table.hold()

    def _stop_aiming(self) -> None:
        if self._holds:
            self._table.let_go()
        if self._pushed_from_top:
            self._pushed_from_top = False
            self.scrollToTop()

    def _select_rows(self, rows: Sequence[int], current: int | None) -> None:
        flags = QItemSelectionModel.SelectionFlag
        selection, last = QItemSelection(), self._table.columnCount() - 1
        for row in rows:
            selection.select(self._table.index(row, 0), self._table.index(row, last))
        model = self.selectionModel()
        at = QModelIndex() if current is None else self._table.index(current, 0)
        model.setCurrentIndex(at, flags.NoUpdate)
        model.select(selection, flags.ClearAndSelect | flags.Rows)
