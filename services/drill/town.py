"""The ground of a drill in any region: its divisions as they are, beats where its streets are."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

import shapely
from shapely.geometry.base import BaseGeometry

from services.drill import motion
from services.drill.ground import (
    SMOOTHING_ROUNDS,
    Ground,
    biggest,
    cells,
    middle,
    patch,
    point_within,
)
from services.drill.travel import Streets

BEATS, SAMPLES = 14, 600


def town_ground(
    names: Mapping[str, str], land: Mapping[str, BaseGeometry], streets: Streets | None
) -> Ground:
    """Return the ground of divisions by code; places people call from are drawn from the streets, beats are where those are.

    The same region gives the same beats, whatever the drill's seed.
    """
    whole = biggest(shapely.union_all(list(land.values())).buffer(0))
    shapely.prepare(whole)
    for area in land.values():
        shapely.prepare(area)
    places = _places(whole, streets)
    seeds = _middles(places)
    ground = Ground(
        dict(names), dict(land), dict.fromkeys(land, ()), (), _mean(places), streets, False
    )
    patches = [
        patch(f"{number:02d}", f"演练{number}号警区", ground.division_at(middle(cell)), cell, seed)
        for number, (seed, cell) in enumerate(zip(seeds, cells(seeds, whole), strict=True), 1)
    ]
    return Ground(
        ground.names, ground.land, ground.towns, tuple(patches), ground.centre, streets, False
    )


def _places(whole: BaseGeometry, streets: Streets | None) -> list[motion.Point]:
    random = Random("beats")
    if streets is None:
        return [point_within(whole, random) for _ in range(SAMPLES)]
    drawn = [streets.address(random)[0] for _ in range(SAMPLES)]
    return [point for point in drawn if whole.contains(shapely.Point(point))] or [middle(whole)]


def _middles(places: list[motion.Point]) -> list[motion.Point]:
    """Return points that share the places evenly among them (Lloyd's way)."""
    seeds = list(dict.fromkeys(places))[:BEATS]
    for _ in range(SMOOTHING_ROUNDS):
        own: list[list[motion.Point]] = [[] for _ in seeds]
        for place in places:
            near = [motion.distance(place, seed) for seed in seeds]
            own[near.index(min(near))].append(place)
        seeds = [_mean(some) if some else seed for some, seed in zip(own, seeds, strict=True)]
    return seeds


def _mean(places: list[motion.Point]) -> motion.Point:
    lon, lat = (sum(values) / len(places) for values in zip(*places, strict=True))
    return (round(lon, 6), round(lat, 6))
