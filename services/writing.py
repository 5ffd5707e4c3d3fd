"""Who wrote a sheet first and last (建单、最后修改): read from the journal, which no other copy can contradict.

Columns of their own would be one more thing for every command to set, and one more for a merge to get wrong.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from models.clock import wall
from models.journal import JournalRow, JournalTouch


@dataclass(frozen=True, slots=True)
class Writing:
    """One record that touched a sheet: who, on which seat, when (Unix ms of that seat's clock), by which command."""

    actor: str
    seat: str
    at: int
    command: str


def first_writing(session: Session, entity: str, id: str) -> Writing | None:
    """Return the record that a thing was born in, None where the journal does not know it."""
    return writing(session, entity, id, newest=False)


def last_writing(session: Session, entity: str, id: str) -> Writing | None:
    """Return the newest record that touched a thing, whichever seat wrote it."""
    return writing(session, entity, id, newest=True)


def writing(session: Session, entity: str, id: str, *, newest: bool) -> Writing | None:
    """Return the first or the last record of a thing in the order of all seats."""
    stamp: list[ColumnElement[int] | ColumnElement[str]] = [
        JournalRow.__table__.c[name] for name in ("hlc", "seat", "seq")
    ]
    touching = (
        select(JournalRow)
        .join(
            JournalTouch,
            (JournalTouch.seat == JournalRow.seat) & (JournalTouch.seq == JournalRow.seq),
        )
        .where(JournalTouch.entity == entity, JournalTouch.entity_id == id)
        .order_by(*(column.desc() if newest else column for column in stamp))
        .limit(1)
    )
    row = session.scalars(touching).first()
    return None if row is None else Writing(row.actor, row.seat, wall(row.hlc), row.command)
