"""Makes the tiles of a region from its extract."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import numpy as np
import osmium
import shapely

from models.errors import TroubleError
from services.tiles.archive import FILE, Tile, write_archive
from services.tiles.cutting import Box, Cutter
from services.tiles.kind import LEAST, MOST, Kind
from services.tiles.reading import Features, Floats, mercator, read_features
from services.tiles.sea import sea_of

READ, CUT = 0.45, 0.55  # shares of the time
MOST_OF, AROUND = (
    0.01,
    0.1,
)  # what of the roads' points is left out on each side, and the margin around the rest
MARGIN = 0.002  # degrees around what there is
SEA = Kind("water", (), LEAST)


def build_tiles(extract: Path, folder: Path, tell: Callable[[float], None]) -> Mapping[str, int]:
    """Write `tiles.mbtiles` of an extract (.osm.pbf) into a folder; return how many there are of what.

    `tell` hears how far it is (0 to 1) and raises to end it. TroubleError `region.no_roads` where the extract has
    none, `region.empty` where it has nothing that a map could show.
    """
    features = read_features(extract, lambda part: tell(part * READ))
    degrees, core = bounds_of(extract, features)
    west, north, east, south = _unit_box(degrees)
    features = _with_sea(features, (west, north, east, south))
    tell(READ)

    def told() -> Iterator[Tile]:
        for tile in Cutter(features, (west, north, east, south)).tiles():
            zoom, column, row, _ = tile
            tell(READ + CUT * _passed(zoom, column, row, (west, north, east, south)))
            yield tile

    layers = {kind.layer: kind.least for kind in features.kinds}
    tiles = write_archive(folder / FILE, told(), degrees, core, (LEAST, MOST), layers)
    counts = np.bincount(features.kind, minlength=len(features.kinds))
    found = {name: int(counts[_of_layer(features, name)].sum()) for name in sorted(layers)}
    tell(1.0)
    return {"tiles": tiles, **found, "incomplete": features.incomplete}


def bounds_of(extract: Path, features: Features) -> tuple[Box, Box]:
    """Return the box (west, south, east, north; degrees) of all roads within what the file claims, and of most of them.

    A ferry or a motorway that leaves the city makes the first one large; the second is what a person wants to see.
    """
    roads = np.isin(features.kind, np.flatnonzero(_of_layer(features, "roads")))
    if not roads.any():
        code = "region.no_roads" if len(features.kind) else "region.empty"
        raise TroubleError(code, path=extract.name)
    coords = shapely.get_coordinates(features.geometry[roads])
    low, high = coords.min(axis=0), coords.max(axis=0)
    claimed = osmium.io.Reader(str(extract), osmium.osm.osm_entity_bits.NOTHING).header().box()
    if claimed.valid():
        corners = (claimed.bottom_left, claimed.top_right)
        x0, y1, x1, y0 = (part for at in corners for part in _unit(at.lon, at.lat))
        inside = np.maximum(low, (x0, y0)), np.minimum(high, (x1, y1))
        if (inside[0] < inside[1]).all():
            low, high = inside
    least, most = np.quantile(coords, (MOST_OF, 1 - MOST_OF), axis=0)
    around = (most - least) * AROUND
    least, most = np.maximum(low, least - around), np.minimum(high, most + around)
    return _degree_box(low, high), _degree_box(least, most)


def _with_sea(features: Features, box: Box) -> Features:
    sea = sea_of(features.coasts, box)
    number = features.kinds.index(SEA) if SEA in features.kinds else len(features.kinds)
    kinds = features.kinds if number < len(features.kinds) else (*features.kinds, SEA)
    return Features(
        np.concatenate((features.geometry, sea)),
        np.concatenate((features.kind, np.full(len(sea), number, dtype=np.int64))),
        kinds,
        features.coasts,
        features.incomplete,
    )


def _of_layer(features: Features, layer: str) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.array([kind.layer == layer for kind in features.kinds], dtype=bool)


def _passed(zoom: int, column: int, row: int, box: Box) -> float:
    """How far a walk over the box has come that goes square by square."""
    west, north, east, south = box
    if zoom < 11:
        return 0.0
    side = 1 << zoom
    across = (row / side - north) / (south - north)
    return float(min(1.0, max(0.0, across + ((column / side - west) / (east - west)) * 0.1)))


def _unit_box(degrees: Box) -> Box:
    west, south, east, north = degrees
    low, high = mercator(np.array([[west, north], [east, south]]))
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def _unit(lon: float, lat: float) -> tuple[float, float]:
    ((x, y),) = mercator(np.array([[lon, lat]]))
    return float(x), float(y)


def _degree_box(low: Floats, high: Floats) -> Box:
    """The box of two corners of the unit square, with a margin."""
    (west, east), (north, south) = zip(low.tolist(), high.tolist(), strict=True)
    lat0, lat1 = (
        float(np.degrees(np.arctan(np.sinh(np.pi * (1 - 2 * y))))) for y in (south, north)
    )
    lon0, lon1 = (float((x - 0.5) * 360) for x in (west, east))
    return lon0 - MARGIN, lat0 - MARGIN, lon1 + MARGIN, lat1 + MARGIN
