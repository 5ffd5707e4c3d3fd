"""Rings while a call or an officer in need waits, again and again, until answered or acknowledged."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from ui.setting import SOUND, Settings

AGAIN_MS = 2500


class Ringer(QObject):
    """Plays at once for what is new to it, then repeats while something waits unacknowledged."""

    def __init__(self, settings: Settings, play: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._play = play
        self._waiting: set[str] = set()
        self._silenced: set[str] = set()
        self.timer = QTimer(self)
        self.timer.setInterval(AGAIN_MS)
        self.timer.timeout.connect(self._ring)
        settings.changed.connect(self._take_setting)

    @property
    def is_ringing(self) -> bool:
        """Whether something waits that nobody has acknowledged."""
        return bool(self._waiting - self._silenced)

    def show(self, waiting: Iterable[str]) -> None:
        """Take the ids of what waits now."""
        before, self._waiting = self._waiting, set(waiting)
        self._silenced &= self._waiting
        if self._waiting - before:
            self._ring()
            self.timer.start()
        if not self.is_ringing:
            self.timer.stop()

    def silence(self, ids: Iterable[str] | None = None) -> None:
        """Acknowledge some of what waits now, or all; what comes next rings again."""
        self._silenced |= self._waiting if ids is None else self._waiting.intersection(ids)
        if not self.is_ringing:
            self.timer.stop()

    def _ring(self) -> None:
        if self._settings.get(SOUND):
            self._play()

    def _take_setting(self, key: str) -> None:
        if key == SOUND.key and self.is_ringing:
            self._ring()
