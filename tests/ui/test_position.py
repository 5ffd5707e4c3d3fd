"""Positions: the newest of each unit, once a frame, the same for table and map."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from models.fix import Fix
from ui.position import Positions


def test_only_the_newest_fix_of_a_unit_is_handed_on(qtbot: QtBot) -> None:
    positions = Positions()
    with qtbot.waitSignal(positions.moved) as moved:
        positions.report([Fix("a", 1, 117, 24), Fix("a", 3, 117.2, 24), Fix("b", 2, 118, 24)])
        positions.report([Fix("a", 2, 117.1, 24)])
    assert sorted((fix.unit_id, fix.at) for fix in moved.args[0]) == [("a", 3), ("b", 2)]
    assert positions.latest["a"].lon == 117.2


def test_every_fix_goes_to_the_disk_also_the_older_ones(qtbot: QtBot) -> None:
    positions = Positions()
    positions.report([Fix("a", 1, 117, 24), Fix("a", 2, 117, 24)])
    with qtbot.waitSignal(positions.due) as due:
        positions.flush()
    assert [fix.at for fix in due.args[0]] == [1, 2]


def test_positions_from_disk_never_replace_newer_ones(qtbot: QtBot) -> None:
    positions = Positions()
    positions.report([Fix("a", 5, 117, 24)])
    positions.restore([Fix("a", 1, 116, 24), Fix("b", 1, 116, 24)])
    assert positions.latest["a"].at == 5
    assert positions.latest["b"].at == 1
