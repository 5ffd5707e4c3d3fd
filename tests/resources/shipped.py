"""Where the shipped data lies and how its tables are read."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
DICTIONARY = RESOURCES / "dictionary"
REGION = RESOURCES / "region" / "zhangzhou"
FONTS = RESOURCES / "fonts"

Row = dict[str, str]
TERM_COLUMNS = ["code", "name", "name_en", "parent", "valid_from", "valid_to"]
TERMS = sorted(path.stem for path in DICTIONARY.glob("*.csv") if not path.stem.startswith("agency"))


def table(path: Path) -> list[Row]:
    """The rows of a table; ValueError for a row that is longer or shorter than the header."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        head = next(reader)
        return [dict(zip(head, cells, strict=True)) for cells in reader]


def terms(kind: str) -> list[Row]:
    """The rows of one dictionary."""
    return table(DICTIONARY / f"{kind}.csv")


def first_day(row: Row) -> dt.date:
    """The first day on which a term is valid."""
    return dt.date.fromisoformat(row["valid_from"])


def end(row: Row) -> dt.date:
    """The day from which a term is no longer valid; the last of all days when it is open."""
    return dt.date.fromisoformat(row["valid_to"]) if row["valid_to"] else dt.date.max


def valid(rows: list[Row], day: dt.date) -> list[Row]:
    """The terms that are valid on a day."""
    return [row for row in rows if first_day(row) <= day < end(row)]
