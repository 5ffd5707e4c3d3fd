"""Reads a region folder: what the city is called, where it lies, its outline, its named points."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.errors import TroubleError
from services.tiles import FILE as TILES

Box = tuple[float, float, float, float]
GeoJson = dict[str, Any]


@dataclass(frozen=True, slots=True)
class NamedPoint:
    """A named point (WGS-84 degrees); `population` is None where unknown."""

    name: str
    name_en: str
    lon: float
    lat: float
    population: int | None
    division: str


@dataclass(frozen=True, slots=True)
class Division:
    """A division with the point (WGS-84 degrees) where its name stands; `inside` is false for neighbouring cities."""

    code: str
    name: str
    name_en: str
    lon: float
    lat: float
    inside: bool


@dataclass(frozen=True, slots=True)
class Region:
    """A city as its folder tells it; boxes are (west, south, east, north), points (lon, lat), all WGS-84 degrees.

    `tiles` is the file of the base map, None where the outline is all there is.
    `layers` holds the GeoJSON files by name without ending (`ground`, `land`, `border`, `neighbour`, `river`, `boundary`).
    """

    folder: Path
    code: str
    name: str
    name_en: str
    bbox: Box
    extent: Box
    centre: tuple[float, float]
    attribution: str
    date: str
    layers: Mapping[str, GeoJson]
    divisions: tuple[Division, ...]
    points: tuple[NamedPoint, ...]
    tiles: Path | None

    @classmethod
    def load(cls, folder: Path) -> Region:
        """Read the folder; TroubleError `region.unreadable` names the file that is missing or broken."""
        about = _json(folder / "region.json")
        try:
            names = {str(file["path"]) for file in about["files"]}
            layers = {
                name.removesuffix(".geojson"): _json(folder / name)
                for name in sorted(names)
                if name.endswith(".geojson")
            }
            return cls(
                folder=folder,
                code=str(about["code"]),
                name=str(about["name"]),
                name_en=str(about["name_en"]),
                bbox=_box(about["bbox"]),
                extent=_box(about["extent"]),
                centre=(float(about["centre"][0]), float(about["centre"][1])),
                attribution=str(about["attribution"]),
                date=str(about["date"]),
                layers=layers,
                divisions=_divisions(layers),
                points=_points(folder / "place.csv") if "place.csv" in names else (),
                tiles=folder / TILES if TILES in names else None,
            )
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise TroubleError("region.unreadable", file=folder.name, why=str(error)) from error


def _json(file: Path) -> GeoJson:
    try:
        read = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TroubleError("region.unreadable", file=file.name, why=str(error)) from error
    if not isinstance(read, dict):
        raise TroubleError("region.unreadable", file=file.name, why="not an object")
    return read


def _box(values: list[float]) -> Box:
    west, south, east, north = map(float, values)
    if not (west < east and south < north):
        raise ValueError(f"not a box: {values}")
    return west, south, east, north


def _divisions(layers: Mapping[str, GeoJson]) -> tuple[Division, ...]:
    """The names that the map shows: those of the city from the dry land, else from the outline."""
    own = layers.get("ground") or layers.get("boundary") or {"features": []}
    around = layers.get("neighbour") or {"features": []}
    return tuple(
        Division(
            code=str(about["code"]),
            name=str(about["name"]),
            name_en=str(about["name_en"]),
            lon=float(about["label"][0]),
            lat=float(about["label"][1]),
            inside=inside,
        )
        for layer, inside in ((own, True), (around, False))
        for about in (feature["properties"] for feature in layer["features"])
    )


def _points(file: Path) -> tuple[NamedPoint, ...]:
    try:
        with file.open(encoding="utf-8", newline="") as text:
            rows = list(csv.DictReader(text))
    except OSError as error:
        raise TroubleError("region.unreadable", file=file.name, why=str(error)) from error
    return tuple(
        NamedPoint(
            name=row["name"],
            name_en=row["name_en"],
            lon=float(row["lon"]),
            lat=float(row["lat"]),
            population=int(row["population"]) if row["population"] else None,
            division=row["division"],
        )
        for row in rows
    )
