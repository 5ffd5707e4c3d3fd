"""Takes in records of other seats: inserts the unknown ones and folds what they touch."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.base import entity_classes
from models.clock import receive
from models.errors import TroubleError
from models.journal import GENESIS, JournalRow, Record, SeatRow, canonical, record_hash
from services.journal.fold import Key, materialise
from services.journal.recording import store

# Far beyond any clock, with room to count on behind it.
HLC_MAX = 1 << 62


def merge(session: Session, records: Iterable[Record], *, wall_ms: int) -> set[Key]:
    """Insert the records not known yet and fold what they touch; return the keys folded.

    Merging the same records again does nothing. Raises TroubleError, and then nothing must be kept:
    `journal.bad_record` where a record's hash does not fit its content, two records claim one place, or
    a record does not fit its neighbours in the chain; `journal.own_seat` for a record of this very seat
    that this store does not have (it was put back to an older copy, or two desks share one name).
    """
    own = session.scalars(select(SeatRow).where(SeatRow.own)).one()
    touched: set[Key] = set()
    seats: set[str] = set()
    for record in records:
        text = content(record)
        if is_known(session, record):
            continue
        if record.seat == own.seat:
            raise TroubleError("journal.own_seat", seat=record.seat, seq=record.seq)
        store(session, record, text)
        own.hlc = receive(own.hlc, record.hlc, wall_ms)
        seats.add(record.seat)
        touched.update((entity, id) for entity, id, _ in record.changes)
    for seat in sorted(seats):
        advance_head(session, seat)
    return materialise(session, touched) if touched else set()


def bad(record: Record) -> TroubleError:
    """Return the trouble with a record that does not fit."""
    return TroubleError("journal.bad_record", seat=record.seat, seq=record.seq)


def content(record: Record) -> str:
    """Return the canonical text of a record's changes; TroubleError where the record is not sound in itself."""
    try:
        text = canonical(record.changes)
        sound = all(entity in entity_classes() for entity, _, _ in record.changes)
    except (TypeError, ValueError) as error:
        raise bad(record) from error
    wanted = record_hash(
        record.seat, record.seq, record.hlc, record.actor, record.command, text, record.prev
    )
    sound = sound and record.seq >= 1 and 0 < record.hlc < HLC_MAX
    if not sound or wanted != record.hash or (record.seq == 1 and record.prev != GENESIS):
        raise bad(record)
    return text


def is_known(session: Session, record: Record) -> bool:
    """Tell whether the store has the record; TroubleError where its place or its neighbours say otherwise."""
    around = session.execute(
        select(JournalRow.seq, JournalRow.hash, JournalRow.prev).where(
            JournalRow.seat == record.seat,
            JournalRow.seq.between(record.seq - 1, record.seq + 1),
        )
    )
    known = False
    for seq, hash, prev in around:
        fits = {
            record.seq - 1: hash == record.prev,
            record.seq: hash == record.hash,
            record.seq + 1: prev == record.hash,
        }
        if not fits[seq]:
            raise bad(record)
        known = known or seq == record.seq
    return known


def advance_head(session: Session, seat: str) -> None:
    """Move the head of a foreign seat to the end of its unbroken chain."""
    row = session.get(SeatRow, seat)
    if row is None:
        row = SeatRow(seat=seat, own=False, block=0, seq=0, hlc=0, head=GENESIS, next_number=1)
        session.add(row)
    following = session.execute(
        select(JournalRow.seq, JournalRow.hash, JournalRow.hlc)
        .where(JournalRow.seat == seat, JournalRow.seq > row.seq)
        .order_by(JournalRow.seq)
    )
    for seq, hash, hlc in following:
        if seq != row.seq + 1:
            break
        row.seq, row.head, row.hlc = seq, hash, hlc
    session.flush()
