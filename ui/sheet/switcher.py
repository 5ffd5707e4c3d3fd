"""The small switcher between the sheets that somebody is taking at the same time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QWidget

from models.board import IncidentCard
from ui.incident import short_number


class Switcher(QTabBar):
    """One tab a sheet, by the end of its number; hidden while there is only one.

    Signals:
        switched(str): the sheet a person wants to go to.
    """

    switched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.currentChanged.connect(self._tell)
        self._filling = False
        self.hide()

    def show_sheets(self, sheets: Sequence[IncidentCard], current: str) -> None:
        """Show the sheets, one of them as current."""
        self._filling = True
        while self.count() > len(sheets):
            self.removeTab(self.count() - 1)
        for at, card in enumerate(sheets):
            if at == self.count():
                self.addTab("")
            text = f"{short_number(card.number)} {card.address[:6]}".strip()
            # Every text that is set lays all tabs out anew, also one that is there already.
            if self.tabData(at) != card.id or self.tabText(at) != text:
                self.setTabText(at, text)
                self.setTabToolTip(at, card.number)
                self.setTabData(at, card.id)
        ids = [card.id for card in sheets]
        self.setCurrentIndex(ids.index(current) if current in ids else -1)
        self.setVisible(len(sheets) > 1 or (len(sheets) == 1 and current not in ids))
        self._filling = False

    def step(self, by: int) -> None:
        """Go to the next or the last sheet, round and round."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def _tell(self, index: int) -> None:
        if not self._filling and index >= 0:
            self.switched.emit(str(self.tabData(index)))
