"""Recomputes the chains and the rows, and names the first thing that does not fit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.base import entity_classes
from models.journal import GENESIS, JournalRow, SeatRow, record_hash
from services.journal.fold import Fields, Key, folded

ROWS_A_FETCH = 500


@dataclass(frozen=True, slots=True)
class Misfit:
    """The first record (or, with `entity`, the first row) that does not fit, and how."""

    code: str
    seat: str = ""
    seq: int = 0
    entity: str = ""
    entity_id: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many records were read, each seat's head, and the first misfit (None: all fits)."""

    records: int
    heads: dict[str, str]
    misfit: Misfit | None


def verify(session: Session, expected_head: str = "") -> Verdict:
    """Check every chain, then every row against its records.

    `expected_head` is a head that was carried away (printed, sent): one of the records must have it,
    so that a store cut back as a whole is found too.
    """
    heads: dict[str, str] = {}
    count = 0
    for row in journal_rows(session):
        count += 1
        misfit = misfit_of(row, heads.get(row.seat, GENESIS))
        if misfit is not None:
            return Verdict(count, heads, misfit)
        heads[row.seat] = row.hash
    misfit = head_misfit(session, heads) or row_misfit(session)
    if misfit is None and expected_head:
        found = session.scalars(select(JournalRow.hash).where(JournalRow.hash == expected_head))
        if found.first() is None:
            misfit = Misfit("head.unknown")
    return Verdict(count, heads, misfit)


def journal_rows(session: Session) -> Iterator[JournalRow]:
    """Yield all records, seat by seat, in order, gaps named by what follows them."""
    query = select(JournalRow).order_by(JournalRow.seat, JournalRow.seq)
    last: dict[str, int] = {}
    for row in session.scalars(query.execution_options(yield_per=ROWS_A_FETCH)):
        last[row.seat] = row.seq
        yield row


def misfit_of(row: JournalRow, prev: str) -> Misfit | None:
    """Return what is wrong with one record behind a head, or None."""
    if row.prev != prev:
        return Misfit("record.chain", row.seat, row.seq)
    wanted = record_hash(row.seat, row.seq, row.hlc, row.actor, row.command, row.changes, row.prev)
    return None if wanted == row.hash else Misfit("record.hash", row.seat, row.seq)


def head_misfit(session: Session, heads: dict[str, str]) -> Misfit | None:
    """Return the seat whose kept head is not the head of its chain: its tail was cut or added to."""
    for seat in session.scalars(select(SeatRow).order_by(SeatRow.seat)):
        if heads.get(seat.seat, GENESIS) != seat.head:
            return Misfit("head.moved", seat.seat, seat.seq)
    known = set(session.scalars(select(SeatRow.seat)))
    strangers = sorted(set(heads) - known)
    return Misfit("seat.unknown", strangers[0]) if strangers else None


def row_misfit(session: Session) -> Misfit | None:
    """Return the first row that differs from what its records say, or None."""
    wanted = all_folded(session)
    for entity, cls in sorted(entity_classes().items()):
        table = cls.__table__
        names = [column.name for column in table.columns if column.name != "id"]
        seen = 0
        for row in session.execute(select(table).order_by(table.c.id)):
            fields = wanted.get((entity, row.id))
            values = row._mapping
            if fields is None or any(fields.get(name) != values[name] for name in names):
                return Misfit("row.differs", entity=entity, entity_id=row.id)
            seen += 1
        if seen != sum(1 for key, fields in wanted.items() if key[0] == entity and fields):
            return missing_row(session, entity, wanted)
    return None


def all_folded(session: Session) -> dict[Key, Fields | None]:
    """Return every entity's fields by its records."""
    result: dict[Key, Fields | None] = {}
    query = select(JournalRow.changes).order_by(JournalRow.hlc, JournalRow.seat, JournalRow.seq)
    for text in session.scalars(query.execution_options(yield_per=ROWS_A_FETCH)):
        for entity, id, fields in json.loads(text):
            known = result.get((entity, id))
            result[entity, id] = folded((known, fields)) if known else fields
    return result


def missing_row(session: Session, entity: str, wanted: dict[Key, Fields | None]) -> Misfit | None:
    """Return the first entity that has records but no row, unless it is held."""
    from_rows = set(session.execute(select(entity_classes()[entity].__table__.c.id)).scalars())
    for (name, id), fields in sorted(wanted.items(), key=lambda item: item[0]):
        if name == entity and fields and id not in from_rows:
            return Misfit("row.missing", entity=entity, entity_id=id)
    return None
