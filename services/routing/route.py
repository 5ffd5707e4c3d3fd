"""One way from here to there: its line, its length, its time and what to do at each turn."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from services.routing.guiding import Driven, Step, steps_of
from services.routing.roads import Point, Roads, Spot
from services.routing.searching import Graph, Tree, graph_of, toward
from services.routing.stretch import UNIT


@dataclass(frozen=True, slots=True)
class Route:
    """A way on roads: seconds, metres, its line (lon, lat), the steps; metres from the points asked for to their roads.

    `times` are the seconds at each point of the line.
    """

    seconds: float
    metres: float
    line: tuple[Point, ...]
    times: tuple[float, ...]
    steps: tuple[Step, ...]
    start_off: float
    end_off: float


def find_route(roads: Roads, origin: Point, target: Point, *, urgent: bool = True) -> Route | None:
    """Return the quickest way between two (lon, lat) points, None where no open road leads from one to the other."""
    start, end = roads.snap(origin), roads.snap(target)
    if start is None or end is None:
        return None
    return route_on(toward(graph_of(roads, urgent=urgent), end), start)


def route_on(tree: Tree, start: Spot) -> Route | None:
    """Return the way from a spot to the spot of a tree, None where there is none."""
    arcs = tree.arcs(start)
    if not arcs:
        return None
    driven = driven_on(tree.graph, arcs, start, tree.spot)
    line, times = _line(driven)
    return Route(
        times[-1],
        sum(part.metres for part in driven),
        line,
        times,
        steps_of(tree.graph, driven),
        start.off,
        tree.spot.off,
    )


def driven_on(graph: Graph, arcs: list[int], start: Spot, end: Spot) -> list[Driven]:
    """Return each arc with its points, cut at the spots."""
    net, whole = graph.roads.network, np.array(arcs)
    edges, against = whole >> 1, whole % 2 == 1
    points = _points(graph.roads, edges, against)
    long, spent = net.metres[edges].astype(np.float64), graph.seconds[whole]
    begin, until = np.zeros(len(arcs)), long.copy()
    begin[0] = _from_tail(arcs[0], start.along, long[0])
    until[-1] = _from_tail(arcs[-1], end.along, long[-1])
    spent = (until - begin) / np.maximum(long, 1e-6) * spent
    for place in {0, len(arcs) - 1}:
        points[place] = _cut(graph.roads, arcs[place], begin[place], until[place])
    columns = (net.marks[edges], np.maximum(0.0, until - begin), spent)
    parts = zip(arcs, points, *(column.tolist() for column in columns), strict=True)
    return [Driven(arc, marks, line, metres, took) for arc, line, marks, metres, took in parts]


def _from_tail(arc: int, along: float, long: float) -> float:
    return long - along if arc % 2 else along


def _points(
    roads: Roads, edges: NDArray[np.integer], against: NDArray[np.bool_]
) -> list[list[Point]]:
    """Return the points of every arc in the order they are passed."""
    net = roads.network
    first, last = net.first[edges], net.first[edges + 1] - 1
    sizes = last - first + 1
    ends = np.cumsum(sizes)
    offset = np.arange(ends[-1]) - np.repeat(ends - sizes, sizes)
    sign = np.where(against, -1, 1)
    take = np.repeat(np.where(against, last, first), sizes) + offset * np.repeat(sign, sizes)
    line = list(zip((net.x[take] * UNIT).tolist(), (net.y[take] * UNIT).tolist(), strict=True))
    places = [0, *ends.tolist()]
    return [line[begin:end] for begin, end in pairwise(places)]


def _cut(roads: Roads, arc: int, begin: float, until: float) -> list[Point]:
    """Return the points of an arc between two distances from where it starts."""
    net, edge = roads.network, arc >> 1
    part = slice(net.first[edge], net.first[edge + 1])
    x, y, along = net.x[part] * UNIT, net.y[part] * UNIT, net.along[part].astype(np.float64)
    if arc % 2:
        x, y, along = x[::-1], y[::-1], (along[-1] - along)[::-1]
    inner = (along > begin) & (along < until)
    places = np.concatenate(([begin], along[inner], [max(begin, until)]))
    xs, ys = np.interp(places, along, x), np.interp(places, along, y)
    return list(zip(xs.tolist(), ys.tolist(), strict=True))


def _line(driven: list[Driven]) -> tuple[tuple[Point, ...], tuple[float, ...]]:
    """Return the points of the whole way and the seconds at each; points are passed evenly by their distances."""
    sizes = np.array([len(part.points) for part in driven])
    every = [point for part in driven for point in part.points]
    points = np.fromiter(chain.from_iterable(every), np.float64, 2 * len(every)).reshape(-1, 2)
    ends = np.cumsum(sizes)
    long = np.hypot(
        np.diff(points[:, 0], prepend=points[0, 0]) * np.cos(np.radians(points[0, 1])),
        np.diff(points[:, 1], prepend=points[0, 1]),
    )
    long[ends - sizes] = 0
    run = np.cumsum(long)
    before, spent = np.repeat(run[ends - sizes], sizes), np.array([part.seconds for part in driven])
    whole = np.repeat(np.maximum(run[ends - 1] - run[ends - sizes], 1e-12), sizes)
    begun = np.repeat(np.cumsum(spent) - spent, sizes)
    times = begun + (run - before) / whole * np.repeat(spent, sizes)
    times[-1] = spent.sum()
    # Where one arc ends the next begins: that point counts once.
    kept = np.ones(len(points), np.bool_)
    kept[(ends - sizes)[1:]] = False
    lon, lat = np.round(points[kept], 7).T.tolist()
    return tuple(zip(lon, lat, strict=True)), tuple(times[kept].tolist())
