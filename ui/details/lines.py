"""Tables of two lines a row that are as high as what they hold."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView

from ui.table import CardView

ROW_HEIGHT = 42
TIME_WIDTH = 64
SMALLER = 1.0


def two_lines(view: CardView) -> None:
    """Give a table rows of two lines in slightly smaller letters; its columns share the width."""
    font = view.font()
    font.setPointSizeF(font.pointSizeF() - SMALLER)
    view.setFont(font)
    view.setWordWrap(True)
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    header = view.horizontalHeader()
    header.setStretchLastSection(False)
    header.setMinimumSectionSize(TIME_WIDTH - 6)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)


def fit_height(view: CardView, rows: int, most: int) -> None:
    """Make a table as high as its rows, up to a number of rows."""
    height = view.verticalHeader().defaultSectionSize()
    titles = view.horizontalHeader()
    head = 0 if titles.isHidden() else titles.sizeHint().height()
    view.setFixedHeight(head + min(max(rows, 1), most) * height + 6)
