"""What a drawn closure takes out of every way: the street it follows, both carriageways of it, what it crosses or covers."""

from __future__ import annotations

import pytest

from models.board import MarkingCard
from models.marking import MarkingForm, MarkingKind
from services.routing import Passable, Roads, find_route
from tests.services.routing.plan import Place, Plan

# A main street of two carriageways 16 m apart (a-b, c-d) with a side street across it (e-f), and a way round (a-g-h-b).
TOWN: dict[str, Place] = {
    **{"a": (0, 0), "m": (3, 0), "b": (6, 0)},
    **{"c": (0, 0.08), "n": (3, 0.08), "d": (6, 0.08)},
    **{"e": (3, 2), "f": (3, -3), "g": (0, -3), "h": (6, -3)},
}


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, Roads]:
    """The plan and its roads."""
    plan = Plan(TOWN)
    for places in ("am", "mb"):
        plan.street(list(places), oneway="yes")
    for places in ("dn", "nc"):
        plan.street(list(places), oneway="yes")
    for places in ("ac", "bd", "mn", "ne", "mf", "fg", "ga", "fh", "hb"):
        plan.street(list(places))
    return plan, plan.roads(tmp_path_factory.mktemp("plan"))


def closure(plan: Plan, *points: Place, area: bool = False, one_way: bool = False) -> MarkingCard:
    """Return a closure over points of the plan."""
    form = MarkingForm.AREA if area else MarkingForm.LINE
    drawn = tuple(plan.point(*point) for point in points)
    return MarkingCard(
        *("k", MarkingKind.CLOSURE, form, drawn, None, "10", "", one_way, 0, None, None, 0, "x")
    )


def shut(plan: Plan, roads: Roads, *drawn: MarkingCard) -> set[str]:
    """Return the stretches that are closed, by the places at their ends."""
    lines = Passable(roads, drawn).closed()
    ends = {name: plan.point(*place) for name, place in TOWN.items()}

    def name(point: tuple[float, float]) -> str:
        return min(ends, key=lambda it: abs(ends[it][0] - point[0]) + abs(ends[it][1] - point[1]))

    return {"".join(sorted(name(p) for p in (line[0], line[-1]))) for line in lines["k"]}


def test_a_line_along_a_street_closes_both_carriageways_and_no_side_street(
    plan: tuple[Plan, Roads],
) -> None:
    town, roads = plan
    drawn = closure(town, (0.2, 0.02), (2.8, 0.03), (4, 0.01))
    assert shut(town, roads, drawn) == {"am", "bm", "cn", "dn"}


def test_one_way_stops_only_those_who_drive_as_it_was_drawn(plan: tuple[Plan, Roads]) -> None:
    town, roads = plan
    drawn = closure(town, (0.2, 0.02), (2.5, 0.02), one_way=True)
    closed = Passable(roads, [drawn]).roads()
    east = find_route(closed, town.point(0, -1), town.point(5.9, -0.1))
    west = find_route(closed, town.point(5.9, 0.09), town.point(0, -1))
    assert east is not None
    assert west is not None
    assert min(lat for _, lat in east.line) == pytest.approx(town.point(0, -3)[1], abs=1e-6)
    assert min(lat for _, lat in west.line) > town.point(0, -1.1)[1]


def test_a_short_line_across_a_street_closes_what_it_crosses(plan: tuple[Plan, Roads]) -> None:
    town, roads = plan
    assert shut(town, roads, closure(town, (1.5, -0.08), (1.5, 0.16))) == {"am", "cn"}


def test_an_area_closes_what_it_touches_even_where_its_line_crosses_itself(
    plan: tuple[Plan, Roads],
) -> None:
    town, roads = plan
    bow = closure(town, (2.5, -2), (3.5, -1), (3.5, -2), (2.5, -1), area=True)
    assert shut(town, roads, bow) == {"fm"}


def test_a_line_far_from_every_road_closes_none_and_one_beside_a_road_the_nearest(
    plan: tuple[Plan, Roads],
) -> None:
    town, roads = plan
    assert shut(town, roads, closure(town, (1, -1.5), (1, -1.4))) == set()
    assert shut(town, roads, closure(town, (1, -2.9), (1, -2.88))) == {"fg"}


def test_the_way_leads_round_and_comes_back_when_nothing_is_closed(
    plan: tuple[Plan, Roads],
) -> None:
    town, roads = plan
    ends = (town.point(0.3, 0), town.point(5.9, 0))
    before = find_route(roads, *ends)
    drawn = closure(town, (3.5, 0.02), (5, 0.02))
    during = find_route(Passable(roads, [drawn]).roads(), *ends)
    after = find_route(Passable(roads, []).roads(), *ends)
    assert before is not None
    assert during is not None
    assert during.metres > before.metres + 500
    assert after == before
