"""Marks in the cells of a table what a search found there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

Places = Callable[[str], list[tuple[int, int]]]
TINT, LINE = 56, 2


class MarkDelegate(QStyledItemDelegate):
    """Paints a cell, then tints and underlines the parts of its text that `places` names."""

    def __init__(
        self, places: Places, colour: Callable[[str], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._places = places
        self._colour = colour

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the cell."""
        super().paint(painter, option, index)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if not text or not (places := self._places(text)):
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        room = self._room(shown)
        colour = QColor(self._colour("accent"))
        for start, end in places:
            left = shown.fontMetrics.horizontalAdvance(text[:start])
            width = shown.fontMetrics.horizontalAdvance(text[:end]) - left
            part = QRect(room.left() + left, room.top(), width, room.height()).intersected(room)
            if part.isEmpty():
                continue
            colour.setAlpha(TINT)
            painter.fillRect(part, colour)
            colour.setAlpha(255)
            painter.fillRect(part.left(), part.bottom() - LINE, part.width(), LINE, colour)

    def _room(self, shown: QStyleOptionViewItem) -> QRect:
        widget = shown.widget
        style = widget.style() if widget is not None else QApplication.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, widget)
        # The style keeps this much free before the text itself.
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, shown, widget) + 1
        height = shown.fontMetrics.height()
        top = room.center().y() - height // 2
        return QRect(room.left() + margin, top, room.width() - 2 * margin, height)
