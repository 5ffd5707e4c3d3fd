"""A thousand units at ten positions a second each, drawn in software."""

from __future__ import annotations

import logging
import random
import time

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from models.fix import Fix
from tests.map.conftest import Locate
from tests.map.sample import CORE, NOW, busy_city
from ui.map.view import MapView

pytestmark = pytest.mark.qt_log_ignore("^GPUInfo not initialized", extend=True)

logger = logging.getLogger(__name__)

UNITS, BATCHES, EVERY_MS = 1000, 30, 100


def test_the_page_keeps_up_with_a_thousand_moving_units(
    qtbot: QtBot, view: MapView, locate: Locate
) -> None:
    board, fixes = busy_city(UNITS, 60)
    view.show_board(board)
    view.put_fixes(fixes)
    view.fit()
    locate(view, "unit", fixes[0].unit_id)
    walk = Walk(view)
    view.drawn.connect(walk.take)
    timer = QTimer(view)
    timer.timeout.connect(walk.step)
    timer.start(EVERY_MS)
    qtbot.waitUntil(lambda: walk.count >= BATCHES, timeout=30_000)
    timer.stop()
    locate(view, "unit", fixes[0].unit_id)
    delays = sorted(walk.delays)
    half, worst = delays[len(delays) // 2], delays[-1]
    logger.info("%d frames, drawn after p50 %.0f ms, max %.0f ms", len(delays), half, worst)
    # Loose: other work may run on the same machine. What must never happen is a queue that grows.
    assert len(delays) >= BATCHES / 2
    assert half < 150


class Walk:
    """Units that wander, and how long after a batch the page has drawn it (ms)."""

    def __init__(self, view: MapView) -> None:
        self.count = 0
        self.delays: list[float] = []
        self._view = view
        self._chance = random.Random(1)
        self._waiting: list[float] = []

    def step(self) -> None:
        self.count += 1
        at = NOW + self.count * EVERY_MS
        move = self._chance.gauss
        fixes = [
            Fix(f"u{n}", at, move(CORE[0], 0.1), move(CORE[1], 0.1), heading=90.0, speed=8.0)
            for n in range(UNITS)
        ]
        self._waiting.append(time.perf_counter())
        self._view.put_fixes(fixes)

    def take(self, _: int) -> None:
        if self._waiting:
            self.delays.append((time.perf_counter() - self._waiting[0]) * 1000)
            self._waiting.clear()
