"""Recomputes the chains and the rows, and names the first thing that does not fit."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Any

from sqlalchemy import JSON, Row, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from models.base import entity_classes
from models.journal import GENESIS, JournalRow, JournalTouch, SeatRow, record_hash
from services.indexing import index_fits
from services.journal.fold import Fields, Key, folded, lacks, row_values, stand, table_of

ROWS_A_FETCH = 500
INDEX_DIFFERS = "index.differs"


@dataclass(frozen=True, slots=True)
class Misfit:
    """The first record (or, with `entity`, the first row) that does not fit, and how.

    Codes: `record.chain` (does not follow the one before), `record.hash` (was edited), `record.missing`,
    `record.shape` (no changes to read), `head.moved` (beyond the kept head, or not the kept head),
    `seat.unknown`, `touch.differs` (the index of what it touches), `row.differs`, `row.unknown`,
    `row.missing`, `head.unknown` (the head carried away is nowhere), `index.differs` (the search index does not
    say what the rows say: it is made anew from them).
    """

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
    """Check every chain, what each record touches, every row against its records, the search index against the rows.

    `expected_head` is a head that was carried away (printed, sent): one of the records must have it,
    so that a store cut back as a whole is found too.
    """
    heads: dict[str, str] = {}
    count = 0
    misfit: Misfit | None = None
    seats = {seat.seat: seat for seat in session.scalars(select(SeatRow))}
    for name, rows in groupby(journal_rows(session), key=lambda row: str(row.seat)):
        chain = Chain(seats.get(name))
        for row in rows:
            count += 1
            misfit = chain.misfit_of(row)
            if misfit is not None:
                return Verdict(count, heads, misfit)
        misfit = misfit or chain.cut()
        heads[name] = chain.head
        seats.pop(name, None)
        if misfit is not None:
            return Verdict(count, heads, misfit)
    for name, seat in sorted(seats.items()):
        if seat.seq or seat.head != GENESIS:
            return Verdict(count, heads, Misfit("record.missing", name, 1))
    misfit = touch_misfit(session) or row_misfit(session)
    if misfit is None and expected_head:
        found = session.scalars(select(JournalRow.hash).where(JournalRow.hash == expected_head))
        if found.first() is None:
            misfit = Misfit("head.unknown")
    if misfit is None and not index_fits(session):
        misfit = Misfit(INDEX_DIFFERS)
    return Verdict(count, heads, misfit)


def journal_rows(session: Session) -> Iterator[Row[Any]]:
    """Yield all records, seat by seat, in order."""
    query = select(*JournalRow.__table__.columns).order_by(JournalRow.seat, JournalRow.seq)
    yield from session.execute(query.execution_options(yield_per=ROWS_A_FETCH))


class Chain:
    """Follows one seat's records. Up to the kept head nothing may lack; behind it, records of a foreign
    seat may have come before their turn."""

    def __init__(self, seat: SeatRow | None) -> None:
        self._seat = seat
        self._last, self._hash = 0, GENESIS
        self.seq, self.head = 0, GENESIS

    def misfit_of(self, row: Row[Any]) -> Misfit | None:
        """Return what is wrong with the next record, or None."""
        if self._seat is None:
            return Misfit("seat.unknown", row.seat, row.seq)
        unbroken = self.seq == self._last and row.seq == self._last + 1
        if not unbroken and (self._seat.own or self.seq < self._seat.seq or row.seq < 1):
            return Misfit("record.missing", row.seat, self.seq + 1)
        if row.seq == self._last + 1 and row.prev != self._hash:
            return Misfit("record.chain", row.seat, row.seq)
        wanted = record_hash(
            row.seat, row.seq, row.hlc, row.actor, row.command, row.changes, row.prev
        )
        if wanted != row.hash:
            return Misfit("record.hash", row.seat, row.seq)
        if unbroken and row.seq > self._seat.seq:
            return Misfit("head.moved", row.seat, row.seq)
        self._last, self._hash = row.seq, row.hash
        if unbroken:
            self.seq, self.head = row.seq, row.hash
        return None

    def cut(self) -> Misfit | None:
        """Return what is wrong at the end: a tail that lacks, or another head than the kept one."""
        assert self._seat is not None
        if self.seq < self._seat.seq:
            return Misfit("record.missing", self._seat.seat, self.seq + 1)
        if self.head != self._seat.head:
            return Misfit("head.moved", self._seat.seat, self.seq)
        return None


def touch_misfit(session: Session) -> Misfit | None:
    """Return the first record whose touched entities are not what the index says, or None."""
    columns = (JournalTouch.seat, JournalTouch.seq, JournalTouch.entity, JournalTouch.entity_id)
    query = select(*columns).order_by(JournalTouch.seat, JournalTouch.seq)
    kept = groupby(
        session.execute(query.execution_options(yield_per=ROWS_A_FETCH)),
        key=lambda row: (str(row.seat), int(row.seq)),
    )
    # Taken out at once: a group ends where the next begins.
    sets = ((place, {(row.entity, row.entity_id) for row in rows}) for place, rows in kept)
    for told, found in zip_longest(told_touches(session), sets):
        if told is None or told[1] is None or found is None or told != found:
            place = min(pair[0] for pair in (told, found) if pair is not None)
            shapeless = told is not None and told[1] is None
            return Misfit("record.shape" if shapeless else "touch.differs", *place)
    return None


def told_touches(session: Session) -> Iterator[tuple[tuple[str, int], set[Key] | None]]:
    """Yield each record's place and the entities it changes; None where it cannot be read."""
    for row in journal_rows(session):
        try:
            touched = {(entity, id) for entity, id, _fields in json.loads(row.changes)}
        except (TypeError, ValueError):
            yield (row.seat, row.seq), None
            return
        if touched:
            yield (row.seat, row.seq), touched


def row_misfit(session: Session) -> Misfit | None:
    """Return the first row that differs from what its records say, or None."""
    told = all_folded(session)
    standing = stand(told, nothing_else)
    for entity in sorted(entity_classes()):
        wanted = {id for name, id in standing if name == entity}
        for row in raw_rows(session, entity):
            fields = told.get((entity, row["id"]))
            if fields is None or row["id"] not in wanted:
                return Misfit("row.unknown", entity=entity, entity_id=str(row["id"]))
            lacking = lacks((entity, row["id"]), fields, told, standing, nothing_else)
            if not same(entity, row, row_values(entity, {**fields, **dict.fromkeys(lacking)})):
                return Misfit("row.differs", entity=entity, entity_id=row["id"])
            wanted.remove(row["id"])
        if wanted:
            return Misfit("row.missing", entity=entity, entity_id=min(wanted))
    return None


def nothing_else(_key: Key) -> bool:
    """Say that what has no records is not there."""
    return False


def raw_rows(session: Session, entity: str) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of an entity as they lie on disk: a value spoilt by hand must not stop the check."""
    table = table_of(entity)
    columns = [type_coerce(column, NullType()).label(column.name) for column in table.columns]
    query = select(*columns).order_by(table.c.id)
    for row in session.execute(query.execution_options(yield_per=ROWS_A_FETCH)):
        yield row._mapping  # type: ignore[misc]


def same(entity: str, row: Mapping[str, Any], wanted: Fields) -> bool:
    """Tell whether a row on disk says what is wanted."""
    for column in table_of(entity).columns:
        if column.name == "id":
            continue
        value = row[column.name]
        if isinstance(column.type, JSON) and value is not None:
            try:
                value = json.loads(value)
            except (TypeError, ValueError):
                return False
        if value != wanted[column.name]:
            return False
    return True


def all_folded(session: Session) -> dict[Key, Fields | None]:
    """Return every entity's fields by its records."""
    result: dict[Key, Fields | None] = {}
    query = select(JournalRow.changes).order_by(JournalRow.hlc, JournalRow.seat, JournalRow.seq)
    for text in session.scalars(query.execution_options(yield_per=ROWS_A_FETCH)):
        for entity, id, fields in json.loads(text):
            known = result.get((entity, id))
            result[entity, id] = folded((known, fields)) if known else fields
    return result
