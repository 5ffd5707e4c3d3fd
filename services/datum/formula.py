"""The published formulas of GCJ-02 and BD-09, for one point (`lib` is `math`) and for arrays (`lib` is `numpy`) alike.

Written once, because two copies of twenty constants would drift apart. Nothing here looks at the box: its callers do.
"""

from __future__ import annotations

from math import pi
from typing import Any

# The ellipsoid of the published formula (Krasovsky 1940), not that of WGS-84.
AXIS_M = 6_378_245.0
ECCENTRICITY_SQUARED = 0.006_693_421_622_965_94
# Outside this box (degrees) GCJ-02 is WGS-84.
WEST, EAST, SOUTH, NORTH = 72.004, 137.8347, 0.8293, 55.8271
# Three turns leave less than 0.1 mm, two leave a centimetre.
TURNS = 3

BAIDU = pi * 3000 / 180

Point = tuple[float, float]


def inside(lon: Any, lat: Any) -> Any:
    """Tell where the shift applies: a truth, or an array of them."""
    return (lon >= WEST) & (lon <= EAST) & (lat >= SOUTH) & (lat <= NORTH)


def shifted(lon: Any, lat: Any, lib: Any) -> Any:
    """WGS-84 to GCJ-02, degrees."""
    sin, sqrt = lib.sin, lib.sqrt
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
    parallel = AXIS_M / sqrt(magic) * lib.cos(angle)
    return lon + east * 180 / (parallel * pi), lat + north * 180 / (meridian * pi)


def unshifted(lon: Any, lat: Any, lib: Any) -> Any:
    """GCJ-02 to WGS-84, by taking the shift at the last guess off the given point."""
    x, y = lon, lat
    for _ in range(TURNS):
        east, north = shifted(x, y, lib)
        x, y = x - (east - lon), y - (north - lat)
    return x, y


def into_baidu(lon: Any, lat: Any, lib: Any) -> Any:
    """GCJ-02 to BD-09."""
    radius = lib.hypot(lon, lat) + 0.000_02 * lib.sin(lat * BAIDU)
    angle = lib.atan2(lat, lon) + 0.000_003 * lib.cos(lon * BAIDU)
    return radius * lib.cos(angle) + 0.0065, radius * lib.sin(angle) + 0.006


def out_of_baidu(lon: Any, lat: Any, lib: Any) -> Any:
    """BD-09 to GCJ-02; turned like `unshifted`, because the published inverse is a metre off."""
    x, y = lon - 0.0065, lat - 0.006
    for _ in range(TURNS):
        east, north = into_baidu(x, y, lib)
        x, y = x - (east - lon), y - (north - lat)
    return x, y
