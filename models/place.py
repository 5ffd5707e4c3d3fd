"""A point on the earth with where it came from: one datum inside, the source value kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
