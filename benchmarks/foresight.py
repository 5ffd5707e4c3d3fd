"""Figures of the what-if: a hundred plays of an hour, in programs of their own as the window starts them.

Method: the drill of Zhangzhou (60 units) twenty minutes after eight in the morning; fifty numbers, each played with two
choices of a unit for a sheet that waits. Timed from the start of the workers to the last future, their start included.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEventLoop

from benchmarks.figure import Figure, at_most
from models.board import Board, IncidentCard, UnitCard
from models.fix import Fix
from models.state import IncidentState
from services.database import Database
from services.drill import START_MS, Drill
from services.drill.foresight import Fork, Future, fork
from services.drill.imagined import Imagined
from services.drill.running import Run
from ui.foresight.process import Foresight

MINUTE, PAIRS = 60_000, 50
NOW = START_MS + 20 * MINUTE


def foresight_figures() -> list[Figure]:
    """Return how long a hundred plays take; there must be a Qt application."""
    given, choices = morning()
    work = Foresight()
    futures: list[Future] = []
    work.played.connect(lambda _choice, _number, future: futures.append(future))
    began = perf_counter()
    work.start(given, choices, range(PAIRS), None)
    while work.is_running:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    spent = perf_counter() - began
    assert len(futures) == 2 * PAIRS
    assert min(future.others for future in futures) > 10
    return [at_most("what-if: 100 plays of an hour, 60 units, start included", spent, "s", 30)]


def morning() -> tuple[Fork, list[tuple[str, ...]]]:
    """Return the drill after twenty minutes with one more sheet that waits, and two choices for it."""
    with TemporaryDirectory() as folder:
        database = Database(Path(folder) / "drill.sqlite", clock=lambda: START_MS)
        drill = Drill(7, START_MS, automatic=True)
        run = Run(database, drill)
        run.begin()
        database.close()
    desk, fixes = Imagined(drill, run.board), dict[str, Fix]()
    desk.begin()
    while (at := drill.next_at()) < NOW:
        step = drill.advance(at)
        fixes |= {fix.unit_id: fix for fix in step.fixes}
        for job in step.jobs:
            desk.write(job)
    cards = [card for some in desk.board.cards.values() for card in some.values()]
    sheet = next(it for it in cards if isinstance(it, IncidentCard) and it.active and it.point)
    waits = replace(sheet, id="waits", state=IncidentState.TAKEN, assignments=(), main_id=None)
    board = Board.of_cards([*cards, waits])
    free = [id for id, unit in sorted(board.all(UnitCard).items()) if unit.is_free and id in fixes]
    return fork(board, fixes.values(), "waits", NOW), [(free[0],), (free[-1],)]
