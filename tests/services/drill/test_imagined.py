"""The imagined desk plays as a store does, and futures played on it differ by the choice alone."""

from __future__ import annotations

from dataclasses import replace
from math import inf, isinf
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.board import Board, IncidentCard, UnitCard
from models.fix import Fix
from models.state import IncidentState
from services.database import Database
from services.drill import START_MS, Drill
from services.drill.foresight import Fork, fork, play
from services.drill.imagined import Imagined
from services.drill.interval import interval
from services.drill.running import Run
from services.drill.script import lean, shipped

MINUTE = 60_000


def told(board: Board) -> dict[str, list[tuple[object, ...]]]:
    """Return what became of every sheet, by its call: orders have other keys in a store."""
    return {
        sheet.call_id or "": [
            (
                sheet.state,
                sheet.class_code,
                sheet.level,
                sheet.place,
                sheet.main_id,
                sheet.fed_back,
            ),
            *(
                (it.unit_id, it.state, it.issued_at, it.signed_at, it.departed_at, it.arrived_at)
                for it in sheet.assignments
            ),
        ]
        for sheet in board.all(IncidentCard).values()
    }


def units(board: Board) -> dict[str, tuple[object, ...]]:
    return {
        id: (unit.duty, unit.duty_since, unit.job.state if unit.job else None)
        for id, unit in board.all(UnitCard).items()
    }


@pytest.fixture(scope="module")
def staffed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Board, Board]:
    """The board of a drill before and after 20 minutes on a real store."""
    path: Path = tmp_path_factory.mktemp("drill") / "drill.sqlite"
    database = Database(path, clock=lambda: START_MS)
    drill = Drill(4, START_MS, automatic=True, fixes=False, script=lean(shipped(), 0.5))
    run = Run(database, drill)
    run.begin()
    before = run.board
    while (at := drill.next_at()) < START_MS + 20 * MINUTE:
        run.step(at)
    database.close()
    return before, run.board


def test_the_imagined_desk_plays_exactly_what_a_store_plays(staffed: tuple[Board, Board]) -> None:
    before, after = staffed
    drill = Drill(4, START_MS, automatic=True, fixes=False, script=lean(shipped(), 0.5))
    desk = Imagined(drill, before)
    desk.begin()
    desk.play(START_MS + 20 * MINUTE)
    assert told(desk.board) == told(after)
    assert units(desk.board) == units(after)
    arrived = [it for it in desk.sheets.values() if it.arrived_at is not None]
    assert len(arrived) > 3
    assert any(it.state is IncidentState.ON_SCENE for it in arrived)


@pytest.fixture(scope="module")
def waiting(staffed: tuple[Board, Board]) -> Fork:
    """A fork with one sheet that waits; the units are where their beats are."""
    before, _ = staffed
    drill = Drill(4, START_MS, automatic=True, script=lean(shipped()))
    desk, fixes = Imagined(drill, before), dict[str, Fix]()
    desk.begin()
    while (at := drill.next_at()) < START_MS + 6 * MINUTE:
        step = drill.advance(at)
        fixes |= {fix.unit_id: fix for fix in step.fixes}
        for job in step.jobs:
            desk.write(job)
    now = START_MS + 6 * MINUTE
    cards = desk.board.all(IncidentCard).values()
    sheet = next(it for it in cards if it.point is not None and it.active)
    alone = replace(
        sheet, id="waits", state=IncidentState.TAKEN, assignments=(), main_id=None, drill=False
    )
    cards_now = [card for some in desk.board.cards.values() for card in some.values()]
    return fork(Board.of_cards([*cards_now, alone]), fixes.values(), "waits", now)


def test_a_future_is_the_same_each_time_and_a_nearer_unit_is_there_sooner(waiting: Fork) -> None:
    place = waiting.board.all(IncidentCard)["waits"].point
    assert place is not None
    free = [
        fix
        for fix in waiting.fixes
        if waiting.board.all(UnitCard)[fix.unit_id].is_free
        and waiting.board.all(UnitCard)[fix.unit_id].unit_kind == "car"
    ]
    free.sort(key=lambda fix: abs(fix.lon - place.lon) + abs(fix.lat - place.lat))
    near, far = free[0].unit_id, free[-1].unit_id
    first = play(waiting, [near], 1)
    assert first == play(waiting, [near], 1)
    assert first != play(waiting, [near], 2)
    other = play(waiting, [far], 1)
    assert first.others == other.others
    assert first.arrival is not None
    assert first.arrival < (other.arrival if other.arrival is not None else inf)


def test_a_fork_leaves_out_what_no_unit_is_on_and_marks_the_rest_as_drill(waiting: Fork) -> None:
    assert {card.drill for card in waiting.board.all(UnitCard).values()} == {True}
    assert waiting.board.all(IncidentCard)["waits"].drill
    assert {fix.unit_id for fix in waiting.fixes} == set(waiting.board.all(UnitCard))
    assert not waiting.board.cards.get("call")


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60))
def test_an_interval_holds_its_mean_and_narrows_with_more_of_the_same(values: list[float]) -> None:
    one, twice = interval(values), interval([*values, *values])
    assert one.low <= one.mean <= one.high
    if len(values) == 1:
        assert isinf(one.high)
    else:
        assert twice.high - twice.low <= (one.high - one.low) * (1 + 1e-9) + 1e-6


def test_an_interval_is_that_of_the_tables() -> None:
    # 10 values 1 to 10: mean 5.5, s = 3.0277, t(9) = 2.262; 41 values: t(40) = 2.0211.
    found = interval([float(it) for it in range(1, 11)])
    assert found.low == pytest.approx(5.5 - 2.1658, abs=1e-3)
    wide = interval([0.0, 2.0] * 20 + [1.0])
    assert wide.high - wide.mean == pytest.approx(2.0211 * 1.0 / 41**0.5, abs=1e-3)
    assert not interval([-1.0, 1.0, 0.5]).is_apart_from_zero
