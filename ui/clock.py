"""The desk's clock: the time every pane counts by; in a drill it may run faster than the wall."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from services.database import wall_ms

TICK_MS = 500


class DeskClock(QObject):
    """Unix ms at the desk.

    Signals:
        ticked(int): now, twice a second, for running timers on the screen.
    """

    ticked = Signal("qlonglong")  # type: ignore[arg-type]

    def __init__(
        self, *, start_ms: int | None = None, rate: float = 1.0, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._rate = rate
        self._start = wall_ms() if start_ms is None else start_ms
        self._since = time.monotonic() if start_ms is not None or rate != 1.0 else None
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self.ticked.emit(self.now()))
        self._timer.start(TICK_MS)

    @property
    def rate(self) -> float:
        """How many times faster than the wall it runs."""
        return self._rate

    def now(self) -> int:
        """Return the desk's time in Unix ms."""
        if self._since is None:
            return wall_ms()
        return self._start + round((time.monotonic() - self._since) * 1000 * self._rate)
