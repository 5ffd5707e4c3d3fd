"""Cyclic garbage is collected on the main thread alone: a QObject that dies on another thread takes the process along."""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 200
# A look through everything holds the main thread for 50 ms and more in a busy hour; what it finds can wait.
OLDEST, FULL_S = 2, 600.0


class Garbage(QObject):
    """Takes over from the automatic collection, which runs on whatever thread happens to allocate."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._full_at = time.monotonic()
        gc.disable()
        self.settle()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)

    def settle(self) -> None:
        """Leave what there is now out of every later look: the program itself, which stays until its end."""
        gc.freeze()

    def look(self) -> None:
        """Collect the oldest generation that is due by the interpreter's own thresholds, all of them only now and then."""
        due = [
            generation
            for generation, (count, most) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if most and count > most
        ]
        if not due:
            return
        now = time.monotonic()
        if max(due) == OLDEST and now - self._full_at >= FULL_S:
            self._full_at = now
            gc.collect(OLDEST)
        else:
            gc.collect(min(max(due), OLDEST - 1))

    def close(self) -> None:
        """Give the collection back to the interpreter."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
