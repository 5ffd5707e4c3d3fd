"""The directory's and the board's figures: 20,000 contacts searched; 1,000 units and 5,000 contacts on the main thread.

Method: the real panes, offscreen, on a store made here by the program's own import. A search is the time on the main
thread from a changed text to the table filled; stalls are the longest of any single call, painting of the next frame
included. Sounds are known: the read lane finds them out after the start.
"""

from __future__ import annotations

import os
import tempfile
import time
from functools import partial
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.figure import Figure, at_most, percentile
from benchmarks.queue import desk_of, spent
from models.board import UnitCard
from models.state import Duty
from services.database import Database, wall_ms
from services.dictionary import LISTINGS, import_listing, install_defaults, read_listing
from services.fleet import set_duty
from ui.desk import Desk
from ui.directory import DirectoryPane
from ui.theme import apply_theme, load_fonts
from ui.units import UnitsPane

FAMILY = "陈林黄张李王吴蔡刘杨许郑谢郭洪"
GIVEN = "志强丽萍建国秀英文辉美玲海峰雅婷国荣晓燕"
WORDS = "供水 供电 燃气 通信 城管 救援 民政 交通 卫生 环保 市政 园林".split()
SEARCHES = ("陈", "志强", "czq", "chenzhi", "1389", "供水", "ranqi", "0007", "黄丽", "xyz")
ROUNDS = 20


def measure() -> list[Figure]:
    """Return the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    load_fonts(application)
    apply_theme(application, "dark")
    return [*thick_book(application), *usual_desk(application)]


def thick_book(application: QApplication) -> list[Figure]:
    """Time searches among 20,000 contacts of 4,000 agencies."""
    with tempfile.TemporaryDirectory() as folder:
        database = town(Path(folder), agencies=4000, contacts=5, units=0)
        root = QWidget()
        desk = desk_of(root, database, Path(folder))
        pane = DirectoryPane(desk)
        pane.resize(520, 800)
        pane.show()
        load(desk, application)
        times = []
        for _ in range(ROUNDS):
            for wanted in SEARCHES:
                times.append(spent(partial(pane.search.setText, wanted)))
                application.processEvents()
        end(desk, database, pane, root)
    return [
        at_most("search 20,000 contacts, p50", percentile(times, 0.5), "ms", 20),
        at_most("search 20,000 contacts, p99", percentile(times, 0.99), "ms", 20),
    ]


def usual_desk(application: QApplication) -> list[Figure]:
    """Time what the main thread does with 1,000 units and 5,000 contacts."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        database = town(Path(folder), agencies=1000, contacts=5, units=1000)
        made = (time.perf_counter() - began) * 1000
        root = QWidget()
        desk = desk_of(root, database, Path(folder))
        units, directory = UnitsPane(desk), DirectoryPane(desk)
        for pane in (units, directory):
            pane.resize(900, 700)
            pane.show()
        shown = load(desk, application)
        ids = list(desk.store.board.all(UnitCard))
        painted = {
            "a tick": [
                spent(lambda: desk.clock.ticked.emit(wall_ms())) + spent(application.processEvents)
                for _ in range(ROUNDS * 3)
            ],
            "a unit that changes": [change(desk, application, id) for id in ids[: ROUNDS * 3]],
            "a search of units": [
                search(units, application, wanted) for _ in range(ROUNDS) for wanted in SEARCHES
            ],
        }
        end(desk, database, units, directory, root)
    return [
        at_most("1,000 units and 5,000 contacts imported", made, "ms", 10_000),
        at_most("both panes shown, longest call", shown, "ms", 100),
        *(
            at_most(f"{name}, 1,000 units, p99", percentile(times, 0.99), "ms", 16)
            for name, times in painted.items()
        ),
    ]


def change(desk: Desk, application: QApplication, id: str) -> float:
    """Let a unit go on patrol; return the ms of the main thread."""
    longest = 0.0
    done: list[object] = []
    desk.store.do(set_duty, id, Duty.PATROL, then=done.append)
    while not done:
        longest = max(longest, spent(application.processEvents))
    return max(longest, spent(application.processEvents))


def search(pane: UnitsPane, application: QApplication, wanted: str) -> float:
    """Search for units; return the ms of the main thread."""
    pane.box.setText(wanted)
    return spent(pane._filter) + spent(application.processEvents)


def load(desk: Desk, application: QApplication) -> float:
    """Read the board and wait until all is answered; return the longest call (ms) of the main thread."""
    longest = 0.0
    desk.store.load()
    lanes = (desk.store._write, desk.store._read)
    while any(lane.waiting for lane in lanes) or not desk.store.board.cards:
        longest = max(longest, spent(application.processEvents))
    return longest


def end(desk: Desk, database: Database, *panes: QWidget) -> None:
    """Close what was opened."""
    for pane in panes:
        pane.close()
    desk.store.close()
    database.close()


def town(folder: Path, *, agencies: int, contacts: int, units: int) -> Database:
    """Return a store of a town, made by the program's own import, the same every time."""
    random = Random(110)
    database = Database(folder / "town.sqlite")
    database.write(install_defaults, at=wall_ms(), by="bench")

    def name() -> str:
        return random.choice(FAMILY) + random.choice(GIVEN) + random.choice(GIVEN)

    def put(list_name: str, header: str, lines: list[str]) -> None:
        file = folder / f"{list_name}.csv"
        file.write_text("\n".join([header, *lines]), encoding="utf-8")
        rows = read_listing(file, LISTINGS[list_name]).rows
        if rows:
            database.write(import_listing, list_name, rows, at=wall_ms(), by="bench")

    put(
        "agencies",
        "code,name,kind",
        [f"T{at:05d},{random.choice(WORDS)}第{at}站,utility" for at in range(agencies)],
    )
    put(
        "contacts",
        "agency,order,name,phone,duty_from,duty_to",
        [
            f"T{at // contacts:05d},{at % contacts + 1},{name()},1389{at:07d},08:00,18:00"
            for at in range(agencies * contacts)
        ],
    )
    put(
        "units",
        "call_sign,leader,crew",
        [f"巡{at:04d},{name()},2" for at in range(units)],
    )
    return database
