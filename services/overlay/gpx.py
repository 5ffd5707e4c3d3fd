"""GPX: waypoints, routes and tracks."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from models.errors import TroubleError
from services.overlay.feature import Gathering
from services.overlay.markup import read_markup, text_of

FACTS = ("name", "desc", "cmt", "time", "ele", "type")


def read_gpx(data: bytes, into: Gathering) -> None:
    """Take what it has, points before lines."""
    root = read_markup(data, into.file)
    for point in root.iter("wpt"):
        into.add({"type": "Point", "coordinates": places([point], into.file)[0]}, facts_of(point))
    for route in root.iter("rte"):
        line = places(route.iter("rtept"), into.file)
        into.add({"type": "LineString", "coordinates": line}, facts_of(route))
    for track in root.iter("trk"):
        parts = [places(part.iter("trkpt"), into.file) for part in track.iter("trkseg")]
        into.add({"type": "MultiLineString", "coordinates": parts}, facts_of(track))


def places(points: Iterable[Element], file: str) -> list[list[float]]:
    """Return longitude and latitude of points."""
    try:
        return [[float(point.get("lon", "")), float(point.get("lat", ""))] for point in points]
    except ValueError as error:
        raise TroubleError("overlay.damaged", file=file, why=str(error)) from error


def facts_of(element: Element) -> dict[str, str]:
    """Return what is said of a thing."""
    return {name: text_of(element, name) for name in FACTS}
