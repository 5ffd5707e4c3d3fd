"""What of OpenStreetMap is on the base map: which tags make a feature of which layer, and from which zoom it is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LEAST, MOST = (
    7,
    14,
)  # zooms that tiles are made for; the page draws each at 512 pixels, and larger ones past the last
# What has none of these keys is not on the map, and never reaches Python.
KEYS = (
    *("highway", "railway", "waterway", "natural", "landuse", "leisure", "building"),
    *("boundary", "place", "amenity", "shop", "tourism", "aeroway", "addr:housenumber", "office"),
)
ROADS: Mapping[str, tuple[str, int, int]] = {
    # highway: (kind, zoom it is there from, zoom it has its name from)
    "motorway": ("motorway", 7, 10),
    "motorway_link": ("motorway", 10, 15),
    "trunk": ("trunk", 7, 10),
    "trunk_link": ("trunk", 10, 15),
    "primary": ("primary", 8, 11),
    "primary_link": ("primary", 11, 15),
    "secondary": ("secondary", 9, 12),
    "secondary_link": ("secondary", 12, 15),
    "tertiary": ("tertiary", 11, 13),
    "tertiary_link": ("tertiary", 12, 15),
    **dict.fromkeys(("unclassified", "residential", "road"), ("street", 12, 13)),
    **dict.fromkeys(("living_street", "pedestrian"), ("calm", 13, 13)),
    "service": ("service", 13, 14),
    **dict.fromkeys(
        ("track", "path", "footway", "cycleway", "bridleway", "steps"), ("path", 14, 14)
    ),
}
RAILS = {"rail": 9, "light_rail": 11, "subway": 12, "tram": 13, "narrow_gauge": 11, "monorail": 12}
LANDS: Mapping[tuple[str, str], str] = {
    **{("landuse", value): "wood" for value in ("forest",)},
    **{("natural", value): "wood" for value in ("wood", "scrub")},
    **{
        ("landuse", value): "green"
        for value in ("grass", "meadow", "recreation_ground", "village_green")
    },
    **{
        ("leisure", value): "green" for value in ("park", "garden", "golf_course", "nature_reserve")
    },
    **{("natural", value): "green" for value in ("grassland", "heath", "wetland")},
    **{
        ("landuse", value): "field"
        for value in ("farmland", "orchard", "vineyard", "farmyard", "allotments")
    },
    ("landuse", "cemetery"): "green",
    **{("landuse", value): "town" for value in ("residential", "commercial", "retail")},
    **{
        ("landuse", value): "works" for value in ("industrial", "railway", "quarry", "construction")
    },
    ("aeroway", "aerodrome"): "works",
    **{
        ("leisure", value): "sport"
        for value in ("pitch", "stadium", "sports_centre", "playground", "track")
    },
    **{("natural", value): "bare" for value in ("sand", "beach", "bare_rock")},
    **{
        ("amenity", value): "public"
        for value in ("school", "university", "college", "hospital", "kindergarten")
    },
}
LAND_FROM = {"wood": 8, "field": 9, "town": 9, "works": 10, "green": 10, "bare": 11}
WATERS = {
    ("natural", "water"),
    ("waterway", "riverbank"),
    ("landuse", "reservoir"),
    ("landuse", "basin"),
    ("natural", "bay"),
}
STREAMS = {"river": 8, "canal": 10, "stream": 13, "drain": 14, "ditch": 14}
PLACES = {
    "city": 7, "town": 8, "borough": 10, "suburb": 11, "quarter": 12, "village": 11,
    "neighbourhood": 13, "hamlet": 13, "isolated_dwelling": 14, "locality": 14, "island": 11, "square": 14,
}  # fmt: skip
# Points of interest: tag → kind; those of the first rank show from further away, the first four without a name too.
POINTS: Mapping[tuple[str, str], tuple[str, int]] = {
    ("amenity", "police"): ("police", 12),
    ("amenity", "fire_station"): ("fire", 13),
    ("amenity", "hospital"): ("hospital", 12),
    ("railway", "station"): ("station", 12),
    **{("amenity", value): ("hospital", 14) for value in ("clinic", "doctors", "pharmacy")},
    **{("amenity", value): ("school", 13) for value in ("university", "college")},
    **{("amenity", value): ("school", 14) for value in ("school", "kindergarten")},
    **{("amenity", value): ("office", 13) for value in ("townhall", "courthouse", "bus_station")},
    **{("amenity", value): ("other", 14) for value in (
        "bank", "fuel", "place_of_worship", "cinema", "theatre", "library", "marketplace", "restaurant",
        "cafe", "fast_food", "bar", "pub", "post_office", "parking", "community_centre", "nightclub",
    )},
    **{("tourism", value): ("other", 14) for value in ("hotel", "museum", "attraction", "guest_house", "hostel")},
    **{("leisure", value): ("other", 14) for value in ("park", "stadium", "sports_centre", "marina")},
    **{("shop", value): ("other", 14) for value in ("mall", "supermarket", "department_store", "convenience")},
    ("aeroway", "aerodrome"): ("station", 11),
}  # fmt: skip
NAMELESS = frozenset({"police", "fire", "hospital", "station"})
POINT_KEYS = tuple(dict.fromkeys(key for key, _ in POINTS))


@dataclass(frozen=True, slots=True)
class Kind:
    """One feature of a layer; `least` is the zoom it is there from, `named` the zoom it has its name from."""

    layer: str
    about: tuple[tuple[str, str | int], ...]
    least: int
    named: int = LEAST
    is_point: bool = False


def line_kinds(tags: Mapping[str, str]) -> Iterator[Kind]:
    """Return what a way is as a line."""
    road = ROADS.get(tags.get("highway", ""))
    if road is not None and tags.get("area") != "yes":
        kind, least, named = road
        parts: list[tuple[str, str | int]] = [("kind", kind)]
        if tags.get("tunnel", "no") != "no":
            parts.append(("under", 1))
        elif tags.get("bridge", "no") != "no":
            parts.append(("over", 1))
        if tags.get("ref") and kind in ("motorway", "trunk", "primary"):
            parts.append(("ref", tags["ref"]))
        yield Kind("roads", (*parts, *names(tags)), least, named)
    rail = RAILS.get(tags.get("railway", ""))
    if rail is not None and tags.get("tunnel", "no") == "no":
        yield Kind("rails", (("kind", "rail"),), rail if not tags.get("service") else 14)
    stream = STREAMS.get(tags.get("waterway", ""))
    if stream is not None and tags.get("tunnel", "no") == "no":
        yield Kind("streams", (("kind", tags["waterway"]), *names(tags)), stream, 13)
    if tags.get("boundary") == "administrative" and tags.get("admin_level", "").isdigit():
        level = int(tags["admin_level"])
        if level <= 9:
            yield Kind("borders", (("level", level),), 7 if level <= 5 else 9 if level <= 6 else 11)


def area_kinds(tags: Mapping[str, str]) -> Iterator[Kind]:
    """Return what a closed way or a multipolygon is as an area, and the points that its names stand at."""
    if any(tags.get(key) == value for key, value in WATERS):
        yield Kind("water", (), 7)
        if "name" in tags:
            yield Kind("points", (("kind", "water"), *names(tags)), 12, is_point=True)
    elif tags.get("building", "no") != "no":
        yield Kind("buildings", (), 14)
    else:
        land = next((LANDS[pair] for pair in LANDS if tags.get(pair[0]) == pair[1]), None)
        if land is not None:
            yield Kind("lands", (("kind", land),), LAND_FROM.get(land, 13))
    if tags.get("highway") in ("pedestrian", "service") and tags.get("area", "yes") == "yes":
        yield Kind("lands", (("kind", "paved"),), 14)
    if "boundary" not in tags:
        yield from point_kinds(tags)


def point_kinds(tags: Mapping[str, str]) -> Iterator[Kind]:
    """Return what stands at a point: places, points of interest, house numbers."""
    place = PLACES.get(tags.get("place", ""))
    if place is not None and "name" in tags:
        yield Kind("places", (("kind", tags["place"]), *names(tags)), place, is_point=True)
        return
    for key in POINT_KEYS:
        found = POINTS.get((key, tags.get(key, "")))
        if found is not None and ("name" in tags or found[0] in NAMELESS):
            yield Kind("points", (("kind", found[0]), *names(tags)), found[1], is_point=True)
            break
    number = tags.get("addr:housenumber")
    if number:
        yield Kind("numbers", (("name", number[:12]),), 14, is_point=True)


def names(tags: Mapping[str, str]) -> tuple[tuple[str, str | int], ...]:
    """Return the name on the ground, and the English one where it is another."""
    name, english = tags.get("name"), tags.get("name:en")
    if not name:
        return (("name", english),) if english else ()
    return (
        (("name", name), ("name_en", english)) if english and english != name else (("name", name),)
    )


def nameless(about: tuple[tuple[str, str | int], ...]) -> tuple[tuple[str, str | int], ...]:
    """Return the attributes without names, for zooms that write none."""
    return tuple(pair for pair in about if pair[0] not in ("name", "name_en"))
