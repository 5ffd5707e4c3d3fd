"""Datums of map services: WGS-84 inside, GCJ-02 and BD-09 converted at the edge, the source value kept.

GCJ-02 is the published approximation of the shift that domestic map services must apply (about 590 m in Zhangzhou);
BD-09 is Baidu's second shift on top of it. CGCS2000 is taken for WGS-84: they differ by less than a metre.
"""

from __future__ import annotations

from math import atan2, cos, hypot, pi, sin, sqrt

from models.place import Datum, Place

# The ellipsoid of the published formula (Krasovsky 1940), not that of WGS-84.
AXIS_M = 6_378_245.0
ECCENTRICITY_SQUARED = 0.006_693_421_622_965_94
# Outside this box (degrees) GCJ-02 is WGS-84.
WEST, EAST, SOUTH, NORTH = 72.004, 137.8347, 0.8293, 55.8271
# Three turns leave less than 0.1 mm, two leave a centimetre.
TURNS = 3

BAIDU = pi * 3000 / 180

Point = tuple[float, float]


def to_wgs84(lon: float, lat: float, datum: str) -> Point:
    """Return (lon, lat) in WGS-84 degrees of a point given in `datum`; ValueError where it is no point of the earth."""
    _check(lon, lat)
    match Datum(datum):
        case Datum.WGS84:
            return lon, lat
        case Datum.GCJ02:
            return _unshifted(lon, lat)
        case Datum.BD09:
            return _unshifted(*_out_of_baidu(lon, lat))


def from_wgs84(lon: float, lat: float, datum: str) -> Point:
    """Return (lon, lat) in degrees of `datum` of a WGS-84 point; ValueError where it is no point of the earth."""
    _check(lon, lat)
    match Datum(datum):
        case Datum.WGS84:
            return lon, lat
        case Datum.GCJ02:
            return _shifted(lon, lat)
        case Datum.BD09:
            return _into_baidu(*_shifted(lon, lat))


def place_of(
    lon: float, lat: float, datum: str, *, method: str, at: int, accuracy: float | None = None
) -> Place:
    """Return the WGS-84 place of a point given in `datum` (degrees); the source value stays with it."""
    inside = to_wgs84(lon, lat, datum)
    return Place(
        lon=inside[0],
        lat=inside[1],
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


def _shifted(lon: float, lat: float) -> Point:
    """WGS-84 to GCJ-02."""
    if not (WEST <= lon <= EAST and SOUTH <= lat <= NORTH):
        return lon, lat
    x, y = lon - 105.0, lat - 35.0
    wave = (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + wave
    east += (20 * sin(x * pi) + 40 * sin(x / 3 * pi)) * 2 / 3
    east += (150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + wave
    north += (20 * sin(y * pi) + 40 * sin(y / 3 * pi)) * 2 / 3
    north += (160 * sin(y / 12 * pi) + 320 * sin(y * pi / 30)) * 2 / 3
    angle = lat / 180 * pi
    magic = 1 - ECCENTRICITY_SQUARED * sin(angle) ** 2
    meridian = AXIS_M * (1 - ECCENTRICITY_SQUARED) / (magic * sqrt(magic))
    parallel = AXIS_M / sqrt(magic) * cos(angle)
    return lon + east * 180 / (parallel * pi), lat + north * 180 / (meridian * pi)


def _unshifted(lon: float, lat: float) -> Point:
    """GCJ-02 to WGS-84, by taking the shift at the last guess off the given point."""
    x, y = lon, lat
    for _ in range(TURNS):
        east, north = _shifted(x, y)
        x, y = x - (east - lon), y - (north - lat)
    return x, y


def _into_baidu(lon: float, lat: float) -> Point:
    """GCJ-02 to BD-09."""
    radius = hypot(lon, lat) + 0.000_02 * sin(lat * BAIDU)
    angle = atan2(lat, lon) + 0.000_003 * cos(lon * BAIDU)
    return radius * cos(angle) + 0.0065, radius * sin(angle) + 0.006


def _out_of_baidu(lon: float, lat: float) -> Point:
    """BD-09 to GCJ-02; turned like `_unshifted`, because the published inverse is a metre off."""
    x, y = lon - 0.0065, lat - 0.006
    for _ in range(TURNS):
        east, north = _into_baidu(x, y)
        x, y = x - (east - lon), y - (north - lat)
    return x, y
