"""Looks at the file a region is made of: whether it is an OpenStreetMap extract at all, and whole."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from models.errors import TroubleError

# Name endings and what libosmium calls them.
FORMATS = {
    ".osm.pbf": "pbf",
    ".pbf": "pbf",
    ".osm.bz2": "osm.bz2",
    ".osm.gz": "osm.gz",
    ".osm": "osm",
}
HEAD = 512
# Bytes of disk for each byte of a `.osm.pbf`, and seconds for each megabyte; other formats are so much less dense.
DISK, SECONDS, LEAST_SECONDS = 6, 5.0, 3
DENSITY = {"pbf": 1.0, "osm": 12.0, "osm.bz2": 1.2, "osm.gz": 1.0}
PAGES = (b"<!doctype html", b"<html")


@dataclass(frozen=True, slots=True)
class Source:
    """An extract: `format` in libosmium's words, size in bytes, SHA-256 in hexadecimal digits."""

    path: Path
    format: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a build takes: bytes of disk, those that are free there, seconds."""

    needed: int
    free: int
    seconds: int


def look_at(path: Path) -> Source:
    """Return what a file is, by its content.

    TroubleError `file.missing`, `file.unreadable`, `region.web_page` (a page that a browser saved instead of the
    file), `region.foreign` (anything else that is no extract), `region.empty_file`.
    """
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
            file.seek(0)
            while block := file.read(1 << 20):
                digest.update(block)
                size += len(block)
    except FileNotFoundError as error:
        raise TroubleError("file.missing", path=str(path)) from error
    except OSError as error:
        detail = error.strerror or str(error)
        raise TroubleError("file.unreadable", path=str(path), detail=detail) from error
    return Source(path, format_of(path, head), size, digest.hexdigest())


def format_of(path: Path, head: bytes) -> str:
    """Return the format that the first bytes of a file tell; TroubleErrors as `look_at`."""
    if not head:
        raise TroubleError("region.empty_file", path=path.name)
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(PAGES):
        raise TroubleError("region.web_page", path=path.name)
    if b"OSMHeader" in head[:64]:
        return "pbf"
    if head.startswith(b"BZh"):
        return "osm.bz2"
    if head.startswith(b"\x1f\x8b"):
        return "osm.gz"
    if start.startswith(b"<?xml") or start.startswith(b"<osm"):
        if b"<osm" in start:
            return "osm"
        if any(page in start for page in PAGES):
            raise TroubleError("region.web_page", path=path.name)
    raise TroubleError("region.foreign", path=path.name)


def estimate_of(source: Source, out: Path) -> Estimate:
    """Return what a build of a file into a folder, there or not yet, will take."""
    size = source.size / DENSITY[source.format]
    there = next(one for one in (out, *out.absolute().parents) if one.is_dir())
    seconds = max(LEAST_SECONDS, round(size / 1e6 * SECONDS))
    return Estimate(round(size * DISK), shutil.disk_usage(there).free, seconds)
