"""A desk for tests: a real store, its board kept by deltas, and a check after every command."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import Agency, AgencyKind
from models.base import Base
from models.errors import RuleError
from models.identity import seeded_ids
from models.journal import JournalRow, Record
from models.organisation import OrganisationKind
from models.place import Place
from models.state import Duty
from services.database import Database, Job, Outcome
from services.dispatching import assign_units
from services.fleet import add_organisation, add_unit, set_duty
from services.journal.verifying import verify
from services.schema import migrate
from services.taking import complete_sheet, open_sheet
from tests.store import furnished_store

NOON = 1_790_000_000_000
HERE = Place(lon=117.6471, lat=24.5109, method="picked", at=NOON)
PLAIN = {"address": "胜利西路 118 号", "class_taken": "010100", "level": 2}

Rows = dict[str, list[tuple[Any, ...]]]

# The desks of the running test, to be closed at its end.
OPENED: list[Desk] = []


@cache
def empty_store() -> Path:
    """Return a store without a seat, made once: migrating takes its time."""
    folder = Path(tempfile.mkdtemp(prefix="store-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "empty.db"
    migrate(path)
    return path


def add_agency(session: Session, *, id: str, at: int, by: str) -> str:
    """Enter a linked agency; return its key."""
    session.add(
        Agency(id=id, code=id[-4:], name="自来水公司", kind=AgencyKind.UTILITY, takes=["05"])
    )
    return id


def all_rows(session: Session) -> Rows:
    """Return every row of every table, what the journal keeps for itself included."""
    return {
        table.name: sorted((tuple(row) for row in session.execute(select(table))), key=repr)
        for table in Base.metadata.sorted_tables
    }


class Desk:
    """One seat at work. Time goes on by a second a command; keys follow from the seat's block."""

    def __init__(
        self,
        folder: Path,
        *,
        seat: str = "S001",
        block: int = 1,
        wall: Callable[[], int] | None = None,
        terms: bool = False,
    ) -> None:
        """Sit down at a store of this folder; a new one holds nothing, or the shipped dictionaries."""
        self.path = folder / f"{seat}.db"
        if not self.path.exists():
            store = furnished_store(NOON) if terms else empty_store().read_bytes()
            self.path.write_bytes(store)
        self.now = NOON
        self.ids: Iterator[str] = seeded_ids(block, lambda: self.now)
        clock = wall if wall is not None else lambda: self.now
        self.db = Database(self.path, seat=seat, block=block, clock=clock, ids=self.ids)
        OPENED.append(self)
        self.now += 1000 * len(self.records())  # a store taken up again goes on where it was
        self.board = self.db.board()

    def close(self) -> None:
        """Let go of the store."""
        self.db.close()

    def do(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Run a command and return its result; the board by deltas must be the board read anew."""
        return self.outcome(command, *args, **kwargs).result

    def outcome(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Outcome:
        """Run a command like `do`; return the result with the delta."""
        self.now += 1000
        outcome = self.db.write(command, *args, at=self.now, by="P01", **kwargs)
        self.take(outcome)
        return outcome

    def job(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Job:
        """Return a command to be written together with others."""
        self.now += 1000
        return Job(command, args, self.now, "P01", kwargs)

    def take(self, outcome: Outcome) -> None:
        """Apply a delta and compare."""
        self.board = self.board.apply(outcome.delta)
        assert self.board == self.db.board(), "the deltas and the store disagree"

    def refuse(
        self, code: str, command: Callable[..., Any], *args: Any, **kwargs: Any
    ) -> RuleError:
        """Check that the rules refuse a command with the code, and that it leaves no trace."""
        before = self.rows()
        with pytest.raises(RuleError) as refusal:
            self.do(command, *args, **kwargs)
        assert refusal.value.code == code
        assert self.rows() == before
        return refusal.value

    def rows(self) -> Rows:
        """Return every row of the store."""
        return self.db.read(all_rows)

    def get(self, cls: type[Any], id: str) -> Any:
        """Return an entity as it lies in the store."""
        return self.db.read(lambda session: session.get(cls, id))

    def records(self) -> list[Record]:
        """Return every record the store has, in the order they came to it."""
        return self.db.read(records)

    def check(self) -> None:
        """Verify chains and rows."""
        verdict = self.db.read(verify)
        assert verdict.misfit is None, verdict.misfit

    def fresh(self) -> str:
        """Return a new key."""
        return next(self.ids)

    def unit(self, call_sign: str = "漳101", duty: Duty = Duty.STANDBY, **fields: Any) -> str:
        """Enter a unit on duty."""
        id: str = self.do(add_unit, id=self.fresh(), call_sign=call_sign, **fields)
        if duty is not Duty.OFFLINE:
            self.do(set_duty, id, duty)
        return id

    def station(self, name: str = "芗城分局", **fields: Any) -> str:
        """Enter a police body."""
        kind = OrganisationKind.STATION
        id: str = self.do(
            add_organisation, id=self.fresh(), name=name, code=self.fresh(), kind=kind, **fields
        )
        return id

    def agency(self) -> str:
        """Enter a linked agency."""
        id: str = self.do(add_agency, id=self.fresh())
        return id

    def sheet(self, **fields: Any) -> str:
        """Open and complete a sheet."""
        id: str = self.do(open_sheet, id=self.fresh())
        self.do(complete_sheet, id, {**PLAIN, **fields})
        return id

    def send(self, sheet: str, *units: str) -> list[str]:
        """Assign units to a sheet; return the keys of the assignments."""
        ids: list[str] = self.do(assign_units, sheet, units)
        return ids


def records(session: Session) -> list[Record]:
    """Return every record as it travels."""
    rows = session.scalars(select(JournalRow).order_by(JournalRow.hlc, JournalRow.seat)).all()
    return [record_of(row) for row in rows]


def record_of(row: JournalRow) -> Record:
    """Return a record as it travels."""
    changes = tuple((entity, id, fields) for entity, id, fields in json.loads(row.changes))
    return Record(row.seat, row.seq, row.hlc, row.actor, row.command, changes, row.prev, row.hash)
