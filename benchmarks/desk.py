"""The desk's figures: writing a sheet, sending a unit, changing its status, taking in a log, starting on it.

Method: the commands run one after the other through `Database.write` on a new store file with 60 units, and a figure
is the time of one call: rules, journal record, cards, and the commit with `synchronous=FULL`. The import is the
command line's own, on 60,000 calls made here; the start is a process of its own, offscreen, from its first instant
until the map page has drawn the board.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.figure import Figure, at_least, at_most, percentile
from models.identity import new_id
from models.state import Duty
from services.database import Database, wall_ms
from services.dispatching import arrive, assign_units, depart, finish, sign
from services.fleet import add_unit
from services.taking import complete_sheet, open_sheet

SCREEN = Path(__file__).with_name("screen.json")
ROOT = Path(__file__).resolve().parent.parent
MAIN = ROOT / "main.py"
MAPPING = ROOT / "resources" / "mapping" / "montgomery.toml"
UNITS, SHEETS, WARM = 60, 1000, 50
LOG_ROWS = 60_000
STARTS = 3
POSITION_SECONDS = 30
BEAT_SPEEDS, BEAT_SECONDS = (10, 60), 15
FIELDS = {
    "address": "芗城区胜利西路118号",
    "class_taken": "200100",
    "level": 3,
    "narrative": "两人在路边打架，一人头部出血，围观群众较多，请求尽快出警。",
    "caller_number": "13900000000",
}


def measure() -> list[Figure]:
    """Return the figures of the desk."""
    with tempfile.TemporaryDirectory() as folder:
        return [
            *write_figures(Path(folder)),
            *position_figures(),
            *log_figures(Path(folder)),
            *beat_figures(),
        ]


def write_figures(folder: Path) -> list[Figure]:
    """Time the commands of the dispatch path."""
    database = Database(folder / "desk.sqlite")
    units = [
        timed(database, add_unit, id=new_id(), call_sign=str(601 + n), duty=Duty.PATROL)[1]
        for n in range(UNITS)
    ]
    create, assign, status = [], [], []
    for number in range(WARM + SHEETS):
        spent, sheet = timed(database, open_sheet, id=new_id(), fields=FIELDS)
        timed(database, complete_sheet, sheet)
        sent, (job,) = timed(database, assign_units, sheet, [units[number % UNITS]])
        steps = [timed(database, step, job)[0] for step in (sign, depart, arrive, finish)]
        if number >= WARM:
            create.append(spent)
            assign.append(sent)
            status.extend(steps)
    database.close()
    return [
        at_most("create a sheet, p50", percentile(create, 0.50), "ms", 10),
        at_most("create a sheet, p99", percentile(create, 0.99), "ms", 30),
        at_most("assign a unit, p99", percentile(assign, 0.99), "ms", 20),
        at_most("change a status, p99", percentile(status, 0.99), "ms", 20),
    ]


def timed(
    database: Database, command: Callable[..., object], *args: object, **kwargs: object
) -> tuple[float, Any]:
    """Run a command and return the ms it took, with its result."""
    began = time.perf_counter()
    outcome = database.write(command, *args, at=wall_ms(), by="bench", **kwargs)
    return (time.perf_counter() - began) * 1000, outcome.result


def log_figures(folder: Path) -> list[Figure]:
    """Time the import of a log and the start on what it left."""
    log, store = write_log(folder / "calls.csv"), folder / "history.sqlite"
    began = time.perf_counter()
    run("import", "calls", str(log), "--mapping", str(MAPPING), "--store", str(store))
    rate = LOG_ROWS / (time.perf_counter() - began)
    starts = [start(store) for _ in range(STARTS)]
    name = f"start on 60,000 sheets, median of {STARTS}"
    return [
        at_least("import 60,000 calls", rate, "sheets/s", 2000),
        at_most(name, percentile(starts, 0.5), "s", 3),
    ]


def position_figures() -> list[Figure]:
    """Time a status command beside a thousand units that report ten times a second (see `position.py`)."""
    command = [sys.executable, "-m", "benchmarks.position", str(POSITION_SECONDS)]
    said = subprocess.run(command, check=True, cwd=ROOT, env=screenless(), capture_output=True)
    took = json.loads(said.stdout.splitlines()[-1])
    name = "change a status beside 10,000 positions/s, p99"
    return [at_most(name, percentile(took, 0.99), "ms", 20)]


def beat_figures() -> list[Figure]:
    """Measure how late the main thread is in a drill, in a process of its own."""
    figures = []
    for speed in BEAT_SPEEDS:
        command = [sys.executable, "-m", "benchmarks.heartbeat", str(speed), str(BEAT_SECONDS)]
        said = subprocess.run(command, check=True, cwd=ROOT, env=screenless(), capture_output=True)
        late = json.loads(said.stdout.splitlines()[-1])
        name = f"main thread late in a drill at {speed}x, p99"
        figures.append(at_most(name, percentile(late, 0.99), "ms", 16))
    return figures


def start(store: Path) -> float:
    """Return the seconds from the process's start to the board drawn on queue and map."""
    began = time.perf_counter()
    command = [sys.executable, str(MAIN), "--store", str(store), "--exit-when-ready"]
    with subprocess.Popen(
        command, env=screenless(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        spent = time.perf_counter() - began
    assert line == b"ready\n", f"the window did not come up: {process.returncode}"
    return spent


def run(*arguments: str) -> None:
    """Run the program; its failure is the benchmark's."""
    command = [sys.executable, str(MAIN), *arguments]
    subprocess.run(
        command,
        check=True,
        env=screenless(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def screenless() -> dict[str, str]:
    """Return an environment in which Qt paints offscreen, on a screen of the size of a dispatcher's.

    Qt's own offscreen screen has 800 × 800 pixels: there the docks of the window lie over each other.
    """
    return {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={SCREEN}"}


def write_log(file: Path) -> Path:
    """Write a call log of our own making, the same every time, in the shape the shipped mapping reads."""
    random = Random(110)
    kinds = (
        "EMS: FALL VICTIM",
        "Traffic: VEHICLE ACCIDENT -",
        "Fire: FIRE ALARM",
        "EMS: ASSAULT VICTIM",
    )
    with file.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["lat", "lng", "zip", "title", "time_stamp", "twp"])
        for number in range(LOG_ROWS):
            day, second = 1 + number // 2500, number % 2500 * 34
            stamp = (
                f"2016-01-{day:02d} {second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"
            )
            lat, lng = 40.1 + random.random() * 0.2, -75.5 + random.random() * 0.4
            rows.writerow(
                [f"{lat:.6f}", f"{lng:.6f}", "19401", random.choice(kinds), stamp, "NORRISTOWN"]
            )
    return file
