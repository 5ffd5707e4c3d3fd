"""A long search in slices, so that the screen never waits for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from models.board import IncidentCard

SLICE_S = 0.008


class Sieve(QObject):
    """Tests cards a slice at a time between other events; a new start forgets the one before.

    Signals:
        sifted(list[str]): the ids that passed.
    """

    sifted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._passed: list[str] = []
        self._left: Iterator[IncidentCard] = iter(())
        self._test: Callable[[IncidentCard], bool] = bool
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether cards are still waiting for their test."""
        return self._timer.isActive()

    def start(self, cards: Iterable[IncidentCard], test: Callable[[IncidentCard], bool]) -> None:
        """Test these cards; what fits into one slice is answered at once."""
        self._passed, self._left, self._test = [], iter(cards), test
        self._timer.start(0)
        self._go_on()

    def stop(self) -> None:
        """Forget the search."""
        self._timer.stop()

    def _go_on(self) -> None:
        end = time.perf_counter() + SLICE_S
        for card in self._left:
            if self._test(card):
                self._passed.append(card.id)
            if time.perf_counter() > end:
                return
        self._timer.stop()
        self.sifted.emit(self._passed)
