"""The whole desk in a bad hour: 250 calls a minute, each sheet taken, dispatched and worked, beside 1,000 positions a second.

Method: the real window with its map page, offscreen, in a process of its own, on a new store with 1,000 units. A call
rings every 240 ms; its sheet is answered, completed, gets a unit, which signs, departs, arrives and is done, a step each one
or two seconds. A thread reports 100 units every 100 ms, as a feed does. Twice a second a key goes to the search box of the
queue or to its table as an event of the operating system would, and counts until its widget has been painted. A
timer of 2 ms on the main thread counts how late it is: its worst is the longest stall.

python -m benchmarks.load SECONDS     prints {"late": [ms], "keys": [ms], "commands": [ms]} as JSON
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count, cycle
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.desk import ROOT, screenless
from benchmarks.figure import Figure, at_least, at_most, percentile
from benchmarks.heartbeat import Heartbeat
from benchmarks.position import Walk
from models.identity import new_id
from models.place import Place
from models.state import Duty
from services.database import Database, Job, wall_ms
from services.dictionary import install_defaults
from services.dispatching import arrive, assign_units, depart, finish, sign
from services.fleet import add_unit
from services.taking import answer, complete_sheet, ring
from ui.application import Options, Workstation
from ui.desk import Desk
from ui.map.scheme import register_scheme
from ui.screen import prepare_graphics
from ui.setting import SOUND, Settings
from ui.theme import load_fonts

SECONDS, SETTLED_MS = 300.0, 5000
UNITS, AT_ONCE = 1000, 100
CALL_MS, STEP_MS, KEY_MS = 240, 1500, 500
CORE = (117.646, 24.513)
FIELDS = {"address": "芗城区胜利西路118号", "class_taken": "200100", "level": 3}


def measure() -> list[Figure]:
    """Return the figures of the load."""
    command = [sys.executable, "-m", "benchmarks.load", str(SECONDS)]
    said = subprocess.run(command, check=True, cwd=ROOT, env=screenless(), capture_output=True)
    told = json.loads(said.stdout.splitlines()[-1])
    late, keys, commands = told["late"], told["keys"], told["commands"]
    return [
        at_least("load: commands done", len(commands) / SECONDS, "/s", 25),
        at_most("load: key press to shown, p99", percentile(keys, 0.99), "ms", 100),
        at_most("load: key press to shown, worst", max(keys), "ms", 500),
        at_most("load: main thread late, p99", percentile(late, 0.99), "ms", 16),
        at_most("load: longest stall of the main thread", max(late), "ms", 50),
        at_most("load: a command, from call to board, p99", percentile(commands, 0.99), "ms", 50),
    ]


class Calls(QObject):
    """Calls that ring one after the other, each followed to the end of its unit's work."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.took: list[float] = []
        self._store = desk.store
        self._units = cycle([f"u{number:04d}" for number in range(UNITS)])
        self._numbers, self._random = count(), Random(110)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._ring)

    def start(self) -> None:
        """Let them ring."""
        self._timer.start(CALL_MS)

    def _ring(self) -> None:
        number, call, sheet = next(self._numbers), new_id(), new_id()
        place = Place(CORE[0] + number % 97 * 1e-3, CORE[1] + number % 89 * 1e-3, "cell", wall_ms())
        caller = f"139{number:08d}"
        steps: list[tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]] = [
            (ring, (), {"id": call, "caller_number": caller, "place": place}),
            (answer, (call,), {"id": sheet}),
            (complete_sheet, (sheet, FIELDS), {}),
            (assign_units, (sheet, [next(self._units)]), {}),
        ]
        self._do(steps)

    def _do(self, steps: list[tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]]) -> None:
        (command, args, kwargs), *rest = steps
        began = time.perf_counter()

        def done(result: Any) -> None:
            self.took.append(1000 * (time.perf_counter() - began))
            if command is assign_units:
                rest.extend((step, (result[0],), {}) for step in (sign, depart, arrive, finish))
            if rest:
                # Crews are no clockwork: what they do does not come together.
                ms = round(self._random.uniform(0.5, 1.5) * STEP_MS)
                self._later(ms, lambda: self._do(rest))

        self._store.do(command, *args, then=done, **kwargs)

    def _later(self, ms: int, work: Callable[[], None]) -> None:
        timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer, interval=ms)
        timer.timeout.connect(work)
        timer.timeout.connect(timer.deleteLater)
        timer.start()


class Typist(QObject):
    """Presses a key now and then and counts until its widget has been painted (ms)."""

    def __init__(self, box: QWidget, table: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self.took: list[float] = []
        down, up, letter, back = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_S, Qt.Key.Key_Backspace
        self._presses = cycle(
            [(box, letter, "s"), (table, down, ""), (box, back, ""), (table, up, "")]
        )
        self._began = 0.0
        self._handled = False
        self._watched: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._press)

    def start(self) -> None:
        """Begin to type."""
        self._timer.start(KEY_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the key arrive and the paint that follows it."""
        if event.type() == QEvent.Type.KeyPress:
            self._handled = True
        elif event.type() == QEvent.Type.Paint and self._handled:
            self._handled = False
            # Called when the painting of this turn is over.
            QTimer.singleShot(0, self, self._shown)
        return super().eventFilter(watched, event)

    def _press(self) -> None:
        widget, key, text = next(self._presses)
        viewport = getattr(widget, "viewport", None)
        painted = viewport() if viewport is not None else widget
        if self._watched is None:
            for each in (widget, painted):
                each.installEventFilter(self)
        self._watched, self._began = painted, time.perf_counter()
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.postEvent(widget, event)
        # A key that changes nothing is not painted; it may not be taken for one that is slow.
        painted.update()

    def _shown(self) -> None:
        self.took.append(1000 * (time.perf_counter() - self._began))


def run(folder: Path, seconds: float) -> dict[str, list[float]]:
    """Return how late the main thread was, and what keys and commands took (ms)."""
    fill(folder / "desk.sqlite")
    prepare_graphics()
    register_scheme()
    application = QApplication(["load"])
    load_fonts(application)
    settings = Settings(QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat))
    settings.set(SOUND, False)
    station = Workstation(application, Options(store=folder / "desk.sqlite"), settings)
    heart, calls = Heartbeat(station), Calls(station.desk, station)
    queue = station.window.queue
    typist = Typist(queue.bar.search, queue.view, station)
    walk = Walk([f"u{number:04d}" for number in range(UNITS)], at_once=AT_ONCE)
    walk.came.connect(station.desk.positions.report, Qt.ConnectionType.QueuedConnection)

    def begin() -> None:
        walk.start()
        calls.start()
        QTimer.singleShot(SETTLED_MS, heart.start)
        QTimer.singleShot(SETTLED_MS, typist.start)
        QTimer.singleShot(SETTLED_MS + round(seconds * 1000), application.quit)

    station.ready.connect(begin)
    station.start()
    application.exec()
    heart.stop()
    walk.stop()
    station.close()
    return {"late": sorted(heart.late), "keys": typist.took, "commands": calls.took}


def fill(file: Path) -> None:
    """Make a store with dictionaries and units."""
    database = Database(file)
    database.write(install_defaults, at=0, by="bench")
    fields = ({"id": f"u{n:04d}", "call_sign": str(1000 + n)} for n in range(UNITS))
    database.write_all([Job(add_unit, (), 0, "bench", {**f, "duty": Duty.PATROL}) for f in fields])
    database.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        print(json.dumps(run(Path(scratch), float(sys.argv[1]))))
