"""What a region says of itself (`region.json`): what it is called, where it lies, what it is made of, and each file's sum."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = "region.json"
FORMAT = 1
ATTRIBUTION = "© OpenStreetMap contributors"
LICENCE = "LICENCE.txt"
HOLDS = {
    "boundary.geojson": "outlines of the divisions: code, name, name_en, label",
    "tiles.mbtiles": "vector tiles of the base map",
    "roads.npz": "the road graph",
    "names.sqlite": "the index of place names",
    "organisations.csv": "police bodies, without people",
    "beats.csv": "beats with their outlines, without people",
    "dictionaries.zip": "trade dictionaries, one CSV file each",
    LICENCE: "whose data this is, and under which licence",
}
# What is no one's map data.
OWN = frozenset({"organisations.csv", "beats.csv", "dictionaries.zip"})
LICENCE_TEXT = """\
The data of this region comes from OpenStreetMap.

© OpenStreetMap contributors
Open Data Commons Open Database License (ODbL) 1.0
https://www.openstreetmap.org/copyright
https://opendatacommons.org/licenses/odbl/1-0/

Made of the extract: {source}
SHA-256 of the extract: {sha256}

Lists of bodies and beats and the dictionaries are the own data of who made this region.
The other files of this region are a derivative database in the sense of that licence:
who hands them on does so under the same licence and keeps this notice.
"""


@dataclass(frozen=True, slots=True)
class Title:
    """What a region is called and where it lies: where most of it is, and all that is known of it.

    Boxes are (west, south, east, north), WGS-84 degrees.
    """

    name: str
    name_en: str
    bbox: tuple[float, float, float, float]
    extent: tuple[float, float, float, float]
    date: str
    source: str
    source_sha256: str


def write_manifest(
    folder: Path, title: Title, counts: Mapping[str, Mapping[str, int]]
) -> dict[str, Any]:
    """Write licence and manifest for the files that are there, and return the manifest."""
    (folder / LICENCE).write_text(
        LICENCE_TEXT.format(source=title.source, sha256=title.source_sha256),
        encoding="utf-8",
        newline="\n",
    )
    west, south, east, north = title.bbox
    about: dict[str, Any] = {
        "format": FORMAT,
        "code": f"osm-{title.source_sha256[:8]}",
        "name": title.name,
        "name_en": title.name_en or title.name,
        "datum": "WGS-84",
        "bbox": title.bbox,
        "extent": title.extent,
        "centre": [round((west + east) / 2, 6), round((south + north) / 2, 6)],
        "date": title.date,
        "attribution": ATTRIBUTION,
        "source": {"file": title.source, "sha256": title.source_sha256},
        "counts": {step: dict(found) for step, found in counts.items()},
        "files": [
            {
                "path": name,
                "holds": holds,
                "licence": "own" if name in OWN else "ODbL-1.0",
                "size": (folder / name).stat().st_size,
                "sha256": sha256_of(folder / name),
            }
            for name, holds in HOLDS.items()
            if (folder / name).is_file()
        ],
    }
    text = json.dumps(about, ensure_ascii=False, indent=2) + "\n"
    (folder / FILE).write_text(text, encoding="utf-8", newline="\n")
    return about


def sha256_of(file: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits."""
    digest = hashlib.sha256()
    with file.open("rb") as content:
        while block := content.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
