"""Files of other programs as overlays: told apart by their first bytes, bounded, turned into degrees of WGS-84."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.errors import TroubleError
from models.place import Datum
from services.datum import to_wgs84
from services.overlay.feature import Gathering, box_of, points_of
from services.overlay.geojson import read_geojson
from services.overlay.gpx import read_gpx
from services.overlay.kml import read_kml, read_kmz
from services.overlay.shape import read_shape, read_zip

MOST_BYTES = 50_000_000
HEAD = 2000
SHAPE_CODE = b"\x00\x00\x27\x0a"
Read = Callable[[bytes, Gathering], None]
READERS: Mapping[str, Read] = {
    "geojson": read_geojson,
    "kml": read_kml,
    "gpx": read_gpx,
    "kmz": read_kmz,
    "zip": read_zip,
}


@dataclass(frozen=True, slots=True)
class Overlay:
    """What a file holds: its name and kind, GeoJSON features in WGS-84 degrees, the datum they were taken for."""

    name: str
    kind: str
    datum: Datum
    features: list[dict[str, Any]]
    box: tuple[float, float, float, float]


def read_overlay(path: Path, datum: Datum = Datum.WGS84) -> Overlay:
    """Read a file whose degrees are of a datum.

    TroubleErrors: `overlay.missing`, `.big`, `.foreign`, `.damaged`, `.entities`, `.crs`, `.projected`, `.large`, `.empty`.
    """
    gathered = Gathering(path.name)
    kind = take(path, gathered)
    if not gathered.features:
        raise TroubleError("overlay.empty", file=path.name)
    for feature in gathered.features:
        if datum is not Datum.WGS84:
            for point in points_of(feature["geometry"]["coordinates"]):
                point[:] = [round(value, 7) for value in to_wgs84(point[0], point[1], datum)]
    return Overlay(path.stem[:80], kind, datum, gathered.features, box_of(gathered.features))


def take(path: Path, into: Gathering) -> str:
    """Read what a file holds and return its kind."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise TroubleError("overlay.big", file=path.name, limit=MOST_BYTES // 1_000_000)
        data = path.read_bytes()
        kind = kind_of(data[:HEAD], path)
        if kind == "shape":
            read_shape(path, into)
        else:
            READERS[kind](data, into)
    except OSError as error:
        raise TroubleError("overlay.missing", file=path.name, why=str(error)) from error
    return kind


def kind_of(head: bytes, path: Path) -> str:
    """Return what a file is by its first bytes; TroubleError `overlay.foreign`."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(SHAPE_CODE):
        return "shape"
    if start.startswith(b"PK"):
        return "kmz" if path.suffix.lower() == ".kmz" else "zip"
    if start.startswith(b"{"):
        return "geojson"
    lower = start.lower()
    if start.startswith(b"<") and b"<html" not in lower and b"<!doctype html" not in lower:
        for kind in ("kml", "gpx"):
            if f"<{kind}".encode() in lower or f":{kind}".encode() in lower:
                return kind
        if path.suffix.lower() in (".kml", ".gpx"):
            return path.suffix.lower()[1:]
    raise TroubleError("overlay.foreign", file=path.name)
