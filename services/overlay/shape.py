"""Shapefiles: the file beside its parts, or all of them in a zip; attributes from the table, in its own encoding."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Any

import shapefile

from models.errors import TroubleError
from services.overlay.feature import Gathering
from services.overlay.kml import MOST_UNPACKED, unpacked

PARTS = (".shp", ".dbf", ".shx", ".prj", ".cpg")
# What a table without a word on its encoding is written in, here.
ENCODINGS = ("utf-8", "gb18030")


def read_shape(path: Path, into: Gathering) -> None:
    """Take a `.shp` and the parts beside it."""
    parts = {}
    for ending in PARTS:
        beside = next(
            (
                path.with_suffix(one)
                for one in (ending, ending.upper())
                if path.with_suffix(one).is_file()
            ),
            None,
        )
        if beside is not None:
            if beside.stat().st_size > MOST_UNPACKED:
                raise TroubleError("overlay.big", file=into.file, limit=MOST_UNPACKED // 1_000_000)
            parts[ending] = beside.read_bytes()
    read_parts(parts, into)


def read_zip(data: bytes, into: Gathering) -> None:
    """Take the first shapefile in a zip."""
    read_parts(unpacked(data, PARTS, into.file), into)


def read_parts(parts: dict[str, bytes], into: Gathering) -> None:
    """Take the shapes of a file; TroubleErrors `overlay.crs`, `overlay.damaged`."""
    crs = parts.get(".prj", b"").decode("utf-8", "replace")
    if crs.strip().upper().startswith("PROJCS"):
        raise TroubleError("overlay.crs", file=into.file, crs=crs[:60])
    opened: dict[str, Any] = {
        ending[1:]: io.BytesIO(parts[ending]) for ending in PARTS[:3] if ending in parts
    }
    opened |= {"encoding": encoding_of(parts), "encodingErrors": "replace"}
    try:
        with shapefile.Reader(**opened) as reader:
            if "dbf" in opened:
                for one in reader.iterShapeRecords():
                    into.add(geometry_of(one.shape), one.record.as_dict())
            else:
                for shape in reader.iterShapes():
                    into.add(geometry_of(shape), {})
    except (shapefile.ShapefileException, struct.error, ValueError, IndexError, OSError) as error:
        raise TroubleError("overlay.damaged", file=into.file, why=str(error)) from error


def encoding_of(parts: dict[str, bytes]) -> str:
    """Return what the table is written in: as it says, else the first that fits all of it."""
    given = parts.get(".cpg", b"").decode("ascii", "replace").strip()
    table = parts.get(".dbf", b"")
    # Eight bytes in, two say where the rows begin.
    rows = table[int.from_bytes(table[8:10], "little") :]
    for encoding in (*([given] if given else []), *ENCODINGS):
        try:
            rows.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return encoding
    return ENCODINGS[0]


def geometry_of(shape: Any) -> dict[str, Any] | None:
    """Return a shape as GeoJSON, None where it is empty."""
    if shape.shapeType == shapefile.NULL or not getattr(shape, "points", None):
        return None
    found: dict[str, Any] = dict(shape.__geo_interface__)
    return found if found.get("coordinates") else None
