"""A unit's state is one and the same in every pane, in the same turn of the event loop."""

from __future__ import annotations

from PySide6.QtCore import Qt

from models.board import Delta, IncidentCard, UnitCard
from tests.stories.shift import Shift
from ui.table import CardTable
from ui.wording import state_name

# Signed, set out, arrived, done.
STEPS = 4


def test_a_step_is_the_same_everywhere_before_anything_is_painted(shift: Shift) -> None:
    shift.ring()
    sheet = shift.take_sheet()
    shift.send("618")
    window, id = shift.window, shift.unit("618").id
    told: list[str] = []

    def look(delta: Delta) -> None:
        # The last to be told, in the turn in which the first was.
        if any(card.id == id for card in delta.of(UnitCard)):
            unit, card = shift.unit("618"), shift.board.get(IncidentCard, sheet.id)
            assert window.units.table.card(window.units.table.row_of(id)) is unit
            assert window.queue.table.card(window.queue.table.row_of(sheet.id)) is card
            assert window.details.card is card
            assert card is not None
            lines = [job.line for job in window.details.parts.jobs.table.cards()]
            assert lines == list(card.assignments)
            # What the page is told with the next frame comes from this board.
            assert window.map.view._pending._board is shift.board
            told.append(row(window.units.table, id))

    shift.desk.store.changed.connect(look)
    for _ in range(STEPS):
        before = len(told)
        shift.key(Qt.Key.Key_F6)
        shift.wait(lambda before=before: len(told) > before)  # type: ignore[misc]
        assert state_name(shift.unit("618").status) in told[-1]
    assert len(told) == STEPS


def row(table: CardTable[UnitCard], id: str) -> str:
    """Return what a row of a table says."""
    at = table.row_of(id)
    assert at is not None
    return " ".join(str(table.index(at, column).data()) for column in range(table.columnCount()))
