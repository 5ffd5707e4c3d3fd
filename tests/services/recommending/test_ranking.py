"""The ranking is one total order, offers nobody who cannot go, and says with its own numbers why."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.board import Board, UnitCard
from models.fix import Fix
from models.plan import demands
from models.state import READY, AssignmentState, Duty
from services.recommending.candidate import Candidate, Drive, Ground, Lack, Ranking
from services.recommending.ranking import field_of, rank, straight
from services.recommending.situation import Load, Past, Situation
from services.recommending.standing import Bar, Standing
from tests.services.recommending.scene import (
    GROUND,
    INCIDENT,
    NOW,
    OTHER,
    STRAIGHT,
    job,
    situation,
    situations,
    unit,
)

HERE = (117.65, 24.51)


def ranked(at: Situation, drives: dict[str, Drive] | None = None) -> Ranking:
    """Rank with the ways that are known."""
    return rank(at, field_of(at), drives or {}, {})


def one(ranking: Ranking, unit_id: str) -> Candidate:
    """Return the candidate of a unit."""
    return next(it for it in ranking.candidates if it.unit_id == unit_id)


def order(ranking: Ranking) -> list[str]:
    """Return the units in order."""
    return [it.unit_id for it in ranking.candidates]


def north(id: str, metres: float, age_ms: int = 0, **fields: Any) -> Fix:
    """Return a position so many metres north of the incident."""
    return Fix(id, NOW - age_ms, HERE[0], HERE[1] + metres / 111_195, **fields)


@settings(max_examples=150, deadline=None)
@given(situations(), st.randoms(use_true_random=False))
def test_the_same_situation_always_gives_the_same_total_order(
    at: Situation, random: Random
) -> None:
    first = ranked(at)
    units = list(at.board.all(UnitCard).values())
    random.shuffle(units)
    others = [card for kind, some in at.board.cards.items() for card in some.values()]
    shuffled = replace(
        at,
        board=Board.of_cards((*(it for it in others if not isinstance(it, UnitCard)), *units)),
        fixes=dict(random.sample(sorted(at.fixes.items()), len(at.fixes))),
    )
    assert ranked(shuffled) == first
    assert [it.rank for it in first.candidates] == list(range(1, len(first.candidates) + 1))
    ids = [*order(first), *(id for id, _ in first.barred)]
    assert sorted(ids) == sorted(at.board.all(UnitCard)), "everybody is either offered or barred"


@settings(max_examples=150, deadline=None)
@given(situations())
def test_nobody_is_offered_who_cannot_go(at: Situation) -> None:
    complaint = at.incident.class_code in at.rules.complaint_classes
    for candidate in ranked(at).candidates:
        card = at.board.get(UnitCard, candidate.unit_id)
        assert card is not None
        if card.job is None:
            assert card.duty in READY
        else:
            assert card.job.incident_id != at.incident.id
            assert card.job.state is not AssignmentState.RETURN_ASKED
            assert card.duty not in (Duty.EMERGENCY, Duty.OFFLINE)
        if complaint and "618态度" in at.incident.narrative:
            assert card.call_sign != "618"


@settings(max_examples=150, deadline=None)
@given(situations())
def test_bands_hold_the_estimate_and_nobody_free_gives_way_to_somebody_busy(at: Situation) -> None:
    found = ranked(at).candidates
    for it in found:
        if it.arrival is not None:
            assert 0 <= it.arrival.low <= it.arrival.seconds <= it.arrival.high
            assert it.arrival.seconds <= it.arrival.sure
            assert it.arrival.wait <= it.arrival.seconds
        lost = any(short.lack is Lack.PLACE for short in it.shortfalls)
        assert lost == (it.arrival is None and at.point is not None) or at.point is None
    for before, after in pairwise(found):
        assert not (before.standing is not Standing.FREE and after.standing is Standing.FREE)
        same = before.standing is after.standing is Standing.FREE and before.is_fit is after.is_fit
        if same and before.arrival and after.arrival:
            assert after.arrival.sure > before.arrival.sure - at.rules.tie
        if after.why.ground is Ground.SOONER and before.arrival and after.arrival:
            assert after.why.number == pytest.approx(after.arrival.sure - before.arrival.sure)
        if after.why.ground is Ground.WORK:
            assert after.why.number == after.jobs - before.jobs


def test_a_unit_is_measured_from_where_it_is_heading() -> None:
    at = situation(
        [unit("toward"), unit("away")],
        [
            north("toward", 1_000, heading=180.0, speed=15.0),
            north("away", 1_000, heading=0.0, speed=15.0),
        ],
    )
    found = ranked(at)
    toward, away = one(found, "toward").arrival, one(found, "away").arrival
    assert toward is not None
    assert away is not None
    assert away.metres - toward.metres == pytest.approx(150, abs=1)
    assert toward.seconds == pytest.approx(5 + 925 / STRAIGHT, abs=1)


def test_a_stale_position_is_widened_by_what_the_unit_could_have_driven() -> None:
    at = situation(
        [unit("stale"), unit("fresh")], [north("stale", 100, 120_000), north("fresh", 800)]
    )
    found = ranked(at)
    stale = one(found, "stale")
    assert stale.arrival is not None
    assert stale.arrival.high - stale.arrival.seconds > 120
    assert stale.arrival.sure == pytest.approx(stale.arrival.seconds + 120)
    assert [(it.lack, it.number) for it in stale.shortfalls] == [(Lack.STALE, 120.0)]
    assert order(found) == ["fresh", "stale"]


def test_a_unit_on_scene_comes_when_it_is_expected_to_clear() -> None:
    done = unit("busy", job=job("busy", "there", AssignmentState.ARRIVED, NOW - 600_000))
    at = situation([done], [], past=Past(scene_seconds={OTHER.class_code: 900.0}))
    busy = one(ranked(at), "busy")
    assert busy.standing is Standing.CLEARING
    assert busy.arrival is not None
    assert busy.arrival.wait == pytest.approx(300)
    overdue = replace(at, now=NOW + 900_000)
    later = one(ranked(overdue), "busy").arrival
    assert later is not None
    assert later.wait == pytest.approx(900 * at.rules.overdue_share)
    unknown = one(ranked(replace(at, past=Past())), "busy").arrival
    assert unknown is not None
    assert unknown.wait == pytest.approx(at.rules.scene - 600)


def test_roads_decide_where_they_are_known() -> None:
    at = situation([unit("near"), unit("far")], [north("near", 300), north("far", 900)])
    ways = {"near": Drive(400.0, 5_000.0, False), "far": Drive(100.0, 1_200.0, False)}
    found = ranked(at, ways)
    assert order(found) == ["far", "near"]
    near = one(found, "near")
    assert near.arrival is not None
    assert not near.arrival.estimated
    assert near.why == replace(near.why, ground=Ground.SOONER, number=300.0)


def test_equal_times_are_decided_by_beat_area_workload_and_rest_in_this_order() -> None:
    units = [
        unit("a", call_sign="9", beat_id="b1"),
        unit("b", call_sign="8", organisation_id="o2"),
        unit("c", call_sign="7"),
        unit("d", call_sign="6"),
        unit("e", call_sign="5"),
    ]
    past = Past({"d": Load(1, NOW - 60_000), "c": Load(1, NOW - 3_600_000), "e": Load(2)})
    at = situation(units, [north(it.id, 100) for it in units], past=past)
    found = ranked(at)
    assert order(found) == ["a", "b", "c", "d", "e"]
    grounds = [Ground.BEAT, Ground.BEAT, Ground.AREA, Ground.REST, Ground.WORK]
    assert [it.why.ground for it in found.candidates] == grounds


def test_who_lacks_what_the_plan_wants_comes_after_those_who_have_it() -> None:
    units = [
        unit("car"),
        unit("alone", unit_kind="boat", crew=1),
        unit("boat", unit_kind="boat"),
        unit("able", capabilities=("水上",)),
    ]
    fixes = [north(it.id, 100 + 300 * place) for place, it in enumerate(units)]
    at = situation(units, fixes, wanted=demands("boat|水上@2*1"))
    found = ranked(at)
    assert order(found) == ["boat", "able", "car", "alone"]
    lacks = {it.unit_id: [short.lack for short in it.shortfalls] for it in found.candidates}
    assert lacks == {"able": [], "boat": [], "car": [Lack.CAPABILITY], "alone": [Lack.CREW]}


def test_a_unit_complained_of_is_never_offered() -> None:
    said = replace(INCIDENT, class_taken="950200", narrative="投诉618执法态度，与621无关的1618不算")
    at = situation([unit("618"), unit("621"), unit("1618"), unit("625")], [], incident=said)
    assert dict(field_of(at).barred) == {
        "618": Bar.COMPLAINED,
        "621": Bar.COMPLAINED,
        "1618": Bar.COMPLAINED,
    }
    before = job("618", "there", AssignmentState.FINISHED, NOW - 9_000)
    handled = replace(OTHER, assignments=(before,), reported_at=NOW - 10_000)
    silent = replace(said, narrative="刚才来的人态度差", main_id="there", reported_at=NOW)
    board = Board.of_cards((*GROUND, handled, silent, unit("618"), unit("625")))
    for incident in (silent, handled):
        linked = situation([], [], board=board, incident=incident)
        assert [id for id, _ in field_of(linked).barred] == ["618"]


def test_the_straight_estimate_says_that_it_is_one() -> None:
    at = situation([unit("a")], [north("a", 1_000)])
    (runner,) = field_of(at).runners
    assert runner.origin is not None
    way = straight(at, runner.origin)
    assert way.estimated
    assert way.seconds == pytest.approx(1_000 / STRAIGHT, rel=0.01)
