"""Measuring on the map: points by mouse and by key, length and area by the earth's own shape."""

from __future__ import annotations

import json
from math import cos, hypot, radians

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.map.view import MapView

pytestmark = pytest.mark.qt_log_ignore("^GPUInfo not initialized", extend=True)

HERE = (117.646, 24.513)


def inspect(qtbot: QtBot, view: MapView, question: str) -> object:
    answers: list[object] = []
    view.inspect(f"JSON.stringify({question})", answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return json.loads(str(answers[0]))


def board(qtbot: QtBot, view: MapView) -> str:
    return str(inspect(qtbot, view, "document.querySelector('.measure.shown')?.textContent || ''"))


def degrees_in_metres(lat: float) -> tuple[float, float]:
    """Metres of a degree to the east and to the north: the usual series, not our formula."""
    phi = radians(lat)
    north = 111132.954 - 559.822 * cos(2 * phi) + 1.175 * cos(4 * phi)
    east = 111412.84 * cos(phi) - 93.5 * cos(3 * phi) + 0.118 * cos(5 * phi)
    return east, north


def test_a_length_is_that_of_the_ellipsoid(qtbot: QtBot, view: MapView) -> None:
    east, north = degrees_in_metres(HERE[1] + 0.01)
    for dx, dy in ((0.0, 0.02), (0.02, 0.0), (0.03, -0.02)):
        ends = f"[L.latLng({HERE[1]}, {HERE[0]}), L.latLng({HERE[1] + dy}, {HERE[0] + dx})]"
        found = inspect(qtbot, view, f"desk.measured.length({ends})")
        assert found == pytest.approx(hypot(dx * east, dy * north), rel=5e-4)


def test_an_area_is_that_of_the_ring(qtbot: QtBot, view: MapView) -> None:
    corners = [(0.0, 0.0), (0.01, 0.0), (0.01, 0.01), (0.0, 0.01)]
    ring = ",".join(f"L.latLng({HERE[1] + y}, {HERE[0] + x})" for x, y in corners)
    east, north = degrees_in_metres(HERE[1] + 0.005)
    found = inspect(qtbot, view, f"desk.measured.area([{ring}])")
    assert found == pytest.approx(0.01 * east * 0.01 * north, rel=5e-4)


def test_clicks_measure_and_choose_nothing_until_escape(qtbot: QtBot, view: MapView) -> None:
    view.measure(True)
    qtbot.waitUntil(lambda: "点击地图" in board(qtbot, view), timeout=10_000)
    for at in (QPoint(300, 300), QPoint(500, 300), QPoint(500, 450)):
        QTest.mouseClick(view.surface(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: "面积" in board(qtbot, view), timeout=10_000)
    QTest.keyClick(view.surface(), Qt.Key.Key_Backspace)
    qtbot.waitUntil(
        lambda: board(qtbot, view).startswith("长") and "面积" not in board(qtbot, view),
        timeout=10_000,
    )
    with qtbot.waitSignal(view.unmeasured, timeout=10_000):
        QTest.keyClick(view.surface(), Qt.Key.Key_Escape)
    view.measure(False)
    qtbot.waitUntil(lambda: board(qtbot, view) == "", timeout=10_000)


def test_enter_takes_the_point_under_the_cross(qtbot: QtBot, view: MapView) -> None:
    view.measure(True)
    qtbot.waitUntil(lambda: board(qtbot, view) != "", timeout=10_000)
    QTest.keyClick(view.surface(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: board(qtbot, view).startswith("长 0"), timeout=10_000)
