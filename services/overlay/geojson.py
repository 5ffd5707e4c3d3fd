"""GeoJSON: collections, single features and bare geometries, in degrees."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from models.errors import TroubleError
from services.overlay.feature import Gathering

# Names of reference systems that are degrees of WGS-84 or of CGCS2000, a metre from it.
DEGREES = ("CRS84", "4326", "4490", "4979")


def read_geojson(data: bytes, into: Gathering) -> None:
    """Take every geometry; TroubleErrors `overlay.damaged`, `overlay.crs`."""
    try:
        read = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise TroubleError("overlay.damaged", file=into.file, why=str(error)) from error
    if not isinstance(read, dict):
        raise TroubleError("overlay.damaged", file=into.file, why="no object")
    check_crs(read.get("crs"), into.file)
    features = read.get("features") if read.get("type") == "FeatureCollection" else [read]
    if not isinstance(features, list):
        raise TroubleError("overlay.damaged", file=into.file, why="features")
    for feature in features:
        whole = isinstance(feature, dict) and feature.get("type") == "Feature"
        geometry = feature.get("geometry") if whole else feature
        facts = feature.get("properties") if whole else {}
        for part in parts_of(geometry, into.file):
            into.add(part, facts if isinstance(facts, dict) else {})


def parts_of(geometry: Any, file: str, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the geometries of a geometry; collections have several."""
    if geometry is None:
        return
    if not isinstance(geometry, dict) or depth > 4:
        raise TroubleError("overlay.damaged", file=file, why="geometry")
    if geometry.get("type") != "GeometryCollection":
        yield geometry
        return
    inner = geometry.get("geometries")
    for part in inner if isinstance(inner, list) else []:
        yield from parts_of(part, file, depth + 1)


def check_crs(crs: Any, file: str) -> None:
    """Raise TroubleError `overlay.crs` where the file says that its numbers are no degrees of ours."""
    if crs is None:
        return
    name = str((crs.get("properties") or {}).get("name", "")) if isinstance(crs, dict) else ""
    if not name.endswith(DEGREES):
        raise TroubleError("overlay.crs", file=file, crs=name[:60])
