"""A drill on a real store for tests: runs to an instant, lets a test act in between, keeps the board by deltas."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from models.board import CallCard, IncidentCard, UnitCard
from models.errors import RuleError
from models.fix import Fix
from models.identity import seeded_ids
from services.database import Database, Job, Outcome
from services.dictionary import install_defaults
from services.drill import START_MS, Drill
from tests.services.desk import empty_store

MINUTE = 60_000
PERSON = "值班员"


class Play:
    """One drill and one person at one desk."""

    def __init__(self, path: Path, seed: int = 7, *, automatic: bool = False) -> None:
        self.now = START_MS
        self.db = Database(path, clock=lambda: self.now, ids=seeded_ids(seed, lambda: self.now))
        self.drill = Drill(seed, START_MS, automatic=automatic)
        self.fixes: list[Fix] = []
        self.jobs: list[Job] = []
        self.refused: list[RuleError] = []
        self.board = self.db.board()
        self.write_together(self.drill.setup(self.board))
        self.drill.observe(self.board, None)

    def write_together(self, jobs: list[Job]) -> None:
        """Run commands in one commit, none of which may fail."""
        for outcome in self.db.write_all(jobs):
            assert isinstance(outcome, Outcome), outcome
            self.board = self.board.apply(outcome.delta)

    def write(self, job: Job) -> Any:
        """Run a command of the drill; a refusal is kept."""
        try:
            outcome = self.db.write(job.command, *job.args, at=job.at, by=job.by, **job.kwargs)
        except RuleError as error:
            self.refused.append(error)
            return None
        self.board = self.board.apply(outcome.delta)
        self.drill.observe(self.board, outcome.delta)
        return outcome.result

    def act(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Run a person's command now; raises its RuleError."""
        outcome = self.db.write(command, *args, at=self.now, by=PERSON, **kwargs)
        self.board = self.board.apply(outcome.delta)
        self.drill.observe(self.board, outcome.delta)
        return outcome.result

    def until(self, instant: int) -> None:
        """Let the drill go on to an instant, event by event."""
        while (at := self.drill.next_at()) <= instant:
            self.now = max(self.now, at)
            step = self.drill.advance(at)
            self.fixes += step.fixes
            self.jobs += step.jobs
            for job in step.jobs:
                self.write(job)
        self.now = instant
        self.drill.advance(instant)

    def go(self, minutes: float) -> None:
        """Let the drill go on for some minutes."""
        self.until(self.now + round(minutes * MINUTE))

    def until_true(self, what: Callable[[], object], minutes: float = 120) -> None:
        """Let the drill go on until something holds; fail where it does not within some minutes."""
        end = self.now + round(minutes * MINUTE)
        while not what():
            assert self.now < end, "it did not come to pass"
            self.until(self.drill.next_at())

    def sheet(self, id: str) -> IncidentCard:
        """Return an open sheet's card."""
        card = self.board.get(IncidentCard, id)
        assert card is not None
        return card

    def unit(self, sign: str) -> UnitCard:
        """Return a unit's card by its call sign."""
        return self.board.all(UnitCard)[f"drill:unit:{sign}"]

    def calls(self) -> list[CallCard]:
        """Return the calls on the board, oldest first."""
        return sorted(self.board.all(CallCard).values(), key=lambda card: card.rang_at)


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """A drill without an automatic desk."""
    yield from playing(tmp_path, automatic=False)


@pytest.fixture
def automatic(tmp_path: Path) -> Iterator[Play]:
    """A drill with an automatic desk."""
    yield from playing(tmp_path, automatic=True)


@pytest.fixture(scope="module")
def hour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Play]:
    """A drill with an automatic desk after its first hour; to be looked at, not to be gone on with."""
    for play in playing(tmp_path_factory.mktemp("hour"), automatic=True):
        play.act(install_defaults)
        play.go(60)
        yield play


def playing(folder: Path, *, automatic: bool) -> Iterator[Play]:
    path = folder / "drill.sqlite"
    shutil.copy(empty_store(), path)
    play = Play(path, automatic=automatic)
    yield play
    play.db.close()
