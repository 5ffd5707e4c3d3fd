"""Who leads at an incident: one unit at a time, and the role passes on when it leaves or is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.assignment import Assignment, Role
from services.dispatching import (
    arrive,
    ask_return,
    cancel,
    decide_return,
    depart,
    finish,
    move_unit,
    set_main_unit,
)
from services.dossier import read_dossier
from tests.services.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk whose store closes with the process."""
    return Desk(tmp_path)


def mains(desk: Desk, jobs: list[str]) -> list[int]:
    """Return which of the assignments have the main role."""
    return [at for at, id in enumerate(jobs) if desk.get(Assignment, id).role is Role.MAIN]


def lines(desk: Desk, sheet: str) -> list[tuple[str, str, str]]:
    """Return what the timeline says about who leads."""
    dossier = desk.db.read(read_dossier, sheet)
    assert dossier is not None
    found = [entry for entry in dossier.entries if entry.code.startswith("unit.main")]
    return [(entry.code, entry.params["unit"], entry.params.get("former", "")) for entry in found]


def test_it_passes_to_the_unit_that_has_been_on_scene_longest(desk: Desk) -> None:
    sheet = desk.sheet()
    jobs = desk.send(sheet, desk.unit("漳101"), desk.unit("漳102"), desk.unit("漳103"))
    assert mains(desk, jobs) == [0]
    for at in (2, 0, 1):
        desk.do(arrive, jobs[at])
    desk.do(finish, jobs[0])
    assert mains(desk, jobs) == [2]
    assert lines(desk, sheet) == [("unit.main_passed", "漳103", "漳101")]
    desk.do(finish, jobs[2])
    assert mains(desk, jobs) == [1]
    desk.close()


def test_the_last_unit_keeps_it_when_it_is_done(desk: Desk) -> None:
    sheet = desk.sheet()
    (job,) = desk.send(sheet, desk.unit())
    desk.do(arrive, job)
    desk.do(finish, job)
    assert mains(desk, [job]) == [0]
    assert lines(desk, sheet) == []
    desk.close()


def test_who_is_sent_after_the_main_unit_was_done_takes_over(desk: Desk) -> None:
    sheet = desk.sheet()
    (first,) = desk.send(sheet, desk.unit("漳101"))
    desk.do(arrive, first)
    desk.do(finish, first)
    (second,) = desk.send(sheet, desk.unit("漳102"))
    assert mains(desk, [first, second]) == [1]
    assert lines(desk, sheet) == [("unit.main_passed", "漳102", "漳101")]
    desk.do(cancel, second, "误派")
    assert mains(desk, [first, second]) == [0], "who finished leads rather than who never came"
    desk.close()


def test_a_return_granted_leaves_one_main_unit(desk: Desk) -> None:
    sheet = desk.sheet()
    jobs = desk.send(sheet, desk.unit("漳101"), desk.unit("漳102"))
    desk.do(ask_return, jobs[0], "车辆故障")
    assert mains(desk, jobs) == [0], "asking is not leaving"
    desk.do(decide_return, jobs[0], accept=True)
    assert mains(desk, jobs) == [1]
    desk.close()


def test_a_unit_moved_away_hands_on_and_leads_where_it_goes_only_if_nobody_does(
    desk: Desk,
) -> None:
    here, there = desk.sheet(), desk.sheet()
    jobs = desk.send(here, desk.unit("漳101"), desk.unit("漳102"))
    moved = desk.do(move_unit, jobs[0], there)
    assert mains(desk, [*jobs, moved]) == [1, 2]
    desk.close()


def test_a_person_may_choose_against_the_rule(desk: Desk) -> None:
    sheet = desk.sheet()
    jobs = desk.send(sheet, desk.unit("漳101"), desk.unit("漳102"))
    desk.do(depart, jobs[0])
    desk.do(set_main_unit, jobs[1])
    assert mains(desk, jobs) == [1]
    assert lines(desk, sheet) == [("unit.main", "漳102", "")]
    desk.close()
