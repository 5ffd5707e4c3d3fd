"""Makes streets of ways, crossings of what streets share, and names of kilometre posts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise
from math import cos, floor, hypot, radians

from services.gazetteer.entry import Entry, Kind, Line
from services.gazetteer.extract import MILESTONE, Found, Post, Street, road_numbers
from services.gazetteer.form import HAN

# Ways of one name whose ends lie in neighbouring squares (degrees, about 300 m) are one street.
GAP = 0.003
# Crossings of the same two streets this near to each other (degrees, about 150 m) are one: lanes of a wide road.
ONE_CROSSING = 0.0015
CROSSING = 8
# More streets than this at one node are no crossing but a fault of the extract.
MOST_STREETS = 8

Spot = tuple[float, float]


def streets_of(ways: Sequence[Street]) -> list[Entry]:
    """Return one entry for each street: ways of one name that hang together, or nearly so."""
    by_name: dict[str, list[Street]] = defaultdict(list)
    for way in ways:
        by_name[way.name].append(way)
    return [street_of(group) for some in by_name.values() for group in groups(some)]


def groups(ways: Sequence[Street]) -> list[list[Street]]:
    """Return ways in groups that hang together."""
    if len(ways) == 1:
        return [list(ways)]
    parent = list(range(len(ways)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    squares: dict[tuple[int, int], int] = {}
    for at, way in enumerate(ways):
        for lon, lat in (way.line[0], way.line[-1]):
            x, y = floor(lon / GAP), floor(lat / GAP)
            for near in ((x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
                if near in squares:
                    parent[root(at)] = root(squares[near])
            squares.setdefault((x, y), at)
    found: dict[int, list[Street]] = defaultdict(list)
    for at, way in enumerate(ways):
        found[root(at)].append(way)
    return list(found.values())


def street_of(ways: Sequence[Street]) -> Entry:
    """Return the entry of a street: its point is the middle of its longest way."""
    longest = max(ways, key=lambda way: length(way.line))
    others = tuple(dict.fromkeys(other for way in ways for other in way.others))
    return Entry(
        Kind.STREET,
        longest.name,
        *longest.line[len(longest.line) // 2],
        weight=max(way.weight for way in ways),
        name_en=next((way.name_en for way in ways if way.name_en), ""),
        others=others,
        lines=[way.line for way in ways],
    )


def length(line: Line) -> float:
    """Return the length of a line in degrees of latitude: good enough to compare."""
    scale = cos(radians(line[0][1]))
    return sum(hypot((x2 - x1) * scale, y2 - y1) for (x1, y1), (x2, y2) in pairwise(line))


def crossings_of(ways: Sequence[Street]) -> list[Entry]:
    """Return one entry for each place where two streets of different names share a node."""
    here: dict[int, dict[str, tuple[Street, Spot]]] = defaultdict(dict)
    for way in ways:
        for node, spot in zip(way.nodes, way.line, strict=True):
            here[node].setdefault(way.name, (way, spot))
    weights: dict[str, int] = defaultdict(int)
    for way in ways:
        weights[way.name] = max(weights[way.name], way.weight)
    found: dict[tuple[str, str, int, int], Entry] = {}
    for streets in here.values():
        if 2 <= len(streets) <= MOST_STREETS:
            ordered = sorted(
                streets.values(), key=lambda pair: (-weights[pair[0].name], pair[0].name)
            )
            for (one, spot), (other, _) in combinations(ordered, 2):
                x, y = floor(spot[0] / ONE_CROSSING), floor(spot[1] / ONE_CROSSING)
                names = (one.name, other.name)
                known = any(
                    (*names, x + dx, y + dy) in found for dx in (-1, 0, 1) for dy in (-1, 0, 1)
                )
                if not known:
                    found[(*names, x, y)] = crossing_of(one, other, spot)
    return list(found.values())


def crossing_of(one: Street, other: Street, spot: Spot) -> Entry:
    """Return the entry of a crossing: 延安北路与新华西路交叉口, found in either order."""
    chinese = HAN.search(one.name) and HAN.search(other.name)
    name = f"{one.name}与{other.name}交叉口" if chinese else f"{one.name} / {other.name}"
    english = f"{one.name_en} / {other.name_en}" if one.name_en and other.name_en else ""
    both = (f"{one.name}{other.name}", f"{other.name}{one.name}")
    weight = min(CROSSING + (one.weight + other.weight) // 6, 42)
    return Entry(Kind.CROSSING, name, *spot, weight, english, others=both)


def posts_of(found: Found) -> list[Entry]:
    """Return kilometre posts under the number of their road: 324国道234公里, G324 K234."""
    return [post_entry(post, post.ref or found.refs.get(post.node, "")) for post in found.posts]


def post_entry(post: Post, ref: str) -> Entry:
    """Return the entry of one post."""
    kilometre = post.kilometre.removesuffix("km").strip().lstrip("Kk")
    numbers = road_numbers(ref)
    name = f"{numbers[0]} K{kilometre}" if numbers else f"K{kilometre}"
    said = [f"{number}{kilometre}公里" for number in numbers]
    written = [f"{number}K{kilometre}" for number in numbers[1:]]
    return Entry(*(Kind.MILESTONE, name, post.lon, post.lat, MILESTONE), others=(*said, *written))
