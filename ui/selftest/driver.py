"""Takes checks through their steps without ever blocking: a step is a condition that must come true."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from ui.selftest.check import Check, CheckError

Condition = Callable[[], object]
# Yields what to wait for, returns what was found.
Steps = Generator[Condition, None, str]
BEAT_MS = 10
PATIENCE_S = 12.0


@dataclass(frozen=True, slots=True)
class Trial:
    """One check to do."""

    name: str
    what: str
    steps: Callable[[], Steps]


class Driver(QObject):
    """Runs trials one after the other; what builds on a failed one would say nothing, so the first failure ends it.

    Signals:
        done(list): the checks made, each with what was found.
    """

    done = Signal(object)

    def __init__(self, trials: Sequence[Trial], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = list(trials)
        self._checks: list[Check] = []
        self._trial: Trial | None = None
        self._steps: Steps | None = None
        self._condition: Condition = bool
        self._began = self._since = 0.0
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self._look)

    def start(self) -> None:
        """Begin with the first trial."""
        self._next()
        self._beat.start()

    def fail(self, found: str) -> None:
        """End the trial under way as failed: something went wrong elsewhere in the program."""
        self._end(held=False, found=found)

    def _look(self) -> None:
        if self._steps is None:
            return
        try:
            if self._condition():
                self._condition = next(self._steps)
                self._since = time.monotonic()
            elif time.monotonic() - self._since > PATIENCE_S:
                self._end(held=False, found=f"waited {PATIENCE_S:.0f} s in vain")
        except StopIteration as stop:
            self._end(held=True, found=str(stop.value))
        except CheckError as error:
            self._end(held=False, found=str(error))
        except Exception as error:
            self._end(held=False, found=f"{type(error).__name__}: {error}")

    def _next(self) -> None:
        self._trial = self._waiting.pop(0)
        self._began = self._since = time.monotonic()
        self._steps, self._condition = self._trial.steps(), lambda: True

    def _end(self, *, held: bool, found: str) -> None:
        if self._trial is None:
            return
        ms = round((time.monotonic() - self._began) * 1000)
        self._checks.append(Check(self._trial.name, self._trial.what, held, found, ms))
        self._trial, self._steps = None, None
        if held and self._waiting:
            self._next()
        else:
            self._beat.stop()
            self.done.emit(self._checks)
