"""When units can be somewhere: by road where roads are known, else along a straight line, and it says which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from models.place import distance
from services.routing.roads import KMH, Point, Roads
from services.routing.searching import graph_of, toward
from services.routing.traffic import Traffic


@dataclass(frozen=True, slots=True)
class Arrival:
    """Seconds and metres of a way; `estimated` where it is the straight line stretched, not a way on known roads."""

    seconds: float
    metres: float
    estimated: bool


def straight(origin: Point, target: Point, traffic: Traffic) -> Arrival:
    """Return the estimate without roads: straight line × factor at one speed."""
    metres = distance(*origin, *target) * traffic.straight_factor
    return Arrival(metres * KMH / traffic.straight_kmh, metres, True)


def arrivals(
    roads: Roads | None,
    origins: Sequence[Point],
    target: Point,
    traffic: Traffic,
    *,
    urgent: bool = True,
) -> list[Arrival]:
    """Return when each origin (lon, lat) can be at the target, in their order, from one search.

    An origin from which no open road leads there gets the estimate.
    """
    end = roads.snap(target) if roads is not None and origins else None
    if roads is None or end is None:
        return [straight(origin, target, traffic) for origin in origins]
    tree = toward(graph_of(roads, urgent=urgent), end)
    seconds, metres = tree.reach(roads.snap_all(origins))
    return [
        Arrival(time, way, False) if isfinite(time) else straight(origin, target, traffic)
        for time, way, origin in zip(seconds.tolist(), metres.tolist(), origins, strict=True)
    ]
