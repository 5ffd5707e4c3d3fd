"""The ground of a region as a drill plays on it: its divisions, its streets, ways along them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import cos, radians
from random import Random

import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from services.drill.ground import Ground
from services.drill.town import town_ground
from services.region.region import Region
from services.routing import Roads, load_roads
from services.routing.grid import METRES_A_DEGREE
from services.routing.network import FILE, texts_of
from services.routing.roads import Point
from services.routing.route import route_on
from services.routing.searching import Tree, graph_of, toward
from services.routing.stretch import UNIT

# Streets by class, and how many people call from a metre of each against one of a street where they live: assumptions.
LIVED_IN = {
    "residential": 1.0,
    "living_street": 1.0,
    "unclassified": 0.5,
    "tertiary": 1.0,
    "secondary": 1.0,
    "primary": 0.8,
    "service": 0.2,
}
# Metres from the middle of a street to a door.
DOOR_M = 12.0
# Ways to so many places are kept: several units go to one, and the nearest is looked for first.
KEPT = 16
# The code of a region that has no divisions of its own.
WHOLE = "0"


class RegionStreets:
    """Streets of a region, where people call from and cars drive."""

    def __init__(self, roads: Roads, box: tuple[float, float, float, float]) -> None:
        self._roads = roads
        net = roads.network
        pieces = np.unique(net.pieces)
        edges = np.searchsorted(net.first, pieces, side="right") - 1
        shares = np.array([LIVED_IN.get(kind, 0.0) for kind in texts_of(net.kinds)])
        named = np.array([bool(name) for name, _, _ in roads.names])[net.label[edges]]
        lon, lat = net.x[pieces] * UNIT, net.y[pieces] * UNIT
        west, south, east, north = box
        within = (lon > west) & (lon < east) & (lat > south) & (lat < north)
        long = (net.along[pieces + 1] - net.along[pieces]) * shares[net.kind[edges]] * within
        # Streets without a name are called from only where there are no others.
        weight = long * named if (long * named).sum() > 0 else long
        self._pieces, self._edges = pieces, edges
        self._run = np.cumsum(weight if weight.sum() > 0 else np.ones(len(pieces)))
        self._tree = lru_cache(maxsize=KEPT)(self._grow)

    def address(self, random: Random) -> tuple[Point, str]:
        """Return a place beside a street, drawn by lot, and the street's name."""
        net = self._roads.network
        drawn = random.random() * float(self._run[-1])
        place = min(int(np.searchsorted(self._run, drawn, side="right")), len(self._run) - 1)
        piece, part, side = int(self._pieces[place]), random.random(), random.choice((-1, 1))
        (x, x2), (y, y2) = net.x[piece : piece + 2] * UNIT, net.y[piece : piece + 2] * UNIT
        scale = cos(radians(y))
        wide, high = (x2 - x) * scale, y2 - y
        off = side * DOOR_M / METRES_A_DEGREE / max(1e-12, float(np.hypot(wide, high)))
        lon, lat = x + (x2 - x) * part + high * off / scale, y + (y2 - y) * part - wide * off
        name = self._roads.names[int(net.label[self._edges[place]])][0]
        return (round(float(lon), 6), round(float(lat), 6)), name

    def settle(self, point: Point) -> Point:
        """Return the nearest place on a street, the point itself where there is none near."""
        spot = self._roads.snap(point)
        return point if spot is None else (round(spot.lon, 6), round(spot.lat, 6))

    def seconds(self, origin: Point, target: Point, *, urgent: bool) -> float | None:
        """Return how long a car takes, None where no street leads there."""
        tree, start = self._tree(target, urgent), self._roads.snap(origin)
        if tree is None or start is None:
            return None
        arc, seconds = tree.first_arc(start)
        return None if arc == -1 else seconds

    def drive(
        self, origin: Point, target: Point, *, urgent: bool
    ) -> tuple[Sequence[Point], Sequence[float]] | None:
        """Return the points of the way and the seconds at each, None where no street leads there."""
        tree, start = self._tree(target, urgent), self._roads.snap(origin)
        route = None if tree is None or start is None else route_on(tree, start)
        return None if route is None else (route.line, route.times)

    def _grow(self, target: Point, urgent: bool) -> Tree | None:
        spot = self._roads.snap(target)
        return None if spot is None else toward(graph_of(self._roads, urgent=urgent), spot)


def drill_ground(region: Region) -> Ground | None:
    """Return the ground of a drill in a region, None for the shipped outline, which has a drill of its own.

    TroubleError where its roads cannot be read.
    """
    if region.tiles is None:
        return None
    land = _land(region)
    names = {code: name for code, name in _names(region).items() if code in land}
    roads = load_roads(region.folder) if (region.folder / FILE).is_file() else None
    streets = None if roads is None else RegionStreets(roads, region.bbox)
    return town_ground(names, land, streets)


def _land(region: Region) -> dict[str, BaseGeometry]:
    features = region.layers.get("boundary", {"features": []})["features"]
    land = {str(it["properties"]["code"]): shape(it["geometry"]).buffer(0) for it in features}
    return dict(sorted(land.items())) or {WHOLE: shapely.box(*region.bbox)}


def _names(region: Region) -> dict[str, str]:
    return {it.code: it.name for it in region.divisions if it.inside} or {WHOLE: region.name}
