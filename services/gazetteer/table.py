"""The file of the index: its tables, and how entries are written into it, the weightiest first.

The number of a row is its rank, so that the index gives the weightiest first without sorting. `piece` holds no text: `n`
what is written and full pinyin, `i` initials, `h` heads; the forms stand in `name`. Houses are most of the rows: they are
found by what is written alone. `seat`, `spot` and `door` tell what is near: where people live, houses, and the rest.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from services.gazetteer.entry import SETTLED, Entry, Kind
from services.gazetteer.form import (
    BARRIER,
    heads,
    key,
    letters_of,
    pinyin_of,
    runs_of,
    stem,
)
from services.pinyin import readings_version

VERSION = "1"
SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE name (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, name_en TEXT NOT NULL, code TEXT NOT NULL,
    within TEXT NOT NULL, lon REAL, lat REAL, weight INTEGER NOT NULL, stem TEXT, forms TEXT NOT NULL,
    said TEXT NOT NULL
);
CREATE INDEX name_stem ON name (stem) WHERE stem IS NOT NULL;
CREATE VIRTUAL TABLE piece USING fts5(n, i, h, content='', columnsize=0, tokenize="ascii tokenchars '~'");
CREATE TABLE line (id INTEGER PRIMARY KEY, name_id INTEGER NOT NULL, points BLOB NOT NULL);
CREATE INDEX line_name ON line (name_id);
CREATE VIRTUAL TABLE line_box USING rtree(id, west, east, south, north);
CREATE VIRTUAL TABLE seat USING rtree(id, west, east, south, north);
CREATE VIRTUAL TABLE door USING rtree(id, west, east, south, north);
CREATE VIRTUAL TABLE spot USING rtree(id, west, east, south, north);
CREATE TABLE area (id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_en TEXT NOT NULL, code TEXT NOT NULL,
    level INTEGER NOT NULL, shape BLOB NOT NULL);
CREATE VIRTUAL TABLE area_box USING rtree(id, west, east, south, north);
"""
ROWS_A_WRITE = 5000
# What is not here lies in `spot`; a street has lines instead of a point.
TREES = {**dict.fromkeys(SETTLED, "seat"), Kind.HOUSE: "door", Kind.STREET: ""}

Tell = Callable[[float], None]
Area = tuple[str, str, str, int, bytes, tuple[float, float, float, float]]
Row = tuple[object, ...]


def write_index(
    connection: sqlite3.Connection,
    entries: Sequence[Entry],
    areas: Iterable[Area],
    tell: Tell,
) -> None:
    """Write an index into an empty database; `tell` gets the share that is done."""
    connection.executescript(SCHEMA)
    connection.executemany("INSERT INTO about VALUES (?, ?)", about())
    ordered = sorted(entries, key=lambda entry: -entry.weight)
    for begin in range(0, len(ordered), ROWS_A_WRITE):
        tell(begin / max(1, len(ordered)))
        write_some(connection, begin + 1, ordered[begin : begin + ROWS_A_WRITE])
    for number, (name, name_en, code, level, shape, box) in enumerate(areas, 1):
        row = (number, name, name_en, code, level, shape)
        connection.execute("INSERT INTO area VALUES (?, ?, ?, ?, ?, ?)", row)
        connection.execute("INSERT INTO area_box VALUES (?, ?, ?, ?, ?)", (number, *box))
    connection.execute("INSERT INTO piece (piece) VALUES ('optimize')")
    connection.commit()
    tell(1.0)


def about() -> list[tuple[str, str]]:
    """Return what tells whether this program can read the file as it is."""
    return [("version", VERSION), ("readings", readings_version())]


def write_some(connection: sqlite3.Connection, first: int, entries: Sequence[Entry]) -> None:
    """Write entries, the first with this number."""
    numbered = list(enumerate(entries, first))
    connection.executemany(
        "INSERT INTO name VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [name_row(number, entry) for number, entry in numbered],
    )
    connection.executemany(
        "INSERT INTO piece (rowid, n, i, h) VALUES (?, ?, ?, ?)",
        [piece_row(number, entry) for number, entry in numbered],
    )
    for table in ("seat", "door", "spot"):
        connection.executemany(
            f"INSERT INTO {table} VALUES (?, ?, ?, ?, ?)",
            [
                (number, entry.lon, entry.lon, entry.lat, entry.lat)
                for number, entry in numbered
                if entry.lon is not None and TREES.get(entry.kind, "spot") == table
            ],
        )
    for number, entry in numbered:
        write_lines(connection, number, entry)


def write_lines(connection: sqlite3.Connection, number: int, entry: Entry) -> None:
    """Write the lines of a street, each with its box."""
    for line in entry.lines:
        xs, ys = [point[0] for point in line], [point[1] for point in line]
        blob = array("d", [part for point in line for part in point]).tobytes()
        cursor = connection.execute(
            "INSERT INTO line (name_id, points) VALUES (?, ?)", (number, blob)
        )
        box = (cursor.lastrowid, min(xs), max(xs), min(ys), max(ys))
        connection.execute("INSERT INTO line_box VALUES (?, ?, ?, ?, ?)", box)


def forms_of(entry: Entry) -> tuple[str, ...]:
    """Return the forms of an entry's names, each once."""
    names = (entry.name, entry.name_en, *entry.others)
    return tuple(dict.fromkeys(form for name in names if (form := key(name))))


def name_row(number: int, entry: Entry) -> Row:
    """Return the row of an entry."""
    settled = stem(entry.name) if entry.kind in SETTLED else None
    forms = forms_of(entry)
    return (
        *(number, entry.kind.value, entry.name, entry.name_en, entry.code, entry.within),
        *(entry.lon, entry.lat, entry.weight, settled),
        *(" ".join(forms), " ".join(said_forms(entry.kind, forms))),
    )


def said_forms(kind: Kind, forms: Iterable[str]) -> list[str]:
    """Return how forms are said: initials and full pinyin of those that are Chinese, of houses none."""
    if kind is Kind.HOUSE:
        return []
    return [said for form in forms for said in (letters_of(form), pinyin_of(form)) if said]


def piece_row(number: int, entry: Entry) -> Row:
    """Return the pieces of an entry."""
    forms = forms_of(entry)
    if entry.kind is Kind.HOUSE:
        # Whole, beside its pieces: street and number known, a house is one look away.
        return number, pieces(forms), "", " ".join(form.removesuffix("号") for form in forms)
    letters = tuple(filter(None, map(letters_of, forms)))
    spoken = tuple(filter(None, map(pinyin_of, forms)))
    names = (entry.name, entry.name_en, *entry.others)
    return (
        number,
        pieces((*forms, *spoken)),
        pieces_of_letters(letters),
        " ".join(sorted(heads(names, forms, letters))),
    )


def pieces(forms: Iterable[str]) -> str:
    """Return the grams of forms, a barrier between two of them."""
    return f" {BARRIER} ".join(" ".join(runs_of(form, whole=True)) for form in forms)


def pieces_of_letters(letters: Iterable[str]) -> str:
    """Return the pairs of initials."""
    return f" {BARRIER} ".join(" ".join(pairs(word)) for word in letters)


def pairs(word: str) -> Iterator[str]:
    """Yield the overlapping pairs of a word."""
    for at in range(len(word) - 1):
        yield word[at : at + 2]


def open_new(file: Path) -> sqlite3.Connection:
    """Return a database that is written once: what a fault leaves of it is thrown away."""
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    return connection
