"""One way from here to there: its line, its length, its time and what to do at each turn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from services.routing.guiding import Driven, Step, steps_of
from services.routing.roads import Point, Roads, Spot
from services.routing.searching import Graph, Tree, graph_of
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
    return route_on(graph_of(roads, urgent=urgent).toward(end), start)


def route_on(tree: Tree, start: Spot) -> Route | None:
    """Return the way from a spot to the spot of a tree, None where there is none."""
    arcs = tree.arcs(start)
    if not arcs:
        return None
    driven = _driven(tree.graph, arcs, start, tree.spot)
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


def _driven(graph: Graph, arcs: list[int], start: Spot, end: Spot) -> list[Driven]:
    """Return each arc with its points, cut at the spots."""
    net = graph.roads.network
    parts = []
    for place, arc in enumerate(arcs):
        edge, last = arc >> 1, place == len(arcs) - 1
        long = float(net.metres[edge])
        begin = _from_tail(arc, start.along, long) if place == 0 else 0.0
        until = _from_tail(arc, end.along, long) if last else long
        share = (until - begin) / max(long, 1e-6)
        points = _points(graph.roads, arc, begin, until)
        parts.append(
            Driven(arc, points, max(0.0, until - begin), share * float(graph.seconds[arc]))
        )
    return parts


def _from_tail(arc: int, along: float, long: float) -> float:
    return long - along if arc % 2 else along


def _points(roads: Roads, arc: int, begin: float, until: float) -> list[Point]:
    """Return the points of an arc between two distances from where it starts."""
    net, edge = roads.network, arc >> 1
    part = slice(net.first[edge], net.first[edge + 1])
    x, y, along = net.x[part] * UNIT, net.y[part] * UNIT, net.along[part].astype(np.float64)
    if arc % 2:
        x, y, along = x[::-1], y[::-1], (along[-1] - along)[::-1]
    if begin <= 0 and until >= along[-1]:
        return list(zip(x.tolist(), y.tolist(), strict=True))
    inner = (along > begin) & (along < until)
    places = np.concatenate(([begin], along[inner], [max(begin, until)]))
    xs, ys = np.interp(places, along, x), np.interp(places, along, y)
    return list(zip(xs.tolist(), ys.tolist(), strict=True))


def _line(driven: list[Driven]) -> tuple[tuple[Point, ...], tuple[float, ...]]:
    """Return the points of the whole way and the seconds at each; points are passed evenly by their distances."""
    line: list[Point] = []
    times: list[float] = []
    clock = 0.0
    for part in driven:
        points = np.array(part.points)
        scale = np.cos(np.radians(points[0, 1]))
        long = np.hypot(np.diff(points[:, 0]) * scale, np.diff(points[:, 1]))
        run = np.concatenate(([0.0], np.cumsum(long)))
        share = run / run[-1] if run[-1] > 0 else np.linspace(0, 1, len(run))
        first = 1 if line else 0
        line += part.points[first:]
        times += (clock + share * part.seconds).tolist()[first:]
        clock += part.seconds
    return tuple((round(lon, 7), round(lat, 7)) for lon, lat in line), tuple(times)
