"""The address of a sheet: free text; names and pasted coordinates that a person chooses set the point with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.field import LineField
from ui.place_line import PlaceLine


class AddressField(LineField):
    """One line with offers under it.

    Signals:
        placed(Place): a point was chosen together with the address.
    """

    placed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finder = PlaceLine(desk, self.line, "sheet.address", under=self)
        self.finder.placed.connect(self.placed)
        self.finder.named.connect(self._write)
        self.finder.told.connect(self.hint)
        self.finder.refused.connect(self.mark)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the help in the language of the screen."""
        self.line.setPlaceholderText(self.tr("地址、路口、里程桩，或粘贴坐标"))

    def _write(self, name: str) -> None:
        """Write what was chosen; a pasted point without a name leaves an empty line for the address."""
        self.line.setText(name)
        self.line.setCursorPosition(0)
        self.edited.emit()
