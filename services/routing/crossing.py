"""The next crossing: where a unit that drives along a road can first turn, and how long it takes there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from services.routing.roads import Point, Roads
from services.routing.stretch import UNIT

# A unit farther than this (m) from every road is on none.
ON_ROAD_M = 40.0
# Slower than this (m/s) a unit may stop where it is.
SLOWEST = 2.0


@dataclass(frozen=True, slots=True)
class Moving:
    """A unit that moves: where it is (lon, lat), its heading (degrees from north), its speed (m/s)."""

    point: Point
    heading: float
    speed: float


def crossings(roads: Roads, moving: Sequence[Moving]) -> list[tuple[Point, float] | None]:
    """Return the next crossing of each and the seconds until it is there; None for one that is on no road."""
    if not moving:
        return []
    spots, net = roads.snap_all([one.point for one in moving]), roads.network
    found: list[tuple[Point, float] | None] = []
    for place, one in enumerate(moving):
        edge = int(spots.edge[place])
        if edge < 0 or spots.off[place] > ON_ROAD_M:
            found.append(None)
            continue
        first, last = int(net.first[edge]), int(net.first[edge + 1]) - 1
        along = float(spots.along[place])
        # The piece of the edge that the unit is on gives the direction of the road there.
        piece = first + int(np.searchsorted(net.along[first + 1 : last], along, side="right"))
        scale = np.cos(np.radians(one.point[1]))
        east = float(net.x[piece + 1] - net.x[piece]) * scale
        north = float(net.y[piece + 1] - net.y[piece])
        bearing = np.degrees(np.arctan2(east, north))
        ahead = np.cos(np.radians(one.heading - bearing)) >= 0
        end = last if ahead else first
        left = float(net.metres[edge]) - along if ahead else along
        crossing = (float(net.x[end] * UNIT), float(net.y[end] * UNIT))
        found.append((crossing, max(0.0, left) / max(one.speed, SLOWEST)))
    return found
