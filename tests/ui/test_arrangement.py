"""The arrangement: planned by the screen, kept between starts, torn off to another screen, never out of reach."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ui.arrangement import KEPT, LEAST, PLANS, Arrangement, plan_for, within_reach
from ui.setting import Settings


class Room:
    """A main window with one plain pane a dock, on the settings of the test."""

    def __init__(self, qtbot: QtBot, folder: Path, screen: int = 0) -> None:
        file = QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat)
        self.settings = Settings(file)
        self.window = QMainWindow()
        self.window.setScreen(QGuiApplication.screens()[screen])
        self.window.setGeometry(QGuiApplication.screens()[screen].availableGeometry())
        self.panes = {name: QPlainTextEdit() for name in LEAST}
        self.arrangement = Arrangement(self.window, self.panes, self.settings)
        self.arrangement.begin()
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def place(self, name: str) -> QRect:
        """Return where a dock is on the desktop."""
        dock = self.arrangement.docks[name]
        return QRect(dock.mapToGlobal(dock.rect().topLeft()), dock.size())


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Room:
    """A room on the first screen."""
    return Room(qtbot, tmp_path)


@pytest.mark.parametrize(
    ("width", "plan"), [(1366, "compact"), (1920, "usual"), (2560, "wide"), (800, "compact")]
)
def test_a_screen_gets_the_plan_of_its_width(width: int, plan: str) -> None:
    assert plan_for(width).name == plan


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_every_plan_leaves_the_map_its_room_on_its_narrowest_screen(plan: object) -> None:
    for width in (1366, 1600, 1920, 2300, 2560):
        plan = plan_for(width)
        rest = width - plan.left - plan.right * (2 if plan.apart else 1)
        assert rest >= 300


def test_a_small_screen_shows_all_columns_wide_enough(qtbot: QtBot, tmp_path: Path) -> None:
    room = Room(qtbot, tmp_path, screen=1)
    assert room.window.size() == QSize(1366, 768)
    assert room.place("map").width() >= 300
    assert room.place("map").height() >= 300
    assert room.place("queue").width() >= 520
    assert room.place("details").width() >= 420


def test_the_layout_of_a_person_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    room = Room(qtbot, tmp_path)
    docks = room.arrangement.docks
    room.window.resizeDocks([docks["queue"], docks["map"]], [640, 780], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: docks["queue"].width() < 650)
    room.arrangement.keep()
    again = Room(qtbot, tmp_path)
    assert again.place("queue") == room.place("queue")


def test_the_planned_layout_comes_back_by_one_command(room: Room, qtbot: QtBot) -> None:
    docks = room.arrangement.docks
    before = {name: room.place(name) for name in ("queue", "units", "map", "sheet")}
    docks["map"].setFloating(True)
    room.window.tabifyDockWidget(docks["details"], docks["queue"])
    room.arrangement.arrange()
    qtbot.waitUntil(lambda: {name: room.place(name) for name in before} == before)


def test_a_pane_is_carried_to_the_other_screen_and_back_by_one_key(
    room: Room, qtbot: QtBot
) -> None:
    room.arrangement.go("units")
    room.arrangement.carry()
    dock = room.arrangement.docks["units"]
    assert dock.isFloating()
    assert dock.geometry() == QGuiApplication.screens()[1].availableGeometry()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is room.panes["units"])
    room.arrangement.carry()
    assert not dock.isFloating()


def test_keys_of_the_window_work_in_a_torn_off_pane(room: Room, qtbot: QtBot) -> None:
    action = QAction(room.window)
    action.setShortcut("F4")
    room.window.menuBar().addMenu("call").addAction(action)
    room.arrangement.go("units")
    room.arrangement.carry()
    qtbot.waitUntil(lambda: room.panes["units"].hasFocus())
    with qtbot.waitSignal(action.triggered):
        QTest.keyClick(room.panes["units"], Qt.Key.Key_F4)


def test_a_torn_off_pane_comes_back_on_its_screen(qtbot: QtBot, tmp_path: Path) -> None:
    room = Room(qtbot, tmp_path)
    room.arrangement.go("map")
    room.arrangement.carry()
    there = room.place("map")
    room.arrangement.keep()
    again = Room(qtbot, tmp_path)
    assert again.arrangement.docks["map"].isFloating()
    assert again.place("map") == there


def test_a_pane_torn_off_to_a_screen_that_is_gone_comes_back_to_this_one(
    qtbot: QtBot, tmp_path: Path
) -> None:
    room = Room(qtbot, tmp_path)
    dock = room.arrangement.docks["map"]
    dock.setFloating(True)
    dock.setGeometry(5000, 200, 600, 400)
    room.arrangement.keep()
    again = Room(qtbot, tmp_path)
    desktop = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    assert within_reach(again.arrangement.docks["map"].frameGeometry(), desktop)


def test_windows_come_back_when_their_screen_goes(room: Room) -> None:
    dock = room.arrangement.docks["map"]
    dock.setFloating(True)
    dock.setGeometry(5000, 200, 600, 400)
    room.window.setGeometry(6000, 0, 800, 600)
    QGuiApplication.instance().screenRemoved.emit(QGuiApplication.screens()[1])  # type: ignore[union-attr]
    desktop = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    assert within_reach(room.window.frameGeometry(), desktop)
    assert within_reach(dock.frameGeometry(), desktop)


def test_a_layout_that_cannot_be_read_gives_the_planned_one(qtbot: QtBot, tmp_path: Path) -> None:
    room = Room(qtbot, tmp_path)
    planned = room.place("queue")
    for setting in KEPT[plan_for(1920).name]:
        room.settings.set(setting, b"no layout at all")
    again = Room(qtbot, tmp_path)
    assert again.place("queue") == planned


def test_a_head_that_can_be_held_is_within_reach() -> None:
    screen = [QRect(0, 0, 1920, 1080)]
    assert within_reach(QRect(100, 100, 400, 300), screen)
    assert within_reach(QRect(-200, 0, 400, 300), screen)
    assert not within_reach(QRect(-350, 0, 400, 300), screen)
    assert not within_reach(QRect(100, -200, 400, 300), screen)
    assert not within_reach(QRect(2000, 0, 400, 300), screen)
