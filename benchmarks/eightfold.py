"""Eight copies of one extract side by side in Zhangzhou's box, joined by trunk roads: a true city's roads, on false ground."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import osmium
from osmium.osm import NODE, RELATION, WAY

COPIES, COLUMNS = 8, 2
WEST, SOUTH = 116.95, 23.60
GAP = 0.02
# Copies keep their ids apart by this much; those of OpenStreetMap are below.
STRIDE = 10**12
JOINS = 9 * 10**14
BUSY = {"primary", "secondary", "tertiary"}


def eightfold(extract: Path, kept: Path) -> Path:
    """Return the eightfold copy of an .osm.pbf, made in the folder `kept` unless it is there."""
    made = kept / f"eightfold-{extract.stat().st_size}.osm.pbf"
    if not made.exists():
        kept.mkdir(parents=True, exist_ok=True)
        half = kept / f"half-{os.getpid()}.osm.pbf"
        _write(extract, half)
        half.replace(made)
    return made


def _write(extract: Path, target: Path) -> None:
    box, joint = _box(extract), _joint(extract)
    shifts = [
        (
            WEST - box[0] + (number % COLUMNS) * (box[2] - box[0] + GAP),
            SOUTH - box[1] + (number // COLUMNS) * (box[3] - box[1] + GAP),
        )
        for number in range(COPIES)
    ]
    with osmium.SimpleWriter(str(target), overwrite=True) as writer:
        for number, (east, north) in enumerate(shifts):
            for node in _objects(extract, NODE):
                at = (node.lon + east, node.lat + north)
                writer.add_node(node.replace(id=node.id + number * STRIDE, location=at))
        for number in range(COPIES):
            for way in _objects(extract, WAY):
                nodes = [node.ref + number * STRIDE for node in way.nodes]
                writer.add_way(way.replace(id=way.id + number * STRIDE, nodes=nodes))
        for way in _trunks(joint):
            writer.add_way(way)
        for number in range(COPIES):
            for relation in _objects(extract, RELATION):
                members = [(it.type, it.ref + number * STRIDE, it.role) for it in relation.members]
                shifted = relation.replace(id=relation.id + number * STRIDE, members=members)
                writer.add_relation(shifted)


def _trunks(joint: int) -> Iterator[Any]:
    """Yield the ways from each copy to the next."""
    for number, (here, there) in enumerate(pairwise(range(COPIES))):
        yield osmium.osm.mutable.Way(
            id=JOINS + number,
            nodes=[joint + here * STRIDE, joint + there * STRIDE],
            tags={"highway": "trunk", "name": f"连接路{number + 1}"},
        )


def _objects(extract: Path, kind: osmium.osm.osm_entity_bits) -> Iterator[Any]:
    """Yield the objects of one kind; the library's own type does not tell which."""
    yield from osmium.FileProcessor(str(extract), kind)


def _box(extract: Path) -> tuple[float, float, float, float]:
    """The box of all nodes, whatever the head of the file says."""
    places = [(node.lon, node.lat) for node in _objects(extract, NODE)]
    lons, lats = zip(*places, strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def _joint(extract: Path) -> int:
    """A node in the middle of the longest busy two-way street."""
    ways = (
        [node.ref for node in way.nodes]
        for way in _objects(extract, WAY)
        if way.tags.get("highway") in BUSY and "oneway" not in way.tags
    )
    longest: list[int] = max(ways, key=len)
    return longest[len(longest) // 2]
