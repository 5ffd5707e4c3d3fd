"""KML and KMZ: placemarks with their data; links to other files, pictures and styles are left alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from models.errors import TroubleError
from services.overlay.feature import Gathering, Geometry
from services.overlay.markup import read_markup, text_of

MOST_UNPACKED = 64_000_000


def read_kml(data: bytes, into: Gathering) -> None:
    """Take every placemark."""
    for placemark in read_markup(data, into.file).iter("Placemark"):
        facts = facts_of(placemark)
        for geometry in geometries(placemark, into.file):
            into.add(geometry, facts)


def read_kmz(data: bytes, into: Gathering) -> None:
    """Take the first KML file in a zip."""
    read_kml(unpacked(data, (".kml",), into.file)[".kml"], into)


def unpacked(data: bytes, endings: tuple[str, ...], file: str) -> dict[str, bytes]:
    """Return the first file of each ending in a zip, none bigger than it says; TroubleError `overlay.damaged`."""
    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                ending = next((one for one in endings if info.filename.lower().endswith(one)), None)
                if ending is None or ending in found:
                    continue
                if info.file_size > MOST_UNPACKED:
                    raise TroubleError("overlay.big", file=file, limit=MOST_UNPACKED // 1_000_000)
                with archive.open(info) as inner:
                    found[ending] = inner.read(MOST_UNPACKED)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise TroubleError("overlay.damaged", file=file, why=str(error)) from error
    if endings[0] not in found:
        raise TroubleError("overlay.damaged", file=file, why=f"no {endings[0]}")
    return found


def facts_of(placemark: Element) -> dict[str, str]:
    """Return name, description and data of a placemark."""
    facts = {name: text_of(placemark, name) for name in ("name", "description")}
    for data in placemark.iter("Data"):
        facts[data.get("name", "")] = text_of(data, "value")
    for data in placemark.iter("SimpleData"):
        facts[data.get("name", "")] = (data.text or "").strip()
    return facts


def geometries(element: Element, file: str) -> Iterator[Geometry]:
    """Yield what a placemark, or a group within it, shows on the ground."""
    for child in element:
        match child.tag:
            case "Point":
                places = coordinates(child, file)
                yield {"type": "Point", "coordinates": places[0] if places else []}
            case "LineString" | "LinearRing":
                yield {"type": "LineString", "coordinates": coordinates(child, file)}
            case "Polygon":
                rings = [ring for side in SIDES for ring in child.iterfind(side)]
                lines = [coordinates(ring, file) for ring in rings]
                yield {"type": "Polygon", "coordinates": lines}
            case "Track":
                steps = [numbers(step.text or "", " ", file) for step in child.iter("coord")]
                yield {"type": "LineString", "coordinates": steps}
            case "MultiGeometry" | "MultiTrack":
                yield from geometries(child, file)


SIDES = ("outerBoundaryIs/LinearRing", "innerBoundaryIs/LinearRing")


def coordinates(element: Element, file: str) -> list[list[float]]:
    """Return the places of a geometry: `lon,lat[,height]` with blanks between."""
    return [numbers(word, ",", file) for word in text_of(element, "coordinates").split()]


def numbers(text: str, between: str, file: str) -> list[float]:
    """Return longitude and latitude of a place."""
    try:
        lon, lat = text.split(between)[:2]
        return [float(lon), float(lat)]
    except ValueError as error:
        raise TroubleError("overlay.damaged", file=file, why=text[:40]) from error
