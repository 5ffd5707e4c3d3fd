"""A point on the earth with where it came from: one datum inside, the source value kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, isfinite, radians, sin, sqrt
from typing import Any


class Datum(StrEnum):
    """Coordinate systems that reach the desk; inside everything is WGS-84 (CGCS2000 within a metre)."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"
    BD09 = "bd09"


class Method(StrEnum):
    """How a point was found."""

    PICKED = "picked"
    CARRIER = "carrier"
    CELL = "cell"
    APP = "app"
    GAZETTEER = "gazetteer"
    IMPORTED = "imported"
    GNSS = "gnss"
    PASTED = "pasted"
    DRILL = "drill"


@dataclass(frozen=True, slots=True)
class Place:
    """A WGS-84 point (degrees) with its source datum and source value, accuracy (m, None unknown), method and instant."""

    lon: float
    lat: float
    method: str
    at: int
    accuracy: float | None = None
    datum: str = Datum.WGS84
    source_lon: float | None = None
    source_lat: float | None = None


EARTH_M = 6_371_008.8


def distance(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """Return the great-circle metres between two WGS-84 points (haversine, mean radius)."""
    phi1, phi2 = radians(lat1), radians(lat2)
    half = sin((phi2 - phi1) / 2) ** 2 + cos(phi1) * cos(phi2) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_M * asin(min(1.0, sqrt(half)))


def on_earth(place: Any) -> bool:
    """Tell whether a value is a Place with finite degrees in range and finite particulars."""
    return (
        isinstance(place, Place)
        and all(finite(number) for number in (place.lon, place.lat, place.at))
        and all(
            number is None or finite(number)
            for number in (place.accuracy, place.source_lon, place.source_lat)
        )
        and abs(place.lon) <= 180
        and abs(place.lat) <= 90
    )


def finite(number: Any) -> bool:
    """Tell whether a value is a number, and one that can be kept."""
    return isinstance(number, int | float) and isfinite(number)
