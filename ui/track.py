"""Tracks: positions on their way to disk, in small chunks and behind every command."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from models.fix import Fix
from services.database import Database
from ui.lane import Lane, call_each
from ui.setting import FIX_DAYS, Settings
from ui.store import Store

# What a command waits for at most when it comes just behind one: some two milliseconds.
CHUNK = 100
DAY_MS = 24 * 3600 * 1000


class Tracks(QObject):
    """Writes a chunk whenever no command waits, and the next when that is done; those past their time go.

    Signals:
        failed(Exception): a chunk was lost; the rest goes with the next positions that come.
    """

    failed = Signal(object)

    def __init__(
        self, database: Database, store: Store, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._database, self._store, self._settings = database, store, settings
        self._waiting: deque[Fix] = deque()
        self._lane: Lane[Callable[[], object]] = Lane("fixes", call_each, parent=self)
        store.rested.connect(self._write_some)

    @property
    def waiting(self) -> int:
        """How many positions are not on disk yet."""
        return len(self._waiting) + self._lane.waiting

    def keep(self, fixes: Sequence[Fix]) -> None:
        """Take positions that are to be kept."""
        self._waiting.extend(fixes)
        self._write_some()

    def close(self) -> None:
        """Write what is left, then end the lane."""
        self._submit(list(self._waiting))
        self._waiting.clear()
        self._lane.close()

    def _write_some(self) -> None:
        if self._waiting and not self._lane.waiting and not self._store.writing:
            size = min(CHUNK, len(self._waiting))
            self._submit([self._waiting.popleft() for _ in range(size)])

    def _submit(self, chunk: Sequence[Fix]) -> None:
        days = self._settings.get(FIX_DAYS)
        drop_before = self._store.clock.now() - days * DAY_MS

        def work() -> None:
            self._database.save_fixes(chunk, drop_before=drop_before)

        self._lane.submit(work, lambda _none: self._write_some(), self.failed.emit)
