"""Tiles in one SQLite file (MBTiles 1.3): written once, then only read."""

from __future__ import annotations

import gzip
import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from models.errors import TroubleError

FILE = "tiles.mbtiles"
Tile = tuple[int, int, int, bytes]
Box = tuple[float, float, float, float]


class TileArchive:
    """Hands out tiles; never writes, and never needs a lock.

    `bounds` is the box (west, south, east, north; degrees) of all that is known, `core` that of where most of it lies.
    """

    def __init__(self, file: Path) -> None:
        """Open a file; TroubleError `region.unreadable` where it holds no tiles."""
        try:
            address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
            self._database = sqlite3.connect(address, uri=True, check_same_thread=False)
            about = dict(self._database.execute("SELECT name, value FROM metadata"))
            self.least, self.most = int(about["minzoom"]), int(about["maxzoom"])
            self.bounds, self.core = _box(about["bounds"]), _box(about["core"])
        except (OSError, sqlite3.Error, KeyError, ValueError) as error:
            raise TroubleError("region.unreadable", file=file.name, why=str(error)) from error

    def tile(self, zoom: int, column: int, row: int) -> bytes | None:
        """Return a tile, not compressed, None where there is none; rows count from the north."""
        found = self._database.execute(
            "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?",
            (zoom, column, (1 << zoom) - 1 - row),
        ).fetchone()
        return None if found is None else zlib.decompress(found[0], wbits=31)

    def count(self) -> int:
        """Return how many tiles there are, each of them read: TroubleError `region.damaged` where one is broken."""
        try:
            rows = 0
            for (data,) in self._database.execute("SELECT tile_data FROM tiles"):
                zlib.decompress(data, wbits=31)
                rows += 1
            return rows
        except (sqlite3.Error, zlib.error) as error:
            raise TroubleError("region.damaged", file=FILE, why=str(error)) from error

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def write_archive(
    file: Path,
    tiles: Iterable[Tile],
    bounds: Box,
    core: Box,
    zooms: tuple[int, int],
    layers: Mapping[str, int],
) -> int:
    """Write tiles (zoom, column, row from the north, content) into a new file and return how many they were."""
    file.unlink(missing_ok=True)
    database = sqlite3.connect(file, isolation_level=None)
    try:
        # Nothing of it is worth keeping unless it was written to its end.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN")
        database.execute("CREATE TABLE metadata (name TEXT PRIMARY KEY, value TEXT)")
        database.execute(
            "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB, "
            "PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID"
        )
        count = 0
        for zoom, column, row, content in tiles:
            packed = gzip.compress(content, 5, mtime=0)
            place = (zoom, column, (1 << zoom) - 1 - row, packed)
            database.execute("INSERT INTO tiles VALUES (?, ?, ?, ?)", place)
            count += 1
        about = [{"id": name, "fields": {}, "minzoom": least} for name, least in layers.items()]
        facts = {
            "name": "base map",
            "format": "pbf",
            "bounds": _text(bounds),
            "core": _text(core),
            "minzoom": str(zooms[0]),
            "maxzoom": str(zooms[1]),
            "json": json.dumps({"vector_layers": about}),
        }
        database.executemany("INSERT INTO metadata VALUES (?, ?)", facts.items())
        database.execute("COMMIT")
    finally:
        database.close()
    return count


def _text(box: Box) -> str:
    return ",".join(f"{part:.6f}" for part in box)


def _box(text: str) -> Box:
    west, south, east, north = map(float, text.split(","))
    return west, south, east, north
