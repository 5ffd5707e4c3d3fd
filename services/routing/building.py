"""Builds the road network of a region from a clipped extract."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from models.errors import TroubleError
from services.routing.contracting import contracted
from services.routing.grid import filed, frame_of
from services.routing.network import Network, bytes_of, write
from services.routing.reading import Found, Tell, read_roads
from services.routing.stretch import Stretches, cut, steps
from services.routing.traffic import Traffic, shipped_traffic
from services.routing.turning import Turns, forbidden, streets_of, turning_round, turns
from services.routing.way import Mark

# Of the whole work reading takes this much, cutting and turning up to the second.
READ, TURNED = 0.8, 0.93


def build_roads(
    extract: Path, folder: Path, tell: Tell, traffic: Traffic | None = None
) -> Mapping[str, int]:
    """Build `roads.npz` in a folder from an .osm.pbf; `tell` hears the share done and may raise to stop.

    Returns counts: junctions, edges, arcs, restrictions, and what holds at certain hours and is not obeyed.
    TroubleError `roads.none` where the extract has no road,
    `roads.unreadable` where it cannot be read.
    """
    found = read_roads(extract, traffic or shipped_traffic(), lambda share: tell(share * READ))
    if not found.roads:
        raise TroubleError("roads.none", file=extract.name)
    tell(READ)
    stretches = cut(found)
    marks = np.array([road.marks for road in found.roads], np.uint8)[stretches.way]
    moves, counts = _turns(found, stretches, marks)
    tell(TURNED)
    network = _network(found, stretches, marks, moves, counts)
    write(network, folder)
    tell(1.0)
    return counts


def _turns(
    found: Found, stretches: Stretches, marks: NDArray[np.uint8]
) -> tuple[Turns, dict[str, int]]:
    ways = np.frombuffer(found.ways, np.int64)[stretches.way]
    streets = streets_of(
        stretches.tail.tolist(),
        stretches.head.tolist(),
        ((marks & Mark.FORWARD) > 0).tolist(),
        ((marks & Mark.BACK) > 0).tolist(),
        ways.tolist(),
        stretches.ids.tolist(),
    )
    ruled = forbidden(found.restrictions, streets)
    moves = turns(ruled | turning_round(ruled, streets), streets, len(stretches.ids))
    counts = {
        "junctions": len(stretches.ids),
        "edges": len(stretches.tail),
        "arcs": sum(start >= 0 for start in streets.start),
        "restrictions": len(found.restrictions),
        "timed_not_obeyed": found.timed,
    }
    return moves, counts


def _network(
    found: Found,
    stretches: Stretches,
    marks: NDArray[np.uint8],
    moves: Turns,
    counts: Mapping[str, int],
) -> Network:
    roads, way, first = found.roads, stretches.way, stretches.first
    kinds = sorted({road.kind for road in roads})
    names = sorted({(road.name, road.name_en, road.ref) for road in roads})
    label = {name: number for number, name in enumerate(names)}
    order = np.argsort(moves.origin, kind="stable")
    origin, target, arc = moves.origin[order], moves.target[order], moves.arc[order]
    main = _main(origin, target, counts["junctions"], len(moves.split))
    frame = frame_of(stretches.x, stretches.y)
    cells, pieces = filed(frame, stretches.x, stretches.y, _pieces(first, arc[main]))
    long = steps(stretches.x, stretches.y, first)
    run = np.cumsum(long) - long
    limits = np.array([(road.limit_forward, road.limit_back) for road in roads], np.float32)
    whole = np.bincount(way, stretches.metres, minlength=len(roads))
    ferry = np.array([road.seconds for road in roads]) / np.maximum(whole, 1)
    about = {"counts": dict(counts), "grid": [frame.west, frame.south, frame.wide, frame.high]}
    return Network(
        tail=stretches.tail,
        head=stretches.head,
        metres=stretches.metres.astype(np.float32),
        kind=np.array([kinds.index(road.kind) for road in roads], np.uint8)[way],
        marks=marks,
        limits=np.ascontiguousarray(limits[way].T),
        seconds=(ferry[way] * stretches.metres).astype(np.float32),
        label=np.array([label[road.name, road.name_en, road.ref] for road in roads], np.int32)[way],
        first=first,
        x=stretches.x,
        y=stretches.y,
        along=(run - np.repeat(run[first[:-1]], np.diff(first))).astype(np.float32),
        origin=origin,
        target=target,
        arc=arc,
        split=moves.split,
        main=main,
        cells=cells,
        pieces=pieces,
        kinds=bytes_of(kinds),
        words=bytes_of([name for name, _, _ in names]),
        words_en=bytes_of([name for _, name, _ in names]),
        refs=bytes_of([ref for _, _, ref in names]),
        about=np.frombuffer(json.dumps(about).encode(), np.uint8),
        small=contracted(counts["junctions"] + len(moves.split), origin, target),
    )


def _main(
    origin: NDArray[np.int32], target: NDArray[np.int32], junctions: int, split: int
) -> NDArray[np.bool_]:
    """Mark the moves within the largest part where every state reaches every other."""
    size = junctions + split
    graph = csr_matrix((np.ones(len(origin), np.int8), (origin, target)), shape=(size, size))
    _, part = connected_components(graph, directed=True, connection="strong")
    inner = part[origin] == part[target]
    largest = int(np.bincount(part[origin[inner]]).argmax()) if inner.any() else -1
    marked: NDArray[np.bool_] = inner & (part[origin] == largest)
    # An extract of one-way streets alone has no such part: then everything counts.
    return marked if inner.any() else np.ones(len(origin), np.bool_)


def _pieces(first: NDArray[np.int32], arcs: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return the steps of the edges that these arcs drive."""
    edges = np.unique(arcs // 2)
    sizes = np.diff(first)[edges] - 1
    start = np.repeat(first[edges] - (np.cumsum(sizes) - sizes), sizes)
    return (start + np.arange(int(sizes.sum()))).astype(np.int64)
