"""The condition of the store's place: is the file still the one that was opened, can it be written, is there room."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Condition:
    """What was found: the file is `gone` (away, moved or another one), it can be written, `free` bytes beside it."""

    gone: bool
    writable: bool
    free: int


class Anchor:
    """Remembers which file was opened: SQLite would go on writing into one that nobody can find any more."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._log_path = path.with_name(f"{path.name}-wal")
        self._file = identity(path)
        self._log = identity(self._log_path)

    @property
    def holds(self) -> bool:
        """Whether the store and its write-ahead log still stand where they were opened."""
        log = identity(self._log_path)
        if self._log is None:
            # SQLite makes it at the first need and keeps it while the store is open.
            self._log = log
        return self._file is not None and identity(self._path) == self._file and log == self._log


def identity(path: Path) -> Identity | None:
    """Return what tells a file from every other one on this machine, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def condition_of(path: Path, anchor: Anchor) -> Condition:
    """Look at the store's place; may wait for a slow disk."""
    try:
        free = shutil.disk_usage(path.parent).free
        log = path.with_name(f"{path.name}-wal")
        writable = all(os.access(file, os.W_OK) for file in (path, log) if file.exists())
    except OSError:
        free, writable = 0, False
    return Condition(gone=not anchor.holds, writable=writable, free=free)
