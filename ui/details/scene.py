"""A line for the point of the scene: pasted degrees, the place of the incident, or where the unit is now."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.form import is_point
from ui.field import LineField

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
BETWEEN = re.compile(r"[\s,，;；、°()（）\[\]]*")
POLE = 90  # no latitude is larger
Point = Callable[[], list[float] | None]


class PointField(LineField):
    """[lon, lat] in degrees, WGS-84; latitude first is understood where it can only be one."""

    def __init__(self, incident: Point, unit: Point, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = {QPushButton(): incident, QPushButton(): unit}
        self.of_incident, self.of_unit = self._offers
        row = QHBoxLayout()
        row.setSpacing(4)
        for button, point in self._offers.items():
            button.clicked.connect(lambda _on=False, point=point: self._take_point(point()))
            row.addWidget(button)
        row.addStretch(1)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertLayout(1, row)
        # A unit may be heard of for the first time while the form is open.
        self.reached.connect(self._enable)
        self.retranslate()

    def value(self) -> Any:
        """Return the point, None where nothing was written that is one."""
        return point_of(self.line.text())

    def show_value(self, value: Any) -> None:
        """Show a point."""
        super().show_value(point_text(value))
        self._enable()

    def settle(self) -> bool:
        """Say where what was written is no point."""
        good = not self.line.text().strip() or self.value() is not None
        self.mark("" if good else self.tr("请写经度和纬度，如 117.64640, 24.51300。"))
        return good

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        self.line.setPlaceholderText(self.tr("经度, 纬度（WGS-84）"))
        self.of_incident.setText(self.tr("用警情位置"))
        self.of_unit.setText(self.tr("用警力位置"))
        self._enable()

    def _enable(self) -> None:
        for button, point in self._offers.items():
            button.setEnabled(point() is not None)

    def _take_point(self, point: list[float] | None) -> None:
        if point is not None:
            self.mark("")
            self.show_value(point)
            self.edited.emit()


def point_of(text: str) -> list[float] | None:
    """Return [lon, lat] of two numbers in a text, None where it is not two or no place on earth."""
    if BETWEEN.fullmatch(NUMBER.sub("", text)) is None:
        return None
    found = [float(number) for number in NUMBER.findall(text)]
    if len(found) == 2 and abs(found[1]) > POLE:
        found.reverse()
    return found if is_point(found) else None


def point_text(point: list[float] | None) -> str:
    """Return 117.64640, 24.51300, "" where there is none."""
    return f"{point[0]:.5f}, {point[1]:.5f}" if point else ""
