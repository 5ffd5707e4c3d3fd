"""Reads the roads of an OpenStreetMap extract: ways with their points, barriers, turn restrictions."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import osmium
from osmium.filter import KeyFilter, TagFilter
from osmium.osm import NODE, RELATION, WAY

from models.errors import TroubleError
from services.routing.traffic import FERRY, Traffic
from services.routing.way import Road, blocks, road_of

Tell = Callable[[float], None]
# A way with its nodes weighs about this much in an extract; only for the share that `tell` is told.
BYTES_A_WAY = 80
TELL_EVERY = 2_000
# What the library puts where a node of a way is not in the extract.
NOWHERE = 2_147_483_647
SPARED = {"motorcar", "motor_vehicle", "emergency"}
# What holds at certain hours is not obeyed; it is counted.
TIMED = tuple(
    f"{name}:conditional"
    for name in ("access", "vehicle", "motor_vehicle", "motorcar", "oneway", "maxspeed")
)
RULES = ("restriction:motorcar", "restriction:motor_vehicle", "restriction")
TAGS = (
    *(
        "highway",
        "route",
        "area",
        "junction",
        "emergency",
        "duration",
        "name",
        "name:en",
        "int_name",
    ),
    *("ref", "maxspeed", "maxspeed:forward", "maxspeed:backward", "oneway", "oneway:vehicle"),
    *("oneway:motor_vehicle", "oneway:motorcar", "motorcar", "motor_vehicle", "vehicle", "access"),
)


@dataclass(frozen=True, slots=True)
class Restriction:
    """One turn rule: `kind` as tagged (no_left_turn, only_straight_on, …), ids of ways and of the node between."""

    kind: str
    sources: tuple[int, ...]
    via_node: int | None
    via_ways: tuple[int, ...]
    targets: tuple[int, ...]


@dataclass(slots=True)
class Found:
    """Ways in the order of the file; way `i` owns points starts[i] to starts[i + 1]; x and y in 1e-7 degrees WGS-84.

    `timed`: how many roads and turn rules say something that holds at certain hours.
    """

    roads: list[Road] = field(default_factory=list)
    ways: array[int] = field(default_factory=lambda: array("q"))
    starts: array[int] = field(default_factory=lambda: array("q", [0]))
    nodes: array[int] = field(default_factory=lambda: array("q"))
    x: array[int] = field(default_factory=lambda: array("i"))
    y: array[int] = field(default_factory=lambda: array("i"))
    barriers: array[int] = field(default_factory=lambda: array("q"))
    restrictions: list[Restriction] = field(default_factory=list)
    timed: int = 0


def read_roads(extract: Path, traffic: Traffic, tell: Tell) -> Found:
    """Read an .osm.pbf; TroubleError `roads.unreadable` where it is none or is cut off."""
    found = Found()
    expected = max(1, extract.stat().st_size // BYTES_A_WAY)
    try:
        for number, it in enumerate(_objects(extract)):
            if number % TELL_EVERY == 0:
                tell(min(0.99, number / expected))
            if it.is_way():
                _take_way(found, it, traffic)
            elif it.is_node():
                if blocks(it.tags, traffic):
                    found.barriers.append(it.id)
            else:
                _take_restriction(found, it)
    except (RuntimeError, osmium.InvalidLocationError) as error:
        raise TroubleError("roads.unreadable", file=extract.name, why=str(error)) from error
    return found


def _objects(extract: Path) -> Iterator[Any]:
    """Yield nodes that stand in the way, ways that may be roads, turn restrictions; what is skipped never gets to Python."""
    file = osmium.FileProcessor(str(extract)).with_locations()
    for keys, kind in (
        (KeyFilter("barrier"), NODE),
        (KeyFilter("highway", "route"), WAY),
        (TagFilter(("type", "restriction")), RELATION),
    ):
        file = file.with_filter(keys.enable_for(kind))
    yield from file


def _take_way(found: Found, way: Any, traffic: Traffic) -> None:
    tags = way.tags
    if len(way.nodes) < 2:
        return
    if tags.get("highway") not in traffic.kmh and tags.get("route") != FERRY:
        return  # most ways are paths: the rest of their tags need no look
    road = road_of({key: tags[key] for key in TAGS if key in tags}, traffic)
    if road is None:
        return
    found.timed += any(key in tags for key in TIMED)
    refs, x, y = zip(*((node.ref, node.x, node.y) for node in way.nodes), strict=True)
    for first, last in _pieces(x) if NOWHERE in x else ((0, len(x)),):
        if last - first > 1:
            found.roads.append(road)
            found.ways.append(way.id)
            found.nodes.extend(refs[first:last])
            found.x.extend(x[first:last])
            found.y.extend(y[first:last])
            found.starts.append(len(found.nodes))


def _pieces(x: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a way that lie in the extract: first, one after the last."""
    first = 0
    for number, value in enumerate((*x, NOWHERE)):
        if value == NOWHERE:
            yield first, number
            first = number + 1


def _take_restriction(found: Found, relation: Any) -> None:
    tags = relation.tags
    kind = next((tags[rule] for rule in RULES if rule in tags), "")
    found.timed += any(f"{rule}:conditional" in tags for rule in RULES)
    if not kind.startswith(("no_", "only_")) or SPARED & set(tags.get("except", "").split(";")):
        return
    members = [(it.role, it.type, it.ref) for it in relation.members]
    via_nodes = [ref for role, type, ref in members if role == "via" and type == "n"]
    rule = Restriction(
        kind,
        _ways(members, "from"),
        via_nodes[0] if via_nodes else None,
        _ways(members, "via"),
        _ways(members, "to"),
    )
    if rule.sources and rule.targets and (via_nodes or rule.via_ways):
        found.restrictions.append(rule)


def _ways(members: list[tuple[str, str, int]], wanted: str) -> tuple[int, ...]:
    return tuple(ref for role, type, ref in members if role == wanted and type == "w")
