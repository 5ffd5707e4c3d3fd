"""A box that offers a few choices by code and text, and the choices of the trade that queue and history share."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from services.context import local_day
from ui.trade import Trade

COUNTY = 6
# Ends the code of the city itself, which is no part of the city.
CITY = "00"
# Characters of a choice that are seen wherever there is room.
LEAST = 9
MOST_SHOWN = 24
Options = Sequence[tuple[str, str]]


class OptionBox(QComboBox):
    """Offers choices; what is chosen stays so while texts change. The first choice is the open one.

    Signals:
        chosen(str): a person chose another code.
    """

    chosen = Signal(str)

    def __init__(self, code: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self.setMaxVisibleItems(MOST_SHOWN)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST)
        self.activated.connect(self._take)

    @property
    def code(self) -> str:
        """The code chosen, "" the open choice."""
        return self._code

    def offer(self, options: Options) -> None:
        """Offer these (code, text); a chosen code that is not among them stays chosen and shows itself."""
        if self._code not in dict(options):
            options = (*options, (self._code, self._code))
        if [(self.itemData(at), self.itemText(at)) for at in range(self.count())] != list(options):
            self.clear()
            for code, text in options:
                self.addItem(text, code)
        self.setCurrentIndex(self.findData(self._code))

    def choose(self, code: str) -> None:
        """Show a code as chosen; nobody is told."""
        self._code = code
        self.setCurrentIndex(self.findData(code))

    def _take(self, at: int) -> None:
        code = str(self.itemData(at))
        if code != self._code:
            self._code = code
            self.chosen.emit(code)


def class_groups(trade: Trade, now: int) -> list[tuple[str, str]]:
    """Return the groups of incident classes of today."""
    found = trade.codes("incident_class", local_day(now))
    return [(term.code, term.name) for term in found if not term.path]


def counties(trade: Trade, now: int) -> list[tuple[str, str]]:
    """Return the districts and counties of today."""
    found = trade.codes("division", local_day(now))
    return [
        (term.code, term.name)
        for term in found
        if len(term.code) == COUNTY and not term.code.endswith(CITY)
    ]
