"""Copies of the store: made while it runs, proved by their journal, brought back without losing what stands there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy.orm import Session

from models.errors import TroubleError
from services.engine import engine_of
from services.journal.verifying import Verdict, verify
from services.schema import bring_up, copy_store, revision_of
from services.trouble import trouble_of

# What SQLite keeps beside a store; they belong to the file they were made with.
COMPANIONS = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Restored:
    """How many records came back, and where the store that stood there was put, None where there was none."""

    records: int
    aside: Path | None


def back_up(store: Path, target: Path) -> int:
    """Copy a store, in use or not, and prove the copy; return how many journal records it holds.

    The copy is there whole or not at all. TroubleErrors: `store.missing`, `backup.exists` (nothing is ever written
    over), `backup.unfit`, and those of the disk.
    """
    if not store.exists():
        raise TroubleError("store.missing", path=str(store))
    if target.exists():
        raise TroubleError("backup.exists", path=str(target))
    part = half_of(target)
    try:
        copy(store, part)
        records = proved(part, target)
        part.replace(target)
    except OSError as error:
        raise trouble_of(error, str(target)) or error from error
    finally:
        clear(part)
    return records


def restore(source: Path, store: Path, *, replace: bool, stamp: str) -> Restored:
    """Put a backup in the place of a store that no program has open; what stood there goes aside, under `stamp`.

    The backup is proved first and stays as it is. TroubleErrors: `store.missing`, `restore.exists` (without
    `replace`), `store.in_use`, `store.newer`, `store.foreign`, `backup.unfit`, and those of the disk.
    """
    if not source.exists():
        raise TroubleError("store.missing", path=str(source))
    if store.exists() and not replace:
        raise TroubleError("restore.exists", path=str(store))
    part = half_of(store)
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
        with locked(store):
            copy(source, part)
            # An older store becomes one of today, a newer one is refused.
            bring_up(part)
            records = proved(part, source)
            aside = put_aside(store, stamp)
            part.replace(store)
    except OSError as error:
        raise trouble_of(error, str(store)) or error from error
    finally:
        clear(part)
    return Restored(records, aside)


def half_of(path: Path) -> Path:
    """Return where a file is made before it gets its name."""
    return path.with_name(f"{path.name}.half")


def copy(source: Path, target: Path) -> None:
    """Copy through SQLite's own backup; a file that is no store is told as such."""
    try:
        if revision_of(source) is None:
            raise TroubleError("store.foreign", path=str(source))
        copy_store(source, target)
    except sqlite3.DatabaseError as error:
        raise trouble_of(error, str(source)) or error from error


def proved(file: Path, named: Path) -> int:
    """Return how many records a copy holds; TroubleError `backup.unfit` where SQLite or the journal find a fault."""
    with closing(sqlite3.connect(file)) as connection:
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        # A copy of a store that writes ahead would make companions of its own when it is only read.
        connection.execute("PRAGMA journal_mode=DELETE")
    if sound != "ok":
        raise TroubleError("backup.unfit", path=str(named), detail=str(sound))
    verdict = verdict_of(file)
    if verdict.misfit is not None:
        raise TroubleError("backup.unfit", path=str(named), detail=verdict.misfit.code)
    return verdict.records


def verdict_of(file: Path) -> Verdict:
    """Return what the journal of a store file says of it."""
    engine = engine_of(file)
    try:
        with Session(engine) as session:
            return verify(session)
    finally:
        engine.dispose()


def put_aside(store: Path, stamp: str) -> Path | None:
    """Give a store another name, with all that it holds in its own file; return the name."""
    if not store.exists():
        return None
    aside = store.with_name(f"{store.name}.before-restore-{stamp}")
    copy_store(store, aside)
    clear(store)
    return aside


def clear(file: Path) -> None:
    """Take a store file and its companions away."""
    for each in (file, *(file.with_name(f"{file.name}{end}") for end in COMPANIONS)):
        each.unlink(missing_ok=True)


@contextmanager
def locked(store: Path) -> Iterator[None]:
    """Hold the lock of a store; TroubleError `store.in_use` where a program has it open."""
    try:
        with FileLock(f"{store}.lock", timeout=0):
            yield
    except Timeout as error:
        raise TroubleError("store.in_use", path=str(store)) from error
