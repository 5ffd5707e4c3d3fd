"""What lies at a point: the nearest street, crossing, house, place and settlement, and the divisions around it."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians
from typing import TYPE_CHECKING

from models.place import distance
from services.gazetteer.entry import Kind

if TYPE_CHECKING:
    from shapely import Geometry

DEGREE_M = 111_195.0
# How far (m) is looked, a wider ring where the one before held nothing.
RINGS = (150.0, 600.0, 2_500.0)
WIDE_RINGS = (3_000.0, 12_000.0, 40_000.0)
MOST = 4000
# Names near by that are looked through while somebody types: rings (m), enough of them, of each sort no more than.
NEAR_RINGS = (600.0, 2_500.0)
ENOUGH, FEW = 60, 250


@dataclass(frozen=True, slots=True)
class Near:
    """A name near by: what it is and how far (m) its nearest part is."""

    kind: Kind
    name: str
    name_en: str
    code: str
    metres: float


@dataclass(frozen=True, slots=True)
class Around:
    """What lies at a point; None where nothing of the sort is known near by. `divisions`: (code, name, name_en), the
    largest first."""

    street: Near | None
    crossing: Near | None
    point: Near | None
    village: Near | None
    town: Near | None
    divisions: tuple[tuple[str, str, str], ...]


def around(connection: sqlite3.Connection, lon: float, lat: float) -> Around:
    """Return what lies at a WGS-84 point (degrees)."""
    seats = [
        nearest(connection, "seat", kinds, lon, lat, WIDE_RINGS)
        for kinds in ((Kind.VILLAGE,), (Kind.TOWN, Kind.TOWNSHIP))
    ]
    return Around(
        street=nearest_street(connection, lon, lat),
        crossing=nearest(connection, "spot", (Kind.CROSSING,), lon, lat, RINGS),
        point=nearer(
            nearest(connection, "spot", (Kind.POINT, Kind.MILESTONE), lon, lat, RINGS),
            nearest(connection, "door", (Kind.HOUSE,), lon, lat, RINGS),
        ),
        village=seats[0],
        town=seats[1],
        divisions=divisions_at(connection, lon, lat),
    )


def nearer(one: Near | None, other: Near | None) -> Near | None:
    """Return the nearer of two."""
    both = [near for near in (one, other) if near is not None]
    return min(both, key=lambda near: near.metres, default=None)


def box(lon: float, lat: float, metres: float) -> tuple[float, float, float, float]:
    """Return (west, east, south, north) of a square around a point."""
    north = metres / DEGREE_M
    east = north / max(0.01, cos(radians(lat)))
    return lon - east, lon + east, lat - north, lat + north


def names_near(connection: sqlite3.Connection, lon: float, lat: float) -> set[int]:
    """Return the numbers of names near by but for houses: in a ring that holds some, and not too many."""
    found: set[int] = set()
    for metres in NEAR_RINGS:
        bounds = box(lon, lat, metres)
        found = {*inside(connection, "spot", bounds, FEW), *inside(connection, "seat", bounds, FEW)}
        lines = ", ".join(map(str, inside(connection, "line_box", bounds, FEW)))
        query = f"SELECT DISTINCT name_id FROM line WHERE id IN ({lines})"
        found.update(row[0] for row in connection.execute(query))
        if len(found) >= ENOUGH:
            break
    return found


def inside(
    connection: sqlite3.Connection,
    table: str,
    bounds: tuple[float, float, float, float],
    limit: int = MOST,
) -> list[int]:
    """Return the rows of an R-tree that touch a box (west, east, south, north)."""
    west, east, south, north = bounds
    query = f"SELECT id FROM {table} WHERE east >= ? AND west <= ? AND north >= ? AND south <= ? LIMIT {limit}"
    return [row[0] for row in connection.execute(query, (west, east, south, north))]


def nearest(
    connection: sqlite3.Connection,
    table: str,
    kinds: Collection[Kind],
    lon: float,
    lat: float,
    rings: tuple[float, ...],
) -> Near | None:
    """Return the nearest point of some kinds."""
    wanted = ", ".join(f"'{kind.value}'" for kind in kinds)
    for metres in rings:
        ids = ", ".join(map(str, inside(connection, table, box(lon, lat, metres))))
        query = f"SELECT kind, name, name_en, code, lon, lat FROM name WHERE id IN ({ids}) AND kind IN ({wanted})"
        found = [
            Near(Kind(kind), name, name_en, code, distance(lon, lat, x, y))
            for kind, name, name_en, code, x, y in connection.execute(query)
        ]
        best = min(found, key=lambda near: near.metres, default=None)
        if best is not None and best.metres <= metres:
            return best
    return None


def nearest_street(connection: sqlite3.Connection, lon: float, lat: float) -> Near | None:
    """Return the street whose line is nearest."""
    for metres in RINGS:
        ids = ", ".join(map(str, inside(connection, "line_box", box(lon, lat, metres))))
        rows = connection.execute(f"SELECT name_id, points FROM line WHERE id IN ({ids})")
        best = min(
            ((metres_to_line(blob, lon, lat), id) for id, blob in rows), default=(metres + 1, 0)
        )
        if best[0] <= metres:
            query = "SELECT name, name_en, code FROM name WHERE id = ?"
            name, name_en, code = connection.execute(query, (best[1],)).fetchone()
            return Near(Kind.STREET, name, name_en, code, best[0])
    return None


def metres_to_name(connection: sqlite3.Connection, id: str, lon: float, lat: float) -> float | None:
    """Return how far the nearest part of a name is: of a street its lines; None where its place is not known."""
    lines = connection.execute("SELECT points FROM line WHERE name_id = ?", (id,)).fetchall()
    if lines:
        return min(metres_to_line(line[0], lon, lat) for line in lines)
    row = connection.execute("SELECT lon, lat FROM name WHERE id = ?", (id,)).fetchone()
    return distance(lon, lat, row[0], row[1]) if row and row[0] is not None else None


def metres_to_line(blob: bytes, lon: float, lat: float) -> float:
    """Return the metres from a point to a line, on a plane that touches at the point."""
    flat = array("d")
    flat.frombytes(blob)
    scale = cos(radians(lat))
    x = [(value - lon) * scale * DEGREE_M for value in flat[::2]]
    y = [(value - lat) * DEGREE_M for value in flat[1::2]]
    if len(x) == 1:
        return hypot(x[0], y[0])
    return min(to_piece(x[at], y[at], x[at + 1], y[at + 1]) for at in range(len(x) - 1))


def to_piece(x1: float, y1: float, x2: float, y2: float) -> float:
    """Return the distance of the origin from a piece of a straight line."""
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else max(0.0, min(1.0, -(x1 * dx + y1 * dy) / length))
    return hypot(x1 + share * dx, y1 + share * dy)


def divisions_at(
    connection: sqlite3.Connection, lon: float, lat: float
) -> tuple[tuple[str, str, str], ...]:
    """Return (code, name, name_en) of the divisions that a point lies in, the largest first."""
    # Geometry takes a third of a second to load: at the first point asked for, never at the start of the program.
    from shapely import intersects_xy  # noqa: PLC0415

    ids = ", ".join(map(str, inside(connection, "area_box", (lon, lon, lat, lat))))
    query = f"SELECT code, name, name_en, shape FROM area WHERE id IN ({ids}) ORDER BY level, id"
    rows = connection.execute(query).fetchall()
    return tuple(
        (code, name, name_en)
        for code, name, name_en, shape in rows
        if intersects_xy(shape_of(shape), lon, lat)
    )


@lru_cache(maxsize=256)
def shape_of(blob: bytes) -> Geometry:
    """Return an outline, ready to be asked many points."""
    # The same reason.
    from shapely import from_wkb, prepare  # noqa: PLC0415

    shape = from_wkb(blob)
    prepare(shape)
    return shape
