"""Timers that ring once: after a start, or at a pause in typing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS = 400
# Who types without a pause: after a crash no more than a second of it may be missing.
LATEST_MS = 800


def single_shot(parent: QObject, interval_ms: int, ring: object) -> QTimer:
    """Return a timer that rings once after each start."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    timer.timeout.connect(ring)
    return timer


class Pause(QObject):
    """Waits for a pause in typing, and never longer than LATEST_MS after the first key.

    Signals:
        came(): the person paused, or has typed for long enough.
    """

    came = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pause = single_shot(self, PAUSE_MS, self._ring)
        self._latest = single_shot(self, LATEST_MS, self._ring)

    @property
    def waits(self) -> bool:
        """Whether something was typed since it rang."""
        return self._pause.isActive()

    def typed(self) -> None:
        """Take note of a key."""
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def stop(self) -> None:
        """Wait no more."""
        self._pause.stop()
        self._latest.stop()

    def _ring(self) -> None:
        self.stop()
        self.came.emit()
