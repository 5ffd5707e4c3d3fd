"""Cuts ways into stretches between junctions: the edges of the road graph."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from services.routing.reading import Found

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Floats = NDArray[np.float64]

EARTH_M = 6_371_008.8
UNIT = 1e-7


@dataclass(frozen=True, slots=True)
class Stretches:
    """Edges in the order of their ways.

    Edge `e` leads from junction tail[e] to head[e] over points first[e] to first[e + 1] (x, y in 1e-7 degrees), belongs
    to way number way[e] and is metres[e] long. `ids` are the OpenStreetMap nodes of the junctions.
    """

    ids: Longs
    tail: Ints
    head: Ints
    way: Ints
    first: Ints
    x: Ints
    y: Ints
    metres: Floats


def cut(found: Found) -> Stretches:
    """Cut at every node that ends a way, that two ways share, that a turn rule names or that is barred."""
    nodes = np.frombuffer(found.nodes, np.int64)
    starts = np.frombuffer(found.starts, np.int64)
    x, y = np.frombuffer(found.x, np.int32), np.frombuffer(found.y, np.int32)
    ids, number = np.unique(nodes, return_inverse=True)
    marked = np.bincount(number, minlength=len(ids)) > 1
    marked[number[starts[:-1]]] = marked[number[starts[1:] - 1]] = True
    ruled = [rule.via_node for rule in found.restrictions if rule.via_node is not None]
    barred = np.isin(ids, np.frombuffer(found.barriers, np.int64))
    marked |= np.isin(ids, np.asarray(ruled, np.int64)) | barred
    at = np.flatnonzero(marked[number])
    way = np.searchsorted(starts, at, side="right") - 1
    together = np.flatnonzero(way[:-1] == way[1:])
    begin, end = at[together], at[together + 1]
    tail, head, ids = _junctions(number[begin], number[end], ids, marked, barred)
    tail, head, ids = _side_by_side(tail, head, ids, x[begin], y[begin], x[end], y[end])
    sizes = end - begin + 1
    first = np.concatenate(([0], np.cumsum(sizes)))
    take = np.repeat(begin - first[:-1], sizes) + np.arange(first[-1])
    x, y = x[take], y[take]
    return Stretches(
        ids,
        tail,
        head,
        way[together].astype(np.int32),
        first.astype(np.int32),
        x,
        y,
        np.add.reduceat(steps(x, y, first), first[:-1]),
    )


def steps(x: Ints, y: Ints, first: NDArray[np.integer]) -> Floats:
    """Return metres from each point to the next of its edge (haversine), 0 at the last."""
    lat = np.radians(y * UNIT)
    across, along = np.radians(np.diff(x * UNIT)), np.diff(lat)
    half = np.sin(along / 2) ** 2 + np.cos(lat[:-1]) * np.cos(lat[1:]) * np.sin(across / 2) ** 2
    long = np.zeros(len(x))
    long[:-1] = 2 * EARTH_M * np.arcsin(np.minimum(1, np.sqrt(half)))
    long[first[1:] - 1] = 0
    return long


def _junctions(
    tail: Longs, head: Longs, ids: Longs, marked: NDArray[np.bool_], barred: NDArray[np.bool_]
) -> tuple[Ints, Ints, Longs]:
    """Number the junctions; a barred node is a dead end of its own for every edge that comes to it."""
    names = np.flatnonzero(marked)
    place = np.cumsum(marked) - 1
    ends = np.concatenate((tail, head))
    numbers = place[ends]
    stopped = np.flatnonzero(barred[ends])
    numbers[stopped] = len(names) + np.arange(len(stopped))
    known = np.concatenate((ids[names], ids[ends[stopped]]))
    count = len(tail)
    return numbers[:count].astype(np.int32), numbers[count:].astype(np.int32), known


def _side_by_side(
    tail: Ints, head: Ints, ids: Longs, tail_x: Ints, tail_y: Ints, head_x: Ints, head_y: Ints
) -> tuple[Ints, Ints, Longs]:
    """Number junctions along a curve that fills the plane: a search then finds most of what it wants in the cache."""
    x, y = np.zeros(len(ids), np.int64), np.zeros(len(ids), np.int64)
    x[tail], y[tail] = tail_x, tail_y
    x[head], y[head] = head_x, head_y
    order = np.argsort(_spread(x - x.min()) | _spread(y - y.min()) << 1)
    place = np.empty(len(ids), np.int32)
    place[order] = np.arange(len(ids), dtype=np.int32)
    return place[tail], place[head], ids[order]


def _spread(value: Longs) -> Longs:
    """Put a zero between the bits of numbers; about 100 m is the finest step that counts."""
    spread = value >> 13
    for shift, mask in ((16, 0x0000FFFF0000FFFF), (8, 0x00FF00FF00FF00FF), (4, 0x0F0F0F0F0F0F0F0F)):
        spread = (spread | spread << shift) & mask
    for shift, mask in ((2, 0x3333333333333333), (1, 0x5555555555555555)):
        spread = (spread | spread << shift) & mask
    return spread
