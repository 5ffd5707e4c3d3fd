"""The line above the map: a name or coordinates are found and marked on the map, and go away with the line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from services.gazetteer.building import build_names
from services.region import Region
from tests.services.gazetteer.town import LAT, LON, small_town
from tests.ui.desk import make_desk, settle
from ui.map.pane import MapPane

LOOK = "JSON.stringify([desk.live.map.getCenter(), desk.live.scene.found])"


@pytest.fixture
def pane(qtbot: QtBot, tmp_path: Path, region: Region, font: None) -> Iterator[MapPane]:
    """A map pane over the small town."""
    desk = make_desk(qtbot, tmp_path)
    build_names(small_town(tmp_path / "town.osm"), tmp_path, lambda _share: None)
    desk.names.use(tmp_path / "names.sqlite")
    made = MapPane(desk, region)
    made.resize(900, 640)
    with qtbot.waitSignal(made.view.ready, timeout=20_000):
        made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    desk.actions["map.find"].trigger()
    yield made
    shiboken6.delete(made)


def looks(qtbot: QtBot, pane: MapPane, fits: Callable[[str], bool]) -> None:
    """Wait until the page says something that fits."""
    said: list[object] = []

    def there() -> bool:
        pane.view.inspect(LOOK, said.append)
        return bool(said) and fits(str(said[-1]))

    qtbot.waitUntil(there, timeout=10_000)


def test_a_name_is_marked_on_the_map_and_goes_away_with_the_line(
    qtbot: QtBot, pane: MapPane
) -> None:
    finder = pane.bar.finder
    assert finder.line.hasFocus()
    QTest.keyClicks(finder.line, "xhxlyabl")
    settle(qtbot, pane._desk)
    QTest.keyClick(finder.line, Qt.Key.Key_Down)
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert finder.line.text() == "芗城区新华西路与延安北路交叉口"
    where = f'"lat":{LAT:.2f}'
    looks(qtbot, pane, lambda said: "交叉口" in said and where in said)
    finder.line.clear()
    looks(qtbot, pane, lambda said: said.endswith("null]"))


def test_pasted_coordinates_of_a_known_datum_are_shown_at_once(qtbot: QtBot, pane: MapPane) -> None:
    QGuiApplication.clipboard().setText(f"geo:{LAT},{LON}")
    finder = pane.bar.finder
    with qtbot.waitSignal(finder.found) as found:
        QTest.keyClick(finder.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert found.args == [LON, LAT, f"{LON:.5f}, {LAT:.5f}"]
    looks(qtbot, pane, lambda said: f"{LON:.5f}" in said)
