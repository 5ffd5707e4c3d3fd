"""Reads the divisions of a region from its extract: outlines, names, and what the region is called."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import osmium
import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

FILE = "boundary.geojson"
TITLE = "title.json"
LEVELS = range(4, 11)  # from provinces and lands down to quarters
SIMPLE = 0.0001  # degrees, about 10 m
RANKS = ("town", "city")


@dataclass(frozen=True, slots=True)
class Outline:
    """A division as the extract has it."""

    code: str
    name: str
    name_en: str
    level: int
    geometry: BaseGeometry


def build_boundaries(
    extract: Path, folder: Path, tell: Callable[[float], None]
) -> Mapping[str, int]:
    """Write `boundary.geojson` and what the region is called; return how many divisions there are.

    The divisions are those of the coarsest level that the extract has two whole ones of, else one.
    """
    tell(0.0)
    outlines = _outlines(extract)
    tell(0.7)
    chosen = chosen_level(outlines)
    features = [_feature(one) for one in sorted(chosen, key=lambda one: one.code)]
    text = ",\n".join(
        json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features
    )
    collection = f'{{"type":"FeatureCollection","features":[\n{text}\n]}}\n'
    (folder / FILE).write_text(collection, encoding="utf-8", newline="\n")
    name, name_en = _title(extract, chosen)
    (folder / TITLE).write_text(json.dumps([name, name_en]), encoding="utf-8")
    tell(1.0)
    return {"divisions": len(features)}


def chosen_level(outlines: list[Outline]) -> list[Outline]:
    """Return the outlines of one level: the coarsest with two or more, else the coarsest there is."""
    levels = [[one for one in outlines if one.level == level] for level in LEVELS]
    return next((some for some in levels if len(some) > 1), next(filter(None, levels), []))


def _outlines(extract: Path) -> list[Outline]:
    wanted = osmium.filter.TagFilter(("boundary", "administrative"))
    factory = osmium.geom.WKBFactory()
    found = []
    for thing in osmium.FileProcessor(str(extract)).with_areas(wanted).with_filter(wanted):
        if not isinstance(thing, osmium.osm.Area):
            continue
        level, name = thing.tags.get("admin_level") or "", thing.tags.get("name")
        if name and level.isdigit() and int(level) in LEVELS:
            shape: BaseGeometry = shapely.from_wkb(factory.create_multipolygon(thing))
            code = f"{'w' if thing.from_way() else 'r'}{thing.orig_id()}"
            english = thing.tags.get("name:en") or ""
            found.append(Outline(code, name, english, int(level), shape))
    return found


def _feature(one: Outline) -> dict[str, object]:
    shape: BaseGeometry = shapely.make_valid(shapely.simplify(one.geometry, SIMPLE))
    shape = shapely.set_precision(shape, 0.00001)
    label = one.geometry.representative_point()
    about = {
        "code": one.code,
        "name": one.name,
        "name_en": one.name_en,
        "label": [round(float(label.x), 5), round(float(label.y), 5)],
    }
    return {"type": "Feature", "properties": about, "geometry": mapping(shape)}


def _title(extract: Path, divisions: list[Outline]) -> tuple[str, str]:
    """What the region is called: after its greatest place, else after a division; nothing where it has no name."""
    best = (-1, 0, "", "")
    towns = osmium.filter.TagFilter(*(("place", rank) for rank in RANKS))
    for node in osmium.FileProcessor(str(extract), osmium.osm.NODE).with_filter(towns):
        tags = node.tags
        if "name" not in tags:
            continue
        people = tags.get("population") or "0"
        rank = RANKS.index(tags["place"])
        count = int(people) if people.isdigit() else 0
        best = max(best, (rank, count, tags["name"], tags.get("name:en") or ""))
    if best[2]:
        return best[2], best[3]
    areas = np.array([one.geometry.area for one in divisions])
    if not len(areas):
        return "", ""
    largest = divisions[int(areas.argmax())]
    return largest.name, largest.name_en
