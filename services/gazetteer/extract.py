"""Reads the names of an OpenStreetMap extract: what is named, numbered or shared by two streets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import osmium
import shapely

from models.errors import TroubleError
from services.gazetteer.entry import Entry, Kind, Line
from services.gazetteer.form import HAN

# Steps between two looks at whether somebody wants it to stop.
LOOK = 20_000
# Bytes of a file for each thing in it that has tags, about: for telling how far it is.
BYTES_A_THING = {".pbf": 40, ".osm": 600, ".bz2": 60}
STREETS = {
    **{"motorway": 58, "trunk": 60, "primary": 58, "secondary": 54, "tertiary": 50},
    **{"residential": 44, "living_street": 44, "pedestrian": 44, "unclassified": 44, "road": 42},
    **{"service": 36, "track": 30, "footway": 30, "cycleway": 28, "path": 28, "steps": 28},
    **{"motorway_link": 34, "trunk_link": 34, "primary_link": 34, "construction": 30},
}
PLACES = {
    "city": (Kind.TOWN, 95),
    "town": (Kind.TOWN, 82),
    "borough": (Kind.TOWN, 76),
    "suburb": (Kind.TOWN, 72),
    "quarter": (Kind.VILLAGE, 64),
    "neighbourhood": (Kind.VILLAGE, 56),
    "village": (Kind.VILLAGE, 64),
    "hamlet": (Kind.VILLAGE, 56),
    "isolated_dwelling": (Kind.VILLAGE, 40),
    "farm": (Kind.VILLAGE, 40),
    "locality": (Kind.POINT, 36),
    "square": (Kind.POINT, 46),
    "island": (Kind.POINT, 50),
    "islet": (Kind.POINT, 38),
}
# What makes a named thing a point of interest, and how weighty; a value of its own before the usual one.
POINTS: dict[str, dict[str, int]] = {
    "amenity": {
        **{"": 30, "police": 56, "hospital": 56, "fire_station": 54, "townhall": 54},
        **{"school": 48, "university": 52, "college": 48, "kindergarten": 40, "bus_station": 50},
        **{"marketplace": 44, "clinic": 42, "courthouse": 48, "prison": 48, "place_of_worship": 36},
        **{"bank": 36, "fuel": 38, "parking": 24, "restaurant": 26, "cafe": 24, "post_office": 36},
    },
    "railway": {"": 20, "station": 56, "halt": 48, "tram_stop": 36, "subway_entrance": 32},
    "public_transport": {"": 28, "station": 50},
    "aeroway": {"": 36, "aerodrome": 58},
    "tourism": {"": 34, "hotel": 38, "attraction": 42, "museum": 42},
    "leisure": {"": 34, "park": 46, "stadium": 50, "sports_centre": 42},
    "healthcare": {"": 36},
    "emergency": {"": 30},
    "office": {"": 28, "government": 46},
    "shop": {"": 26, "mall": 46, "supermarket": 34},
    "historic": {"": 32},
    "man_made": {"": 30, "bridge": 44, "works": 38},
    "military": {"": 34},
    "landuse": {"": 30, "industrial": 40, "residential": 40},
    "natural": {"": 32},
    "waterway": {"": 30, "river": 46, "dam": 44},
    "place": {"": 30},
    "building": {"": 30},
    "highway": {"": 22, "bus_stop": 32, "services": 40, "motorway_junction": 46, "rest_area": 36},
    "bridge": {"": 40},
    "craft": {"": 24},
    "club": {"": 24},
}
# What has none of these has nothing to be found by.
TOLD = ("name", "ref", "addr:housenumber")
OTHER_NAMES = ("alt_name", "old_name", "short_name", "official_name", "loc_name", "name:zh")
# The letters of Chinese road numbers, as people say them.
ROADS = {"G": "国道", "S": "省道", "X": "县道", "Y": "乡道"}
HOUSE, MILESTONE = 10, 30


@dataclass(slots=True)
class Street:
    """One way of a street: its nodes with their places, what it is called, how weighty it is."""

    name: str
    name_en: str
    others: tuple[str, ...]
    weight: int
    nodes: list[int]
    line: Line


@dataclass(slots=True)
class Post:
    """A kilometre post as it stands: node, place, what is written on it."""

    node: int
    lon: float
    lat: float
    kilometre: str
    ref: str


@dataclass(slots=True)
class Found:
    """What an extract holds of names; `refs` are the numbers of roads by node, of the nodes that are posts."""

    entries: list[Entry] = field(default_factory=list)
    streets: list[Street] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    refs: dict[int, str] = field(default_factory=dict)


Area = tuple[str, str, str, int, bytes, tuple[float, float, float, float]]
Tell = Callable[[float], None]


def read_names(extract: Path, tell: Tell) -> Found:
    """Return the names of an extract; TroubleError `region.unreadable` where it cannot be read."""
    found = Found()
    things = max(1, extract.stat().st_size // BYTES_A_THING.get(extract.suffix, 60))
    try:
        reader = osmium.FileProcessor(str(extract)).with_locations()
        reader.with_filter(osmium.filter.EmptyTagFilter())
        for number, thing in enumerate(reader):
            if number % LOOK == 0:
                tell(min(0.99, number / things))
            take(thing, found)
    except (RuntimeError, ValueError) as error:
        raise TroubleError("region.unreadable", file=extract.name, why=str(error)) from error
    tell(1.0)
    return found


def take(thing: Any, found: Found) -> None:
    """Take what one thing of the extract is called."""
    tags = thing.tags
    if thing.is_node():
        where = (thing.lon, thing.lat)
        if tags.get("highway") == "milestone":
            take_post(thing, found)
    elif thing.is_way() and any(name in tags for name in TOLD):
        # Most ways have no name, and reading their nodes takes most of the time.
        spots = [(node.ref, node.location) for node in thing.nodes]
        nodes = [node for node, spot in spots if spot.valid()]
        line = [(spot.lon, spot.lat) for _, spot in spots if spot.valid()]
        if not line:
            return
        where = middle(line)
        if "highway" in tags:
            take_street(tags, nodes, line, found)
    else:
        return
    take_house(tags, where, found)
    take_point(tags, where, found)


def take_street(tags: Any, nodes: list[int], line: Line, found: Found) -> None:
    """Take a named or numbered road with its nodes and where they are."""
    name, ref = tags.get("name", ""), tags.get("ref", "")
    if ref:
        found.refs.update(dict.fromkeys(nodes, ref))
    if (name or ref) and tags["highway"] in STREETS:
        weight = STREETS[tags["highway"]]
        others = (*other_names(tags), *road_numbers(ref))
        street = Street(name or ref, tags.get("name:en", ""), others, weight, nodes, line)
        found.streets.append(street)


def take_post(node: Any, found: Found) -> None:
    """Take a kilometre post."""
    tags = node.tags
    written = tags.get("distance") or tags.get("pk") or tags.get("name") or tags.get("ref") or ""
    if written:
        ref = tags.get("ref", "") if tags.get("distance") or tags.get("pk") else ""
        found.posts.append(Post(node.id, node.lon, node.lat, written, ref))


def take_house(tags: Any, where: tuple[float, float], found: Found) -> None:
    """Take a house number with its street, or the place it is numbered in."""
    number = tags.get("addr:housenumber", "")
    street = tags.get("addr:street") or tags.get("addr:place") or ""
    if number and street:
        entry = Entry(Kind.HOUSE, house_name(street, number), *where, HOUSE)
        found.entries.append(entry)


def house_name(street: str, number: str) -> str:
    """Return 延安北路12号, or Hauptstraße 12."""
    if not HAN.search(street):
        return f"{street} {number}"
    return f"{street}{number}{'号' if number[-1:].isdigit() else ''}"


def take_point(tags: Any, where: tuple[float, float], found: Found) -> None:
    """Take a place, or a point of interest."""
    name = tags.get("name", "")
    if not name or ("highway" in tags and tags["highway"] in STREETS):
        return
    english, others = tags.get("name:en", ""), other_names(tags)
    if tags.get("place") in PLACES:
        kind, weight = PLACES[tags["place"]]
    else:
        weights = [
            values.get(tags[group], values[""]) for group, values in POINTS.items() if group in tags
        ]
        if not weights or tags.get("boundary") == "administrative":
            return
        kind, weight = Kind.POINT, max(weights)
    found.entries.append(Entry(kind, name, *where, weight, english, others=others))


def other_names(tags: Any) -> tuple[str, ...]:
    """Return what else a thing is called."""
    names = [tags[name] for name in OTHER_NAMES if name in tags]
    return tuple(part.strip() for name in names for part in name.split(";") if part.strip())


def road_numbers(ref: str) -> tuple[str, ...]:
    """Return the numbers of a road as they are written and said: G324, 324国道."""
    found = []
    for part in filter(None, (part.strip() for part in ref.split(";"))):
        found.append(part)
        if part[0] in ROADS and part[1:].isdigit():
            found.append(f"{part[1:]}{ROADS[part[0]]}")
    return tuple(found)


def middle(line: Line) -> tuple[float, float]:
    """Return the middle of a ring, or the middle vertex of a line."""
    if len(line) > 3 and line[0] == line[-1]:
        size = len(line) - 1
        return sum(x for x, _ in line[:-1]) / size, sum(y for _, y in line[:-1]) / size
    return line[len(line) // 2]


def read_areas(extract: Path) -> list[Area]:
    """Return the divisions whose outlines lie whole in an extract: name, name_en, code, level, shape (WKB), box."""
    factory = osmium.geom.WKBFactory()
    found: list[Area] = []
    try:
        wanted = osmium.filter.TagFilter(("boundary", "administrative"))
        reader: Any = osmium.FileProcessor(str(extract)).with_areas(wanted)
        reader.with_filter(osmium.filter.EntityFilter(osmium.osm.AREA)).with_filter(wanted)
        for area in reader:
            level, name = area.tags.get("admin_level", ""), area.tags.get("name", "")
            if level.isdigit() and name:
                shape = shapely.from_wkb(factory.create_multipolygon(area))
                west, south, east, north = shape.bounds
                code = area.tags.get("ref:CN", area.tags.get("gb", ""))
                english = area.tags.get("name:en", "")
                bounds = (west, east, south, north)
                found.append((name, english, code, int(level), shapely.to_wkb(shape), bounds))
    except (RuntimeError, ValueError) as error:
        raise TroubleError("region.unreadable", file=extract.name, why=str(error)) from error
    return found
