"""Response plans: which one holds, who answers it, what the fleet cannot give."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.board import Board, UnitCard
from models.fix import Fix
from models.plan import (
    Demand,
    Occasion,
    Plan,
    demand_text,
    demands,
    filled,
    plan_for,
    plan_of,
    with_needs,
)
from models.state import AssignmentState, Duty
from services.dictionary.shipped import FOLDER
from services.dictionary.term import read_terms
from services.recommending.proposal import gaps, overridden, propose, wanted_next, wanted_now
from services.recommending.ranking import field_of, rank
from tests.services.recommending.scene import GROUND, INCIDENT, NOW, job, situation, unit

WORDS = st.sampled_from(["any", "car", "boat", "水上", "破门"])
DEMANDS = st.builds(
    Demand, st.lists(WORDS, min_size=1, max_size=3).map(tuple), st.integers(0, 4), st.integers(1, 5)
)
WATER = plan_of(
    "52", "溺水", "", {"first": "boat|水上*1 any*1", "second": "any*2", "standby": "any*1"}
)


def shipped() -> list[Plan]:
    """Return the plans that come with the program."""
    rows, refused = read_terms(FOLDER / "plan.csv")
    assert not refused
    return [plan_of(row.code, row.name, row.name_en, row.extra) for row in rows]


def near(units: list[UnitCard]) -> list[Fix]:
    """Return positions of units, one as far as the other."""
    return [Fix(it.id, NOW, 117.655, 24.51) for it in units]


def test_the_plan_meant_most_closely_holds() -> None:
    plans = shipped()

    def code(class_code: str, family: str, level: int | None, minute: int) -> str:
        plan = plan_for(plans, Occasion(class_code, family, level, "350602", minute))
        assert plan is not None
        return plan.code

    assert code("999900", "99", 4, 0) == "00"
    assert code("999900", "99", 1, 0) == "01"
    assert code("200100", "20", 3, 12 * 60) == "21"
    assert code("200100", "20", 3, 23 * 60) == "22"
    assert code("200100", "20", 3, 5 * 60) == "22", "hours go over midnight"
    assert code("200300", "20", 3, 0) == "20"
    assert code("100500", "10", 2, 0) == "11"
    local = Plan("x", "芗城", "", area="350602", tiers=(demands("any*4"), (), ()))
    assert plan_for([*plans, local], Occasion("999900", "99", 4, "350602001", 0)) == local
    assert plan_for([local], Occasion("999900", "99", 4, "350603001", 0)) is None


@given(st.lists(DEMANDS, max_size=4))
def test_demands_are_read_as_they_are_written(some: list[Demand]) -> None:
    assert demands(" ".join(map(demand_text, some))) == tuple(some)


@pytest.mark.parametrize("text", ["*2", "any*0", "any@x", "any*51", "|"])
def test_a_word_that_is_no_demand_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        demands(text)


@given(st.lists(DEMANDS, max_size=4), st.integers(0, 6), st.randoms(use_true_random=False))
def test_nobody_answers_two_demands_and_everybody_answers_the_one_he_is_named_for(
    wanted: list[Demand],
    many: int,
    random: Random,
) -> None:
    kinds, able = ["car", "boat", "drone"], [(), ("水上",)]
    units = [
        unit(
            f"u{number}",
            unit_kind=random.choice(kinds),
            capabilities=random.choice(able),
            crew=random.randrange(5),
        )
        for number in range(many)
    ]
    found = filled(wanted, units)
    by_id = {it.id: it for it in units}
    ids = [id for one in found for id in one.unit_ids]
    assert len(ids) == len(set(ids))
    for one, demand in zip(found, wanted, strict=True):
        assert one.demand == demand
        assert len(one.unit_ids) + one.missing == demand.count
        assert all(demand.fits(by_id[id]) for id in one.unit_ids)
        free = [it for it in units if it.id not in ids and demand.fits(it)]
        assert not (one.missing and free), "nothing is missing while somebody free would do"


def test_the_plan_proposes_its_tiers_and_tells_what_is_missing() -> None:
    cars = [unit(f"c{number}") for number in range(3)]
    boat = unit("boat", unit_kind="boat")
    at = situation([*cars, boat], near([*cars, boat]))
    ranking = rank(at, field_of(at), {}, {})
    first = propose(WATER, wanted_now(WATER, INCIDENT, at.board), at.board, ranking)
    assert (first.tier, first.unit_ids, first.missing) == (1, ("c0", "boat"), ())
    assert [one.unit_ids for one in first.standby] == [("c1",)]

    there = (
        job("boat", "here", AssignmentState.DEPARTED, NOW),
        job("c0", "here", AssignmentState.ISSUED, NOW),
    )
    sent = replace(INCIDENT, assignments=there, alarm=1)
    gone = [replace(boat, job=there[0]), replace(cars[0], job=there[1]), *cars[1:]]
    later = situation([], near(gone), board=Board.of_cards((*GROUND, sent, *gone)), incident=sent)
    ranking = rank(later, field_of(later), {}, {})
    assert wanted_now(WATER, sent, later.board) == (0, ())
    second = propose(WATER, wanted_next(WATER, sent, later.board), later.board, ranking)
    assert (second.tier, second.unit_ids) == (2, ("c1", "c2"))
    assert wanted_next(WATER, replace(sent, alarm=2), later.board) == (0, ())
    alone = propose(WATER, (1, WATER.tiers[0]), Board.of_cards(()), ranking)
    assert [(demand.wanted, many) for demand, many in alone.missing] == [
        (("boat", "水上"), 1),
        (("any",), 1),
    ]


def test_another_unit_than_the_proposed_is_an_override_more_or_fewer_are_none() -> None:
    three = [unit("a"), unit("b"), unit("c")]
    at = situation(three, near(three))
    ranking = rank(at, field_of(at), {}, {})
    plan = plan_of("1", "二支", "", {"first": "any*2"})
    proposal = propose(plan, wanted_now(plan, INCIDENT, at.board), at.board, ranking)
    assert proposal.unit_ids == ("a", "b")
    for chosen in (["a"], ["b"], ["a", "b"], ["c", "b", "a"]):
        assert overridden(proposal, ranking, chosen) is None
    assert overridden(proposal, ranking, ["c"]) == ("c", "a")
    assert overridden(proposal, ranking, ["a", "c"]) == ("c", "b")
    blind = situation(three, [])
    unknown = rank(blind, field_of(blind), {}, {})
    nobody = propose(plan, wanted_now(plan, INCIDENT, at.board), at.board, unknown)
    assert nobody.unit_ids == ()
    assert overridden(nobody, unknown, ["c"]) is None, "without a place nobody is nearer"


def test_gaps_of_the_fleet_are_listed_once() -> None:
    fleet = [unit("a"), unit("b"), unit("off", duty=Duty.OFFLINE), unit("busy", duty=Duty.PAUSED)]
    found = gaps([WATER], fleet)
    assert [(gap.tier, gap.demand.wanted, gap.missing) for gap in found] == [
        (1, ("boat", "水上"), 1)
    ]
    assert gaps([WATER], [*fleet, unit("boat", unit_kind="boat")]) == []


def test_answers_ask_for_more_than_the_plan_says() -> None:
    fleet = [unit("a", capabilities=("rescue",)), unit("b")]
    more = with_needs(WATER, ("reinforce", "rescue", "medical", "水上"), fleet)
    assert more.tiers[0] == (*WATER.tiers[0], Demand(("any",)), Demand(("rescue",)))
    assert more.tiers[1:] == WATER.tiers[1:]
    assert with_needs(WATER, (), fleet) is WATER
