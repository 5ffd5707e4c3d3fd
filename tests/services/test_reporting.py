"""Figures are counted by hand here; drills never count in real ones."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from services.closing import close, feed_back
from services.database import Database
from services.dispatching import arrive, assign_units, depart, finish, sign
from services.fleet import add_unit
from services.reporting import Share, figures
from services.taking import complete_sheet, open_sheet, ring
from tests.services.desk import NOON, empty_store

MINUTE, SECOND = 60_000, 1_000
PLAIN = {"address": "某处", "class_taken": "300100", "level": 3}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    shutil.copy(empty_store(), tmp_path / "desk.sqlite")
    database = Database(tmp_path / "desk.sqlite")
    yield database
    database.close()


def answered(db: Database, id: str, *, drill: bool, signed: int, arrived: int, told: int) -> None:
    """Let a sheet run its course; instants are ms after its order, the feedback after the arrival."""
    unit = f"unit-{id}"
    write: Any = db.write
    write(add_unit, id=unit, call_sign=unit, duty="patrol", at=NOON, by="x", drill=drill)
    write(ring, id=f"call-{id}", at=NOON, by="x", drill=drill)
    write(open_sheet, id=id, at=NOON, by="x", drill=drill)
    write(complete_sheet, id, PLAIN, at=NOON, by="x")
    (job,) = write(assign_units, id, [unit], at=NOON, by="x").result
    write(sign, job, at=NOON + signed, by="x")
    write(depart, job, at=NOON + signed, by="x")
    write(arrive, job, at=NOON + arrived, by="x")
    write(finish, job, at=NOON + arrived + told, by="x")
    write(
        feed_back,
        id,
        class_code="300100",
        result="D10",
        assignment_id=job,
        at=NOON + arrived + told,
        by="x",
    )
    write(close, id, "D10", at=NOON + arrived + told, by="x")


def test_figures_are_what_a_hand_counts(db: Database) -> None:
    answered(db, "a", drill=False, signed=30 * SECOND, arrived=5 * MINUTE, told=30 * MINUTE)
    answered(db, "b", drill=False, signed=31 * SECOND, arrived=5 * MINUTE + 1, told=31 * MINUTE)
    answered(db, "c", drill=False, signed=16 * MINUTE, arrived=20 * MINUTE, told=5 * 60 * MINUTE)
    db.write(open_sheet, id="waiting", at=NOON, by="x")
    found = db.read(figures, start=NOON, end=NOON + 1)
    assert (found.calls, found.sheets, found.dispatched, found.closed) == (3, 4, 3, 3)
    assert found.arrived_within_5min == Share(1, 0.3333)
    assert found.arrived_within_10min == Share(2, 0.6667)
    assert found.bands["sign"] == {
        "0-30s": 1,
        "30-60s": 1,
        "60-120s": 0,
        "120-180s": 0,
        ">180s": 1,
    }
    assert found.bands["depart"] == {
        "0-5min": 2,
        "5-10min": 0,
        "10-15min": 0,
        "15-30min": 1,
        ">30min": 0,
    }
    assert found.bands["feedback"] == {
        "0-30min": 1,
        "30-60min": 1,
        "1-2h": 0,
        "2-4h": 0,
        ">4h": 1,
    }


def test_a_drill_never_counts_in_real_figures_nor_the_real_in_a_drills(db: Database) -> None:
    answered(db, "real", drill=False, signed=SECOND, arrived=MINUTE, told=MINUTE)
    answered(db, "play", drill=True, signed=SECOND, arrived=20 * MINUTE, told=MINUTE)
    real = db.read(figures, start=NOON, end=NOON + 1)
    drill = db.read(figures, start=NOON, end=NOON + 1, drill=True)
    assert (real.calls, real.sheets, real.dispatched, real.closed) == (1, 1, 1, 1)
    assert (drill.calls, drill.sheets, drill.dispatched, drill.closed) == (1, 1, 1, 1)
    assert real.arrived_within_5min.count == 1
    assert drill.arrived_within_5min.count == 0
    assert sum(real.bands["feedback"].values()) == 1


def test_a_span_without_anything_has_no_shares(db: Database) -> None:
    found = db.read(figures, start=0, end=1)
    assert found.arrived_within_5min == Share(0, None)
    assert sum(found.bands["sign"].values()) == 0
