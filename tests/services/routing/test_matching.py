"""A drive that was measured badly is put on the streets it was driven on."""

from __future__ import annotations

from bisect import bisect
from math import cos, radians
from pathlib import Path
from random import Random

import pytest
import shapely

from services.routing import Roads, Route, Sight, find_route, matched
from tests.services.routing.plan import WEST, Plan, town

OFF_M, EVERY_S = 10.0, 6.0
METRES = 111_195.0


def measured(route: Route, random: Random) -> list[Sight]:
    """Return positions along a way, every few seconds, off by a normal error."""
    sights, at = [], 0.0
    while at < route.seconds:
        place = min(bisect(route.times, at), len(route.line) - 1)
        begun, ended = route.times[place - 1], route.times[place]
        part = (at - begun) / max(ended - begun, 1e-9)
        (x, y), (x2, y2) = route.line[place - 1], route.line[place]
        north = random.gauss(0, OFF_M) / METRES
        east = random.gauss(0, OFF_M) / METRES / cos(radians(y))
        sights.append(Sight(x + (x2 - x) * part + east, y + (y2 - y) * part + north, OFF_M))
        at += EVERY_S
    return sights


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_noisy_drive_is_put_on_the_streets_that_were_driven(seed: int, tmp_path: Path) -> None:
    plan, random = town(seed), Random(seed)
    roads = plan.roads(tmp_path)
    route = find_route(roads, plan.point(0.5, 1), plan.point(12, 11.5), urgent=False)
    assert route is not None
    sights = measured(route, random)
    trail = matched(roads, sights)
    truth, line = shapely.LineString(route.line), shapely.LineString(trail.line)
    raw = shapely.LineString([(sight.lon, sight.lat) for sight in sights])
    narrow = 1 / METRES
    assert line.intersection(truth.buffer(narrow)).length > 0.97 * line.length
    assert truth.intersection(line.buffer(narrow)).length > 0.97 * truth.length
    assert raw.intersection(truth.buffer(narrow)).length < 0.5 * raw.length
    assert sum(spot is not None for spot in trail.spots) > len(sights) / 2


def street(folder: Path) -> tuple[Plan, Roads]:
    """Return one straight street of 600 m or so."""
    plan = Plan({"a": (0, 0), "b": (3, 0)})
    plan.street("ab")
    return plan, plan.roads(folder)


def test_a_unit_that_stands_makes_no_way(tmp_path: Path) -> None:
    plan, roads = street(tmp_path)
    random = Random(4)
    lon, lat = plan.point(1.5, 0)
    stood = [Sight(lon + random.gauss(0, 5) / METRES, lat, 5) for _ in range(30)]
    trail = matched(roads, stood)
    assert shapely.LineString([*trail.line, trail.line[0]]).length * METRES < 60


def test_where_no_road_is_near_the_trail_is_as_it_was_measured(tmp_path: Path) -> None:
    plan, roads = street(tmp_path)
    away = [Sight(WEST + 0.002 * step, plan.point(0, 9)[1], 5) for step in range(4)]
    trail = matched(roads, away)
    assert trail.spots == (None,) * 4
    assert trail.line == tuple((sight.lon, sight.lat) for sight in away)
    assert matched(roads, []).line == ()


def test_a_trail_that_leaves_the_roads_breaks_there_and_goes_on(tmp_path: Path) -> None:
    plan, roads = street(tmp_path)
    points = [(0.5, 0.02), (1, -0.02), (1.2, 3), (2, 0.02), (2.5, -0.02)]
    sights = [Sight(*plan.point(*point), 5) for point in points]
    trail = matched(roads, sights)
    assert [spot is not None for spot in trail.spots] == [True, True, False, True, True]
    assert trail.line[2] == (sights[2].lon, sights[2].lat)
    assert len(trail.line) == 5
