"""Rings while something waits – a call, an officer in need –, again and again, until answered or acknowledged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QTimer

from ui.bell import RANK, Bell, wall
from ui.setting import LOUDER_SECONDS, SOUND, Settings

AGAIN_MS = 2500


class Ringer(QObject):
    """Strikes at once for what is new to it, then repeats while something waits unacknowledged, louder after a time."""

    def __init__(self, bell: Bell, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._bell, self._settings = bell, settings
        self._waiting: dict[str, str] = {}
        self._since: dict[str, int] = {}
        self._silenced: set[str] = set()
        self._unheard: set[str] = set()
        self.timer = QTimer(self)
        self.timer.setInterval(AGAIN_MS)
        self.timer.timeout.connect(self._ring)
        settings.changed.connect(self._take_setting)
        bell.silenced.connect(self.silence)

    @property
    def is_ringing(self) -> bool:
        """Whether something waits that nobody has acknowledged."""
        return bool(self._waiting.keys() - self._silenced)

    def show(self, waiting: Mapping[str, str]) -> None:
        """Take what waits now: id → the name of its tone."""
        fresh = waiting.keys() - self._waiting.keys()
        self._waiting = dict(waiting)
        self._since = {id: self._since.get(id, wall()) for id in waiting}
        self._silenced &= self._waiting.keys()
        self._unheard = (self._unheard | fresh) & self._waiting.keys()
        if fresh:
            self._ring()
            self.timer.start()
        if not self.is_ringing:
            self.timer.stop()

    def silence(self, ids: Iterable[str] | None = None) -> None:
        """Acknowledge some of what waits now, or all; what comes next rings again."""
        known = self._waiting.keys()
        self._silenced |= known if ids is None else known & set(ids)
        if not self.is_ringing:
            self.timer.stop()

    def _ring(self) -> None:
        ids = self._waiting.keys() - self._silenced
        if not ids:
            return
        first = min(ids, key=lambda id: (RANK.index(self._waiting[id]), self._since[id]))
        oldest = min(self._since[id] for id in ids)
        loud = wall() - oldest >= self._settings.get(LOUDER_SECONDS) * 1000
        fresh = self._unheard & ids
        if self._bell.strike(self._waiting[first], fresh, loud=loud):
            self._unheard -= fresh

    def _take_setting(self, key: str) -> None:
        if key == SOUND.key and self.is_ringing:
            self._ring()
