"""What people close on the map, as edges of the road network that nobody, or nobody one way, may use.

An area closes every stretch of road that it touches. A line closes the stretches that it runs along, the other carriageway
with them; a short one that crosses a street closes what it crosses, as a barrier does. A stretch is closed from junction
to junction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import Lock

import numpy as np
import shapely
from numpy.typing import NDArray

from models.board import MarkingCard
from models.marking import MarkingForm
from services.routing.grid import METRES_A_DEGREE
from services.routing.roads import Floats, Point, Roads
from services.routing.stretch import UNIT

# Metres between the places of a line that are looked at, and how many there are at most.
STEP_M, MOST_STEPS = 5.0, 4000
# A road counts as followed that lies so near (m), runs so alike (cosine), for so long (m) or such a share of it.
NEAR_M, ALIKE, FOLLOWED_M, SHARE = 20.0, 0.8, 15.0, 0.5
# A line no longer than this (m) that crosses a street is a barrier.
BARRIER_M = 60.0
# How far (m) the road may be of a line that neither follows nor crosses one.
FAR_M = 30.0
Arcs = NDArray[np.bool_]
Lines = tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Samples:
    """Places along a line (degrees), each with the direction of the line there (metres east and north, length 1)."""

    lon: Floats
    lat: Floats
    east: Floats
    north: Floats


class Passable:
    """Roads with what is closed now; the first that asks works it out, whoever asks meanwhile waits for it."""

    def __init__(self, base: Roads, closures: Sequence[MarkingCard]) -> None:
        self._base, self._closures = base, tuple(closures)
        self._lock = Lock()
        self._made: tuple[Roads, dict[str, Lines]] | None = None

    def roads(self) -> Roads:
        """Return the roads, the closed stretches closed."""
        return self._work()[0]

    def closed(self) -> dict[str, Lines]:
        """Return the stretches (lon, lat) that each closure closes, by its key."""
        return self._work()[1]

    def _work(self) -> tuple[Roads, dict[str, Lines]]:
        with self._lock:
            if self._made is None:
                self._made = with_closed(self._base, self._closures)
            return self._made


def with_closed(base: Roads, closures: Sequence[MarkingCard]) -> tuple[Roads, dict[str, Lines]]:
    """Return the same roads with these closures, and what each of them closes."""
    if not closures:
        return base, {}
    barred = np.zeros((2, len(base.closed)), np.bool_)
    lines = {}
    for closure in closures:
        arcs = arcs_of(base, closure)
        lines[closure.id] = lines_of(base, np.flatnonzero(arcs.any(axis=0)))
        barred |= arcs
    whole = barred.all(axis=0) | base.closed
    return replace(base, closed=whole, barred=barred), lines


def arcs_of(roads: Roads, closure: MarkingCard) -> Arcs:
    """Return which edges a closure closes, a row for the way along them and one against."""
    arcs = np.zeros((2, len(roads.closed)), np.bool_)
    if closure.form is MarkingForm.LINE:
        points = np.array(closure.points, np.float64)
        arcs |= along(roads, points, closure.one_way)
    else:
        arcs[:, roads.edges_in(shapely.make_valid(shapely.Polygon(closure.points)))] = True
    return arcs


def along(roads: Roads, line: Floats, one_way: bool) -> Arcs:
    """Return the arcs that a drawn line (n, 2) closes: those it follows; or what it crosses; or the nearest."""
    arcs = np.zeros((2, len(roads.closed)), np.bool_)
    samples, long = sampled(line)
    crossed = roads.edges_in(shapely.LineString(line))
    followed = follow(roads, samples)
    if len(crossed) and (long <= BARRIER_M or not followed.any()):
        steep = crossed[~followed[:, crossed].any(axis=0)]
        arcs[:, steep if len(steep) else crossed] = True
        return arcs
    if followed.any():
        return followed if one_way else np.broadcast_to(followed.any(axis=0), followed.shape)
    spots = roads.snap_all(list(zip(samples.lon, samples.lat, strict=True)))
    near = np.flatnonzero((spots.edge >= 0) & (spots.off <= FAR_M))
    if len(near):
        arcs[:, spots.edge[near[np.argmin(spots.off[near])]]] = True
    return arcs


def follow(roads: Roads, samples: Samples) -> Arcs:
    """Return the arcs that run beside places of a line in its direction for long enough."""
    net = roads.network
    feet = roads.feet(samples.lon, samples.lat, 1)
    scale = np.cos(np.radians(samples.lat))[feet.point]
    east = (net.x[feet.piece + 1] - net.x[feet.piece]) * scale
    north = (net.y[feet.piece + 1] - net.y[feet.piece]).astype(np.float64)
    run = east * samples.east[feet.point] + north * samples.north[feet.point]
    alike = run / np.maximum(np.hypot(east, north), 1e-9)
    found = np.zeros((2, len(roads.closed)), np.bool_)
    for row, sign in enumerate((1, -1)):
        chosen = np.flatnonzero((feet.off <= NEAR_M) & (alike * sign >= ALIKE))
        spots = roads.spots(feet, chosen)
        low = np.full(len(roads.closed), np.inf)
        high = np.full(len(roads.closed), -np.inf)
        np.minimum.at(low, spots.edge, spots.along)
        np.maximum.at(high, spots.edge, spots.along)
        found[row] = high - low >= np.minimum(FOLLOWED_M, SHARE * net.metres)
    return found


def sampled(line: Floats) -> tuple[Samples, float]:
    """Return places along a line (lon, lat), evenly spread, and its length in metres."""
    scale = float(np.cos(np.radians(line[:, 1].mean()))) * METRES_A_DEGREE
    east, north = np.diff(line[:, 0]) * scale, np.diff(line[:, 1]) * METRES_A_DEGREE
    steps = np.hypot(east, north)
    run = np.concatenate(([0.0], np.cumsum(steps)))
    count = int(min(MOST_STEPS, max(2, np.ceil(run[-1] / STEP_M) + 1)))
    at = np.linspace(0, run[-1], count)
    piece = np.clip(np.searchsorted(run, at, side="right") - 1, 0, len(steps) - 1)
    lon, lat = np.interp(at, run, line[:, 0]), np.interp(at, run, line[:, 1])
    length = np.maximum(steps, 1e-9)
    return Samples(lon, lat, (east / length)[piece], (north / length)[piece]), float(run[-1])


def lines_of(roads: Roads, edges: NDArray[np.int64]) -> Lines:
    """Return the points (lon, lat) of edges."""
    net = roads.network
    parts = [slice(net.first[edge], net.first[edge + 1]) for edge in edges.tolist()]
    return tuple(
        tuple(zip((net.x[part] * UNIT).tolist(), (net.y[part] * UNIT).tolist(), strict=True))
        for part in parts
    )
