"""A beat's outline in a file: GeoJSON or WKT, read as one ring and written as WKT."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from math import isfinite
from typing import Any

from models.errors import RuleError
from services.dictionary.cell import check_point

Ring = list[list[float]]
WKT = re.compile(r"(?:SRID=\d+;)?\s*(MULTI)?POLYGON\s*(?:Z|M|ZM)?\s*\((.*)\)\s*", re.I | re.S)
PART = re.compile(r"\(([^()]*)\)")
POINTS = 3
# More corners than this no beat has, and every map would crawl.
MOST_POINTS = 5000


def read_ring(text: str) -> Ring:
    """Return the ring of an outline, [lon, lat] in WGS-84 degrees, its first corner not repeated.

    RuleErrors: `line.bad_outline`, `line.many_parts`, `line.holes`, `line.few_corners`, `line.many_corners`,
    `line.swapped`, `line.far`, `line.crossing`.
    """
    rings = rings_of_json(text) if text.startswith("{") else rings_of_wkt(text)
    if len(rings) > 1:
        raise RuleError("line.holes")
    ring = opened(rings[0])
    if len(ring) > MOST_POINTS:
        raise RuleError("line.many_corners", count=len(ring), most=MOST_POINTS)
    for lon, lat in ring:
        check_point(lon, lat)
    if len({(lon, lat) for lon, lat in ring}) < POINTS:
        raise RuleError("line.few_corners")
    check_plain(ring)
    return ring


def rings_of_json(text: str) -> list[Ring]:
    """Return the rings of a GeoJSON polygon, feature, or collection of one feature."""
    try:
        shape: Any = json.loads(text)
        if shape.get("type") == "FeatureCollection":
            (shape,) = shape["features"]
        if shape.get("type") == "Feature":
            shape = shape["geometry"]
        rings = shape["coordinates"]
        if shape.get("type") == "MultiPolygon":
            if len(rings) != 1:
                raise RuleError("line.many_parts")
            (rings,) = rings
        elif shape.get("type") != "Polygon":
            raise RuleError("line.bad_outline")
        found = [[[float(point[0]), float(point[1])] for point in ring] for ring in rings]
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise RuleError("line.bad_outline") from error
    return checked(found)


def rings_of_wkt(text: str) -> list[Ring]:
    """Return the rings of a WKT polygon."""
    shape = WKT.fullmatch(text.strip())
    if shape is None:
        raise RuleError("line.bad_outline")
    inside = shape[2].strip()
    if shape[1]:
        if re.search(r"\)\s*\)\s*,\s*\(\s*\(", inside):
            raise RuleError("line.many_parts")
        inside = inside.removeprefix("(").removesuffix(")")
    try:
        found = [
            [[float(number) for number in point.split()[:2]] for point in part.split(",")]
            for part in PART.findall(inside)
        ]
    except ValueError as error:
        raise RuleError("line.bad_outline") from error
    return checked(found)


def checked(rings: Sequence[Ring]) -> list[Ring]:
    """Return the rings; RuleError `line.bad_outline` unless they are there and made of pairs of numbers."""
    if not rings or not all(
        len(point) == 2 and all(map(isfinite, point)) for ring in rings for point in ring
    ):
        raise RuleError("line.bad_outline")
    return list(rings)


def opened(ring: Sequence[Sequence[float]]) -> Ring:
    """Return a ring whose first corner is not repeated at its end."""
    points = [list(point) for point in ring]
    return points[:-1] if len(points) > 1 and points[0] == points[-1] else points


def check_plain(ring: Ring) -> None:
    """Raise RuleError `line.crossing` with the place where a ring crosses or touches itself, or has no area."""
    # Geometry takes its time to load, and only a file of beats needs it.
    from shapely import Polygon, is_valid_reason  # noqa: PLC0415

    reason = str(is_valid_reason(Polygon(ring)))
    if reason != "Valid Geometry":
        place = re.search(r"\[([^\]]*)\]", reason)
        raise RuleError("line.crossing", place=place[1] if place else "")


def outline_text(ring: Sequence[Sequence[float]]) -> str:
    """Return a ring as WKT, every digit kept."""
    points = opened(ring)
    return f"POLYGON (({', '.join(f'{lon!r} {lat!r}' for lon, lat in [*points, *points[:1]])}))"
