"""The names that ship with the program: divisions, townships, villages and known points of the default region."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape

from services.gazetteer.entry import Entry, Kind
from services.gazetteer.form import key, stem
from services.gazetteer.table import Area
from services.resource import RESOURCES

REGION = RESOURCES / "region" / "zhangzhou"
VILLAGES = RESOURCES / "name" / "village.csv"
DIVISIONS = RESOURCES / "dictionary" / "division.csv"
TYPES = {
    **{"prefecture": (Kind.DIVISION, 98), "district": (Kind.DIVISION, 90)},
    **{"county": (Kind.DIVISION, 90), "city": (Kind.DIVISION, 90)},
    **{"street": (Kind.TOWNSHIP, 80), "town": (Kind.TOWNSHIP, 80), "township": (Kind.TOWNSHIP, 78)},
}
# The city itself among the points.
CITY, CITY_ID = "350600", "1785018"
VILLAGE, POINT, SEAT = 60, 50, 84


def rows_of(file: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def listed_entries() -> list[Entry]:
    """Return every listed name; a place that is not known has no point."""
    divisions = [row for row in rows_of(DIVISIONS) if not row["valid_to"]]
    counties = {row["code"]: row["name"] for row in divisions if len(row["code"]) == 6}
    points = rows_of(REGION / "place.csv")
    return [
        *division_entries(divisions, counties, points),
        *village_entries(counties),
        *point_entries(counties, points),
    ]


def division_entries(
    divisions: list[dict[str, str]], counties: dict[str, str], points: list[dict[str, str]]
) -> Iterator[Entry]:
    """Yield divisions with the points where their names stand, townships with those of their seats."""
    labels = {code: point for code, (point, _) in outlines().items()}
    seats = {row["township"]: (float(row["lon"]), float(row["lat"])) for row in points}
    for row in divisions:
        kind, weight = TYPES[row["type"]]
        lon, lat = labels.get(row["code"]) or seats.get(row["code"]) or (None, None)
        within = counties.get(row["code"][:6], "") if kind is Kind.TOWNSHIP else ""
        old = ("薌城",) if row["code"] == "350602" else ()
        yield Entry(kind, row["name"], lon, lat, weight, row["name_en"], row["code"], within, old)


def village_entries(counties: dict[str, str]) -> Iterator[Entry]:
    """Yield the villages."""
    for row in rows_of(VILLAGES):
        lon, lat = (float(row["lon"]), float(row["lat"])) if row["lon"] else (None, None)
        within = f"{counties.get(row['code'][:6], '')} {row['township']}".strip()
        yield Entry(Kind.VILLAGE, row["name"], lon, lat, VILLAGE, "", row["code"], within)


def point_entries(counties: dict[str, str], points: list[dict[str, str]]) -> Iterator[Entry]:
    """Yield the points that are neither the seat of a township nor a listed village with a point."""
    known = {(row["code"][:6], stem(row["name"])) for row in rows_of(VILLAGES) if row["lon"]}
    for row in points:
        if row["township"] or (row["division"], stem(row["name"])) in known:
            continue
        kind = Kind.TOWN if row["geonameid"] == CITY_ID else Kind.VILLAGE
        weight = SEAT if kind is Kind.TOWN else POINT
        code = CITY if kind is Kind.TOWN else ""
        lon, lat = float(row["lon"]), float(row["lat"])
        yield Entry(
            kind, row["name"], lon, lat, weight, row["name_en"], code, counties[row["division"]]
        )


def outlines() -> dict[str, tuple[tuple[float, float], dict[str, Any]]]:
    """Return the divisions' label points and outlines by code."""
    text = (REGION / "boundary.geojson").read_text(encoding="utf-8")
    features = json.loads(text)["features"]
    return {
        str(feature["properties"]["code"]): (
            (float(feature["properties"]["label"][0]), float(feature["properties"]["label"][1])),
            feature,
        )
        for feature in features
    }


def listed_areas() -> list[Area]:
    """Return the outlines of the divisions."""
    found: list[Area] = []
    for code, (_, feature) in outlines().items():
        about = feature["properties"]
        outline = shape(feature["geometry"])
        west, south, east, north = outline.bounds
        bounds = (west, east, south, north)
        found.append((about["name"], about["name_en"], code, 6, shapely.to_wkb(outline), bounds))
    return found


def box() -> tuple[float, float, float, float]:
    """Return (west, south, east, north) of the city of the list."""
    about = json.loads((REGION / "region.json").read_text(encoding="utf-8"))
    west, south, east, north = map(float, about["bbox"])
    return west, south, east, north


def with_points(listed: list[Entry], found: list[Entry], counties: list[str]) -> None:
    """Give listed villages and townships the points of the extract: of one name in one county, each alone.

    `counties` are the codes (six digits) that the entries found lie in, "" unknown.
    """
    points: dict[tuple[str, str], list[Entry]] = {}
    for entry, county in zip(found, counties, strict=True):
        if entry.kind in (Kind.VILLAGE, Kind.TOWN):
            points.setdefault((county, stem(entry.name)), []).append(entry)
    names: dict[tuple[str, str], list[Entry]] = {}
    for entry in listed:
        if entry.kind in (Kind.VILLAGE, Kind.TOWNSHIP) and entry.code:
            names.setdefault((entry.code[:6], stem(entry.name)), []).append(entry)
    for at, entries in names.items():
        if len(entries) == 1 and len(points.get(at, [])) == 1 and entries[0].lon is None:
            (point,) = points[at]
            entries[0].lon, entries[0].lat = point.lon, point.lat
            if key(point.name) != key(entries[0].name):
                entries[0].others += (point.name,)
