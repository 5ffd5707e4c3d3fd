"""Reads what an extract has for the base map: geometry on the unit square of the Mercator map, and what each is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import osmium
import shapely
from numpy.typing import NDArray

from services.tiles.kind import KEYS, Kind, area_kinds, line_kinds, point_kinds

Floats = NDArray[np.float64]
Geometries = NDArray[np.object_]
Tell = Callable[[float], None]
TOLD_EVERY = 20_000


@dataclass(frozen=True, slots=True)
class Features:
    """What is on the map, as columns; `kinds[kind[n]]` says what `geometry[n]` is.

    Every geometry is simple: a point, a line or a polygon with x to the east and y to the south, from 0 to 1.
    """

    geometry: Geometries
    kind: NDArray[np.int64]
    kinds: tuple[Kind, ...]
    coasts: Geometries
    incomplete: int


@dataclass(slots=True)
class _Gathered:
    """Geometries in hexadecimal WKB, with the number of their kind."""

    wkb: list[str] = field(default_factory=list)
    kind: list[int] = field(default_factory=list)
    numbers: dict[Kind, int] = field(default_factory=dict)
    coasts: list[str] = field(default_factory=list)
    incomplete: int = 0

    def take(self, wkb: str, kinds: Iterable[Kind]) -> None:
        for kind in kinds:
            self.wkb.append(wkb)
            self.kind.append(self.numbers.setdefault(kind, len(self.numbers)))


def read_features(extract: Path, tell: Tell) -> Features:
    """Read an extract; `tell` hears a fraction now and then, and may raise."""
    gathered = _gather(extract, tell)
    geometry = shapely.from_wkb(np.array(gathered.wkb, dtype=object))
    kind = np.array(gathered.kind, dtype=np.int64)
    kinds = tuple(gathered.numbers)
    is_point = np.array([one.is_point for one in kinds], dtype=bool)
    turned = is_point[kind] if len(kind) else np.zeros(0, dtype=bool)
    turned &= shapely.get_type_id(geometry) > 0
    geometry[turned] = shapely.point_on_surface(geometry[turned])
    geometry, kind = simple_parts(geometry, kind)
    geometry = shapely.transform(geometry, mercator)
    coasts = shapely.from_wkb(np.array(gathered.coasts, dtype=object))
    return Features(geometry, kind, kinds, shapely.transform(coasts, mercator), gathered.incomplete)


def _gather(extract: Path, tell: Tell) -> _Gathered:
    factory = osmium.geom.WKBFactory()
    gathered = _Gathered()
    wanted = osmium.filter.KeyFilter(*KEYS)
    source = osmium.FileProcessor(str(extract)).with_locations().with_areas(wanted)
    for seen, thing in enumerate(source.with_filter(wanted)):
        if seen % TOLD_EVERY == 0:
            tell(min(0.9, seen / 4_000_000))
        tags = {tag.k: tag.v for tag in thing.tags}
        try:
            if isinstance(thing, osmium.osm.Node):
                kinds = tuple(point_kinds(tags))
                if kinds:
                    gathered.take(factory.create_point(thing), kinds)
            elif isinstance(thing, osmium.osm.Way):
                kinds = tuple(line_kinds(tags))
                if kinds:
                    gathered.take(factory.create_linestring(thing), kinds)
                if tags.get("natural") == "coastline":
                    gathered.coasts.append(factory.create_linestring(thing))
            elif isinstance(thing, osmium.osm.Area):
                kinds = tuple(area_kinds(tags))
                if kinds:
                    gathered.take(factory.create_multipolygon(thing), kinds)
        except (RuntimeError, osmium.InvalidLocationError):
            gathered.incomplete += 1  # its nodes lie outside the extract
    return gathered


def simple_parts(
    geometry: Geometries, kind: NDArray[np.int64]
) -> tuple[Geometries, NDArray[np.int64]]:
    """Return geometries taken apart into points, lines and polygons; what else came of them is left out."""
    parts, of = shapely.get_parts(geometry, return_index=True)
    if shapely.get_type_id(parts).max(initial=0) > 3:  # collections
        parts, again = shapely.get_parts(parts, return_index=True)
        of = of[again]
    good = (shapely.get_type_id(parts) != 2) & ~shapely.is_empty(parts)
    return parts[good], kind[of[good]]


def mercator(degrees: Floats) -> Floats:
    """Return points (n, 2) of longitude and latitude on the unit square of the Mercator map, y to the south."""
    sine = np.sin(np.radians(np.clip(degrees[:, 1], -85.05, 85.05)))
    y = 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)
    return np.column_stack((degrees[:, 0] / 360 + 0.5, y))
