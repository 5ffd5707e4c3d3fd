"""The command line alone works an incident from the first unit to the close, at the real window."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from models.board import IncidentCard
from models.state import AssignmentState, IncidentState
from services.dossier import read_dossier
from services.journal.verifying import verify
from tests.stories.shift import Shift
from ui.cargo import pack

CONTROL = Qt.KeyboardModifier.ControlModifier


def say(shift: Shift, line: str) -> None:
    """Type a line and press Enter, then wait for what it does."""
    command = shift.window.command
    if not command.isVisible():
        shift.key("k", CONTROL)
        shift.wait(command.edit.hasFocus)
    shift.type(line)
    shift.key(Qt.Key.Key_Return)
    shift.settle()


def serial(sheet: IncidentCard) -> str:
    """Return how people call a sheet."""
    return sheet.number[15:].lstrip("0")


def drop(viewport: QWidget, at: QPoint, cargo: QMimeData) -> None:
    """Carry something over a place and let it go there, as the window system tells a widget."""
    left, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, copy, cargo, left, held)
    QApplication.sendEvent(viewport, enter)
    assert enter.isAccepted()
    move = QDragMoveEvent(at, copy, cargo, left, held)
    QApplication.sendEvent(viewport, move)
    assert move.isAccepted()
    QApplication.sendEvent(viewport, QDropEvent(at.toPointF(), copy, cargo, left, held))


def test_an_incident_goes_from_dispatch_to_close_by_the_command_line_alone(shift: Shift) -> None:
    shift.ring("13900000001")
    first = shift.take_sheet()
    shift.ring("13900000002")
    second = shift.take_sheet("新华北路2号", "sg")
    command, one, two = shift.window.command, serial(first), serial(second)

    say(shift, f"派 618 621 {one}")
    assert shift.unit("618").status == shift.unit("621").status == AssignmentState.ISSUED
    assert command.edit.text() == "", "what was done is gone from the line"
    assert "618" in command.note.text()
    for line, state in (("签 618", "signed"), ("c 618", "departed"), ("5 618", "arrived")):
        say(shift, line)
        assert shift.unit("618").status == state
    say(shift, f"改 621 {two}")
    moved = shift.unit("621").job
    assert moved is not None
    assert moved.incident_id == second.id
    say(shift, "撤 621 cfpj")
    assert shift.unit("621").job is None
    say(shift, f"记 {one} 已通知 家属")
    say(shift, "6 618")
    assert shift.unit("618").job is None
    say(shift, f"反 {one} xctj 双方和解")
    say(shift, f"结 {one} 现场调解")
    assert shift.board.get(IncidentCard, first.id) is None

    dossier = shift.station.database.read(read_dossier, first.id)
    assert dossier is not None
    assert dossier.card.state is IncidentState.CLOSED
    codes = [entry.code for entry in dossier.entries]
    assert codes[2:] == [
        *("unit.assigned", "unit.assigned", "unit.signed", "unit.departed", "unit.arrived"),
        *("unit.moved", "note", "unit.finished", "feedback.given", "sheet.closed"),
    ]
    assert shift.station.database.read(verify).misfit is None


def test_what_is_refused_stays_and_what_may_be_two_things_is_chosen(shift: Shift) -> None:
    shift.ring()
    sheet = shift.take_sheet()
    command = shift.window.command
    say(shift, "到 618")
    assert command.edit.text() == "到 618"
    assert "618 不在处警" in command.wrong.text()
    command.edit.clear()

    say(shift, "派 62")
    assert shift.unit("621").job is None
    assert shift.unit("625").job is None
    assert "几种可能" in command.wrong.text()
    shift.key(Qt.Key.Key_Down)
    shift.key(Qt.Key.Key_Down)
    shift.key(Qt.Key.Key_Return)
    shift.settle()
    assert shift.unit("621").job is None
    assert shift.unit("625").job is not None
    assert shift.unit("625").job.incident_id == sheet.id  # type: ignore[union-attr]

    shift.key(Qt.Key.Key_Up)
    assert command.edit.text() == "派 62"
    shift.key(Qt.Key.Key_Up)
    assert command.edit.text() == "派 62", "there was nothing before"
    command.edit.clear()
    shift.type("派 61")
    shift.key(Qt.Key.Key_Tab)
    assert command.edit.text() == f"派 618 {serial(sheet)}"
    shift.key(Qt.Key.Key_Escape)
    assert not command.isVisible()
    shift.key("k", CONTROL)
    assert command.edit.text() == f"派 618 {serial(sheet)}", "half a line is kept"


def test_open_show_find_and_actions_go_where_they_say(shift: Shift) -> None:
    shift.ring()
    sheet = shift.take_sheet()
    shift.desk.selection.choose_incident("")
    say(shift, f"开 {serial(sheet)}")
    assert shift.desk.selection.incident_id == sheet.id
    assert not shift.window.command.isVisible()
    say(shift, "看 618")
    assert shift.desk.selection.unit_id == shift.unit("618").id
    say(shift, "找 胜利西路")
    shift.wait(lambda: shift.window.history.table.rowCount() == 1)
    say(shift, "tongxunlu")
    shift.wait(shift.window.directory.search.hasFocus)


def test_units_are_dropped_on_an_incident_and_sent(shift: Shift) -> None:
    shift.ring()
    sheet = shift.take_sheet()
    shift.desk.selection.choose_incident("")
    ids = [shift.unit("618").id, shift.unit("621").id]
    view = shift.window.queue.view
    row = view.model().index(shift.window.queue.table.row_of(sheet.id), 0)
    drop(view.viewport(), view.visualRect(row).center(), pack(ids))
    chooser = shift.window.chooser
    shift.wait(chooser.isVisible)
    assert chooser.chosen() == ids
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    shift.wait(lambda: not chooser.isVisible())
    shift.settle()
    assert shift.unit("618").job is not None
    assert shift.unit("621").job is not None
