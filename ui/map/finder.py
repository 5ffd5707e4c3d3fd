"""The line above the map that finds names and pasted coordinates, and shows them on the map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models.place import Place
from models.text import SHORT
from ui.desk import Desk
from ui.place_line import PlaceLine

WIDEST, OFFERS = 340, 400


class MapFinder(QWidget):
    """Finds a place; an emptied line takes its mark off the map.

    Signals:
        found(float, float, str): a WGS-84 point (degrees) that a person chose, and what it is called.
        dropped(): nothing is looked for any more.
    """

    found = Signal(float, float, str)
    dropped = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._name = ""
        self.line = QLineEdit()
        self.line.setMaxLength(SHORT)
        self.line.setMaximumWidth(WIDEST)
        self.line.setClearButtonEnabled(True)
        self.finder = PlaceLine(desk, self.line, "map.find", least=OFFERS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        self.finder.named.connect(self._take_name)
        self.finder.placed.connect(self._show)
        self.finder.told.connect(self._tell)
        self.finder.refused.connect(self._tell)
        self.line.textChanged.connect(self._changed)
        desk.actions.on({"map.find": self.begin})
        self._translate()

    def begin(self) -> None:
        """Bring the keyboard here; names near the selected incident come first."""
        card = self._desk.incident()
        place = (card.place or card.caller_place) if card is not None else None
        self.finder.near = (place.lon, place.lat) if place is not None else self._desk.names.centre
        self.line.setFocus()
        self.line.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Write the help in the language of the screen."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _take_name(self, name: str) -> None:
        self._name = name
        self.line.setText(name)

    def _show(self, place: Place) -> None:
        name = self._name or f"{place.lon:.5f}, {place.lat:.5f}"
        self._name = ""
        self.line.setText(name)
        self.line.setCursorPosition(0)
        self.found.emit(place.lon, place.lat, name)

    def _changed(self, text: str) -> None:
        if not text:
            self.dropped.emit()

    def _tell(self, words: str) -> None:
        if words:
            self._desk.say("info", lambda: words)

    def _translate(self) -> None:
        self.line.setPlaceholderText(self.tr("在地图上找地名、路口，或粘贴坐标"))
        self.line.setAccessibleName(self.line.placeholderText())
