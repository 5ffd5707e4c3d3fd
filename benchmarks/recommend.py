"""Figures of the recommendation: a thousand units on the roads of the eightfold city, and in the real dispatch window.

Method: units stand on roads drawn by lot, a tenth of them busy, half of them moving; thirty incidents likewise. The answer is
what the desk's lane works out: next crossings, times by road of all units, coverage with every unit's drop, ranking with reasons,
the plan's proposal. First names are timed from the key to the rows in the dispatch window, whose answer follows.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

import shiboken6
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.city import kept_folder
from benchmarks.eightfold import eightfold
from benchmarks.figure import Figure, at_most, percentile
from benchmarks.foresight import foresight_figures
from benchmarks.queue import desk_of
from benchmarks.region import EXTRACTS, NAME
from benchmarks.road import ignore, on_roads
from models.board import AssignmentLine, Board, IncidentCard, UnitCard
from models.fix import Fix
from models.place import Method, Place
from models.plan import demands, plan_of
from models.state import AssignmentState, Duty, IncidentState
from services.database import Database, Job
from services.fleet import add_unit
from services.recommending.proposal import wanted_now
from services.recommending.rule import shipped_rules
from services.recommending.situation import Situation
from services.recommending.surface import Basis, Surface, surface
from services.routing import Passable, Roads, build_roads, load_roads
from services.taking import complete_sheet, open_sheet
from ui.advice import Advised, Question, advise
from ui.coverage import shown_coverage
from ui.dispatch import DispatchChooser
from ui.garbage import Garbage
from ui.map.scheme import register_scheme

UNITS, INCIDENTS, ROUNDS, HISTORY = 1_000, 30, 30, 20_000
NOW = 1_770_000_000_000
STRAIGHT = 40 / 3.6 / 1.4
Point = tuple[float, float]
PLAN = plan_of("1", "二级警情", "", {"first": "any@2*2", "second": "any@2*2", "standby": "any*1"})


def measure() -> list[Figure]:
    """Return the figures on the eightfold copy; without the extract it says what is missing and ends."""
    extract = Path(os.environ.get(EXTRACTS, "")) / NAME
    if not extract.is_file():
        sys.exit(f"{EXTRACTS} must name the folder that holds {NAME}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    register_scheme()
    application = QApplication.instance() or QApplication(["bench"])
    assert isinstance(application, QApplication)
    with TemporaryDirectory() as folder:
        place = Path(folder) / "roads"
        place.mkdir()
        build_roads(eightfold(extract, kept_folder()), place, ignore)
        # Garbage is collected as the program does it: between events, never in the midst of an answer.
        garbage = Garbage(application)
        found = figures(load_roads(place))
        found += window_figures(application, place, Path(folder))
        garbage.close()
        return [*found, *foresight_figures()]


def figures(roads: Roads) -> list[Figure]:
    """Time what the lanes of the desk work out."""
    random = Random(5)
    board, fixes, incidents = city(roads, random)
    ground, passable = demand(roads, random), Passable(roads, ())
    questions = [
        Question(
            situation(board, fixes, sheet), PLAN, wanted_now(PLAN, sheet, board), passable, ground
        )
        for sheet in incidents
    ]
    advise(questions[0])
    spent = [timed(lambda one=one: advise(one)) for one in questions]  # type: ignore[misc]
    answer = advise(questions[0])
    check(answer)
    rules = shipped_rules()
    covers = []
    for _ in range(ROUNDS):
        id = random.choice(sorted(board.all(UnitCard)))
        board = changed(board, id)
        covers.append(
            timed(lambda board=board: shown_coverage(ground, board, fixes, STRAIGHT, rules))  # type: ignore[misc]
        )
    title = f"{UNITS:,} units, {roads.counts['junctions']:,} junctions"
    cells = f"{ground.weights.size:,} cells"
    return [
        at_most(f"{title}: list with reasons and coverage, p50", percentile(spent, 0.5), "ms", 200),
        at_most(
            f"{title}: list with reasons and coverage, p95", percentile(spent, 0.95), "ms", 200
        ),
        at_most(
            f"{title}, {cells}: coverage after a change, p95", percentile(covers, 0.95), "ms", 250
        ),
    ]


def city(roads: Roads, random: Random) -> tuple[Board, dict[str, Fix], list[IncidentCard]]:
    """Return units on roads, their positions, and incidents."""
    spots = on_roads(roads, random, UNITS + INCIDENTS + 1)
    incidents = [sheet(f"i{number}", spots.pop()) for number in range(INCIDENTS + 1)]
    units = [card(f"u{number}", random, incidents[-1].id) for number in range(UNITS)]
    fixes = {
        unit.id: Fix(
            unit.id,
            NOW - random.choice((1_000, 3_000, 4_000, 90_000)),
            *spots.pop(),
            random.uniform(0, 360),
            random.choice((0.0, 12.0)),
        )
        for unit in units
    }
    return Board.of_cards((*units, *incidents)), fixes, incidents[:-1]


def situation(board: Board, fixes: dict[str, Fix], incident: IncidentCard) -> Situation:
    """Return an incident among the units."""
    rules = shipped_rules()
    return Situation(incident, board, fixes, NOW, rules, STRAIGHT, wanted=PLAN.tiers[0])


def demand(roads: Roads, random: Random) -> Surface:
    """Return a demand surface made from a history of sheets on roads."""
    spots = on_roads(roads, random, HISTORY)
    lons, lats = zip(*spots, strict=True)
    box = (min(lons), min(lats), max(lons), max(lats))
    ground = surface(box, 500, sheets=[(lon, lat, 1.0) for lon, lat in spots])
    assert ground.basis is Basis.HISTORY
    return ground


def changed(board: Board, id: str) -> Board:
    """Return the board after a unit went off duty, or came back."""
    units = dict(board.all(UnitCard))
    unit = units[id]
    duty = Duty.PAUSED if unit.duty is Duty.PATROL else Duty.PATROL
    names = UnitCard.__dataclass_fields__
    fields = {name: getattr(unit, name) for name in names if name != "kind"}
    units[id] = UnitCard(**{**fields, "duty": duty})
    others = board.all(IncidentCard).values()
    return Board.of_cards((*others, *units.values()))


def card(id: str, random: Random, elsewhere: str) -> UnitCard:
    """Return a unit, one in ten on its way to something else."""
    job = None
    if random.random() < 0.1:
        job = AssignmentLine(
            id=f"a-{id}",
            incident_id=elsewhere,
            unit_id=id,
            role="main",
            state=AssignmentState.DEPARTED,
            instruction="",
            issued_at=NOW - 60_000,
            departed_at=NOW - 30_000,
            ended_at=None,
            out_since=NOW - 30_000,
            reason="",
            moved_from_id=None,
            delivered_at=None,
            signed_at=None,
            arrived_at=None,
            finished_at=None,
        )
    return UnitCard(
        id=id,
        call_sign=id,
        unit_kind="car",
        organisation_id=None,
        beat_id=None,
        crew=random.choice((1, 2, 2, 3)),
        leader="",
        phone="",
        capabilities=(),
        duty=Duty.PATROL,
        duty_since=NOW,
        drill=False,
        job=job,
    )


def sheet(id: str, point: Point) -> IncidentCard:
    """Return an incident at a point."""
    return IncidentCard(
        id=id,
        number=id,
        state=IncidentState.TAKEN,
        channel="0101",
        level=2,
        class_taken="200100",
        class_fed_back="",
        address="",
        place=Place(*point, Method.PICKED, NOW),
        caller_place=None,
        division="350602",
        station_id=None,
        narrative="",
        caller_number="",
        contact_phone="",
        caller_name="",
        call_id=None,
        taker="",
        reported_at=NOW,
        answered_at=NOW,
        completed_at=NOW,
        main_id=None,
        link_type="",
        fed_back=False,
        secret=False,
        drill=False,
        reopened=0,
        tags=(),
        merged=0,
    )


def check(answer: Advised) -> None:
    """Make sure that what is timed is the real thing."""
    found = answer.ranking.candidates
    assert len(found) == UNITS
    assert sum(it.arrival is not None and not it.arrival.estimated for it in found) > UNITS * 0.9
    assert any(it.drop for it in found)
    assert len(answer.proposal.unit_ids) == sum(one.count for one in demands("any@2*2"))


def timed(ask: Callable[[], object]) -> float:
    """Return the ms that a call takes."""
    began = perf_counter()
    ask()
    return (perf_counter() - began) * 1000


def window_figures(application: QApplication, place: Path, folder: Path) -> list[Figure]:
    """Time the dispatch window on a real store: from the key to the first names, and to the advised order shown."""
    root = QWidget()
    database = Database(folder / "desk.sqlite", clock=lambda: NOW)
    desk = desk_of(root, database, folder)
    roads = load_roads(place)
    random = Random(6)
    spots = on_roads(roads, random, UNITS + ROUNDS)
    fill(database, [spots.pop() for _ in range(ROUNDS)])
    wait(application, lambda: bool(desk.store.board.all(IncidentCard)), desk.store.load)
    now = desk.clock.now()
    ids = sorted(desk.store.board.all(UnitCard))
    desk.positions.report([Fix(id, now, *spots.pop(), 90.0, 12.0) for id in ids])
    desk.roads.use(place)
    wait(application, lambda: desk.roads.has_roads)
    chooser = DispatchChooser(desk, root)
    names, orders = [], []
    for number in range(ROUNDS):
        began = perf_counter()
        chooser.choose(f"i{number}")
        chooser.view.viewport().repaint()
        names.append((perf_counter() - began) * 1000)
        wait(application, lambda number=number: desk.advice.of(f"i{number}") is not None)  # type: ignore[misc]
        orders.append((perf_counter() - began) * 1000)
        assert chooser.table.cards()[0].candidate is not None
        chooser.reject()
    for part in (desk.roads, desk.advice, desk.coverage, desk.names, desk.store, database):
        part.close()
    shiboken6.delete(root)
    title = f"{UNITS:,} units, dispatch window"
    return [
        at_most(f"{title}: key to first names, p95", percentile(names[1:], 0.95), "ms", 100),
        at_most(f"{title}: key to the advised order, p95", percentile(orders[1:], 0.95), "ms", 200),
    ]


def fill(database: Database, spots: list[Point]) -> None:
    """Enter units and sheets by the real commands."""
    units = [
        Job(
            add_unit,
            (),
            NOW,
            "bench",
            {"id": f"u{n}", "call_sign": f"6{n}", "duty": "patrol", "kind": "car"},
        )
        for n in range(UNITS)
    ]
    sheets = [
        Job(step, args, NOW, "bench", more)
        for number, spot in enumerate(spots)
        for step, args, more in (
            (open_sheet, (), {"id": f"i{number}", "fields": shown(spot)}),
            (complete_sheet, (f"i{number}",), {}),
        )
    ]
    for outcome in database.write_all([*units, *sheets]):
        if isinstance(outcome, Exception):
            raise outcome


def shown(spot: Point) -> dict[str, object]:
    """Return the fields of a sheet at a point."""
    place = Place(*spot, Method.PICKED, NOW)
    return {"address": "胜利路", "class_taken": "200100", "level": 2, "place": place}


def wait(
    application: QApplication, done: Callable[[], bool], begin: Callable[[], object] | None = None
) -> None:
    """Let the application run until something is so."""
    if begin is not None:
        begin()
    # Sleeping between events, as the program does: who asks in a circle takes the time of the lane that answers.
    while not done():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
