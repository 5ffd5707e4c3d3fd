"""Rings while a call waits, again and again, until it is answered, gives up or is acknowledged."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from ui.setting import SOUND, Settings

AGAIN_MS = 2500


class Ringer(QObject):
    """Plays at once for a call that is new to it, then repeats while one is unacknowledged."""

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
        """Whether a call waits that nobody has acknowledged."""
        return bool(self._waiting - self._silenced)

    def show(self, waiting: Iterable[str]) -> None:
        """Take the ids of the calls that ring now."""
        before, self._waiting = self._waiting, set(waiting)
        self._silenced &= self._waiting
        if self._waiting - before:
            self._ring()
            self.timer.start()
        if not self.is_ringing:
            self.timer.stop()

    def silence(self) -> None:
        """Acknowledge what rings now; the next call rings again."""
        self._silenced |= self._waiting
        self.timer.stop()

    def _ring(self) -> None:
        if self._settings.get(SOUND):
            self._play()

    def _take_setting(self, key: str) -> None:
        if key == SOUND.key and self.is_ringing:
            self._ring()
