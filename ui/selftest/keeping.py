"""What a self-test does with files: lists out and in, a copy of the store and the way back; runs off the main thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from services.backup import back_up, restore
from services.database import Database
from services.dictionary import LISTINGS, check_listing, listing_table, read_listing, write_csv
from services.dossier import sheet_of_number
from ui.selftest.check import CheckError

LISTS = ("agencies", "contacts")
Lists = dict[str, Sequence[Any]]


def lists_out(session: Any, folder: Path) -> Lists:
    """Write the directory into files and read them again: every line must be taken; return the rows by list."""
    found: Lists = {}
    for name in LISTS:
        table = listing_table(session, name)
        file = folder / f"{name}.csv"
        write_csv(file, table)
        reading = read_listing(file, LISTINGS[name])
        if refused := check_listing(session, reading):
            raise CheckError(f"{name}: {refused[0]}")
        if len(reading.rows) != len(table) - 1:
            raise CheckError(f"{name}: {len(table) - 1} lines out, {len(reading.rows)} in")
        found[name] = reading.rows
    return found


def copy_and_bring_back(_session: Any, store: Path, folder: Path, number: str) -> str:
    """Copy a store in use, bring it back beside it, open it, and find the sheet of a number in it."""
    copy, again = folder / "copy.sqlite", folder / "again.sqlite"
    records = back_up(store, copy)
    restored = restore(copy, again, replace=False, stamp="never")
    if restored.records != records:
        raise CheckError(f"{records} records out, {restored.records} back")
    database = Database(again)
    try:
        id = database.read(sheet_of_number, number)
    finally:
        database.close()
    return f"{records} records, {number} is {id}"
