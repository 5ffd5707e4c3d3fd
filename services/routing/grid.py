"""Which pieces of road lie near a point: a grid of small cells, kept as two sorted arrays.

A piece is one straight step of an edge, named by the number of its first point. The key of a cell is row × WIDTH +
column, so the neighbours in a row stand next to each other and one search finds them all.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from services.routing.stretch import EARTH_M, UNIT

Floats = NDArray[np.floating]
Longs = NDArray[np.int64]

CELL_M = 80.0
WIDTH = 1 << 24
METRES_A_DEGREE = EARTH_M * np.pi / 180


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the grid begins (degrees) and how large its cells are (degrees)."""

    west: float
    south: float
    wide: float
    high: float

    def cell(self, lon: Floats, lat: Floats) -> tuple[Longs, Longs]:
        """Return column and row of points."""
        column = np.floor((lon - self.west) / self.wide).astype(np.int64)
        return column, np.floor((lat - self.south) / self.high).astype(np.int64)


def frame_of(x: NDArray[np.int32], y: NDArray[np.int32]) -> Frame:
    """Return a grid over all points; it begins so far out that no neighbour of a cell has a negative number."""
    high = CELL_M / METRES_A_DEGREE
    lon, lat = x * UNIT, y * UNIT
    wide = high / max(0.05, float(np.cos(np.radians(np.abs(lat).max()))))
    return Frame(float(lon.min()) - 100 * wide, float(lat.min()) - 100 * high, wide, high)


def filed(
    frame: Frame, x: NDArray[np.int32], y: NDArray[np.int32], pieces: Longs
) -> tuple[Longs, NDArray[np.int32]]:
    """Return cells and pieces, sorted by cell; a long piece is filed bit by bit."""
    lon, lat = x * UNIT, y * UNIT
    reach = np.maximum(
        np.abs(np.diff(lon))[pieces] / frame.wide, np.abs(np.diff(lat))[pieces] / frame.high
    )
    parts = np.maximum(1, np.ceil(reach)).astype(np.int64)
    which = np.repeat(pieces, parts)
    part = np.arange(len(which)) - np.repeat(np.cumsum(parts) - parts, parts)
    share = np.repeat(parts, parts)
    ends = [
        frame.cell(
            lon[which] + (lon[which + 1] - lon[which]) * at / share,
            lat[which] + (lat[which + 1] - lat[which]) * at / share,
        )
        for at in (part, part + 1)
    ]
    (column, row), (column2, row2) = ends
    # A bit no longer than a cell touches at most the four cells of its box.
    keys = [r * WIDTH + c for r in (row, row2) for c in (column, column2)]
    both = np.unique(np.stack((np.concatenate(keys), np.tile(which, 4))), axis=1)
    return both[0], both[1].astype(np.int32)


def near(frame: Frame, cells: Longs, lon: Floats, lat: Floats, rings: int) -> tuple[Longs, Longs]:
    """Return (point, place in `cells`) of everything filed within some rings of cells around points."""
    column, row = frame.cell(lon, lat)
    rows = row[:, None] + np.arange(-rings, rings + 1)
    low = np.searchsorted(cells, rows * WIDTH + (column - rings)[:, None])
    high = np.searchsorted(cells, rows * WIDTH + (column + rings)[:, None], side="right")
    sizes = (high - low).ravel()
    point = np.repeat(np.repeat(np.arange(len(lon)), 2 * rings + 1), sizes)
    offset = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return point, np.repeat(low.ravel(), sizes) + offset
