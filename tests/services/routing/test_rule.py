"""Every kind of sign is obeyed, on plans drawn by hand; closures, rings and estimates say what is true."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import shapely

from models.errors import TroubleError
from services.routing import (
    arrivals,
    build_roads,
    find_route,
    load_roads,
    rings,
    shipped_traffic,
    straight,
)
from tests.services.routing.plan import Place, Plan

#   d
#   |
# a-b-c   and a way round: b-e-f-c, d-g-e
CROSS: dict[str, Place] = {
    "a": (0, 0),
    "b": (3, 0),
    "c": (6, 0),
    "d": (3, 3),
    "e": (3, -3),
    "f": (6, -3),
    "g": (0, -3),
}


def cross() -> tuple[Plan, dict[str, int]]:
    """Return a crossing with a way round it, and its streets."""
    plan = Plan(CROSS)
    names = ("ab", "bc", "bd", "be", "ef", "fc", "ag", "ge")
    return plan, {name: plan.street(list(name)) for name in names}


def driven(plan: Plan, folder: Path, origin: Place, target: Place) -> list[str]:
    """Return the places that the way from one point of the plan to another passes; [] where there is none."""
    route = find_route(plan.roads(folder), plan.point(*origin), plan.point(*target))
    if route is None:
        return []
    found = []
    for lon, lat in route.line:
        for name, place in CROSS.items():
            at = plan.point(*place)
            if abs(at[0] - lon) < 1e-6 and abs(at[1] - lat) < 1e-6:
                found.append(name)
    return found


LEFT = ((1.5, 0), (3, 1.5))


def test_without_signs_the_turn_is_taken(tmp_path: Path) -> None:
    assert driven(cross()[0], tmp_path, *LEFT) == ["b"]


def test_a_forbidden_turn_is_driven_round(tmp_path: Path) -> None:
    plan, streets = cross()
    plan.rule("no_left_turn", streets["ab"], "b", streets["bd"])
    assert driven(plan, tmp_path, *LEFT) == ["a", "g", "e", "b"]


def test_only_straight_on_forbids_every_other_turn(tmp_path: Path) -> None:
    plan, streets = cross()
    plan.rule("only_straight_on", streets["ab"], "b", streets["bc"])
    assert driven(plan, tmp_path, *LEFT) == ["a", "g", "e", "b"]
    assert driven(plan, tmp_path, (1.5, 0), (4.5, 0)) == ["b"]


def test_a_rule_that_names_a_street_that_is_not_here_forbids_nothing(tmp_path: Path) -> None:
    plan, streets = cross()
    plan.rule("only_straight_on", streets["ab"], "b", 999_999)
    assert driven(plan, tmp_path, *LEFT) == ["b"]


@pytest.mark.parametrize(("kind", "target"), [("no_left_turn", "ef"), ("only_straight_on", "ge")])
def test_a_rule_over_a_street_holds_only_for_those_who_came_by_it(
    kind: str, target: str, tmp_path: Path
) -> None:
    plan, streets = cross()
    plan.rule(kind, streets["bd"], streets["be"], streets[target])
    assert "e" not in driven(plan, tmp_path, (3, 1.5), (6, -1.5))
    assert driven(plan, tmp_path, (3, -1.5), (4.5, -3)) == ["e"]


def test_a_one_way_street_is_driven_one_way(tmp_path: Path) -> None:
    plan, _ = cross()
    forward = Plan(CROSS)
    for name in ("bc", "be", "ef", "fc", "bd", "ag", "ge"):
        forward.street(list(name))
    forward.street("ab", oneway="yes")
    assert driven(forward, tmp_path, (1.5, 0), (4.5, 0)) == ["b"]
    assert driven(forward, tmp_path, (4.5, 0), (1.5, 0)) == ["b", "e", "g", "a"]
    assert driven(plan, tmp_path, (4.5, 0), (1.5, 0)) == ["b"]


def test_a_street_that_is_one_way_backwards(tmp_path: Path) -> None:
    plan = Plan(CROSS)
    for name in ("bc", "be", "ag", "ge"):
        plan.street(list(name))
    plan.street("ba", oneway="-1")
    assert driven(plan, tmp_path, (1.5, 0), (4.5, 0)) == ["b"]
    assert driven(plan, tmp_path, (4.5, 0), (1.5, 0)) == ["b", "e", "g", "a"]


def test_what_holds_at_certain_hours_is_counted_and_not_obeyed(tmp_path: Path) -> None:
    plan = Plan(CROSS)
    plan.street("ab", access__conditional="no @ (Mo-Fr 07:00-09:00)")
    plan.street("bc", maxspeed__conditional="30 @ (22:00-06:00)", oneway__conditional="yes @ wet")
    plan.street("bd")
    roads = plan.roads(tmp_path)
    assert roads.counts["timed_not_obeyed"] == 2
    assert find_route(roads, plan.point(5, 0), plan.point(1, 0)) is not None


@pytest.mark.parametrize("between", [1, 7])
def test_nobody_turns_round_behind_a_rule_however_many_pieces_a_street_has(
    between: int, tmp_path: Path
) -> None:
    pieces: dict[str, Place] = {
        str(n): (3 + 3 * n / (between + 1), 0) for n in range(1, between + 1)
    }
    plan = Plan(CROSS | pieces)
    ab = plan.street("ab")
    stops = ["b", *pieces, "c"]
    for here, there in pairwise(stops):
        plan.street([here, there])
    streets = {name: plan.street(list(name)) for name in ("bd", "be", "ef", "fc", "ag", "ge")}
    plan.rule("no_left_turn", ab, "b", streets["bd"])
    assert driven(plan, tmp_path, *LEFT) == ["a", "g", "e", "b"]


def test_a_roundabout_is_driven_round_and_its_exits_are_counted(tmp_path: Path) -> None:
    places: dict[str, Place] = {"e": (1, 0), "n": (0, 1), "w": (-1, 0), "s": (0, -1)}
    out: dict[str, Place] = {"E": (4, 0), "N": (0, 4), "W": (-4, 0), "S": (0, -4)}
    plan = Plan(places | out)
    plan.street("enwse", junction="roundabout")
    for letter in "ENWS":
        plan.street([letter, letter.lower()], name=f"{letter}路")
    roads = plan.roads(tmp_path)
    route = find_route(roads, plan.point(3, 0), plan.point(0, -3))
    assert route is not None
    assert [step.code for step in route.steps] == ["depart", "circle", "arrive"]
    assert (route.steps[1].exit, route.steps[1].name) == (3, "S路")


def test_a_bollard_stops_a_car_and_a_gate_does_not(tmp_path: Path) -> None:
    for barrier, passed in (("bollard", ["a", "g", "e", "b"]), ("gate", [])):
        plan = Plan({**CROSS, "m": (1.5, 0)})
        for way in ("amb", "bc", "be", "ag", "ge"):
            plan.street(list(way))
        plan.bar("m", barrier)
        assert driven(plan, tmp_path, (1, 0), (2, 0)) == passed


@pytest.mark.parametrize(("tags", "taken"), [({"motor_vehicle": "yes"}, True), ({}, False)])
def test_a_ferry_takes_cars_where_it_says_so(
    tags: dict[str, str], taken: bool, tmp_path: Path
) -> None:
    plan = Plan(CROSS)
    plan.street("ab")
    plan.street("cf")
    plan.street("bc", route="ferry", duration="00:10", **tags)
    route = find_route(plan.roads(tmp_path), plan.point(1, 0), plan.point(6, -2))
    assert (route is not None) is taken
    if route is not None:
        assert 900 < route.seconds < 1100
        assert "ferry" in [step.code for step in route.steps]


def test_a_street_that_is_closed_to_all_is_no_road_and_a_private_one_is_slow(
    tmp_path: Path,
) -> None:
    times = {}
    for access in ("yes", "private", "no"):
        plan = Plan(CROSS)
        plan.street("ab", access=access)
        plan.street("bc")
        route = find_route(plan.roads(tmp_path), plan.point(1, 0), plan.point(5, 0))
        times[access] = None if route is None else route.seconds
    assert times["yes"] is not None
    assert times["private"] is not None
    assert times["private"] > 1.3 * times["yes"]


def test_footpaths_and_steps_are_no_roads(tmp_path: Path) -> None:
    plan = Plan(CROSS)
    plan.street("ab", highway="footway")
    plan.street("bc", highway="steps")
    with pytest.raises(TroubleError, match=r"roads\.none"):
        build_roads(plan.write(tmp_path / "plan.osm"), tmp_path, lambda _share: None)


def test_a_closure_holds_for_the_next_way_and_can_be_lifted(tmp_path: Path) -> None:
    plan, _ = cross()
    roads = plan.roads(tmp_path)
    origin, target = plan.point(1.5, 0), plan.point(6, -1.5)
    (x, y), (x2, y2) = plan.point(3.5, -0.5), plan.point(4, 0.5)
    closed = roads.with_closures([[(x, y), (x2, y), (x2, y2), (x, y2)]])
    free, around = find_route(roads, origin, target), find_route(closed, origin, target)
    assert free is not None
    assert around is not None
    assert around.seconds > free.seconds * 1.3
    assert find_route(closed.opened(), origin, target) == free


def test_a_place_within_a_closure_is_reached_as_far_as_the_nearest_open_road(
    tmp_path: Path,
) -> None:
    plan, _ = cross()
    roads = plan.roads(tmp_path)
    target = plan.point(4.5, 0)
    spot = roads.snap(target)
    assert spot is not None
    route = find_route(roads.with_closures(edges=[spot.edge]), plan.point(1.5, 0), target)
    assert route is not None
    assert route.end_off == pytest.approx(304, abs=2)


def test_a_point_far_from_every_road_has_none_and_gets_the_estimate(tmp_path: Path) -> None:
    plan, _ = cross()
    roads = plan.roads(tmp_path)
    far, near = plan.point(30, 30), plan.point(1.5, 0.1)
    assert roads.snap(far) is None
    found = arrivals(roads, [near, far], plan.point(4.5, 0), roads.traffic)
    assert [arrival.estimated for arrival in found] == [False, True]
    assert found[1] == straight(far, plan.point(4.5, 0), shipped_traffic())
    assert arrivals(None, [near], far, shipped_traffic())[0].estimated


def test_a_ring_holds_the_places_that_are_there_in_time(tmp_path: Path) -> None:
    plan, _ = cross()
    roads = plan.roads(tmp_path)
    centre = plan.point(3, 0)
    (two, ten) = rings(roads, centre, (1, 10))
    ends = [plan.point(*place) for place in CROSS.values()]
    times = arrivals(roads, ends, centre, roads.traffic)
    assert two.within(ten.buffer(1e-6))
    assert all(ten.contains(shapely.Point(end)) for end in ends)
    for end, arrival in zip(ends, times, strict=True):
        if abs(arrival.seconds - 60) > 10:
            assert two.contains(shapely.Point(end)) is (arrival.seconds < 60)


def test_a_file_that_is_none_says_so(tmp_path: Path) -> None:
    with pytest.raises(TroubleError, match=r"roads\.missing"):
        load_roads(tmp_path)
    (tmp_path / "roads.npz").write_bytes(b"PK nothing")
    with pytest.raises(TroubleError, match=r"roads\.damaged"):
        load_roads(tmp_path)
