"""Figures of building a region and of its map, for `./bench region`.

Method: `main.py region build` as a process of its own, from its start to its end, with all parts of a region; memory is the
largest that any of these processes had resident. The page: the real view, offscreen at 1280 x 860, software painting,
light theme, on Heidelberg's region; from making the view to the last tile of the first full view, as the page begins,
the first time (the page is built) and once more (it is kept). Pictures a second are requestAnimationFrame's callbacks while the
map is dragged six pixels a picture over 1,440 pixels and back, and while it is zoomed one step every thirty pictures
between 12 and 16, both from zoom 15 on.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.figure import Figure, at_least, at_most
from services.region import Region
from ui.map.scheme import register_scheme
from ui.map.view import MapView
from ui.screen import prepare_graphics
from ui.theme import load_fonts, palette_of

ROOT = Path(__file__).parent.parent
PROBE = Path(__file__).with_name("base_probe.js")
SIZE, SECONDS, ASK_MS = (1280, 860), 8, 10
LOOK = (49.4095, 8.6935, 15)
HOWS = {"drag": "dragged", "zoom": "zoomed"}


def measure_base(extract: Path, eightfold: Path, folder: Path) -> list[Figure]:
    """Return the figures of building both extracts, and of the page on the first."""
    figures = []
    for name, file, goal in (("Heidelberg", extract, 20), ("eightfold", eightfold, 120)):
        figures.append(at_most(f"build {name}", build(file, folder / name), "s", goal))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    figures.append(at_most("build, memory at most", peak, "MB", 1500))
    return [*figures, *measure_page(Region.load(folder / "Heidelberg"))]


def build(extract: Path, out: Path) -> float:
    """Build a region and return how long it took (s)."""
    began = time.perf_counter()
    command = [sys.executable, "main.py", "region", "build", str(extract), "--out", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - began


def measure_page(region: Region) -> list[Figure]:
    """Return the figures of the page."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    prepare_graphics()
    register_scheme()
    application = QApplication.instance() or QApplication(["base"])
    assert isinstance(application, QApplication)
    load_fonts(application)
    figures = []
    for name in ("built anew", "kept"):
        view, took = shown(region)
        figures.append(at_most(f"map page, first full view, {name}", took, "s", 1))
        if name == "kept":
            figures += [
                at_least(f"map {word}", moved(view, how), "/s", 30) for how, word in HOWS.items()
            ]
        # The page must be gone before the application that owns its profile.
        shiboken6.delete(view)
    return figures


def shown(region: Region) -> tuple[MapView, float]:
    """Return a view of a region and the time (s) until everything in it was painted."""
    began = time.perf_counter()
    view = MapView(region, palette_of("light"))
    view.resize(*SIZE)
    loop = QEventLoop()
    view.ready.connect(loop.quit)
    view.show()
    loop.exec()
    while answer(view, "String(desk.live.base.painted > 0)") != "true":
        pause(ASK_MS)
    return view, time.perf_counter() - began


def moved(view: MapView, how: str) -> float:
    """Return the pictures a second while the map is moved."""
    view.inspect(f"desk.live.map.setView([{LOOK[0]}, {LOOK[1]}], {LOOK[2]}); 0", lambda _: None)
    view.inspect(PROBE.read_text(encoding="utf-8"), lambda _: None)
    view.inspect(f"baseProbe.begin({json.dumps(how)}); 0", lambda _: None)
    pause(SECONDS * 1000)
    ticks = json.loads(answer(view, "JSON.stringify(baseProbe.ticks)"))
    view.inspect("baseProbe.begin(''); 0", lambda _: None)
    return float(1000 * (len(ticks) - 1) / (ticks[-1] - ticks[0]))


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
