"""Shortest times equal those that networkx finds on the same extract, read in another way."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from services.routing import Roads, arrivals, build_roads, find_route, load_roads
from tests.services.routing.plan import town
from tests.services.routing.referee import Referee

EXTRACTS = os.environ.get("ZHANGZHOU_110_EXTRACTS", "")
REAL = ("heidelberg.osm.pbf", "liechtenstein.osm.pbf", "monaco.osm.pbf", "shenzhen_longgang.osm")
TARGETS, STARTS = 10, 50
# Metres that a middle of a piece may be off the road that was built.
NEAR = 0.5


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_times_in_a_town_drawn_by_lot_are_those_of_networkx(seed: int, tmp_path: Path) -> None:
    extract = town(seed).write(tmp_path / "town.osm")
    compared, worst, apart = compare(extract, tmp_path, seed)
    assert compared >= 400
    assert worst < 0.01, apart


@pytest.mark.timeout(400)
@pytest.mark.skipif(not EXTRACTS, reason="ZHANGZHOU_110_EXTRACTS names no folder with extracts")
@pytest.mark.parametrize("name", REAL)
def test_times_in_a_real_city_are_those_of_networkx(name: str, tmp_path: Path) -> None:
    compared, worst, apart = compare(Path(EXTRACTS) / name, tmp_path, 7)
    assert compared >= 450
    # Turning round more than four junctions behind a rule is allowed here and nowhere there: none of these pairs would.
    assert not apart, worst


def compare(extract: Path, folder: Path, seed: int) -> tuple[int, float, list[str]]:
    """Return how many pairs were compared, the largest difference, and the pairs more than 1 % apart."""
    build_roads(extract, folder, lambda _share: None)
    roads, referee, random = load_roads(folder), Referee(extract), Random(seed)
    pieces = [
        piece for piece in sorted(referee.seconds) if lies_on_a_road(roads, referee.middle(piece))
    ]
    compared, worst, apart = 0, 0.0, []
    for start in random.sample(pieces, TARGETS):
        times = referee.times_from(start)
        origin = referee.middle(start)
        for there in random.sample(pieces, STARTS):
            backward = (there[1], there[0])
            wanted = min(times.get(there, float("inf")), times.get(backward, float("inf")))
            if wanted == float("inf"):
                continue
            target = referee.middle(there)
            (found,) = arrivals(roads, [origin], target, roads.traffic, urgent=False)
            route = find_route(roads, origin, target, urgent=False)
            assert route is not None
            assert not found.estimated
            assert abs(route.seconds - found.seconds) < 0.1
            assert abs(route.metres - found.metres) < 1
            difference = abs(found.seconds - wanted) / max(wanted, 1)
            compared, worst = compared + 1, max(worst, difference)
            if difference > 0.01:
                apart.append(f"{start} {there}: {found.seconds:.1f} s here, {wanted:.1f} s there")
    return compared, worst, apart


def lies_on_a_road(roads: Roads, point: tuple[float, float]) -> bool:
    """Tell whether a point lies on a road of the main part."""
    spot = roads.snap(point)
    return spot is not None and spot.off < NEAR
