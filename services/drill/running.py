"""Runs a drill without a window: as fast as the store takes it, event by event, without a clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from time import perf_counter
from typing import Any

from models.board import Board
from models.errors import RuleError
from models.fix import Fix
from services.database import Database, Job, Outcome
from services.drill.drill import Drill
from services.reporting import figures

MINUTE_MS = 60_000
FIXES_A_BATCH = 1_000
# Monday, 2026-01-05 08:00 in China: a run without a window has a date of its own.
START_MS = 1_767_571_200_000

Report = dict[str, Any]


def run_headless(
    db: Database,
    drill: Drill,
    minutes: int,
    *,
    told: Callable[[float], object] = lambda part: None,
) -> Report:
    """Run a drill for some minutes of its own time and return its figures, counted in the store.

    Keys: calls, sheets, dispatched, closed, arrived_within_5min, arrived_within_10min (counts, each followed by
    its `…_share` of those dispatched, 0 to 1 or None), bands ({sign, depart, feedback}), commit_ms ({p50, p99}),
    seed, minutes. Everything but commit_ms follows from the seed, the start and the minutes; `told` hears which
    part is done. Raises TroubleError where the store fails.
    """
    end = drill.start_ms + minutes * MINUTE_MS
    run = Run(db, drill)
    run.begin()
    while (at := drill.next_at()) < end:
        run.step(at)
        told((at - drill.start_ms) / (end - drill.start_ms))
    run.keep_fixes()
    counted = db.read(figures, start=drill.start_ms, end=end, drill=True)
    return {
        **flat(asdict(counted)),
        "commit_ms": run.commit_ms(),
        "seed": drill.seed,
        "minutes": minutes,
    }


def flat(counted: dict[str, Any]) -> dict[str, Any]:
    """Return figures whose counts with a share stand beside their share."""
    flattened: dict[str, Any] = {}
    for name, value in counted.items():
        if isinstance(value, dict) and value.keys() == {"count", "share"}:
            flattened |= {name: value["count"], f"{name}_share": value["share"]}
        else:
            flattened[name] = value
    return flattened


class Run:
    """One drill on one store; keeps the board by the deltas, as a window does."""

    def __init__(self, db: Database, drill: Drill) -> None:
        self._db, self._drill = db, drill
        self._took: list[float] = []
        self._fixes: list[Fix] = []
        self.board = Board()

    def begin(self) -> None:
        """Set up what the store lacks and let the drill look at all of it."""
        self.board = self._db.board()
        for outcome in self._db.write_all(self._drill.setup(self.board)):
            self.board = self.board.apply(checked(outcome).delta)
        self._drill.observe(self.board, None)

    def step(self, at: int) -> None:
        """Let everything up to an instant (ms) happen, write it, and let the drill see what came of it."""
        step = self._drill.advance(at)
        self._fixes += step.fixes
        if len(self._fixes) >= FIXES_A_BATCH:
            self.keep_fixes()
        for job in step.jobs:
            self.write(job)

    def keep_fixes(self) -> None:
        """Put the positions that came since the last time on disk."""
        if self._fixes:
            self._db.save_fixes(self._fixes)
            self._fixes = []

    def write(self, job: Job) -> None:
        """Write one command; a refusal by the rules is part of the play."""
        begun = perf_counter()
        try:
            outcome = self._db.write(job.command, *job.args, at=job.at, by=job.by, **job.kwargs)
        except RuleError:
            return
        finally:
            self._took.append((perf_counter() - begun) * 1000)
        self.board = self.board.apply(outcome.delta)
        self._drill.observe(self.board, outcome.delta)

    def commit_ms(self) -> dict[str, float | None]:
        """Return the median and the 99th percentile of what one command took, in ms."""
        took = sorted(self._took)
        return {
            name: round(took[min(len(took) - 1, int(len(took) * part))], 2) if took else None
            for name, part in (("p50", 0.5), ("p99", 0.99))
        }


def checked(outcome: Outcome | Exception) -> Outcome:
    """Return an outcome, or raise what went wrong."""
    if isinstance(outcome, Exception):
        raise outcome
    return outcome
