"""The file of a store with the shipped dictionaries, made once a run: putting them in takes its time."""

from __future__ import annotations

from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from services.database import Database
from services.dictionary import install_defaults


@cache
def furnished_store(at: int, by: str = "350001") -> bytes:
    """Return a store of seat S001 into which somebody put dictionaries and bodies at an instant (ms)."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        with closing(Database(path, clock=lambda: at)) as database:
            database.write(install_defaults, at=at, by=by)
        return path.read_bytes()
