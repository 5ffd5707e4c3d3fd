"""Positions: the newest fix of every unit, handed to all views once a frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from math import cos, hypot, radians
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from models.fix import Fix
from ui.setting import FIX_METRES, FIX_SECONDS, Settings
from ui.timer import single_shot

FRAME_MS = 100
DISK_MS = 5000
AHEAD_MS = 5000
METRES_A_DEGREE = 111_320.0


@dataclass(frozen=True, slots=True)
class Thinning:
    """Which fixes go to disk: one of each unit every so often (ms), and one whenever it has moved so far (m)."""

    every_ms: int = FIX_SECONDS.default * 1000
    metres: float = FIX_METRES.default

    @classmethod
    def of(cls, settings: Settings) -> Thinning:
        """Return what the settings say."""
        return cls(settings.get(FIX_SECONDS) * 1000, settings.get(FIX_METRES))

    def keeps(self, fix: Fix, kept: Fix) -> bool:
        """Tell whether a fix is worth its room beside the last one kept."""
        if fix.at - kept.at >= self.every_ms:
            return True
        north, east = fix.lat - kept.lat, fix.lon - kept.lon
        if not north and not east:
            return False
        return hypot(north, east * cos(radians(fix.lat))) * METRES_A_DEGREE >= self.metres


class Positions(QObject):
    """Latest fix by unit, in memory; the same batch goes to table and map, so they cannot disagree.

    Signals:
        moved(list[Fix]): the newest fixes since the last frame.
        due(list[Fix]): the fixes to put on disk, not all that came.
    """

    moved = Signal(object)
    due = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        now: Callable[[], int] | None = None,
        thinning: Thinning | None = None,
    ) -> None:
        """`now` is the desk's clock (Unix ms): a fix from the future counts as one of now."""
        super().__init__(parent)
        self._now = now
        self._thinning = thinning or Thinning()
        self._latest: dict[str, Fix] = {}
        self._fresh: dict[str, Fix] = {}
        self._kept: dict[str, Fix] = {}
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
        self._kept = {**known, **self._kept}
        self._emit_moved()

    def report(self, fixes: Iterable[Fix]) -> None:
        """Take fixes from a feed; an older one than is known changes nothing on the screen."""
        latest = self._now() + AHEAD_MS if self._now is not None else None
        for fix in fixes:
            if latest is not None and fix.at > latest:
                # A terminal whose clock is ahead must not freeze its unit until then.
                fix = replace(fix, at=latest - AHEAD_MS)
            known = self._latest.get(fix.unit_id)
            if known is None or fix.at >= known.at:
                self._latest[fix.unit_id] = self._fresh[fix.unit_id] = fix
                self._keep(fix)
            else:
                # What a terminal sends later, when it is heard again, is where its unit has been.
                self._unsaved.append(fix)
        if self._fresh and not self._frame.isActive():
            self._frame.start()
        if self._unsaved and not self._disk.isActive():
            self._disk.start()

    def flush(self) -> None:
        """Hand out at once what waits, the newest of every unit with it; before the program ends."""
        self._unsaved += [fix for id, fix in self._latest.items() if self._kept.get(id) is not fix]
        self._kept = dict(self._latest)
        self._emit_moved()
        self._emit_due()

    def _keep(self, fix: Fix) -> None:
        kept = self._kept.get(fix.unit_id)
        if kept is None or self._thinning.keeps(fix, kept):
            self._kept[fix.unit_id] = fix
            self._unsaved.append(fix)

    def _emit_moved(self) -> None:
        if self._fresh:
            fresh, self._fresh = self._fresh, {}
            self.moved.emit(list(fresh.values()))

    def _emit_due(self) -> None:
        if self._unsaved:
            unsaved, self._unsaved = self._unsaved, []
            self.due.emit(unsaved)
