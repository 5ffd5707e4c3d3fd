"""Looks at the file a region is made of: whether it is an OpenStreetMap extract at all, and whole."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import osmium

from models.errors import TroubleError

Tell = Callable[[float], None]
# Name endings and what libosmium calls them.
FORMATS = {
    ".osm.pbf": "pbf",
    ".pbf": "pbf",
    ".osm.bz2": "osm.bz2",
    ".osm.gz": "osm.gz",
    ".osm": "osm",
}
HEAD = 512
PAGES = (b"<!doctype html", b"<html")


@dataclass(frozen=True, slots=True)
class Source:
    """An extract: `format` in libosmium's words, size in bytes, SHA-256 in hexadecimal digits."""

    path: Path
    format: str
    size: int
    sha256: str

    def open(self) -> osmium.io.File:
        """Return the file as libosmium opens it."""
        return osmium.io.File(str(self.path), self.format)


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


def read_through(source: Source) -> None:
    """Read a file to its end; TroubleError `region.truncated` where it ends before that or is spoilt."""
    try:
        # Nothing passes this filter, so nothing of it reaches Python.
        osmium.apply(osmium.io.Reader(source.open()), osmium.filter.EmptyTagFilter())
    except RuntimeError as error:
        raise truncated(source, error) from error


def truncated(source: Source, error: Exception) -> TroubleError:
    """Return the trouble of a file that could not be read to its end."""
    return TroubleError("region.truncated", path=source.path.name, detail=str(error))
