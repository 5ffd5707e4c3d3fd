"""A status command while a thousand units report their position ten times a second.

Method: the real store, positions and tracks, without a window, in a process of its own; a thread makes the fixes, as a
feed does. Every 50 ms one unit changes its duty; a figure is the time from the call on the main thread until the board
there has changed, so it holds the wait for the disk, for the lane and for the main thread.

python -m benchmarks.position SECONDS     prints the ms of each command as JSON
"""

from __future__ import annotations

import json
import sys
import tempfile
import threading
import time
from itertools import count
from pathlib import Path
from random import Random

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Qt, QTimer, Signal

from models.fix import Fix
from models.state import Duty
from services.database import Database, Job, wall_ms
from services.fleet import add_unit, set_duty
from ui.clock import DeskClock
from ui.position import Positions
from ui.setting import Settings
from ui.store import Store
from ui.track import Tracks

UNITS, EVERY_S, COMMAND_MS = 1000, 0.1, 50
STEP_DEGREES = 1.3e-5


class Walk(QObject):
    """Units that wander about, reported from a thread of its own.

    Signals:
        came(list[Fix]): one position of each unit.
    """

    came = Signal(object)

    def __init__(self, ids: list[str], *, at_once: int | None = None, seed: int = 110) -> None:
        """Every tenth of a second `at_once` of the units report in turn, all of them without it."""
        super().__init__()
        self._at_once = at_once or len(ids)
        random = Random(seed)
        self._starts = [
            (id, random.gauss(117.65, 0.05), random.gauss(24.52, 0.04), random.uniform(-1, 1))
            for id in ids
        ]
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, name="feed-walk", daemon=True)

    def start(self) -> None:
        """Begin to report."""
        self._thread.start()

    def stop(self) -> None:
        """Report no more."""
        self._end.set()
        self._thread.join()

    def _run(self) -> None:
        due = time.monotonic()
        rounds = len(self._starts) // self._at_once
        for step in count():
            far, at, first = STEP_DEGREES * step, wall_ms(), step % rounds * self._at_once
            self.came.emit(
                [
                    Fix(id, at, lon + far * way, lat + far * (1 - abs(way)), 45.0, 13.0, 5.0)
                    for id, lon, lat, way in self._starts[first : first + self._at_once]
                ]
            )
            due += EVERY_S
            if self._end.wait(max(0.0, due - time.monotonic())):
                return


def measure(folder: Path, seconds: float) -> list[float]:
    """Return the ms of each command."""
    application = QCoreApplication.instance() or QCoreApplication([])
    database = Database(folder / "position.sqlite")
    ids = [f"u{number:04d}" for number in range(UNITS)]
    database.write_all(
        [Job(add_unit, (), 0, "bench", {"id": id, "call_sign": id}) for id in ids],
    )
    store = Store(database, clock := DeskClock(), "bench")
    settings = Settings(QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat))
    tracks = Tracks(database, store, settings)
    positions = Positions(now=clock.now)
    positions.due.connect(tracks.keep)
    walk = Walk(ids)
    walk.came.connect(positions.report, Qt.ConnectionType.QueuedConnection)
    took: list[float] = []
    numbers = count()

    def command() -> None:
        number, began = next(numbers), time.perf_counter()
        duty = Duty.STANDBY if number // UNITS % 2 == 0 else Duty.PATROL
        unit = ids[number % UNITS]
        store.do(set_duty, unit, duty, then=lambda _none: took.append(time.perf_counter() - began))

    timer = QTimer()
    timer.timeout.connect(command)
    store.loaded.connect(lambda _board: timer.start(COMMAND_MS))
    store.load()
    walk.start()
    QTimer.singleShot(round(seconds * 1000), application.quit)
    application.exec()
    timer.stop()
    walk.stop()
    positions.flush()
    tracks.close()
    store.close()
    database.close()
    return [1000 * spent for spent in took]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        print(json.dumps(measure(Path(scratch), float(sys.argv[1]))))
