"""One thing of an overlay: a geometry of GeoJSON's kinds and what is said of it, as text; counted and bounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from models.errors import TroubleError
from models.text import without_control

# More than these make the map slow for everybody; who has more takes a part of it.
MOST_FEATURES, MOST_POINTS = 20_000, 200_000
MOST_FIELDS, MOST_TEXT, MOST_NAME = 60, 500, 60
SIMPLE = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2}
DEPTHS = {**SIMPLE, "Polygon": 2, "MultiPolygon": 3}
# How many brackets stand around the numbers of a point.
Geometry = dict[str, Any]


@dataclass(slots=True)
class Gathering:
    """Features as they come in; TroubleError `overlay.large` past the limits, `overlay.bad_point` where one is none."""

    file: str
    features: list[dict[str, Any]] = field(default_factory=list)
    points: int = 0

    def add(self, geometry: Geometry | None, facts: Mapping[str, Any]) -> None:
        """Take one; without a geometry, or with an empty one, it is left out."""
        kept = self._checked(geometry) if geometry else None
        if kept is None:
            return
        properties = dict(said(facts))
        self.features.append({"type": "Feature", "geometry": kept, "properties": properties})
        if len(self.features) > MOST_FEATURES:
            raise self._large()

    def _checked(self, geometry: Geometry) -> Geometry | None:
        kind = geometry.get("type")
        depth = DEPTHS.get(str(kind))
        if depth is None:
            raise TroubleError("overlay.damaged", file=self.file, why=f"geometry {kind!s:.40}")
        coordinates = self._points(geometry.get("coordinates"), depth)
        return {"type": kind, "coordinates": coordinates} if coordinates else None

    def _points(self, value: Any, depth: int) -> Any:
        if not isinstance(value, list | tuple):
            raise TroubleError("overlay.damaged", file=self.file, why="coordinates")
        if depth:
            return [part for part in (self._points(one, depth - 1) for one in value) if part]
        return self._point(value) if value else []

    def _point(self, value: Sequence[Any]) -> list[float]:
        self.points += 1
        if self.points > MOST_POINTS:
            raise self._large()
        try:
            lon, lat = float(value[0]), float(value[1])
        except (IndexError, TypeError, ValueError) as error:
            raise TroubleError("overlay.damaged", file=self.file, why="coordinates") from error
        if not (isfinite(lon) and isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90):
            raise TroubleError("overlay.projected", file=self.file, lon=f"{lon:g}", lat=f"{lat:g}")
        return [round(lon, 7), round(lat, 7)]

    def _large(self) -> TroubleError:
        return TroubleError(
            "overlay.large", file=self.file, features=MOST_FEATURES, points=MOST_POINTS
        )


def said(facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what is said of a thing as names and texts, bounded; what is empty is left out."""
    for name, value in list(facts.items())[:MOST_FIELDS]:
        text = without_control("" if value is None else str(value)).strip()
        if text:
            yield without_control(str(name))[:MOST_NAME], text[:MOST_TEXT]


def points_of(coordinates: Any) -> Iterator[list[float]]:
    """Yield the points of a geometry's coordinates; they may be changed in place."""
    if coordinates and isinstance(coordinates[0], float):
        yield coordinates
        return
    for part in coordinates:
        yield from points_of(part)


def box_of(features: Iterable[Mapping[str, Any]]) -> tuple[float, float, float, float]:
    """Return west, south, east, north of features (degrees); there is at least one."""
    points = [point for one in features for point in points_of(one["geometry"]["coordinates"])]
    lons, lats = [point[0] for point in points], [point[1] for point in points]
    return min(lons), min(lats), max(lons), max(lats)
