"""What part of an extract a region is made of: a box, an outline of a file, or a named boundary of the extract itself."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path

import osmium
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from models.errors import TroubleError
from services.region.opening import opened, truncated
from services.region.source import Source


@dataclass(frozen=True, slots=True)
class Clip:
    """An outline in degrees (longitude, latitude)."""

    outline: BaseGeometry

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        west, south, east, north = self.outline.bounds
        return west, south, east, north


def clip_of(text: str, source: Source) -> Clip:
    """Return the clip that a text says: `west,south,east,north`, a GeoJSON file, or the name of a boundary.

    TroubleError `region.bad_box`, `region.bad_outline`, `region.no_boundary`.
    """
    parts = text.replace("，", ",").split(",")
    if len(parts) == 4:
        return Clip(_box(text, parts))
    file = Path(text)
    if file.suffix.lower() in (".geojson", ".json"):
        return Clip(_outline(file))
    return Clip(_named(text.strip(), source))


def _box(text: str, parts: list[str]) -> BaseGeometry:
    try:
        west, south, east, north = (float(part) for part in parts)
    except ValueError as error:
        raise TroubleError("region.bad_box", text=text) from error
    inside = -180 <= west < east <= 180 and -90 <= south < north <= 90
    if not (inside and all(map(math.isfinite, (west, south, east, north)))):
        raise TroubleError("region.bad_box", text=text)
    return shapely.box(west, south, east, north)


def _outline(file: Path) -> BaseGeometry:
    try:
        read = json.loads(file.read_text(encoding="utf-8-sig"))
        kind = read["type"]
        some = read["features"] if kind == "FeatureCollection" else [read]
        shapes = [shape(one["geometry"] if one["type"] == "Feature" else one) for one in some]
        outline = shapely.make_valid(shapely.union_all(shapes))
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        shapely.GEOSException,
    ) as error:
        raise TroubleError("region.bad_outline", path=str(file)) from error
    if outline.area <= 0:
        raise TroubleError("region.bad_outline", path=str(file))
    return outline


def _named(name: str, source: Source) -> BaseGeometry:
    wanted = osmium.filter.TagFilter(("boundary", "administrative"))
    factory = osmium.geom.WKBFactory()
    found = []
    try:
        reader = osmium.FileProcessor(opened(source)).with_areas(wanted).with_filter(wanted)
        for thing in reader:
            if isinstance(thing, osmium.osm.Area) and name in (
                thing.tags.get("name"),
                thing.tags.get("name:en"),
            ):
                found.append(shapely.from_wkb(factory.create_multipolygon(thing)))
    except RuntimeError as error:
        raise truncated(source, error) from error
    if not found:
        raise TroubleError("region.no_boundary", name=name, path=source.path.name)
    return max(found, key=lambda one: float(one.area))
