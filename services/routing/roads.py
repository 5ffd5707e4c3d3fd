"""The roads of a region, ready to be asked: times of every arc, what is closed, names, where a point meets a road."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from services.routing.grid import CELL_M, METRES_A_DEGREE, Frame, near
from services.routing.network import Network, read, texts_of
from services.routing.stretch import UNIT
from services.routing.traffic import FERRY, Traffic, shipped_traffic
from services.routing.way import Mark

Floats = NDArray[np.floating]
Point = tuple[float, float]
Ring = Sequence[Point]

KMH = 3.6
# Cells are a little smaller than they are called where the earth is round.
SURE = 0.98


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a point meets the roads: `along` metres from the start of an edge, `off` metres away from the point."""

    edge: int
    along: float
    lon: float
    lat: float
    off: float


@dataclass(frozen=True, slots=True)
class Spots:
    """Many spots as columns; an edge of -1 is none."""

    edge: NDArray[np.int32]
    along: Floats
    lon: Floats
    lat: Floats
    off: Floats

    @classmethod
    def nowhere(cls, size: int) -> Spots:
        """Return as many spots that are none."""
        return cls(np.full(size, -1, np.int32), *(np.zeros(size) for _ in range(4)))

    def put(self, places: NDArray[np.int64], others: Spots) -> None:
        """Write other spots at some places."""
        for name in ("edge", "along", "lon", "lat", "off"):
            getattr(self, name)[places] = getattr(others, name)

    def spot(self, place: int) -> Spot | None:
        """Return one of them."""
        if self.edge[place] < 0:
            return None
        rest = (float(column[place]) for column in (self.along, self.lon, self.lat, self.off))
        return Spot(int(self.edge[place]), *rest)


@dataclass(frozen=True, slots=True)
class Feet:
    """Nearest places on pieces of road: number of the point, piece, share of the piece (0 to 1), metres off."""

    point: NDArray[np.int64]
    piece: NDArray[np.int32]
    part: Floats
    off: Floats


@dataclass(frozen=True, eq=False)
class Roads:
    """A network with its traffic; `closed` marks the edges that nobody may use now, `barred` (2, edges) the ways along and
    against them. Nothing in here changes."""

    network: Network
    traffic: Traffic
    closed: NDArray[np.bool_]
    barred: NDArray[np.bool_] | None = None

    @property
    def counts(self) -> dict[str, int]:
        """How many junctions, edges, arcs and restrictions there are."""
        return {name: int(count) for name, count in self._about["counts"].items()}

    @cached_property
    def calm(self) -> Floats:
        """Seconds of every arc in ordinary traffic, infinite where it may not be driven."""
        return self._seconds(1.0)

    @cached_property
    def urgent(self) -> Floats:
        """Seconds of every arc with blue light."""
        return self._seconds(self.traffic.blue_light)

    @cached_property
    def names(self) -> list[tuple[str, str, str]]:
        """Name, English name and number of roads, by label."""
        net = self.network
        columns = map(texts_of, (net.words, net.words_en, net.refs))
        return list(zip(*columns, strict=True))

    @cached_property
    def frame(self) -> Frame:
        """The grid over the region."""
        return Frame(*map(float, self._about["grid"]))

    def with_closures(self, areas: Iterable[Ring] = (), edges: Iterable[int] = ()) -> Roads:
        """Return the same roads with more closed: edges by number, and every edge that touches an area (lon, lat rings)."""
        closed = self.closed.copy()
        closed[np.fromiter(edges, np.int64)] = True
        for ring in areas:
            closed[self.edges_in(shapely.Polygon(ring))] = True
        return replace(self, closed=closed)

    def opened(self) -> Roads:
        """Return the same roads with nothing closed."""
        return replace(self, closed=np.zeros_like(self.closed), barred=None)

    def snap(self, point: Point) -> Spot | None:
        """Return where a (lon, lat) point meets the nearest open road, None where none is within reach."""
        return self.snap_all([point]).spot(0)

    def snap_all(self, points: Sequence[Point]) -> Spots:
        """Return where (lon, lat) points meet their nearest open roads."""
        lon, lat = np.array(points, np.float64).reshape(-1, 2).T
        spots = Spots.nowhere(len(points))
        left = np.arange(len(points))
        farthest = int(np.ceil(self.traffic.reach_metres / CELL_M)) + 1
        for rings in (1, 2, farthest):
            sure = min(rings * CELL_M * SURE, self.traffic.reach_metres)
            if len(left):
                self._take(spots, left, self.feet(lon[left], lat[left], rings), sure)
                left = np.flatnonzero(spots.edge < 0)
        return spots

    def _take(self, spots: Spots, left: NDArray[np.int64], feet: Feet, sure: float) -> None:
        """Keep the nearest foot of each point, where nothing outside the cells looked at can be nearer."""
        if not len(feet.point):
            return
        starts = np.flatnonzero(np.diff(feet.point, prepend=-1))
        least = np.repeat(
            np.minimum.reduceat(feet.off, starts), np.diff(starts, append=len(feet.off))
        )
        chosen = np.flatnonzero((feet.off == least) & (feet.off <= sure))
        spots.put(left[feet.point[chosen]], self.spots(feet, chosen))

    def feet(self, lon: Floats, lat: Floats, rings: int) -> Feet:
        """Return where every open piece of road around points is nearest to them, point after point."""
        net = self.network
        point, place = near(self.frame, net.cells, lon, lat, rings)
        piece = net.pieces[place]
        if self.closed.any():
            may = ~self.closed[self._edge_of[piece]]
            point, piece = point[may], piece[may]
        scale = (np.cos(np.radians(lat)) * METRES_A_DEGREE * UNIT)[point]
        high = METRES_A_DEGREE * UNIT
        x, y = net.x[piece], net.y[piece]
        east, north = (x - (lon / UNIT)[point]) * scale, (y - (lat / UNIT)[point]) * high
        wide, tall = (net.x[piece + 1] - x) * scale, (net.y[piece + 1] - y) * high
        part = -(east * wide + north * tall) / np.maximum(wide * wide + tall * tall, 1e-9)
        part = np.minimum(np.maximum(part, 0), 1)
        return Feet(point, piece, part, np.hypot(east + part * wide, north + part * tall))

    def spots(self, feet: Feet, chosen: NDArray[np.int64]) -> Spots:
        """Return some feet as spots."""
        net, piece, part = self.network, feet.piece[chosen], feet.part[chosen]
        return Spots(
            self._edge_of[piece],
            net.along[piece] + part * (net.along[piece + 1] - net.along[piece]),
            (net.x[piece] + part * (net.x[piece + 1] - net.x[piece])) * UNIT,
            (net.y[piece] + part * (net.y[piece + 1] - net.y[piece])) * UNIT,
            feet.off[chosen],
        )

    @cached_property
    def _edge_of(self) -> NDArray[np.int32]:
        """The edge of every point."""
        first = self.network.first
        return np.repeat(np.arange(len(first) - 1, dtype=np.int32), np.diff(first))

    @cached_property
    def _about(self) -> dict[str, dict[str, int]]:
        read: dict[str, dict[str, int]] = json.loads(self.network.about.tobytes())
        return read

    def _seconds(self, hurry: float) -> Floats:
        net, traffic = self.network, self.traffic
        usual = np.array(
            [traffic.kmh.get(kind, traffic.kmh[FERRY]) for kind in texts_of(net.kinds)]
        )
        limits = net.limits.astype(np.float64)
        kmh = np.where(limits > 0, limits * traffic.signed_share, usual[net.kind])
        guarded = (net.marks & Mark.GUARDED) > 0
        kmh = np.where(guarded, np.minimum(kmh, traffic.guarded_kmh), kmh)
        seconds = net.metres * KMH / (kmh * hurry)
        ferry = (net.marks & Mark.FERRY) > 0
        if ferry.any():
            seconds[:, ferry] = self._crossing(ferry, usual)
        for row, mark in enumerate((Mark.FORWARD, Mark.BACK)):
            seconds[row, ((net.marks & mark) == 0) | self.closed] = np.inf
        if self.barred is not None:
            seconds[self.barred] = np.inf
        return np.ascontiguousarray(seconds.T).ravel()

    def _crossing(self, ferry: NDArray[np.bool_], usual: Floats) -> Floats:
        """Return the seconds of ferries both ways: the crossing, and the wait where one comes from a road."""
        net = self.network
        landing = np.zeros(max(int(net.tail.max()), int(net.head.max())) + 1, np.bool_)
        landing[net.tail[~ferry]] = landing[net.head[~ferry]] = True
        plain = net.metres * KMH / usual[net.kind]
        sailing = np.where(net.seconds > 0, net.seconds, plain)[ferry]
        waits = np.stack((landing[net.tail[ferry]], landing[net.head[ferry]]))
        crossing: Floats = sailing + waits * self.traffic.ferry_wait_seconds
        return crossing

    def edges_in(self, area: shapely.Geometry) -> NDArray[np.int64]:
        """Return the edges that touch an area, or any other shape (lon, lat)."""
        net = self.network
        west, south, east, north = (value / UNIT for value in shapely.bounds(area))
        first = net.first[:-1]
        around = (
            (np.minimum.reduceat(net.x, first) <= east)
            & (np.maximum.reduceat(net.x, first) >= west)
            & (np.minimum.reduceat(net.y, first) <= north)
            & (np.maximum.reduceat(net.y, first) >= south)
        )
        edges = np.flatnonzero(around)
        sizes = np.diff(net.first)[edges]
        take = np.repeat(first[edges] - (np.cumsum(sizes) - sizes), sizes) + np.arange(sizes.sum())
        points = np.column_stack((net.x[take] * UNIT, net.y[take] * UNIT))
        lines = shapely.linestrings(points, indices=np.repeat(np.arange(len(edges)), sizes))
        shapely.prepare(area)
        return edges[shapely.intersects(area, lines)]


def load_roads(folder: Path, traffic: Traffic | None = None) -> Roads:
    """Load the roads of a region's folder; TroubleError `roads.missing`, `roads.version` or `roads.damaged`."""
    network = read(folder)
    closed = np.zeros(len(network.tail), np.bool_)
    return Roads(network, traffic or shipped_traffic(), closed)
