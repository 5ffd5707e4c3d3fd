"""How late the main thread is while a drill runs: a timer asks every 2 ms, its lateness is what people would feel.

python -m benchmarks.heartbeat SPEED SECONDS     prints the sorted lateness in ms as JSON
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from ui.application import Options, Workstation
from ui.map.scheme import register_scheme
from ui.screen import prepare_graphics
from ui.setting import Settings
from ui.theme import load_fonts

BEAT_MS = 2
SETTLED_MS = 4000


class Heartbeat(QObject):
    """Beats on the main thread and keeps how late each beat came (ms)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.late: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to beat."""
        self._last = time.perf_counter()
        self._timer.start(BEAT_MS)

    def stop(self) -> None:
        """Stop beating."""
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1000 - BEAT_MS))
        self._last = now


def measure(folder: Path, speed: float, seconds: float) -> list[float]:
    """Return the lateness (ms, sorted) while an automatic drill runs in the real window."""
    prepare_graphics()
    register_scheme()
    application = QApplication(["heartbeat"])
    load_fonts(application)
    settings = Settings(QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat))
    options = Options(store=folder / "desk.sqlite", drill=True, automatic=True, speed=speed)
    station = Workstation(application, options, settings)
    heart = Heartbeat(station)
    station.ready.connect(lambda: QTimer.singleShot(SETTLED_MS, heart.start))
    station.ready.connect(
        lambda: QTimer.singleShot(SETTLED_MS + round(seconds * 1000), application.quit)
    )
    station.start()
    application.exec()
    heart.stop()
    station.close()
    return sorted(heart.late)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        print(json.dumps(measure(Path(scratch), float(sys.argv[1]), float(sys.argv[2]))))
