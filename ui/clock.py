"""The desk's clock: the time every pane counts by; it never goes back, and in a drill may run faster than the wall."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from services.database import wall_ms
from ui.setting import CLOCK_STEP_SECONDS

TICK_MS = 500


def steady_ms() -> float:
    """Return ms of a clock that nobody can set; where the system has one, it also counts while the machine sleeps."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return (time.monotonic() if boot is None else time.clock_gettime(boot)) * 1000


class DeskClock(QObject):
    """Unix ms at the desk.

    A machine's clock that is put back while the desk runs does not take the desk with it: what was done stays
    before what is done next. Put forward, it is followed.

    Signals:
        ticked(int): now, twice a second, for running timers on the screen.
        stepped(int): the machine's clock was set, so many ms forward (+) or back (-).
    """

    ticked = Signal("qlonglong")  # type: ignore[arg-type]
    stepped = Signal("qlonglong")  # type: ignore[arg-type]

    def __init__(
        self,
        *,
        start_ms: int | None = None,
        rate: float = 1.0,
        wall: Callable[[], int] = wall_ms,
        steady: Callable[[], float] = steady_ms,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.tolerance_ms = CLOCK_STEP_SECONDS.default * 1000
        self._rate = rate
        self._wall, self._steady = wall, steady
        self._offset = self._wall() - self._steady()
        self._start = self._wall() if start_ms is None else start_ms
        self._since = self._steady() if start_ms is not None or rate != 1.0 else None
        self._ahead = 0
        self._latest = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self._timer.start(TICK_MS)

    @property
    def rate(self) -> float:
        """How many times faster than the wall it runs."""
        return self._rate

    @property
    def ahead_ms(self) -> int:
        """How far the desk is ahead of the machine's clock because that was put back."""
        return self._ahead

    def now(self) -> int:
        """Return the desk's time in Unix ms."""
        if self._since is None:
            self._latest = max(self._latest, self._wall() + self._ahead)
            return self._latest
        return self._start + round((self._steady() - self._since) * self._rate)

    def tick(self) -> None:
        """Look whether the machine's clock was set, then tell the time."""
        offset = self._wall() - self._steady()
        step = round(offset - self._offset)
        if abs(step) > self.tolerance_ms:
            self._offset = offset
            if self._since is None:
                self._ahead = max(0, self._ahead - step)
            self.stepped.emit(step)
        self.ticked.emit(self.now())
