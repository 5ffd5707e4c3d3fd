"""What the database gives every command beside its session: the own seat, fresh keys, births by the hundred."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from models.base import Entity, birth_values
from models.journal import SeatRow

# A sheet number has three digits for the block: a fourth would run into the serial.
LAST_BLOCK = 999
# China keeps one time all year.
LOCAL = timedelta(hours=8)


def give(session: Session, seat: SeatRow, ids: Iterator[str]) -> None:
    """Put the seat and the source of keys into a write session; for the database alone."""
    session.info["seat"], session.info["ids"] = seat, ids


def last_stamp(session: Session) -> int:
    """Return the hybrid clock of this seat's last record, 0 where there is none."""
    return session.scalar(select(SeatRow.hlc).where(SeatRow.own)) or 0


def own_seat(session: Session) -> SeatRow:
    """Return the seat that writes."""
    seat: SeatRow = session.info["seat"]
    return seat


def fresh_id(session: Session) -> str:
    """Return the key of a thing that is born in this command."""
    ids: Iterator[str] = session.info["ids"]
    return next(ids)


def local_day(at: int) -> str:
    """Return the ISO day of an instant (ms) in China."""
    # Not by a pattern: each of those looks for a module again, and every sheet of a long queue asks for its day.
    return (datetime.fromtimestamp(at / 1000, UTC) + LOCAL).date().isoformat()


def next_number(session: Session, division: str, at: int) -> str:
    """Return a sheet number no other seat can make: division(6) day(6) block(3) serial(5 or more)."""
    seat = own_seat(session)
    serial, seat.next_number = seat.next_number, seat.next_number + 1
    day = local_day(at)[2:].replace("-", "")
    return f"{division[:6]:0<6}{day}{seat.block:03d}{serial:05d}"


def bear(session: Session, cls: type[Entity], rows: Iterable[Mapping[str, Any]]) -> None:
    """Enter new things of one kind by the hundred, column → value, recorded like any other.

    An object for each would take most of the time of an import. What a row does not say is as at birth.
    """
    blank = dict.fromkeys(cls.__table__.columns.keys())
    whole = [{**blank, **birth_values(cls), **row} for row in rows]
    if not whole:
        return
    session.execute(insert(cls.__table__), whole)  # type: ignore[arg-type]
    note_birth: Callable[[str, Mapping[str, Any]], None] = session.info["note_birth"]
    for row in whole:
        note_birth(cls.__tablename__, row)
