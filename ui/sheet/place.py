"""The picked place of a sheet, beside the place the caller came with; the two are never mixed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.place import Place
from ui.desk import Desk
from ui.field import Field, remark
from ui.location import origin_text, place_text
from ui.scope import with_key


class PlaceField(Field):
    """Shows the picked place and the caller's; a key asks the map, a button takes the caller's."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.pick, self.use_caller = QPushButton(), QPushButton()
        super().__init__(self.pick, parent)
        self._place: Place | None = None
        self._callers: Place | None = None
        self._text, self._callers_text = QLabel(), QLabel()
        self._ground, self._warning = remark("muted"), remark("warning")
        self._callers_text.setProperty("role", "muted")
        for label in (self._text, self._callers_text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self.pick.clicked.connect(desk.actions["sheet.pick"].trigger)
        self.use_caller.clicked.connect(self._use_callers)
        self.retranslate()

    def value(self) -> Place | None:
        """Return the picked place."""
        return self._place

    def show_value(self, value: Any) -> None:
        """Show the picked place."""
        self._place = value
        self._write()

    def show_callers(self, place: Place | None) -> None:
        """Show where the caller was placed by the network; it is never changed here."""
        self._callers = place
        self._write()

    def show_ground(self, words: str) -> None:
        """Say what lies at the point and whose ground it is, "" nothing."""
        self._ground.setText(words)
        self._ground.setVisible(bool(words))

    def warn(self, words: str) -> None:
        """Say what is doubtful about the point, "" nothing; it holds nothing up."""
        self._warning.setText(f"⚠ {words}" if words else "")
        self._warning.setVisible(bool(words))

    @property
    def ground(self) -> str:
        """What is said of the ground."""
        return self._ground.text()

    @property
    def warned(self) -> str:
        """What is said to be doubtful."""
        return self._warning.text().removeprefix("⚠ ")

    def take(self, place: Place) -> None:
        """Take a place a person has chosen."""
        self.show_value(place)
        self.edited.emit()

    @property
    def callers_words(self) -> str:
        """What is said of the caller's place, "" nothing."""
        return self._callers_text.text() if self._callers is not None else ""

    def retranslate(self) -> None:
        """Write the buttons and the places."""
        self.pick.setText(with_key(self.tr("地图选点"), "sheet.pick"))
        self.use_caller.setText(with_key(self.tr("采用"), "sheet.callers_place"))
        self.use_caller.setToolTip(self.tr("把报警人位置作为案发位置"))
        self._write()

    def why_no_callers(self) -> str:
        """Return why the caller's place cannot be taken, "" where it can."""
        if self._callers is None:
            return self.tr("打开的警单没有报警人位置。请在地图上选点。")
        return self.tr("已采用报警人位置。") if self._callers == self._place else ""

    def _use_callers(self) -> None:
        if self._callers is not None:
            self.take(self._callers)

    def _write(self) -> None:
        self._text.setText(place_text(self._place) if self._place else self.tr("尚未选点"))
        callers = self._callers
        for widget in (self._callers_text, self.use_caller):
            widget.setVisible(callers is not None)
        if callers is not None:
            # The figures say little to the eye and take a line: they are in the tool tip.
            words = self.tr("报警人：%1").replace("%1", origin_text(callers))
            self._callers_text.setText(words)
            self._callers_text.setToolTip(place_text(callers))
            self.use_caller.setEnabled(callers != self._place)

    def _lay_out(self) -> None:
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.removeWidget(self.pick)
        for at, widgets in enumerate(
            ((self.pick, self._text), (self._callers_text, self.use_caller))
        ):
            row = QHBoxLayout()
            row.setSpacing(6)
            for widget in widgets:
                row.addWidget(widget, int(isinstance(widget, QLabel)))
            column.insertLayout(at, row)
        column.insertWidget(1, self._warning)
        column.insertWidget(2, self._ground)
