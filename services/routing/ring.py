"""Rings of time: what can be reached, or from where one can come, within some minutes.

Times of the road points go into a grid of cells; a cell counts where a road point in it or beside it is reached in time.
The cells of a ring, row by row joined to boxes, make its outline.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from services.routing.grid import METRES_A_DEGREE
from services.routing.roads import Point, Roads
from services.routing.searching import Graph, Tree, away, graph_of, toward
from services.routing.stretch import UNIT

Floats = NDArray[np.floating]
# A side of the grid has at most so many cells, and none is smaller than this (m).
CELLS, LEAST_M = 160, 30.0


def rings(
    roads: Roads,
    centre: Point,
    minutes: Sequence[float] = (1, 3, 5, 10),
    *,
    inward: bool = True,
    urgent: bool = True,
) -> list[shapely.MultiPolygon]:
    """Return one area (lon, lat) for each number of minutes; empty where no road is within reach.

    `inward`: from where one can be at the centre in time, else how far one gets from there. Closed roads are not used.
    """
    spot = roads.snap(centre)
    if spot is None:
        return [shapely.MultiPolygon()] * len(minutes)
    graph, limit = graph_of(roads, urgent=urgent), max(minutes) * 60
    tree = (toward if inward else away)(graph, spot, limit)
    lon, lat, seconds = _reached(tree, limit, inward=inward)
    lon, lat = np.append(lon, spot.lon), np.append(lat, spot.lat)
    high = max(LEAST_M, float(lat.max() - lat.min()) * METRES_A_DEGREE / CELLS) / METRES_A_DEGREE
    wide = high / float(np.cos(np.radians(spot.lat)))
    west, south = float(lon.min()) - 3 * wide, float(lat.min()) - 3 * high
    column = ((lon - west) / wide).astype(np.int64)
    row = ((lat - south) / high).astype(np.int64)
    field = np.full((row.max() + 4, column.max() + 4), np.inf)
    np.minimum.at(field, (row, column), np.append(seconds, 0.0))
    field = around(field, np.minimum, np.inf)
    return [_area(field <= m * 60, west, south, wide, high) for m in minutes]


def around(grid: NDArray[Any], pick: np.ufunc, outside: float) -> NDArray[Any]:
    """Return a grid of what `pick` makes of each cell and the eight about it; beyond the edge all is `outside`."""
    cells = np.pad(grid, 1, constant_values=outside)
    rows = pick(pick(cells[:-2], cells[1:-1]), cells[2:])
    found: NDArray[Any] = pick(pick(rows[:, :-2], rows[:, 1:-1]), rows[:, 2:])
    return found


def _reached(tree: Tree, limit: float, *, inward: bool) -> tuple[Floats, Floats, Floats]:
    """Return lon, lat and seconds of the road points reached in time, with points between far ones."""
    graph, net = tree.graph, tree.graph.roads.network
    arcs, base = _arcs(graph, tree, limit, inward=inward)
    edge = arcs >> 1
    sizes = np.diff(net.first)[edge]
    take = np.repeat(net.first[edge] - (np.cumsum(sizes) - sizes), sizes) + np.arange(sizes.sum())
    part = net.along[take] / np.repeat(np.maximum(net.metres[edge], 1e-3), sizes)
    # Toward the spot what is left of an arc counts, away from it what has been driven.
    against = (np.repeat(arcs, sizes) % 2 == 1) != inward
    part = np.where(against, 1 - part, part)
    seconds = np.repeat(base, sizes) + np.clip(part, 0, 1) * np.repeat(graph.seconds[arcs], sizes)
    x, y = net.x[take] * UNIT, net.y[take] * UNIT
    steps = np.diff(net.along[take], prepend=0)
    steps[np.cumsum(sizes) - sizes] = 0
    far = np.flatnonzero(np.abs(steps) > LEAST_M)
    parts = np.ceil(np.abs(steps[far]) / LEAST_M).astype(np.int64)
    which = np.repeat(far, parts)
    share = (np.arange(len(which)) - np.repeat(np.cumsum(parts) - parts, parts)) / np.repeat(
        parts, parts
    )
    columns = [
        np.concatenate((values, values[which] - share * (values[which] - values[which - 1])))
        for values in (x, y, seconds)
    ]
    # Less than nothing is the stretch beyond the spot on its own edge.
    known = (columns[2] <= limit) & (columns[2] > -1e-6)
    return columns[0][known], columns[1][known], columns[2][known]


def _arcs(
    graph: Graph, tree: Tree, limit: float, *, inward: bool
) -> tuple[NDArray[np.int64], Floats]:
    """Return the arcs that end (inward) or begin (outward) at states reached in time, with the seconds of those."""
    net = graph.roads.network
    known = tree.seconds[net.target if inward else net.origin]
    moves = np.flatnonzero((known <= limit) & np.isfinite(graph.weights))
    arcs, base = net.arc[moves].astype(np.int64), known[moves]
    own = [
        (arc, -before if not inward else -after) for arc, before, after in graph.shares(tree.spot)
    ]
    return (
        np.append(arcs, np.array([arc for arc, _ in own], np.int64)),
        np.append(base, [seconds for _, seconds in own]),
    )


def _area(
    inside: NDArray[np.bool_], west: float, south: float, wide: float, high: float
) -> shapely.MultiPolygon:
    """Return the cells that are true as one area, small holes filled, corners cut."""
    # Grown by a cell and shrunk by one: what is narrower than that is closed.
    filled = around(around(inside, np.logical_or, 0), np.logical_and, 0) | inside
    edges = np.diff(np.pad(filled, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    row, begin = np.nonzero(edges == 1)
    end = np.nonzero(edges == -1)[1]
    boxes = shapely.box(
        west + begin * wide, south + row * high, west + end * wide, south + (row + 1) * high
    )
    area = shapely.simplify(shapely.union_all(boxes), high * 0.75)
    parts = [part for part in shapely.get_parts(area) if isinstance(part, shapely.Polygon)]
    return shapely.MultiPolygon([part for part in parts if not part.is_empty])
