"""The expected coverage of a city (MEXCLP: Daskin 1983) by its free units, and what it costs to send one of them.

A cell that n free units reach within the standard is answered in time with the chance 1 - q^n, where q is the chance that
a free unit is busy when it is wanted. The coverage is the sum of that over all cells, weighted by demand. Without a unit
the cells that it reaches lose q^(n-1) · (1 - q) each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from services.recommending.origin import METRES_A_DEGREE
from services.recommending.surface import Surface

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]
Point = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Reach:
    """Which cells units reach: `unit` (number of the unit), `cell` (row × columns + column) and `seconds`, entry by entry."""

    unit: Ints
    cell: Ints
    seconds: Floats
    units: int


@dataclass(frozen=True, eq=False)
class Coverage:
    """The expected coverage (0 to 1) by standard (minutes), and by unit what goes without it, for the standard shown.

    `counts` (rows, columns) says how many units reach a cell within the standard shown.
    """

    shares: Mapping[int, float]
    drops: Mapping[str, float]
    counts: Ints
    shown: int
    surface: Surface


def straight_reach(
    surface: Surface, points: Sequence[Point], seconds: float, straight: float
) -> Reach:
    """Return the cells within so many seconds of points (lon, lat) along straight lines at `straight` metres a second.

    Everybody is in time for the cell they are in.
    """
    rows, columns = surface.shape
    lon, lat = np.array(points, np.float64).reshape(-1, 2).T
    column = np.floor((lon - surface.west) / surface.wide).astype(np.int64)
    row = np.floor((lat - surface.south) / surface.high).astype(np.int64)
    far = int(np.ceil(seconds * straight / surface.metres)) + 1
    down, right = (it.ravel() for it in np.mgrid[-far : far + 1, -far : far + 1])
    there_row, there_column = row[:, None] + down, column[:, None] + right
    north = (surface.south + (there_row + 0.5) * surface.high - lat[:, None]) * METRES_A_DEGREE
    scale = METRES_A_DEGREE * np.cos(np.radians(lat))[:, None]
    east = (surface.west + (there_column + 0.5) * surface.wide - lon[:, None]) * scale
    taken = np.hypot(east, north) / straight
    taken[:, (down == 0) & (right == 0)] = 0
    inside = (there_row >= 0) & (there_row < rows) & (there_column >= 0) & (there_column < columns)
    unit, place = np.nonzero(inside & (taken <= seconds))
    cell = there_row[unit, place] * columns + there_column[unit, place]
    return Reach(unit, cell, taken[unit, place], len(points))


def coverage(
    surface: Surface,
    reach: Reach,
    unit_ids: Sequence[str],
    *,
    minutes: Sequence[int],
    shown: int,
    busy: float,
) -> Coverage:
    """Return the coverage for each standard (minutes) and every unit's share in the one shown; `busy` is Daskin's q."""
    weights = surface.weights.ravel()
    shares = {}
    counts: Ints = np.zeros(len(weights), np.int64)
    drops: Floats = np.zeros(len(unit_ids))
    for standard in minutes:
        near = reach.seconds <= standard * 60
        cell = reach.cell[near]
        reached = np.bincount(cell, minlength=len(weights))
        # Few powers are needed, for many cells.
        powers = busy ** np.arange(int(reached.max(initial=0)) + 1)
        shares[standard] = float(weights @ (1 - powers[reached]))
        if standard == shown:
            counts = reached
            lost = weights[cell] * powers[reached[cell] - 1] * (1 - busy)
            drops += np.bincount(reach.unit[near], lost, minlength=len(unit_ids))
    lost_by = dict(zip(unit_ids, drops.tolist(), strict=True))
    return Coverage(shares, lost_by, counts.reshape(surface.shape), shown, surface)
