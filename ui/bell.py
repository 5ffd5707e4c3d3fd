"""The one bell of a desk: who may sound, how loud, mute for a while, and how much was heard."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from ui.meter import Meter
from ui.setting import MUTE_MINUTES, SOUND, SPEAK, VOLUME, Settings

# The gravest first: two tones at once are neither; the lesser one comes again by itself.
RANK = ("need", "grave", "call", "machine", "transfer", "message", "overdue")
APART_MS = 1000
# An officer in need is heard whatever is muted.
NEVER_MUTE = frozenset({"need"})
LOUD = 1.0


class Voice(Protocol):
    """What makes the sounds: a loudspeaker."""

    def is_audible(self) -> bool:
        """Tell whether it can be heard at all."""

    def play(self, name: str, volume: float) -> bool:
        """Sound a tone; tell whether it could be heard."""

    def speak(self, words: str) -> bool:
        """Say something; tell whether it could be heard."""


class Bell(QObject):
    """Strikes tones for those that ring.

    Signals:
        changed(): muted, not muted any more, or something was heard.
        silenced(): a person wants quiet from all that sounds now.
    """

    changed = Signal()
    silenced = Signal()

    def __init__(
        self,
        settings: Settings,
        voice: Voice,
        now: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._voice, self._now = settings, voice, now
        self.meter = Meter()
        self._last: tuple[str, int] | None = None
        self._until = 0
        self._unmute = QTimer(self, singleShot=True)
        self._unmute.timeout.connect(self.unmute)

    @property
    def is_audible(self) -> bool:
        """Whether there is a loudspeaker."""
        return self._voice.is_audible()

    @property
    def is_on(self) -> bool:
        """Whether the settings want sounds."""
        return self._settings.get(SOUND)

    def muted_ms(self) -> int:
        """Return how long the bell stays mute (ms of the wall), 0 when it is not."""
        return max(0, self._until - wall())

    def strike(self, kind: str, fresh: Collection[str] = (), *, loud: bool = False) -> bool:
        """Sound a tone for those that are new (`fresh`) or ring again; tell whether it was heard."""
        if not self.is_on or (self.muted_ms() and kind not in NEVER_MUTE):
            return False
        if self._last is not None:
            other, at = self._last
            if wall() - at < APART_MS and RANK.index(other) < RANK.index(kind):
                return False
        volume = LOUD if loud or kind in NEVER_MUTE else self._settings.get(VOLUME) / 100
        if not self._voice.play(kind, min(LOUD, max(0.0, volume))):
            return False
        self._last = (kind, wall())
        for _ in fresh:
            self.meter.note(kind, self._now())
        self.changed.emit()
        return True

    def say(self, words: str) -> bool:
        """Speak, where people want it and the system has a voice."""
        if not self._settings.get(SPEAK) or not self.is_on or self.muted_ms():
            return False
        return self._voice.speak(words)

    def mute(self) -> None:
        """Be mute for a while; a second time ends it."""
        if self.muted_ms():
            self.unmute()
            return
        span = self._settings.get(MUTE_MINUTES) * 60_000
        self._until = wall() + span
        self._unmute.start(span)
        self.changed.emit()

    def unmute(self) -> None:
        """Sound again."""
        self._until = 0
        self._unmute.stop()
        self.changed.emit()


def wall() -> int:
    """Return milliseconds that only ever grow: a drill's clock is not the ear's."""
    return round(time.monotonic() * 1000)
