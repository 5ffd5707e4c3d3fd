"""What is drawn on the map as a file for others: GeoJSON or GPX, WGS-84, instants as ISO 8601 in UTC."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from math import cos, pi, radians, sin
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from models.board import MarkingCard
from models.errors import TroubleError
from models.marking import MarkingForm
from models.place import EARTH_M

CORNERS = 72
Points = Sequence[Sequence[float]]


def write_shapes(
    path: Path, cards: Iterable[MarkingCard], names: Mapping[str, str], measured: Points = ()
) -> int:
    """Write markings, by key with their `names`, and a measured line; return how many. TroubleError `overlay.unwritable`."""
    features = [*(feature_of(card, names.get(card.id, "")) for card in cards), *line_of(measured)]
    as_gpx = path.suffix.lower() == ".gpx"
    text = gpx_of(features) if as_gpx else json_of(features)
    half = path.with_name(f".{path.name}.half")
    try:
        half.write_text(text, encoding="utf-8")
        half.replace(path)
    except OSError as error:
        raise TroubleError("overlay.unwritable", path=str(path), why=str(error)) from error
    return len(features)


def json_of(features: Sequence[Mapping[str, Any]]) -> str:
    """Return features as a GeoJSON text."""
    whole = {"type": "FeatureCollection", "features": list(features)}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def feature_of(card: MarkingCard, name: str) -> dict[str, Any]:
    """Return one marking as a feature; a circle becomes a ring, its middle and radius (m) are kept beside."""
    points = [list(point) for point in card.points]
    facts: dict[str, Any] = {
        "name": name,
        "kind": card.sort.value,
        "code": card.code,
        "note": card.note,
        "one_way": card.one_way,
        "from": instant(card.begins_at),
        "until": instant(card.ends_at),
    }
    if card.form is MarkingForm.CIRCLE and card.radius is not None:
        facts |= {"centre": points[0], "radius_m": card.radius}
        points = around(points[0], card.radius)
    if card.form is MarkingForm.LINE:
        shape = {"type": "LineString", "coordinates": points}
    else:
        shape = {"type": "Polygon", "coordinates": [[*points, points[0]]]}
    return {"type": "Feature", "geometry": shape, "properties": facts}


def line_of(measured: Points) -> Iterator[dict[str, Any]]:
    """Yield what was measured as a feature, nothing where it is no line."""
    if len(measured) > 1:
        shape = {"type": "LineString", "coordinates": [list(point) for point in measured]}
        yield {"type": "Feature", "geometry": shape, "properties": {"kind": "measured"}}


def around(centre: Sequence[float], radius: float) -> list[list[float]]:
    """Return a ring of points so many metres from a point."""
    high = radius / EARTH_M * 180 / pi
    wide = high / max(0.01, cos(radians(centre[1])))
    turns = [2 * pi * at / CORNERS for at in range(CORNERS)]
    return [
        [round(centre[0] + wide * sin(turn), 7), round(centre[1] + high * cos(turn), 7)]
        for turn in turns
    ]


def instant(at: int | None) -> str:
    """Return an instant (Unix ms) as text, "" for none."""
    return (
        "" if at is None else datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="seconds")
    )


def gpx_of(features: Iterable[Mapping[str, Any]]) -> str:
    """Return features as a GPX 1.1 text: each a track, its facts in the description."""
    root = Element(
        "gpx", version="1.1", creator="zhangzhou-110", xmlns="http://www.topografix.com/GPX/1/1"
    )
    for feature in features:
        facts, shape = feature["properties"], feature["geometry"]
        track = SubElement(root, "trk")
        SubElement(track, "name").text = str(facts.get("name") or facts["kind"])
        SubElement(track, "desc").text = ", ".join(
            f"{name}={value}" for name, value in facts.items() if value not in ("", False)
        )
        part = SubElement(track, "trkseg")
        line = shape["coordinates"]
        for lon, lat in line[0] if shape["type"] == "Polygon" else line:
            SubElement(part, "trkpt", lat=f"{lat:.7f}", lon=f"{lon:.7f}")
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"
