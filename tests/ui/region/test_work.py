"""The wizard on the real command: a file becomes the region in use, and what will not do is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from services.region import Region, home_of, installed_region
from services.region.building import Order, build_region
from services.region.installing import install_region
from tests.services.region.town import Town, small_town
from tests.ui.desk import make_desk
from ui.desk import Desk
from ui.map.pane import dropped_file
from ui.region import RegionWork, region_to_show
from ui.region.dialog import RegionDialog


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    """A desk without units."""
    return make_desk(qtbot, tmp_path)


@pytest.fixture
def work(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[RegionWork]:
    """The region work of a window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = RegionWork(desk, tmp_path / "store.db", window)
    yield made
    made.close()


def dialog_of(work: RegionWork) -> RegionDialog:
    window = work.parent()
    assert window is not None
    found = window.findChild(RegionDialog)
    assert isinstance(found, RegionDialog)
    return found


def take(qtbot: QtBot, work: RegionWork, file: Path) -> RegionDialog:
    work.take_file(file)
    dialog = dialog_of(work)
    qtbot.waitUntil(lambda: dialog.go.isEnabled() or dialog.wrong.isVisible())
    return dialog


def test_a_file_becomes_the_region_that_is_shown(
    qtbot: QtBot, work: RegionWork, tmp_path: Path
) -> None:
    dialog = take(qtbot, work, small_town().write(tmp_path / "town.osm"))
    assert "MB" in dialog.estimate.text()
    with qtbot.waitSignal(work.region_changed, timeout=40_000) as changed:
        dialog.go.click()
    region = changed.args[0]
    assert isinstance(region, Region)
    assert (region.name, region.tiles is not None) == ("小城", True)
    qtbot.waitUntil(dialog.good.isVisible)
    assert region_to_show(None, tmp_path / "store.db")[0].folder == region.folder


def test_what_another_program_installs_is_noticed(
    qtbot: QtBot, work: RegionWork, tmp_path: Path
) -> None:
    build_region(
        Order(small_town().write(tmp_path / "town.osm"), tmp_path / "built"),
        lambda step, part: None,
    )
    with qtbot.waitSignal(work.region_changed, timeout=20_000):
        install_region(tmp_path / "built", home_of(tmp_path))


def test_a_web_page_is_refused_in_words(qtbot: QtBot, work: RegionWork, tmp_path: Path) -> None:
    page = tmp_path / "fujian-latest.osm.pbf"
    page.write_text("<!DOCTYPE html><html></html>")
    dialog = take(qtbot, work, page)
    assert page.name in dialog.wrong.text()
    assert not dialog.go.isEnabled()


def test_what_the_build_refuses_is_said_in_the_wizard(
    qtbot: QtBot, work: RegionWork, tmp_path: Path
) -> None:
    town = Town()
    town.ring(((0, 0), (1, 0), (1, 1)), building="yes")
    dialog = take(qtbot, work, town.write(tmp_path / "town.osm"))
    dialog.go.click()
    qtbot.waitUntil(dialog.wrong.isVisible, timeout=40_000)
    assert "没有道路" in dialog.wrong.text()
    assert installed_region(home_of(tmp_path)) is None


def test_a_build_that_is_stopped_goes_on(qtbot: QtBot, work: RegionWork, tmp_path: Path) -> None:
    dialog = take(qtbot, work, small_town().write(tmp_path / "town.osm"))
    dialog.go.click()
    dialog.go.click()
    qtbot.waitUntil(dialog.wrong.isVisible, timeout=20_000)
    with qtbot.waitSignal(work.region_changed, timeout=40_000):
        dialog.go.click()


def test_one_local_file_may_be_dropped_and_nothing_else(tmp_path: Path) -> None:
    def event(*urls: QUrl) -> QDropEvent:
        data = QMimeData()
        data.setUrls(list(urls))
        kept.append(data)
        nothing = Qt.KeyboardModifier.NoModifier
        return QDropEvent(
            QPointF(QPoint(1, 1)),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            nothing,
        )

    kept: list[QMimeData] = []
    file = QUrl.fromLocalFile(str(tmp_path / "a.osm.pbf"))
    assert dropped_file(event(file)) == tmp_path / "a.osm.pbf"
    assert dropped_file(event(file, file)) is None
    assert dropped_file(event(QUrl("https://example.org/a.osm.pbf"))) is None
