"""Many points at once from one datum to another; apart from the single point, because numpy takes its time to load."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from models.place import Datum
from services.datum.formula import inside, into_baidu, out_of_baidu, shifted, unshifted

Degrees = NDArray[np.float64]


def all_to_wgs84(lon: ArrayLike, lat: ArrayLike, datum: str) -> tuple[Degrees, Degrees]:
    """Return (lon, lat) arrays in WGS-84 degrees of points given in `datum`; ValueError where one is not of the earth."""
    x, y = checked(lon, lat)
    match Datum(datum):
        case Datum.WGS84:
            return x, y
        case Datum.GCJ02:
            return within(x, y, *unshifted(x, y, np))
        case Datum.BD09:
            x, y = out_of_baidu(x, y, np)
            return within(x, y, *unshifted(x, y, np))


def all_from_wgs84(lon: ArrayLike, lat: ArrayLike, datum: str) -> tuple[Degrees, Degrees]:
    """Return (lon, lat) arrays in degrees of `datum` of WGS-84 points; ValueError where one is not of the earth."""
    x, y = checked(lon, lat)
    match Datum(datum):
        case Datum.WGS84:
            return x, y
        case Datum.GCJ02:
            return within(x, y, *shifted(x, y, np))
        case Datum.BD09:
            east, north = into_baidu(*within(x, y, *shifted(x, y, np)), np)
            return east, north


def checked(lon: ArrayLike, lat: ArrayLike) -> tuple[Degrees, Degrees]:
    """Return both as arrays; ValueError names the first point that is none of the earth."""
    x, y = np.asarray(lon, dtype=np.float64), np.asarray(lat, dtype=np.float64)
    bad = np.flatnonzero(np.atleast_1d(~((np.abs(x) <= 180) & (np.abs(y) <= 90))))
    if bad.size:
        raise ValueError(f"not a point of the earth: number {bad[0]}")
    return x, y


def within(x: Degrees, y: Degrees, east: Degrees, north: Degrees) -> tuple[Degrees, Degrees]:
    """Return the moved points where the shift applies, the given ones elsewhere."""
    moved = inside(x, y)
    return np.where(moved, east, x), np.where(moved, north, y)
