"""Opens the names of a region: the index of one that was built, or of the default one made from what ships."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from services.gazetteer.finding import Gazetteer
from services.gazetteer.table import write_index


def open_names(file: Path) -> Gazetteer:
    """Return the names of a region that was built."""
    uri = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
    return Gazetteer(sqlite3.connect(uri, uri=True, check_same_thread=False))


def default_names() -> Gazetteer:
    """Return the names that ship, indexed in memory; takes half a second."""
    # What is read brings geometry with it, which takes its time to load: at the first use, never at the start.
    from services.gazetteer.listed import listed_areas, listed_entries  # noqa: PLC0415

    connection = sqlite3.connect(":memory:", check_same_thread=False)
    write_index(connection, listed_entries(), listed_areas(), lambda _share: None)
    return Gazetteer(connection)
