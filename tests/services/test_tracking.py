"""Positions on disk: the last of each unit, and where one has been."""

from __future__ import annotations

from pathlib import Path

from models.fix import Fix
from services.fleet import add_unit
from services.tracking import newest_fixes, trail
from tests.services.desk import Desk


def test_the_last_position_of_every_unit_is_found(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for id in ("u1", "u2", "u3"):
        desk.do(add_unit, id=id, call_sign=id)
    desk.db.save_fixes(
        [Fix("u1", 1, 117, 24), Fix("u2", 5, 117.5, 24), Fix("u1", 7, 117.7, 24, heading=90.0)]
    )
    assert sorted(desk.db.read(newest_fixes), key=lambda fix: fix.unit_id) == [
        Fix("u1", 7, 117.7, 24, heading=90.0),
        Fix("u2", 5, 117.5, 24),
    ]
    desk.close()


def test_a_trail_is_one_units_positions_since_an_instant_in_order(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.db.save_fixes([Fix(id, at, 117, 24) for id in ("u1", "u2") for at in (9, 3, 5, 7)])
    assert [(fix.unit_id, fix.at) for fix in desk.db.read(trail, "u1", 5)] == [
        ("u1", 5),
        ("u1", 7),
        ("u1", 9),
    ]
    desk.close()


def test_old_positions_go_some_at_a_time_so_that_no_command_waits_for_a_year_of_them(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path)
    desk.db.save_fixes([Fix("u1", at, 117, 24) for at in range(1200)])
    left = []
    for _ in range(4):
        desk.db.save_fixes([], drop_before=1100)
        left.append(len(desk.db.read(trail, "u1", 0)))
    assert left == [700, 200, 100, 100]
    desk.close()
