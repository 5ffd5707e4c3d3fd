"""`drill --headless`: runs a drill as fast as it goes and writes its report."""

from __future__ import annotations

import json
import sys
import tempfile
from argparse import Namespace
from pathlib import Path
from typing import Any, TextIO

from models.errors import TroubleError
from models.identity import seeded_ids
from services.database import Database
from services.dictionary import install_defaults
from services.drill import START_MS, Drill, run_headless
from services.drill.ground import Ground
from services.region import Region, home_of, installed_region
from services.region.streets import drill_ground
from services.searching import latest_instant
from ui.terminal.garbage import many_things
from ui.terminal.progress import Progress
from ui.terminal.wording import Wording

MINUTE_MS = 60_000
BY = "演练"
COUNTS = ("calls", "sheets", "dispatched", "closed")
SHARES = ("arrived_within_5min", "arrived_within_10min")


class DrillClock:
    """The drill's own time for the store, so that the same drill makes the same journal."""

    def __init__(self) -> None:
        self._drill: Drill | None = None

    def __call__(self) -> int:
        """Return the drill's instant in ms."""
        return self._drill.now if self._drill is not None else START_MS

    def follow(self, drill: Drill) -> None:
        """Go with a drill from now on."""
        self._drill = drill


def run_drill(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Run the drill, print its table, write report.json; a store that is not named is forgotten afterwards."""
    target: Path = parsed.report / "report.json"
    make_folder(parsed.report)
    with tempfile.TemporaryDirectory(prefix="drill-", ignore_cleanup_errors=True) as folder:
        path = getattr(parsed, "store", None) or Path(folder) / "drill.sqlite"
        region = parsed.region or installed_region(home_of(path.parent))
        ground = drill_ground(Region.load(region)) if region is not None else None
        report = report_of(path, parsed.seed, parsed.minutes, say, ground)
    write_whole(target, json.dumps(report, ensure_ascii=False, indent=2) + "\n")
    out.write(table(report, say))
    out.write(say("drill.report", path=str(target)) + "\n")
    return 0


def report_of(
    path: Path, seed: int, minutes: int, say: Wording, ground: Ground | None = None
) -> dict[str, Any]:
    """Run a drill on a store and return its report; in a used store it begins after what is there."""
    clock = DrillClock()
    database = Database(path, clock=clock, ids=seeded_ids(seed, clock))
    progress = Progress(say("drill.running", seed=seed), sys.stderr)
    try:
        latest = database.read(latest_instant)
        start = max(START_MS, (latest // MINUTE_MS + 1) * MINUTE_MS if latest else 0)
        database.write(install_defaults, at=start, by=BY)
        drill = Drill(seed, start, automatic=True, fixes=False, ground=ground)
        clock.follow(drill)
        with many_things():
            return run_headless(database, drill, minutes, told=progress)
    finally:
        progress.end()
        database.close()


def make_folder(folder: Path) -> None:
    """Make a folder; TroubleError `file.unwritable`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TroubleError("file.unwritable", path=str(folder), detail=error.strerror) from error


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all; TroubleError `file.unwritable`."""
    waiting = path.with_name(f"{path.name}.part")
    try:
        waiting.write_text(text, encoding="utf-8")
        waiting.replace(path)
    except OSError as error:
        raise TroubleError("file.unwritable", path=str(path), detail=error.strerror) from error


def table(report: dict[str, Any], say: Wording) -> str:
    """Return the figures of a report as lines."""
    lines = [f"{say('drill.running', seed=report['seed'])}  {report['minutes']} min"]
    lines += [f"  {report[name]:>8}  {say(f'figure.{name}')}" for name in COUNTS]
    for name in SHARES:
        part = report[f"{name}_share"]
        shown = "–" if part is None else f"{part:.1%}"
        lines.append(f"  {report[name]:>8}  {say(f'figure.{name}')} ({shown})")
    for name, bands in report["bands"].items():
        cells = "  ".join(f"{band} {count}" for band, count in bands.items())
        lines.append(f"  {say(f'figure.{name}')}: {cells}")
    took = report["commit_ms"]
    lines.append(f"  {say('figure.commit_ms')}: p50 {took['p50']}  p99 {took['p99']}")
    return "\n".join(lines) + "\n"
