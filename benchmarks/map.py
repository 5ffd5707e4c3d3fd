"""The map's figures: ten thousand units that all move ten times a second, painted in software.

Method: the real page in the real view, offscreen at 1000 x 800, dark theme, over the real bridge in the real form. Every
100 ms all units get a new position. Three runs of ten seconds: each unit drawn by itself; crowds as numbers; each unit
drawn by itself while the map is dragged three pixels a frame. Pictures a second are requestAnimationFrame's callbacks
over the time they took; `drawn` counts the pictures that were painted anew, in the first two runs ten a second, for
positions are drawn as they come and not invented between. Milliseconds of the page are those of its main thread: the
message from its raw text on, the positions, and the drawing they lead to. Milliseconds of Python are those of the view for
one batch, from the list of positions to the message handed to Qt.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import shiboken6
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.figure import Figure, at_least, at_most, percentile
from models.board import Board, UnitCard
from models.fix import Fix
from models.state import Duty
from services.region import Region
from services.resource import RESOURCES
from ui.garbage import Garbage
from ui.map.layer import LAYERS
from ui.map.scheme import register_scheme
from ui.map.view import MapView
from ui.screen import prepare_graphics
from ui.theme import load_fonts, palette_of

UNITS, EVERY_MS, SECONDS, SETTLED_MS = 10_000, 100, 10, 3000
SIZE, CORE, ZOOM = (1000, 800), (117.646, 24.513), 11
NOW = 1_770_000_000_000
STEPS = 40
PROBE = Path(__file__).with_name("map_probe.js")
ALL = dict.fromkeys(LAYERS, True)
RUNS = {
    "each by itself": ({**ALL, "counts": False}, False),
    "crowds as numbers": (ALL, False),
    "each by itself, dragged": ({**ALL, "counts": False}, True),
}


@dataclass
class Run:
    """What one run brought: ms of Python a batch, and what the page told."""

    python: list[float] = field(default_factory=list)
    told: dict[str, Any] = field(default_factory=dict)

    @property
    def pictures(self) -> float:
        """Pictures of the screen a second."""
        ticks = self.told["ticks"]
        return float(1000 * (len(ticks) - 1) / (ticks[-1] - ticks[0]))

    @property
    def page(self) -> list[float]:
        """The ms of the page for each update."""
        return [message + drawing for message, drawing in self.told["updates"]]

    @property
    def drawn(self) -> float:
        """Pictures painted anew a second."""
        ticks = self.told["ticks"]
        return float(1000 * self.told["draws"] / (ticks[-1] - ticks[0]))


def measure() -> list[Figure]:
    """Return the figures of the map."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    prepare_graphics()
    register_scheme()
    application = QApplication.instance() or QApplication(["map"])
    assert isinstance(application, QApplication)
    load_fonts(application)
    garbage = Garbage(application)
    view = MapView(Region.load(RESOURCES / "region" / "zhangzhou"), palette_of("dark"))
    view.resize(*SIZE)
    loop = QEventLoop()
    view.ready.connect(loop.quit)
    view.show()
    loop.exec()
    view.set_now(NOW)
    view.show_board(Board.of_cards([unit(number) for number in range(UNITS)]))
    view.inspect(PROBE.read_text(encoding="utf-8"), lambda _: None)
    view.inspect(f"desk.live.map.setView([{CORE[1]}, {CORE[0]}], {ZOOM}); 0", lambda _: None)
    walk = Walk(view)
    figures = []
    for name, (layers, dragged) in RUNS.items():
        view.set_layers(layers)
        figures += told(name, run(view, walk, dragged=dragged), dragged=dragged)
    # The page must be gone before the application that owns its profile.
    shiboken6.delete(view)
    garbage.close()
    return figures


def told(name: str, run: Run, *, dragged: bool) -> list[Figure]:
    """Return the figures of one run."""
    rows = [
        at_least(f"{name}: pictures a second", run.pictures, "/s", 50),
        at_least(f"{name}: drawn anew", run.drawn, "/s", 50 if dragged else 9),
        at_most(f"{name}: page, an update, p50", percentile(run.page, 0.5), "ms", 8),
        at_most(f"{name}: page, an update, p99", percentile(run.page, 0.99), "ms", 8),
    ]
    if not dragged:
        p50, p99 = percentile(run.python, 0.5), percentile(run.python, 0.99)
        rows.append(at_most(f"{name}: Python, a batch, p50", p50, "ms", 4))
        rows.append(at_most(f"{name}: Python, a batch, p99", p99, "ms", 16))
    return rows


class Walk:
    """Units that go to and fro; each step is a list of positions, made beforehand as a feed's thread would."""

    def __init__(self, view: MapView) -> None:
        self.spent: list[float] = []
        self._view, self._random, self._numbers = view, Random(110), count()
        starts = [(self._gauss(CORE[0], 0.09), self._gauss(CORE[1], 0.07)) for _ in range(UNITS)]
        self._steps = [self._step(starts, number) for number in range(STEPS)]
        self._timer = QTimer(view)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go)
        # Nobody else sends: the time from the positions to the message is all of it in `_go` and `_send`.
        view._frame.timeout.disconnect()
        view._frame.timeout.connect(lambda: self._timed(view._send))

    def start(self) -> None:
        """Begin to move."""
        self.spent = []
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        """Stand still."""
        self._timer.stop()

    def _gauss(self, middle: float, spread: float) -> float:
        return self._random.gauss(middle, spread)

    def _step(
        self, starts: list[tuple[float, float]], number: int
    ) -> list[tuple[float, float, float]]:
        far = 2e-5 * (number if number < STEPS / 2 else STEPS - number)
        return [
            (lon + far * (1 if n % 2 else -1), lat + far * (1 if n % 3 else -1), n * 7.0 % 360)
            for n, (lon, lat) in enumerate(starts)
        ]

    def _go(self) -> None:
        number = next(self._numbers)
        at = NOW + number * EVERY_MS
        fixes = [
            Fix(f"u{n}", at, lon, lat, heading, 9.0, 8.0)
            for n, (lon, lat, heading) in enumerate(self._steps[number % STEPS])
        ]
        self._timed(lambda: self._view.put_fixes(fixes), new=True)

    def _timed(self, work: Callable[[], None], *, new: bool = False) -> None:
        began = time.perf_counter()
        work()
        spent = 1000 * (time.perf_counter() - began)
        if new or not self.spent:
            self.spent.append(spent)
        else:
            self.spent[-1] += spent


def run(view: MapView, walk: Walk, *, dragged: bool) -> Run:
    """Let the units move for a while and return what it cost."""
    walk.start()
    pause(SETTLED_MS)
    view.inspect(f"probe.begin({json.dumps(dragged)}); 0", lambda _: None)
    walk.spent = []
    pause(SECONDS * 1000)
    result = Run(python=list(walk.spent))
    result.told = json.loads(answer(view, "probe.tell()"))
    view.inspect("probe.begin(false); 0", lambda _: None)
    walk.stop()
    return result


def answer(view: MapView, question: str) -> str:
    """Return what the page answers."""
    loop, answers = QEventLoop(), []

    def take(value: object) -> None:
        answers.append(str(value))
        loop.quit()

    view.inspect(question, take)
    loop.exec()
    return answers[0]


def pause(ms: int) -> None:
    """Let the event loop run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def unit(number: int) -> UnitCard:
    """Return a unit, the same every time."""
    kinds = ("car", "car", "car", "motorcycle", "foot", "boat", "drone")
    duties = (Duty.PATROL, Duty.STANDBY, Duty.RETURNING, Duty.PAUSED, Duty.ESCORT)
    return UnitCard(
        id=f"u{number}",
        call_sign=f"{600 + number}",
        unit_kind=kinds[number % len(kinds)],
        organisation_id=None,
        beat_id=None,
        crew=2,
        leader="",
        phone="",
        capabilities=(),
        duty=duties[number % len(duties)],
        duty_since=NOW,
        drill=False,
        job=None,
    )
