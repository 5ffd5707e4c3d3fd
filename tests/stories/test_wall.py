"""The wall: large, by itself up to date, nobody's personal data, on the other screen while the desk goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from models.board import IncidentCard, UnitCard
from tests.stories.shift import Shift
from ui.map.message import CLASSES, term_names
from ui.mask import masked, masked_board
from ui.wall import WallView

PERSONAL = ("13900001234", "胜利西路118号", "两人打架", "Chen")
SHIFT = Qt.KeyboardModifier.ShiftModifier


def wall_of(shift: Shift) -> WallView:
    """Return the open wall."""
    wall = shift.window.wall
    assert isinstance(wall, WallView)
    return wall


def texts(wall: WallView) -> str:
    """Return everything that the wall says in labels."""
    return "\n".join(label.text() for label in wall.findChildren(QLabel))


def test_the_wall_follows_the_board_and_says_nothing_about_people(shift: Shift) -> None:
    shift.ring(owner_name="Chen")
    shift.key(Qt.Key.Key_F11)
    wall = wall_of(shift)
    assert wall.isFullScreen()
    assert wall.figures["ringing"].text() == "▲1"
    wall.close()
    shift.wait(lambda: shift.window.wall is None)
    shift.come_back()
    sheet = shift.take_sheet(address="胜利西路118号", words="dj")
    shift.key(Qt.Key.Key_F11)
    wall = wall_of(shift)
    (row,) = wall.texts()
    assert "打架斗殴" in row[3]
    assert not any(word in texts(wall) for word in PERSONAL)
    drawn: list[object] = []
    wall.map.drawn.connect(
        lambda _frame: wall.map.inspect("JSON.stringify(document.body.innerText)", drawn.append)
    )
    shift.wait(lambda: bool(drawn))
    assert not any(word in str(drawn) for word in PERSONAL)
    assert wall.figures["waiting"].text() == "1"
    shift.desk.selection.choose_incident(sheet.id)
    QTest.keyClick(wall, Qt.Key.Key_Escape)
    shift.wait(lambda: shift.window.wall is None)


def test_the_wall_stands_on_the_other_screen_while_the_desk_answers(shift: Shift) -> None:
    shift.key(Qt.Key.Key_F11, SHIFT)
    wall = wall_of(shift)
    assert wall.geometry() == QGuiApplication.screens()[1].geometry()
    shift.come_back()
    shift.ring()
    shift.answer()
    assert wall_of(shift) is wall
    assert wall.figures["ringing"].text() == "0"
    assert wall.texts()[0][2] == "接警中"


def test_answering_at_this_screen_leaves_the_wall(shift: Shift) -> None:
    shift.key(Qt.Key.Key_F11)
    shift.ring()
    QTest.keyClick(wall_of(shift), Qt.Key.Key_F4)
    shift.wait(lambda: shift.window.wall is None)
    assert shift.window.sheet.incident_id


def test_the_wall_speaks_the_language_of_the_desk(start_shift: Callable[[], Shift]) -> None:
    shift = start_shift()
    shift.key(Qt.Key.Key_F11, SHIFT)
    shift.desk.actions["view.language"].trigger()
    shift.wait(lambda: "Open incidents" in texts(wall_of(shift)))


def test_a_masked_board_knows_nobody(shift: Shift) -> None:
    shift.ring(owner_name="Chen")
    shift.take_sheet(address="胜利西路118号", words="dj")
    board = masked_board(shift.board)
    assert set(board.cards) == {"incident", "unit", "term"}
    cards = [*board.all(IncidentCard).values(), *board.all(UnitCard).values()]
    assert not any(word in repr(cards) for word in PERSONAL)
    (card,) = shift.board.all(IncidentCard).values()
    assert masked(card).class_taken == card.class_taken
    assert term_names(board, "zh")[CLASSES][card.class_taken] == "打架斗殴", (
        "the map names classes, not codes"
    )
