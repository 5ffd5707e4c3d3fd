"""Takes in records of other seats: inserts the unknown ones and folds what they touch."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.clock import receive
from models.errors import TroubleError
from models.journal import GENESIS, JournalRow, Record, SeatRow, canonical, record_hash
from services.journal.fold import Key, materialise
from services.journal.recording import store


def merge(session: Session, records: Iterable[Record], *, wall_ms: int) -> set[Key]:
    """Insert the records not known yet and fold what they touch; return the keys folded.

    Raises TroubleError `journal.bad_record` where a record's hash does not fit its content or two
    records claim one place; then nothing is inserted. Merging the same records again does nothing.
    """
    own = session.scalars(select(SeatRow).where(SeatRow.own)).one()
    touched: set[Key] = set()
    for record in records:
        text = canonical(record.changes)
        wanted = record_hash(
            record.seat, record.seq, record.hlc, record.actor, record.command, text, record.prev
        )
        known = session.get(JournalRow, (record.seat, record.seq))
        if wanted != record.hash or (known is not None and known.hash != record.hash):
            raise TroubleError("journal.bad_record", seat=record.seat, seq=record.seq)
        if known is not None:
            continue
        store(session, record, text)
        own.hlc = receive(own.hlc, record.hlc, wall_ms)
        touched.update((entity, id) for entity, id, _ in record.changes)
    session.flush()
    advance_heads(session)
    return materialise(session, touched) if touched else set()


def advance_heads(session: Session) -> None:
    """Move the head of every foreign seat to the end of its unbroken chain."""
    seats = set(session.scalars(select(JournalRow.seat).distinct()))
    for name in sorted(seats):
        row = session.get(SeatRow, name) or SeatRow(seat=name, own=False, seq=0, head=GENESIS)
        session.add(row)
        if row.own:
            continue
        while (following := session.get(JournalRow, (name, (row.seq or 0) + 1))) is not None:
            row.seq, row.head, row.hlc = following.seq, following.hash, following.hlc
    session.flush()
