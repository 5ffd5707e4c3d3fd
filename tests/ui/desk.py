"""A desk for tests: every collaborator real, on a store in a folder of the test, with a clock moved by hand."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QSettings
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.state import Duty
from models.unit import UnitKind
from services.database import Database, Job
from services.dispatching import assign_units
from services.fleet import add_unit
from services.taking import complete_sheet, open_sheet, ring
from tests.store import furnished_store
from ui.action import Actions
from ui.advice import AdviceWork
from ui.bell import Bell
from ui.clock import DeskClock
from ui.coverage import CoverageWatch
from ui.desk import Desk, Selection
from ui.language import Language
from ui.names import Names
from ui.position import Positions
from ui.refusal import sentence
from ui.road import RoadWork
from ui.setting import SOUND, Settings
from ui.sound import Speaker
from ui.store import Store
from ui.trade import Trade
from ui.unsent import UnsentTexts

NOW = 1_770_000_000_000
ACTOR = "350001"


class StillClock(DeskClock):
    """A clock that stands still until a test moves it."""

    def __init__(self, now: int, parent: QWidget) -> None:
        super().__init__(start_ms=now, parent=parent)
        self._timer.stop()
        self.at = now

    def now(self) -> int:
        """Return the instant a test has set."""
        return self.at

    def move(self, ms: int) -> None:
        """Let time pass and tick once."""
        self.at += ms
        self.ticked.emit(self.at)


def make_desk(
    qtbot: QtBot,
    folder: Path,
    *,
    fill: Callable[[Database], object] | None = None,
    said: list[tuple[str, str]] | None = None,
    terms: bool = True,
    now: int = NOW,
) -> Desk:
    """Return a desk with its board loaded; its lanes end and its store closes with the test.

    `terms`: with the shipped dictionaries and agencies. `fill` writes to the database before the board
    is read; `said` collects the banners. The desk is mute: SOUND is off.
    """
    (folder / "store.db").write_bytes(filled_store(fill, now, terms=terms))
    database = Database(folder / "store.db", clock=lambda: now)
    root = QWidget()
    banners = said if said is not None else []
    desk = desk_of(root, database, StillClock(now, root), folder, banners)

    def end(_root: QWidget, _keep: QWidget = root) -> None:
        # Nobody else holds the root; with it would go everything that the test looks at.
        desk.names.close()
        desk.roads.close()
        desk.advice.close()
        desk.coverage.close()
        desk.store.close()
        database.close()
        if desk.language.name != "zh":
            desk.language.use("zh")

    qtbot.addWidget(root, before_close_func=end)
    with qtbot.waitSignal(desk.store.loaded):
        desk.unsent.load(desk.store.load)
    return desk


@cache
def filled_store(fill: Callable[[Database], object] | None, now: int, *, terms: bool) -> bytes:
    """Return the file of a store that `fill` has written to; made once a run for each `fill`."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        if terms:
            path.write_bytes(furnished_store(NOW, ACTOR))
        with closing(Database(path, clock=lambda: now)) as database:
            if fill is not None:
                fill(database)
        return path.read_bytes()


def desk_of(
    root: QWidget,
    database: Database,
    clock: DeskClock,
    folder: Path,
    said: list[tuple[str, str]],
) -> Desk:
    """Return a desk whose parts belong to `root`, wired as the window wires them."""
    application = QApplication.instance()
    assert application is not None
    language = Language(application)
    store = Store(database, clock, ACTOR, root)
    trade = Trade(language, root)
    store.loaded.connect(trade.load)
    store.changed.connect(lambda delta: trade.apply(delta, store.board))
    store.refused.connect(lambda error: said.append(("info", sentence(error))))
    store.troubled.connect(lambda error: said.append(("warning", sentence(error))))
    actions = Actions(root)
    actions.refused.connect(lambda why: said.append(("info", why())))
    file = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat, root)
    settings = Settings(file, root)
    settings.set(SOUND, False)
    positions, roads = Positions(root), RoadWork(root)
    coverage = CoverageWatch(store, positions, settings, clock, root)
    return Desk(
        store=store,
        clock=clock,
        trade=trade,
        positions=positions,
        settings=settings,
        actions=actions,
        selection=Selection(root),
        language=language,
        unsent=UnsentTexts(store, clock, root),
        say=lambda kind, words: said.append((kind, words())),
        bell=Bell(settings, Speaker(root), clock.now, root),
        roads=roads,
        advice=AdviceWork(store, trade, positions, settings, roads, coverage, clock, root),
        coverage=coverage,
        names=Names(store, root),
    )


def watch(table: QAbstractItemModel) -> None:
    """Let Qt's own tester follow everything the table says; what it finds fails the test as a warning."""
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Warning, table)


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until every command and query has been answered."""
    lanes = (desk.store._write, desk.store._read, desk.names._lane)
    while any(lane.waiting for lane in lanes):
        for lane in lanes:
            qtbot.waitUntil(lambda lane=lane: lane.waiting == 0)  # type: ignore[misc]


def run(qtbot: QtBot, desk: Desk, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Run a command through the store and return its result; a refusal fails the test."""
    results: list[Any] = []
    refusals: list[Exception] = []
    desk.store.do(command, *args, then=results.append, failed=refusals.append, **kwargs)
    settle(qtbot, desk)
    assert not refusals, refusals
    return results[0]


def move_clock(desk: Desk, ms: int) -> None:
    """Let time pass at the desk and tick once."""
    assert isinstance(desk.clock, StillClock)
    desk.clock.move(ms)


def write_all(database: Database, jobs: list[Job]) -> None:
    """Run prepared commands in one commit; any refusal fails the test."""
    for outcome in database.write_all(jobs):
        if isinstance(outcome, Exception):
            raise outcome


def unit_job(
    id: str, call_sign: str, *, duty: Duty = Duty.PATROL, at: int = NOW, **fields: Any
) -> Job:
    """Return the command that enters a unit."""
    kind = fields.pop("kind", UnitKind.CAR)
    return Job(
        add_unit,
        (),
        at,
        ACTOR,
        {"id": id, "call_sign": call_sign, "duty": duty, "kind": kind, **fields},
    )


def sheet_jobs(id: str, *, at: int = NOW, taken: bool = True, **fields: Any) -> list[Job]:
    """Return the commands that open a sheet and, unless told otherwise, complete it."""
    drill = fields.pop("drill", False)
    shown = {"address": "芗城区胜利西路118号", "class_taken": "200100", "level": 3, **fields}
    opened = Job(open_sheet, (), at, ACTOR, {"id": id, "fields": shown, "drill": drill})
    return [opened, Job(complete_sheet, (id,), at, ACTOR)] if taken else [opened]


def order_job(incident_id: str, *unit_ids: str, at: int = NOW) -> Job:
    """Return the command that sends units."""
    return Job(assign_units, (incident_id, list(unit_ids)), at, ACTOR)


def call_job(id: str, *, at: int = NOW, **fields: Any) -> Job:
    """Return the command that lets a call ring."""
    return Job(ring, (), at, ACTOR, {"id": id, **fields})
