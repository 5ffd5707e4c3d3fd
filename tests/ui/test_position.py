"""Positions: the newest of each unit, once a frame, the same for table and map."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from models.fix import Fix
from ui.position import Positions, Thinning


def test_only_the_newest_fix_of_a_unit_is_handed_on(qtbot: QtBot) -> None:
    positions = Positions()
    with qtbot.waitSignal(positions.moved) as moved:
        positions.report([Fix("a", 1, 117, 24), Fix("a", 3, 117.2, 24), Fix("b", 2, 118, 24)])
        positions.report([Fix("a", 2, 117.1, 24)])
    assert sorted((fix.unit_id, fix.at) for fix in moved.args[0]) == [("a", 3), ("b", 2)]
    assert positions.latest["a"].lon == 117.2


def due_of(qtbot: QtBot, positions: Positions) -> list[int]:
    """The instants of what goes to disk when the program ends."""
    with qtbot.waitSignal(positions.due) as due:
        positions.flush()
    return [fix.at for fix in due.args[0]]


def test_a_unit_that_stands_is_put_on_disk_every_so_often_and_at_the_end(qtbot: QtBot) -> None:
    positions = Positions(thinning=Thinning(every_ms=1000, metres=50))
    positions.report([Fix("a", at, 117, 24) for at in range(0, 2600, 100)])
    assert due_of(qtbot, positions) == [0, 1000, 2000, 2500]


def test_a_unit_that_drives_is_put_on_disk_wherever_it_has_moved_far_enough(qtbot: QtBot) -> None:
    positions = Positions(thinning=Thinning(every_ms=60_000, metres=50))
    # Some 20 m to the east each, at 24 degrees north.
    positions.report([Fix("a", at, 117 + at * 0.0002, 24) for at in range(7)])
    assert due_of(qtbot, positions) == [0, 3, 6]


def test_what_a_terminal_sends_later_is_where_its_unit_has_been(qtbot: QtBot) -> None:
    positions = Positions()
    positions.report([Fix("a", 9, 117, 24), Fix("a", 3, 117.1, 24), Fix("a", 4, 117.2, 24)])
    assert due_of(qtbot, positions) == [9, 3, 4]


def test_a_position_that_is_on_disk_already_is_not_put_there_again(qtbot: QtBot) -> None:
    positions = Positions()
    positions.restore([Fix("a", 5, 117, 24)])
    with qtbot.assertNotEmitted(positions.due):
        positions.flush()


def test_a_clock_ahead_of_the_desk_counts_as_now() -> None:
    positions = Positions(now=lambda: 1_000_000)
    positions.report([Fix("a", 9_000_000, 117, 24)])
    assert positions.latest["a"].at == 1_000_000


def test_positions_from_disk_never_replace_newer_ones(qtbot: QtBot) -> None:
    positions = Positions()
    positions.report([Fix("a", 5, 117, 24)])
    positions.restore([Fix("a", 1, 116, 24), Fix("b", 1, 116, 24)])
    assert positions.latest["a"].at == 5
    assert positions.latest["b"].at == 1
