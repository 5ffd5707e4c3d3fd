"""The demand surface: where calls are to be expected, as weights of square cells that add up to one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from services.recommending.origin import METRES_A_DEGREE

Floats = NDArray[np.floating[Any]]
Box = tuple[float, float, float, float]
Spot = tuple[float, float, float]

# How the calls of a cell are spread over its neighbours, and how far (cells) those of a place with people are.
BLUR = np.outer((1, 2, 1), (1, 2, 1)) / 16
PEOPLE_CELLS = 3
# No more cells than this: larger regions get larger cells.
MOST_CELLS = 200_000


class Basis(StrEnum):
    """What a surface is made from."""

    HISTORY = "history"
    PEOPLE = "people"
    EVEN = "even"


@dataclass(frozen=True, eq=False)
class Surface:
    """Cells from the south-west corner on, row by row to the north; `wide` and `high` in degrees, `metres` of a cell.

    `weights` (rows, columns) add up to 1; `count` is how many sheets they come from, 0 none.
    """

    west: float
    south: float
    wide: float
    high: float
    metres: float
    weights: Floats
    basis: Basis
    count: int = 0

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        rows, columns = self.weights.shape
        return rows, columns

    def centres(self) -> tuple[Floats, Floats]:
        """Return longitudes of the columns' and latitudes of the rows' middles."""
        rows, columns = self.shape
        lon = self.west + (np.arange(columns) + 0.5) * self.wide
        return lon, self.south + (np.arange(rows) + 0.5) * self.high


def surface(
    box: Box,
    metres: float,
    *,
    sheets: Iterable[Spot] = (),
    least: int = 1,
    people: Iterable[Spot] = (),
    ground: Mapping[str, Any] | None = None,
) -> Surface:
    """Return the surface of a box (west, south, east, north) from spots (lon, lat, how many).

    From the sheets where there are `least` of them within, else from where people live, else evenly over the ground (GeoJSON
    features), else over the whole box.
    """
    empty = _empty(box, metres)
    counts = _filed(empty, sheets)
    known = int(counts.sum())
    if known >= max(1, least):
        return _weighed(empty, _blurred(counts, 1), Basis.HISTORY, known)
    living = _filed(empty, people)
    if living.sum() > 0:
        return _weighed(empty, _blurred(living, PEOPLE_CELLS), Basis.PEOPLE)
    return _weighed(empty, _even(empty, ground), Basis.EVEN)


def _empty(box: Box, metres: float) -> Surface:
    west, south, east, north = box
    middle = np.cos(np.radians((south + north) / 2))
    while True:
        high = metres / METRES_A_DEGREE
        wide = high / middle
        rows = max(1, int(np.ceil((north - south) / high)))
        columns = max(1, int(np.ceil((east - west) / wide)))
        if rows * columns <= MOST_CELLS:
            weights = np.zeros((rows, columns))
            return Surface(west, south, wide, high, metres, weights, Basis.EVEN)
        metres *= 1.5


def _filed(empty: Surface, spots: Iterable[Spot]) -> Floats:
    """Return how many lie in each cell; what lies outside counts nowhere."""
    rows, columns = empty.shape
    given = np.array(list(spots), np.float64).reshape(-1, 3)
    column = np.floor((given[:, 0] - empty.west) / empty.wide).astype(np.int64)
    row = np.floor((given[:, 1] - empty.south) / empty.high).astype(np.int64)
    inside = (column >= 0) & (column < columns) & (row >= 0) & (row < rows)
    filed = np.zeros((rows, columns))
    np.add.at(filed, (row[inside], column[inside]), given[inside, 2])
    return filed


def _blurred(counts: Floats, times: int) -> Floats:
    """Return the counts spread over the neighbours; at the rim nothing is lost."""
    for _ in range(times):
        padded = np.pad(counts, 1, mode="symmetric")
        rows, columns = counts.shape
        counts = np.sum(
            [
                BLUR[down, right] * padded[down : down + rows, right : right + columns]
                for down in range(3)
                for right in range(3)
            ],
            axis=0,
        )
    return counts


def _even(empty: Surface, ground: Mapping[str, Any] | None) -> Floats:
    rows, columns = empty.shape
    features = (ground or {}).get("features") or []
    if not features:
        return np.ones((rows, columns))
    land = shapely.union_all([shapely.geometry.shape(it["geometry"]) for it in features])
    shapely.prepare(land)
    lon, lat = np.meshgrid(*empty.centres())
    inside = shapely.contains_xy(land, lon.ravel(), lat.ravel()).reshape(rows, columns)
    return inside.astype(np.float64) if inside.any() else np.ones((rows, columns))


def _weighed(empty: Surface, counts: Floats, basis: Basis, count: int = 0) -> Surface:
    return Surface(
        empty.west,
        empty.south,
        empty.wide,
        empty.high,
        empty.metres,
        counts / counts.sum(),
        basis,
        count,
    )
