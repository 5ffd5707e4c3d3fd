"""The automatic desk takes, sends, links and closes; a person may interfere at any time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.assignment import Assignment
from models.board import IncidentCard, UnitCard
from models.errors import RuleError
from models.incident import Incident
from models.state import AssignmentState, CallState, Duty, IncidentState
from services.closing import close, reopen, return_sheet
from services.database import Database
from services.dictionary import install_defaults
from services.dispatching import ask_return, assign_units, cancel, decide_return, move_unit
from services.drill import START_MS, Drill, run_headless
from services.fleet import set_duty
from services.journal.verifying import verify
from services.linking import merge, unmerge
from services.reporting import figures
from services.taking import complete_sheet, open_sheet, strike_sheet
from tests.services.drill.play import MINUTE, Play

ROOT = Path(__file__).resolve().parents[3]

RUN = """
import json, sys
from pathlib import Path
from models.identity import seeded_ids
from services.database import Database
from services.drill import START_MS, Drill, run_headless
seed, minutes, path = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
drill = Drill(seed, START_MS, automatic=True)
clock = lambda: drill.now
db = Database(path, clock=clock, ids=seeded_ids(seed, clock))
report = run_headless(db, drill, minutes)
del report["commit_ms"]
from sqlalchemy import select
from models.journal import SeatRow
report["head"] = db.read(lambda session: session.scalars(select(SeatRow.head)).one())
db.close()
print(json.dumps(report, sort_keys=True))
"""


def count(db: Database, query: Any) -> int:
    return db.read(lambda session: session.scalar(select(func.count()).where(query))) or 0


def test_an_hour_of_drill_is_taken_sent_and_closed(hour: Play) -> None:
    report = hour.db.read(figures, start=START_MS, end=START_MS + 60 * MINUTE, drill=True)
    assert report.calls > 100
    assert report.sheets > 0.8 * report.calls
    assert report.closed > 0.5 * report.sheets
    assert report.dispatched > 30
    assert report.arrived_within_10min.share is not None
    assert report.arrived_within_10min.share > 0.6
    assert sum(report.bands["sign"].values()) >= report.dispatched - 3
    assert not hour.refused
    assert hour.board == hour.db.board()
    assert hour.db.read(verify).misfit is None


def test_everything_a_drill_makes_is_marked_as_drill(automatic: Play) -> None:
    automatic.go(10)
    assert count(automatic.db, Incident.drill.is_(False)) == 0
    real = automatic.db.read(figures, start=START_MS, end=START_MS + 60 * MINUTE)
    assert (real.calls, real.sheets, real.dispatched) == (0, 0, 0)
    assert real.arrived_within_5min.share is None


def test_repeats_hang_on_their_first_sheet(hour: Play) -> None:
    linked = count(hour.db, Incident.link_type == "1")
    assert linked >= 5


def test_silent_callers_are_rung_back_or_let_be(hour: Play) -> None:
    old = [card for card in hour.calls() if card.rang_at < hour.now - 3 * MINUTE]
    assert not [card for card in old if card.state is CallState.ABANDONED]


def test_graver_sheets_get_two_units(hour: Play) -> None:
    def sent(session: Session) -> list[int]:
        query = (
            select(func.count())
            .select_from(Assignment)
            .join(Incident, Incident.id == Assignment.incident_id)
            .where(Incident.level <= 2, Assignment.issued_at > START_MS)
            .group_by(Incident.id)
        )
        return list(session.scalars(query))

    found = hour.db.read(sent)
    assert found
    assert set(found) == {2}


def test_a_unit_that_asks_to_be_relieved_is_relieved_and_another_is_sent(automatic: Play) -> None:
    automatic.until_true(lambda: signed(automatic))
    card, line = signed(automatic)[0]
    automatic.act(ask_return, line.id, "车辆故障")
    automatic.until_true(
        lambda: len(automatic.sheet(card.id).assignments) > len(card.assignments), minutes=20
    )
    states = {it.id: it.state for it in automatic.sheet(card.id).assignments}
    assert states[line.id] is AssignmentState.RETURNED


def signed(play: Play) -> list[tuple[IncidentCard, Any]]:
    return [
        (card, line)
        for card in play.board.all(IncidentCard).values()
        for line in card.assignments
        if line.state is AssignmentState.SIGNED
    ]


def test_the_same_seed_gives_the_same_report_and_the_same_journal(tmp_path: Path) -> None:
    def run(name: str, hash_seed: str, seed: int = 5) -> dict[str, Any]:
        ran = subprocess.run(
            [sys.executable, "-c", RUN, str(seed), "3", str(tmp_path / name)],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": hash_seed},
        )
        report: dict[str, Any] = json.loads(ran.stdout)
        return report

    first, second = run("a.sqlite", "1"), run("b.sqlite", "4242")
    assert first == second
    assert run("c.sqlite", "1", seed=6)["head"] != first["head"]


def test_the_report_has_its_keys(tmp_path: Path) -> None:
    db = Database(tmp_path / "drill.sqlite")
    parts: list[float] = []
    report = run_headless(db, Drill(2, START_MS, automatic=True, fixes=False), 5, told=parts.append)
    db.close()
    assert list(report) == [
        "calls",
        "sheets",
        "dispatched",
        "closed",
        "arrived_within_5min",
        "arrived_within_5min_share",
        "arrived_within_10min",
        "arrived_within_10min_share",
        "bands",
        "commit_ms",
        "seed",
        "minutes",
    ]
    assert list(report["bands"]) == ["sign", "depart", "feedback"]
    assert report["bands"]["sign"].keys() == {"0-30s", "30-60s", "60-120s", "120-180s", ">180s"}
    assert report["commit_ms"]["p50"] > 0
    assert parts == sorted(parts)
    json.dumps(report)


class Chaos:
    """A person who does anything at any time."""

    def __init__(self, play: Play, seed: int) -> None:
        self._play, self._random = play, Random(seed)
        self._made = 0
        self._acts = [
            self._cancel,
            self._move,
            self._reopen,
            self._assign,
            self._duty,
            self._close,
            self._merge,
            self._open,
            self._return,
            self._strike,
        ]

    def act(self) -> None:
        """Do one thing; a refusal by the rules is no surprise."""
        try:
            self._random.choice(self._acts)()
        except RuleError:
            return

    def _sheet(self) -> IncidentCard:
        cards = sorted(self._play.board.all(IncidentCard).values(), key=lambda card: card.number)
        if not cards:
            raise RuleError("none")
        return self._random.choice(cards)

    def _line(self) -> Any:
        cards = sorted(self._play.board.all(UnitCard).values(), key=lambda card: card.call_sign)
        lines = [card.job for card in cards if card.job is not None]
        if not lines:
            raise RuleError("none")
        return self._random.choice(lines)

    def _cancel(self) -> None:
        self._play.act(cancel, self._line().id, "演练打断")

    def _move(self) -> None:
        self._play.act(move_unit, self._line().id, self._sheet().id)

    def _reopen(self) -> None:
        def closed(session: Session) -> list[str]:
            query = select(Incident.id).where(Incident.state == IncidentState.CLOSED)
            return list(session.scalars(query.order_by(Incident.number)))

        ids = self._play.db.read(closed)
        if ids:
            self._play.act(reopen, self._random.choice(ids), "演练重开")

    def _assign(self) -> None:
        unit = self._random.choice(sorted(self._play.board.all(UnitCard)))
        self._play.act(assign_units, self._sheet().id, [unit])

    def _duty(self) -> None:
        unit = self._random.choice(sorted(self._play.board.all(UnitCard)))
        self._play.act(set_duty, unit, self._random.choice(list(Duty)))

    def _close(self) -> None:
        self._play.act(close, self._sheet().id, "D90")

    def _merge(self) -> None:
        if self._random.random() < 0.5:
            self._play.act(merge, self._sheet().id, self._sheet().id)
        else:
            merged = self._play.db.read(
                lambda session: session.scalars(
                    select(Incident.id).where(Incident.state == IncidentState.MERGED)
                ).first()
            )
            if merged:
                self._play.act(unmerge, merged)

    def _open(self) -> None:
        self._made += 1
        id = f"chaos-{self._made}"
        self._play.act(open_sheet, id=id, drill=True)
        fields = {"address": "某处", "class_taken": self._random.choice(["300100", "600600", "x"])}
        self._play.act(complete_sheet, id, {**fields, "level": 3})

    def _return(self) -> None:
        line = self._line()
        self._play.act(ask_return, line.id, "演练退单")
        if self._random.random() < 0.5:
            self._play.act(decide_return, line.id, accept=self._random.random() < 0.5)
        else:
            self._play.act(return_sheet, self._sheet().id, "不属本席")

    def _strike(self) -> None:
        self._play.act(strike_sheet, self._sheet().id, "误建")


@pytest.mark.parametrize(
    "seed", [1, pytest.param(2, marks=pytest.mark.full), pytest.param(3, marks=pytest.mark.full)]
)
def test_a_chaotic_person_breaks_neither_the_drill_nor_the_board(
    automatic: Play, seed: int
) -> None:
    automatic.act(install_defaults)
    automatic.go(4)
    chaos = Chaos(automatic, seed)
    for _ in range(60):
        automatic.go(0.25)
        chaos.act()
    assert automatic.board == automatic.db.board()
    assert automatic.db.read(verify).misfit is None


def test_a_refused_step_is_not_repeated_without_end(automatic: Play) -> None:
    automatic.act(install_defaults)
    chaos = Chaos(automatic, 9)
    for _ in range(30):
        automatic.go(0.25)
        chaos.act()
    before = len(automatic.refused)
    automatic.go(8)
    assert len(automatic.refused) - before < 10
