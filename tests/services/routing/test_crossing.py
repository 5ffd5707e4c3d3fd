"""A unit that drives is measured from the next crossing ahead of it, however near the one behind it may be."""

from __future__ import annotations

import pytest

from models.place import distance
from services.routing import Moving, Roads, arrivals, crossings, shipped_traffic
from tests.services.routing.plan import Plan

PLACES: dict[str, tuple[float, float]] = {
    **{"a": (0, 0), "b": (2, 0), "c": (4, 0)},
    **{"d": (2, 2), "e": (2, -2)},
}
EAST, WEST, NORTH = 90.0, 270.0, 0.0


@pytest.fixture(scope="module")
def plan() -> Plan:
    """A street from west to east, crossed in its middle by one from south to north."""
    plan = Plan(PLACES)
    plan.street("abc", name="东西路")
    plan.street("ebd", name="南北路")
    return plan


@pytest.fixture(scope="module")
def roads(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Roads:
    return plan.roads(tmp_path_factory.mktemp("roads"))


@pytest.mark.parametrize(
    ("at", "heading", "target"),
    [
        ((1.5, 0), EAST, (2, 0)),
        ((1.5, 0), WEST, (0, 0)),
        ((0.1, 0), EAST, (2, 0)),
        ((2.3, 0), EAST, (4, 0)),
        ((2.3, 0), WEST, (2, 0)),
        ((2, -0.5), NORTH, (2, 0)),
        ((1.5, 0), EAST + 40, (2, 0)),
    ],
)
def test_the_next_crossing_is_the_one_ahead_and_is_reached_at_the_speed_driven(
    plan: Plan, roads: Roads, at: tuple[float, float], heading: float, target: tuple[float, float]
) -> None:
    here, there = plan.point(*at), plan.point(*target)
    (found,) = crossings(roads, [Moving(here, heading, 10.0)])
    assert found is not None
    crossing, seconds = found
    assert distance(*crossing, *there) < 1
    assert seconds == pytest.approx(distance(*here, *there) / 10.0, rel=0.01)


def test_who_drives_away_comes_later_than_who_drives_towards(plan: Plan, roads: Roads) -> None:
    here, scene = plan.point(1.5, 0), plan.point(0, 0)
    moving = [Moving(here, WEST, 10.0), Moving(here, EAST, 10.0)]
    towards, away = (it for it in crossings(roads, moving) if it is not None)
    ways = arrivals(roads, [towards[0], away[0]], scene, shipped_traffic())
    assert towards[1] + ways[0].seconds < away[1] + ways[1].seconds


def test_who_is_on_no_road_or_creeps_has_a_crossing_that_can_be_believed(
    plan: Plan, roads: Roads
) -> None:
    lost, creeping = Moving(plan.point(40, 40), EAST, 10.0), Moving(plan.point(1, 0), EAST, 0.1)
    off, slow = crossings(roads, [lost, creeping])
    assert off is None
    assert slow is not None
    # Nobody counts as standing for minutes before a crossing because one position said so.
    assert slow[1] < distance(*plan.point(1, 0), *plan.point(2, 0))
    assert crossings(roads, []) == []
