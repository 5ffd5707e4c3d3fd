"""The search index beside the sheets: its tables, the triggers that keep it in every transaction, rebuild and check.

`search_sheet` ranks the sheets by the second of their report, so that the index gives the newest first; `search_piece`
holds for each piece of text (`services/gram.py`) the ranks of the sheets that have it, and no text. The triggers call
back into this program to cut texts into pieces: whatever way a row changes (a command, a merge, an import, a fold),
the index changes with it or neither does. It is made of the rows alone, so it is no part of the schema: a store whose
index is of another version, or lacks a part, gets a new one when it is opened.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple, TypeVar
from zlib import crc32

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from models.state import IncidentState
from services.gram import CHOICE, Searched, end_of, pieces_of
from services.pinyin import readings_version

log = logging.getLogger(__name__)

T = TypeVar("T")

SAID = ("address", "feature_point", "caller_name", "owner_name")
TEXTS = (*SAID, "caller_address", "narrative", "supplement", "plate")
NUMBERS = ("number", "caller_number", "contact_phone")
# Of a rank the upper bits are the second of the report, the lower ones tell its sheets apart.
LOWER, LAST_SECOND = 6, 1 << 40
# Where a second is full, the first free rank of the next minute will do, of the next hours, of any time.
ROOMS = (LOWER, 12, 20, 52)
GROUPS = {
    IncidentState.CLOSED: "closed",
    IncidentState.MERGED: "merged",
    IncidentState.STRUCK: "struck",
}
OPEN = "open"
ROWS_A_FILL = 5000
BUCKETS, MODULUS = 1 << 16, 1_000_003


def group_of(state: str) -> str:
    """Return under which of four choices a state is found: open, closed, merged or struck."""
    return GROUPS.get(IncidentState(state), OPEN) if state in set(IncidentState) else OPEN


def class_choices(code: str) -> list[str]:
    """Return the choices under which a class is found: itself and its group."""
    return [f"c{end_of(code)}", f"c{end_of(code)[:2]}"] if code else []


def searched_of(row: Any) -> Searched:
    """Return what of a sheet's row is searched; of a struck sheet nothing but its own number."""
    if row.state == IncidentState.STRUCK:
        return Searched((), (), (row.number,))
    return Searched(
        tuple(getattr(row, name) for name in TEXTS),
        tuple(getattr(row, name) for name in SAID),
        tuple(getattr(row, name) for name in NUMBERS),
    )


class Values(NamedTuple):
    """The searched columns of one row, in the order of COLUMNS."""

    state: str
    class_fed_back: str
    class_taken: str
    division: str
    number: str
    caller_number: str
    contact_phone: str
    address: str
    feature_point: str
    caller_name: str
    owner_name: str
    caller_address: str
    narrative: str
    supplement: str
    plate: str


COLUMNS = Values._fields


def values_of(columns: Iterable[Any]) -> Values:
    """Return a row's columns as texts, whatever somebody put there by hand."""
    return Values(*("" if value is None else str(value) for value in columns))


@lru_cache(maxsize=256)
def pieces(*values: Any) -> str:
    """Return the pieces of a sheet, blank-separated; `values` in the order of COLUMNS."""
    return " ".join(pieces_of_row(values_of(values)))


def pieces_of_row(row: Any) -> set[str]:
    """Return the pieces of a sheet's row, its choices included."""
    found = pieces_of(searched_of(row))
    choices = [f"s{group_of(row.state)}", *class_choices(row.class_fed_back or row.class_taken)]
    if row.division:
        choices += [f"d{end_of(row.division)}", f"d{end_of(row.division)[:6]}"]
    return found | {CHOICE + choice for choice in choices}


def equip(connection: Any) -> None:
    """Give a driver's connection the function that the triggers call."""
    connection.create_function("search_pieces", len(COLUMNS), pieces, deterministic=True)


def rank_sql(row: str) -> str:
    """Return SQL for a free rank of a row: the first one in the smallest room that has any."""
    base = f"(max(0, min(CAST({row}.reported_at AS INTEGER) / 1000, {LAST_SECOND})) << {LOWER})"
    rooms = ", ".join(
        f"(SELECT rank FROM (SELECT coalesce(max(rank) + 1, {base}) AS rank FROM search_sheet "
        f"WHERE rank >= {base} AND rank < {base} + {1 << room}) WHERE rank < {base} + {1 << room})"
        for room in ROOMS
    )
    return f"coalesce({rooms})"


def pieces_sql(row: str) -> str:
    """Return SQL for the pieces of a row."""
    return f"search_pieces({', '.join(f'{row}.{name}' for name in COLUMNS)})"


def group_sql(row: str) -> str:
    """Return SQL for the group of a row's state."""
    cases = " ".join(f"WHEN '{state.value}' THEN '{name}'" for state, name in GROUPS.items())
    return f"CASE {row}.state {cases} ELSE '{OPEN}' END"


def put_sql(row: str) -> str:
    """Return SQL that enters a row's pieces under its rank."""
    return (
        f"INSERT INTO search_piece (rowid, pieces) SELECT rank, {pieces_sql(row)} "
        f"FROM search_sheet WHERE incident_id = {row}.id;"
    )


def drop_sql(row: str) -> str:
    """Return SQL that takes out the pieces that were entered for a row."""
    return (
        "INSERT INTO search_piece (search_piece, rowid, pieces) "
        f"SELECT 'delete', rank, {pieces_sql(row)} FROM search_sheet WHERE incident_id = {row}.id;"
    )


def differs_sql() -> str:
    """Return SQL that tells whether a change of a row is one for the index."""
    columns = [name for name in COLUMNS if name != "state"] + ["reported_at"]
    tests = [f"OLD.{name} IS NOT NEW.{name}" for name in columns]
    return " OR ".join([*tests, f"{group_sql('OLD')} <> {group_sql('NEW')}"])


PARTS: dict[str, str] = {
    "search_sheet": (
        "CREATE TABLE search_sheet (rank INTEGER PRIMARY KEY, incident_id TEXT NOT NULL UNIQUE)"
    ),
    "search_piece": (
        "CREATE VIRTUAL TABLE search_piece USING fts5(pieces, content='', columnsize=0, detail=none, "
        """tokenize="ascii tokenchars '~#^@'")"""
    ),
    "search_vocabulary": (
        "CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab(search_piece, instance)"
    ),
    "search_version": "CREATE TABLE search_version (version TEXT NOT NULL)",
    "search_birth": (
        "CREATE TRIGGER search_birth AFTER INSERT ON incident BEGIN "
        f"INSERT INTO search_sheet (rank, incident_id) VALUES ({rank_sql('NEW')}, NEW.id); "
        f"{put_sql('NEW')} END"
    ),
    "search_change": (
        f"CREATE TRIGGER search_change AFTER UPDATE OF {', '.join(COLUMNS)}, reported_at ON incident "
        f"WHEN {differs_sql()} BEGIN {drop_sql('OLD')} "
        f"UPDATE search_sheet SET rank = {rank_sql('NEW')} WHERE incident_id = NEW.id "
        "AND OLD.reported_at IS NOT NEW.reported_at; "
        f"{put_sql('NEW')} END"
    ),
    "search_end": (
        f"CREATE TRIGGER search_end AFTER DELETE ON incident BEGIN {drop_sql('OLD')} "
        "DELETE FROM search_sheet WHERE incident_id = OLD.id; END"
    ),
}


def version() -> str:
    """Return what changes when the same rows would get other pieces."""
    return f"2/{readings_version()}"


def stands(connection: Connection) -> bool:
    """Tell whether the store has this program's index, whole."""
    kept = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE name LIKE 'search%'"
    )
    found = {name: sql for name, sql in kept if name in PARTS}
    if found != PARTS:
        return False
    return connection.exec_driver_sql("SELECT version FROM search_version").scalar() == version()


def rebuild(connection: Connection) -> int:
    """Make the index anew from the rows, in the transaction of the connection; return how many sheets it has."""
    names = connection.exec_driver_sql(
        "SELECT type, name FROM sqlite_master WHERE name LIKE 'search%'"
    )
    there = {name: kind for kind, name in names if name in PARTS}
    # The last made goes first: what follows from others goes before them.
    for name in reversed(list(PARTS)):
        if name in there:
            connection.exec_driver_sql(f"DROP {there[name].upper()} {name}")
    for sql in PARTS.values():
        connection.exec_driver_sql(sql)
    connection.exec_driver_sql("INSERT INTO search_version VALUES (?)", (version(),))
    count = fill(connection)
    if count > ROWS_A_FILL:
        connection.exec_driver_sql("INSERT INTO search_piece (search_piece) VALUES ('optimize')")
        log.info("search index made anew: %d sheets", count)
    return count


def fill(connection: Connection) -> int:
    """Enter every sheet, the oldest first."""
    columns = ", ".join(("id", "CAST(reported_at AS INTEGER)", *COLUMNS))
    rows = connection.exec_driver_sql(f"SELECT {columns} FROM incident ORDER BY reported_at, id")
    count, last = 0, -1
    for some in chunks(rows, ROWS_A_FILL):
        ranks = []
        for row in some:
            second = max(0, min(row[1] // 1000, LAST_SECOND))
            last = max(last + 1, second << LOWER)
            ranks.append(last)
        connection.exec_driver_sql(
            "INSERT INTO search_sheet (rank, incident_id) VALUES (?, ?)",
            [(rank, row[0]) for rank, row in zip(ranks, some, strict=True)],
        )
        connection.exec_driver_sql(
            "INSERT INTO search_piece (rowid, pieces) VALUES (?, ?)",
            [(rank, pieces(*row[2:])) for rank, row in zip(ranks, some, strict=True)],
        )
        count += len(some)
    return count


def chunks(rows: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    """Yield rows in pieces."""
    rest = iter(rows)
    while some := list(islice(rest, size)):
        yield some


def index_fits(session: Session) -> bool:
    """Tell whether the index has every piece of every sheet, and none besides.

    Compared are, for each of 65,536 buckets of pieces, how often they occur and the sum of the ranks where they do.
    """
    connection = session.connection()
    if not stands(connection):
        return False
    counts, sums = [0] * BUCKETS, [0] * BUCKETS
    columns = ", ".join(f"incident.{name}" for name in COLUMNS)
    rows = connection.exec_driver_sql(
        f"SELECT rank, {columns} FROM incident LEFT JOIN search_sheet ON incident_id = incident.id"
    )
    sheets = 0
    for row in rows:
        if row[0] is None:
            return False
        sheets += 1
        for piece in pieces_of_row(values_of(row[1:])):
            bucket = crc32(piece.encode()) % BUCKETS
            counts[bucket] += 1
            sums[bucket] += row[0] % MODULUS
    ranked = connection.exec_driver_sql("SELECT count(*) FROM search_sheet").scalar()
    kept = connection.exec_driver_sql(
        f"SELECT term, count(*), sum(doc % {MODULUS}) FROM search_vocabulary GROUP BY term"
    )
    for term, count, total in kept:
        bucket = crc32(term.encode()) % BUCKETS
        counts[bucket] -= count
        sums[bucket] -= total
    return ranked == sheets and not any(counts) and not any(sums)
