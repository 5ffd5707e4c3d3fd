"""Recommended dispatch against the nearest idle unit, in the drill on Heidelberg's streets: late arrivals and mean response.

Method: the region is built from the extract that `ZHANGZHOU_110_EXTRACTS` names; the drill sets up its 22 units there. A run
is four hours from 14:00 on; the same seed gives every arm the same callers at the same places, the same minutes on scene and the
same delays of crews, so arms are compared seed by seed. Calls come as often for each unit as in the drill of Zhangzhou, and half
as often again. Every arm sends as many units to a sheet as the others; they differ in which:

* `straight`: the nearest free one by straight line, as a list by distance has it;
* `road`: the nearest free one by road time: the drill's own desk;
* `recommended`: the best of the recommendation (`ui.advice.advise`: from the next crossing, times within 30 s equal, then beat,
  area, workload and rest);
* `ties of 5 s`: the same, where only times within 5 s count as equal: what the ties cost;
* `on the spot`: the same, where a moving unit is measured from where it is: what the next crossing costs here, since the drill's
  crews stop and turn where they are.

Late: nobody on scene five minutes after the sheet was taken. Response: from there to the first arrival, until the end of the run
where nobody came. Sheets of the last ten minutes do not count. Intervals: 95 %, Student's t over the seeds' differences.

    .venv/bin/python -m benchmarks.dispatch [--json FILE] [--seeds N]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from benchmarks.figure import machine
from benchmarks.region import EXTRACTS, NAME
from models.board import Board, IncidentCard, UnitCard
from models.fix import Fix
from models.place import distance
from services.database import Database
from services.drill import START_MS, Drill
from services.drill.choosing import Choose
from services.drill.ground import Ground
from services.drill.imagined import Imagined
from services.drill.interval import Interval, interval
from services.drill.roster import UNITS
from services.drill.running import Run
from services.drill.script import lean, shipped
from services.recommending.rule import Rules, shipped_rules
from services.recommending.situation import Load, Past, Situation
from services.recommending.standing import Standing
from services.region import Region
from services.region.building import Order, build_region
from services.region.streets import drill_ground
from services.routing import Passable, Roads, load_roads
from ui.advice import Question, advise

HOUR, MINUTE = 3_600_000, 60_000
BEGIN, HOURS, LATE, TAIL = START_MS + 6 * HOUR, 4, 5 * MINUTE, 10 * MINUTE
STRAIGHT = 40 / 3.6 / 1.4
SEEDS, LOADS = 40, (1.0, 1.5)
ARMS = ("straight", "road", "recommended", "ties of 5 s", "on the spot")


@dataclass(frozen=True, slots=True)
class Result:
    """One run: the share of late sheets, the mean response (s) and how many sheets counted."""

    late: float
    response: float
    sheets: int


def main() -> int:
    """Run all arms, print what came of it, and write it if asked."""
    parser = argparse.ArgumentParser(prog="benchmarks.dispatch")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--seeds", type=int, default=SEEDS, metavar="N")
    given = parser.parse_args()
    extract = Path(os.environ.get(EXTRACTS, "")) / NAME
    if not extract.is_file():
        sys.exit(f"{EXTRACTS} must name the folder that holds {NAME}")
    with TemporaryDirectory() as name:
        folder = Path(name) / "region"
        build_region(Order(extract, folder), lambda _step, _part: None)
        rows = [row for load in LOADS for row in compared(folder, load, given.seeds)]
    print(machine())
    for row in rows:
        print(row)
    if given.json:
        given.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return 0


def compared(folder: Path, load: float, seeds: int) -> list[dict[str, object]]:
    """Return for a load what every arm brought, and how each differs from the nearest by straight line and by road."""
    ground, roads = drill_ground(Region.load(folder)), load_roads(folder)
    if ground is None:
        sys.exit("the region has no streets")
    board = staffed(ground)
    found: dict[str, list[Result]] = {arm: [] for arm in ARMS}
    for seed in range(1, seeds + 1):
        for arm in ARMS:
            found[arm].append(result(seed, load, ground, board, chooser(arm, roads)))
        print(f"load {load}: seed {seed} of {seeds}", file=sys.stderr)
    rows: list[dict[str, object]] = []
    for arm, results in found.items():
        row: dict[str, object] = {"load": load, "arm": arm, "seeds": seeds}
        row["sheets"] = sum(it.sheets for it in results)
        for figure in ("late", "response"):
            mine = [getattr(it, figure) for it in results]
            row[figure] = rounded(interval(mine))
            for other in ARMS[: ARMS.index(arm)]:
                theirs = [getattr(it, figure) for it in found[other]]
                apart = [one - two for one, two in zip(mine, theirs, strict=True)]
                row[f"{figure} against {other}"] = rounded(interval(apart))
        rows.append(row)
    return rows


def rounded(one: Interval) -> dict[str, float]:
    """Return an interval fit to print."""
    return {name: round(value, 4) for name, value in asdict(one).items()}


def staffed(ground: Ground) -> Board:
    """Return the board of the drill's bodies, beats and units, as a store has it."""
    with TemporaryDirectory() as folder:
        database = Database(Path(folder) / "drill.sqlite", clock=lambda: BEGIN)
        run = Run(database, Drill(1, BEGIN, fixes=False, ground=ground))
        run.begin()
        database.close()
        return run.board


def result(seed: int, load: float, ground: Ground, board: Board, choose: Choose | None) -> Result:
    """Run one arm with one seed."""
    share = load * len(board.all(UnitCard)) / UNITS
    script = lean(shipped(), share)
    drill = Drill(
        seed, BEGIN, automatic=True, fixes=False, ground=ground, script=script, choose=choose
    )
    desk, end = Imagined(drill, board), BEGIN + HOURS * HOUR
    desk.begin()
    desk.play(end)
    waits = [
        min(sheet.arrived_at or end, end) - sheet.completed_at
        for sheet in desk.sheets.values()
        if sheet.completed_at is not None and sheet.main_id is None
        if sheet.completed_at <= end - TAIL
    ]
    return Result(mean(it > LATE for it in waits), mean(waits) / 1000, len(waits))


def chooser(arm: str, roads: Roads) -> Choose | None:
    """Return how an arm chooses; None is the drill's own desk."""
    if arm == "road":
        return None
    if arm == "straight":
        return nearest
    rules = shipped_rules()
    if arm == "ties of 5 s":
        rules = replace(rules, tie=5.0)
    choose = partial(recommended, Passable(roads, ()), rules, {}, {})
    if arm == "on the spot":
        return lambda sheet, board, fixes, now, many: choose(
            sheet, board, {id: replace(it, heading=None) for id, it in fixes.items()}, now, many
        )
    return choose


def nearest(
    sheet: IncidentCard, _board: Board, fixes: Mapping[str, Fix], _now: int, many: int
) -> list[str]:
    """Return the nearest free units by straight line."""
    place = sheet.point
    if place is None:
        return list(fixes)[:many]
    far = {id: distance(it.lon, it.lat, place.lon, place.lat) for id, it in fixes.items()}
    return sorted(fixes, key=lambda id: (far[id], id))[:many]


def recommended(
    roads: Passable,
    rules: Rules,
    loads: dict[str, Load],
    on: dict[str, int],
    sheet: IncidentCard,
    board: Board,
    fixes: Mapping[str, Fix],
    now: int,
    many: int,
) -> list[str]:
    """Return the first free units of the recommendation; `loads` and `on` keep what each did so far in this run."""
    for id in fixes:
        if (since := on.pop(id, None)) is not None:
            unit = board.all(UnitCard)[id]
            loads[id] = Load(loads.get(id, Load()).jobs + 1, max(since, unit.duty_since))
    situation = Situation(sheet, board, fixes, now, rules, STRAIGHT, Past(dict(loads), {}))
    ranking = advise(Question(situation, None, (0, ()), roads)).ranking
    free = [it.unit_id for it in ranking.candidates if it.standing is Standing.FREE]
    chosen = [id for id in free if id in fixes][:many]
    on.update(dict.fromkeys(chosen, now))
    return chosen


if __name__ == "__main__":
    sys.exit(main())
