"""A shift in a process of its own: one sheet sent, half a note and half a sheet typed; says `ready` and waits to be killed."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.board import IncidentCard
from models.state import AssignmentState
from tests.stories.shift import Shift
from ui.map.scheme import register_scheme

STEP_MS = 10


class Patience:
    """What a shift needs of pytest-qt in a process without pytest."""

    def waitUntil(self, condition: Callable[[], object], timeout: int) -> None:
        """Turn the event loop until something is so; TimeoutError after `timeout` ms."""
        until = time.monotonic() + timeout / 1000
        while not condition():
            if time.monotonic() > until:
                raise TimeoutError(condition)
            QTest.qWait(STEP_MS)

    @contextmanager
    def waitSignal(self, signal: Any, timeout: int) -> Iterator[None]:
        """Turn the event loop, after the block, until the signal has come."""
        came: list[object] = []
        signal.connect(lambda *_values: came.append(True))
        yield
        self.waitUntil(lambda: bool(came), timeout)


def work(folder: Path) -> None:
    """Work until the half-typed sheet is a saved draft, then wait."""
    register_scheme()
    application = QApplication(["killed"])
    patience: Any = Patience()
    shift = Shift(patience, folder)
    shift.ring("13900000001")
    shift.take_sheet("胜利西路118号")
    shift.send("618")
    shift.key(Qt.Key.Key_F6)
    shift.wait(lambda: shift.unit("618").status == AssignmentState.SIGNED)
    shift.desk.positions.flush()
    shift.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    shift.wait(lambda: shift.window.details.parts.note.hasFocus())
    shift.type("half a no")
    shift.wait(lambda: not shift.desk.unsent.unkept())
    shift.ring("13900000002")
    half = shift.answer()
    shift.type("新华北路")
    shift.wait(lambda: shift.board.get(IncidentCard, half).address == "新华北路")  # type: ignore[union-attr]
    shift.settle()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    application.exec()


if __name__ == "__main__":
    work(Path(sys.argv[1]))
