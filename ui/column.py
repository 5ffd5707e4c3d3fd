"""Keeps the order and the widths of a table's columns from one start to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QTableView

from ui.setting import Setting, Settings

SETTLED_MS = 400
LEAST, MOST = 24, 2000


class ColumnKeeper(QObject):
    """Lets people move columns and make them wider; kept as `name:width` in the order shown.

    Columns that are not named in what was kept follow at their own places; the stretching one has no width of its own.
    """

    def __init__(
        self, view: QTableView, names: Sequence[str], settings: Settings, kept: Setting[str]
    ) -> None:
        super().__init__(view)
        self._view, self._names = view, list(names)
        self._settings, self._kept = settings, kept
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self.keep)
        titles = view.horizontalHeader()
        titles.setSectionsMovable(True)
        self._restore()
        titles.sectionMoved.connect(lambda *_: self._settled.start())
        titles.sectionResized.connect(lambda *_: self._settled.start())

    def keep(self) -> None:
        """Keep the columns as they are now."""
        titles = self._view.horizontalHeader()
        shown = [titles.logicalIndex(at) for at in range(titles.count())]
        words = [f"{self._names[at]}:{self._view.columnWidth(at)}" for at in shown]
        self._settings.set(self._kept, " ".join(words))

    def _restore(self) -> None:
        titles = self._view.horizontalHeader()
        to = 0
        for word in self._settings.get(self._kept).split():
            name, _, width = word.partition(":")
            if name not in self._names or not width.isdecimal():
                continue
            at = self._names.index(name)
            self._view.setColumnWidth(at, min(max(int(width), LEAST), MOST))
            titles.moveSection(titles.visualIndex(at), to)
            to += 1
