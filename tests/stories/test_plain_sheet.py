"""A plain sheet from the ring to the close, with the keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt

from models.board import IncidentCard
from models.state import AssignmentState, Duty, IncidentState
from services.dossier import Dossier, read_dossier
from services.journal.verifying import verify
from tests.stories.shift import Shift

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_sheet_goes_from_ring_to_close_by_keyboard(shift: Shift) -> None:
    call = shift.ring(heard="胜利西路118号有两个人在打架")
    sheet = shift.take_sheet()
    assert sheet.state is IncidentState.TAKEN
    assert (sheet.address, sheet.class_taken, sheet.level) == ("胜利西路118号", "200100", 3)
    assert sheet.caller_number == call.caller_number
    assert call.rang_at == sheet.reported_at <= sheet.answered_at <= (sheet.completed_at or 0)
    taking_keys = shift.keys
    assert taking_keys <= 45

    shift.send("618")
    assert shift.unit("618").status == AssignmentState.ISSUED
    assert shift.board.get(IncidentCard, sheet.id).state is IncidentState.DISPATCHED  # type: ignore[union-attr]

    for state in (AssignmentState.SIGNED, AssignmentState.DEPARTED, AssignmentState.ARRIVED):
        shift.key(Qt.Key.Key_F6)
        shift.wait(lambda state=state: shift.unit("618").status == state)  # type: ignore[misc]
    assert shift.board.get(IncidentCard, sheet.id).state is IncidentState.ON_SCENE  # type: ignore[union-attr]
    shift.key(Qt.Key.Key_F6)
    shift.wait(lambda: shift.unit("618").job is None)
    assert shift.unit("618").duty is Duty.RETURNING

    feed_back(shift)
    close(shift)
    shift.wait(lambda: shift.board.get(IncidentCard, sheet.id) is None)

    dossier = read(shift, sheet.id)
    assert dossier.card.state is IncidentState.CLOSED
    assert [entry.code for entry in dossier.entries] == [
        "sheet.opened",
        "sheet.completed",
        "unit.assigned",
        "unit.signed",
        "unit.departed",
        "unit.arrived",
        "unit.finished",
        "feedback.given",
        "sheet.closed",
    ]
    assert shift.station.database.read(verify).misfit is None
    assert shift.board == shift.station.database.board()


def test_reopening_a_closed_sheet_brings_it_back_to_the_queue(shift: Shift) -> None:
    shift.ring()
    sheet = shift.take_sheet()
    shift.send("618")
    for _ in range(4):
        before = shift.unit("618").status
        shift.key(Qt.Key.Key_F6)
        shift.wait(lambda before=before: shift.unit("618").status != before)  # type: ignore[misc]
    close(shift)
    shift.wait(lambda: shift.board.get(IncidentCard, sheet.id) is None)

    shift.key("f", Qt.KeyboardModifier.ControlModifier)
    shift.type("118")
    shift.wait(lambda: shift.window.history.view.model().rowCount() == 1)
    shift.key(Qt.Key.Key_Down)
    shift.key(Qt.Key.Key_Return)
    shift.wait(lambda: shift.window.details.parts.bar.buttons["sheet.reopen"].isEnabled())
    shift.key(Qt.Key.Key_F9, SHIFT)
    shift.type("mistaken close")
    shift.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shift.wait(lambda: shift.board.get(IncidentCard, sheet.id) is not None)
    card = shift.board.get(IncidentCard, sheet.id)
    assert card is not None
    assert card.state is IncidentState.HANDLED
    assert card.reopened == 1


def feed_back(shift: Shift) -> None:
    """Give feedback on the selected sheet: result by its letters, then a narrative."""
    shift.settle()
    shift.key(Qt.Key.Key_F8)
    shift.key(Qt.Key.Key_Return)
    shift.type("xctj")
    shift.key(Qt.Key.Key_Return)
    shift.type("settled")
    shift.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shift.wait(lambda: any(card.fed_back for card in shift.sheets()))


def close(shift: Shift) -> None:
    """Close the selected sheet with a result."""
    shift.settle()
    shift.key(Qt.Key.Key_F9)
    shift.type("xctj")
    shift.key(Qt.Key.Key_Return)
    shift.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def read(shift: Shift, incident_id: str) -> Dossier:
    """Return what the store holds about a sheet."""
    dossier = shift.station.database.read(read_dossier, incident_id)
    assert dossier is not None
    return dossier
