"""Datums of map services: WGS-84 inside, GCJ-02 and BD-09 converted at the edge, the source value kept."""

from services.datum.pasted import Pasted, read_pasted
from services.datum.shift import Point, from_wgs84, place_of, to_wgs84

__all__ = ["Pasted", "Point", "from_wgs84", "place_of", "read_pasted", "to_wgs84"]
