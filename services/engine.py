"""How the store file is opened: one engine that writes through to the disk, one that cannot write."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Engine, create_engine, event

from models.errors import TroubleError
from services.indexing import equip

BUSY_MS = 5000


def check_place(path: Path) -> None:
    """Raise TroubleError where no store can be: SQLite itself would open it and fail at the first write."""
    try:
        folder = path.is_dir()
    except OSError as error:
        raise TroubleError("store.cannot_open", path=str(path), detail=str(error)) from error
    if folder or (path.exists() and not path.is_file()):
        raise TroubleError("store.cannot_open", path=str(path), detail="no file")
    for place in (path, path.parent):
        if place.exists() and not os.access(place, os.W_OK):
            raise TroubleError("store.read_only", path=str(path), detail=str(place))


def write_engine(path: Path, *, synchronous: str = "FULL") -> Engine:
    """Return an engine whose transactions take the write lock at once and, if `FULL`, are on disk when they commit.

    It never makes the file: a store that is gone must not be taken for an empty one.
    """
    engine = engine_of(path)

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        # The driver's own BEGIN comes too late for savepoints and for the lock; we say BEGIN ourselves.
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(f"PRAGMA synchronous={synchronous}")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        equip(connection)

    @event.listens_for(engine, "begin")
    def on_begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def read_engine(path: Path, check: Callable[[], None]) -> Engine:
    """Return an engine that cannot write; `check` raises where the file is no longer the one that was opened."""
    engine = engine_of(path)

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        # What was put in the store's place meanwhile must not be shown as the store.
        check()
        connection.isolation_level = None
        connection.execute("PRAGMA query_only=ON")
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def engine_of(path: Path) -> Engine:
    """Return an engine on a file that exists, whatever characters its path has."""

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            address_of(path), uri=True, timeout=BUSY_MS / 1000, check_same_thread=False
        )

    url = URL.create("sqlite", database=str(path))
    return create_engine(url, creator=connect, hide_parameters=True)


def address_of(path: Path) -> str:
    """Return the URI under which SQLite opens a file for reading and writing, but never makes it."""
    place = path.absolute().as_posix()
    slash = "" if place.startswith("/") else "/"
    return f"file://{slash}{quote(os.fsencode(place))}?mode=rw"
