"""One point from one datum to another.

GCJ-02 is the published approximation of the shift that domestic map services must apply (about 590 m in Zhangzhou);
BD-09 is Baidu's second shift on top of it. CGCS2000 is taken for WGS-84: they differ by less than a metre.
"""

from __future__ import annotations

import math

from models.place import Datum, Place
from services.datum.formula import (
    Point,
    inside,
    into_baidu,
    out_of_baidu,
    shifted,
    unshifted,
)

__all__ = ["Point", "from_wgs84", "place_of", "to_wgs84"]


def to_wgs84(lon: float, lat: float, datum: str) -> Point:
    """Return (lon, lat) in WGS-84 degrees of a point given in `datum`; ValueError where it is no point of the earth."""
    _check(lon, lat)
    match Datum(datum):
        case Datum.WGS84:
            return lon, lat
        case Datum.GCJ02:
            return gcj02_to_wgs84(lon, lat)
        case Datum.BD09:
            return gcj02_to_wgs84(*out_of_baidu(lon, lat, math))


def from_wgs84(lon: float, lat: float, datum: str) -> Point:
    """Return (lon, lat) in degrees of `datum` of a WGS-84 point; ValueError where it is no point of the earth."""
    _check(lon, lat)
    match Datum(datum):
        case Datum.WGS84:
            return lon, lat
        case Datum.GCJ02:
            return wgs84_to_gcj02(lon, lat)
        case Datum.BD09:
            moved: Point = into_baidu(*wgs84_to_gcj02(lon, lat), math)
            return moved


def place_of(
    lon: float, lat: float, datum: str, *, method: str, at: int, accuracy: float | None = None
) -> Place:
    """Return the WGS-84 place of a point given in `datum` (degrees); the source value stays with it."""
    here = to_wgs84(lon, lat, datum)
    return Place(
        lon=here[0],
        lat=here[1],
        method=method,
        at=at,
        accuracy=accuracy,
        datum=Datum(datum),
        source_lon=lon,
        source_lat=lat,
    )


def _check(lon: float, lat: float) -> None:
    """Latitudes past the pole are swapped arguments; without this they would pass as "outside the box"."""
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise ValueError(f"not a point of the earth: lon {lon}, lat {lat}")


def wgs84_to_gcj02(lon: float, lat: float) -> Point:
    """Outside the box of the formula the two are one."""
    moved: Point = shifted(lon, lat, math) if inside(lon, lat) else (lon, lat)
    return moved


def gcj02_to_wgs84(lon: float, lat: float) -> Point:
    """Outside the box of the formula the two are one."""
    moved: Point = unshifted(lon, lat, math) if inside(lon, lat) else (lon, lat)
    return moved
