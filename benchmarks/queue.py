"""The queue's figures: 10,000 live incidents ordered, filtered, scrolled and changed; 60,000 shown, ticking, searched.

Method: the real pane, offscreen at 720 x 900 in the dark theme, on a board made here; its store is empty and only
carries the signals. A figure is the time on the main thread from the signal until the next frame is painted; showing
the board and applying a delta are without that frame, ordering and filtering with it. Of 10,000 the p99 of the calls, of
60,000 medians of the calls after the first; of a search its longest slice.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from random import Random

import shiboken6
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.figure import Figure, at_most, percentile
from models.board import Board, Delta, IncidentCard
from models.state import IncidentState
from services.database import Database
from ui.action import Actions
from ui.advice import AdviceWork
from ui.bell import Bell
from ui.clock import DeskClock
from ui.coverage import CoverageWatch
from ui.desk import Desk, Selection
from ui.garbage import Garbage
from ui.language import Language
from ui.names import Names
from ui.position import Positions
from ui.queue import QueuePane
from ui.road import RoadWork
from ui.setting import Settings
from ui.sound import Speaker
from ui.store import Store
from ui.theme import apply_theme, load_fonts
from ui.trade import Trade, warm
from ui.unsent import UnsentTexts

ROWS, ROUNDS = 60_000, 60
TEN_THOUSAND, CALLS = 10_000, 200
NOW, STEP_MS = 1_770_000_000_000, 317
STREETS = "胜利西路 延安北路 元光南路 新华北路 水仙大街 九龙大道 南昌中路 丹霞路".split()
SIZE = (720, 900)


def measure() -> list[Figure]:
    """Return the figures of the queue."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    load_fonts(application)
    garbage = Garbage(application)
    warm(None)
    apply_theme(application, "dark")
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "queue.sqlite")
        root = QWidget()
        desk = desk_of(root, database, Path(folder))
        try:
            return figures(desk, application)
        finally:
            desk.store.close()
            database.close()
            garbage.close()


def figures(desk: Desk, application: QApplication) -> list[Figure]:
    """Time a pane at a desk."""
    return [*figures_of_ten_thousand(desk, application), *figures_of_all(desk, application)]


def figures_of_ten_thousand(desk: Desk, application: QApplication) -> list[Figure]:
    """Time what a storm asks for: order, filter, delta, scroll."""
    pane = shown_pane(desk)
    cards = [card(f"t{number:06d}", number) for number in range(TEN_THOUSAND)]
    desk.store.board = Board.of_cards(cards)
    desk.store.loaded.emit(desk.store.board)
    application.processEvents()
    numbers, random = count(), Random(9)

    def order() -> None:
        desk.trade.changed.emit()
        application.processEvents()

    def choose() -> None:
        pane.bar.filtered.emit(pane.bar.chosen)
        pane.bar.levels["3"].click()
        application.processEvents()

    def move() -> None:
        change(desk, Delta(put=(card(random.choice(cards).id, next(numbers) * 7919),)))

    def scroll() -> None:
        bar = pane.view.verticalScrollBar()
        bar.setValue((bar.value() + 347) % max(1, bar.maximum()))
        application.processEvents()

    def search() -> None:
        pane.bar.search.setText(random.choice(("slxl", "胜利", "98", "yab")))
        pane.bar.search.returnPressed.emit()
        while pane.is_searching:
            application.processEvents()
        pane.bar.open()

    goals = (
        (order, 20, 100),
        (choose, 20, 100),
        (search, 12, 100),
        (move, CALLS, 5),
        (scroll, CALLS, 16),
    )
    names = ("order", "filter", "find", "apply a delta", "scroll a frame")
    found = [
        at_most(
            f"10,000 open sheets: {name}, p99",
            percentile([spent(work) for _ in range(rounds)], 0.99),
            "ms",
            goal,
        )
        for name, (work, rounds, goal) in zip(names, goals, strict=True)
    ]
    # Deleted later it would still work beside the next one.
    shiboken6.delete(pane)
    return found


def shown_pane(desk: Desk) -> QueuePane:
    """Return a pane on the screen."""
    pane = QueuePane(desk)
    pane.resize(*SIZE)
    pane.show()
    return pane


def figures_of_all(desk: Desk, application: QApplication) -> list[Figure]:
    """Time a queue that nobody should ever have."""
    pane = shown_pane(desk)
    cards = [card(f"i{number:06d}", number) for number in range(ROWS)]
    desk.store.board = Board.of_cards(cards)
    numbers, now = count(ROWS), count(NOW, 500)

    def show() -> None:
        desk.store.loaded.emit(desk.store.board)

    def tick() -> None:
        desk.clock.ticked.emit(next(now))

    def move() -> None:
        change(desk, Delta(put=(card(cards[next(numbers) * 977 % ROWS].id, next(numbers) * 7919),)))

    def come() -> None:
        change(desk, Delta(put=(card(f"n{next(numbers)}", next(numbers) * 7919),)))

    shown = [spent(show) for _ in range(6)]
    painted = {
        name: [spent(work) + spent(application.processEvents) for _ in range(ROUNDS)]
        for name, work in (("tick", tick), ("a row that moves", move), ("a row that comes", come))
    }
    search = longest_slice(pane, application)
    return [
        at_most(f"show {ROWS:,} incidents", percentile(shown[1:], 0.5), "ms", 300),
        *(at_most(name, percentile(times, 0.5), "ms", 16) for name, times in painted.items()),
        at_most("search by sound, longest slice", search, "ms", 50),
    ]


def longest_slice(pane: QueuePane, application: QApplication) -> float:
    """Return the longest time (ms) that a search by sound holds the main thread."""
    pane.bar.search.setText("slxl")
    pane.bar.search.returnPressed.emit()
    slices = []
    while pane.is_searching:
        slices.append(spent(application.processEvents))
    return max(slices, default=0.0)


def change(desk: Desk, delta: Delta) -> None:
    """Let the desk see a delta."""
    desk.store.board = desk.store.board.apply(delta)
    desk.store.changed.emit(delta)


def spent(work: Callable[[], None]) -> float:
    """Return the ms that a call takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def desk_of(root: QWidget, database: Database, folder: Path) -> Desk:
    """Return a desk whose parts belong to `root`."""
    application = QApplication.instance()
    assert application is not None
    language = Language(application)
    clock = DeskClock(start_ms=NOW, parent=root)
    file = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat, root)
    store = Store(database, clock, "bench", root)
    settings = Settings(file, root)
    trade = Trade(language, root)
    positions, roads = Positions(root), RoadWork(root)
    coverage = CoverageWatch(store, positions, settings, clock, root)
    return Desk(
        store=store,
        clock=clock,
        trade=trade,
        positions=positions,
        settings=settings,
        actions=Actions(root),
        selection=Selection(root),
        language=language,
        unsent=UnsentTexts(store, clock, root),
        say=lambda _kind, _text: None,
        bell=Bell(settings, Speaker(root), clock.now, root),
        names=Names(store, root),
        roads=roads,
        advice=AdviceWork(store, trade, positions, settings, roads, coverage, clock, root),
        coverage=coverage,
    )


def card(id: str, number: int) -> IncidentCard:
    """Return a live incident, the same every time."""
    random = Random(number)
    reported = NOW - number % ROWS * STEP_MS
    return IncidentCard(
        id=id,
        number=f"350600260202001{number % 100_000:05d}",
        state=random.choice((IncidentState.TAKEN, IncidentState.TAKING, IncidentState.RETURNED)),
        channel="0101",
        level=random.choice((1, 2, 3, 4)),
        class_taken="200100",
        class_fed_back="",
        address=f"芗城区{random.choice(STREETS)}{number}号",
        place=None,
        caller_place=None,
        division="350602",
        station_id=None,
        narrative="两人在路边打架，一人头部出血。",
        caller_number=f"139{number % 100_000_000:08d}",
        contact_phone="",
        caller_name="",
        call_id=None,
        taker="bench",
        reported_at=reported,
        answered_at=reported,
        completed_at=None,
        main_id=None,
        link_type="",
        fed_back=False,
        secret=False,
        drill=False,
        reopened=0,
        tags=(),
        merged=0,
    )
