"""Positions: the newest fix of every unit, handed to all views once a frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from models.fix import Fix
from ui.timer import single_shot

FRAME_MS = 100
DISK_MS = 5000
AHEAD_MS = 5000


class Positions(QObject):
    """Latest fix by unit, in memory; the same batch goes to table and map, so they cannot disagree.

    Signals:
        moved(list[Fix]): the newest fixes since the last frame.
        due(list[Fix]): the fixes to put on disk.
    """

    moved = Signal(object)
    due = Signal(object)

    def __init__(
        self, parent: QObject | None = None, *, now: Callable[[], int] | None = None
    ) -> None:
        """`now` is the desk's clock (Unix ms): a fix from the future counts as one of now."""
        super().__init__(parent)
        self._now = now
        self._latest: dict[str, Fix] = {}
        self._fresh: dict[str, Fix] = {}
        self._unsaved: list[Fix] = []
        self._frame = single_shot(self, FRAME_MS, self._emit_moved)
        self._disk = single_shot(self, DISK_MS, self._emit_due)

    @property
    def latest(self) -> Mapping[str, Fix]:
        """The newest fix of each unit."""
        return MappingProxyType(self._latest)

    def restore(self, fixes: Iterable[Fix]) -> None:
        """Take positions read from disk at start: they show with their true age."""
        known = {fix.unit_id: fix for fix in fixes}
        self._latest = {**known, **self._latest}
        self._fresh = {**known, **self._fresh}
        self._emit_moved()

    def report(self, fixes: Iterable[Fix]) -> None:
        """Take fixes from a feed; an older one than is known changes nothing on the screen."""
        latest = self._now() + AHEAD_MS if self._now is not None else None
        for fix in fixes:
            if latest is not None and fix.at > latest:
                # A terminal whose clock is ahead must not freeze its unit until then.
                fix = replace(fix, at=latest - AHEAD_MS)
            self._unsaved.append(fix)
            known = self._latest.get(fix.unit_id)
            if known is None or fix.at >= known.at:
                self._latest[fix.unit_id] = self._fresh[fix.unit_id] = fix
        if self._fresh and not self._frame.isActive():
            self._frame.start()
        if self._unsaved and not self._disk.isActive():
            self._disk.start()

    def flush(self) -> None:
        """Hand out at once what waits; before the program ends."""
        self._emit_moved()
        self._emit_due()

    def _emit_moved(self) -> None:
        if self._fresh:
            fresh, self._fresh = self._fresh, {}
            self.moved.emit(list(fresh.values()))

    def _emit_due(self) -> None:
        if self._unsaved:
            unsaved, self._unsaved = self._unsaved, []
            self.due.emit(unsaved)
