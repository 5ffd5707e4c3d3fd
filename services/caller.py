"""The caller card (来电): what the store knows of a number, counted and as its newest sheets."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.board import IncidentCard
from models.call import Call, Direction
from models.incident import Incident
from services.searching import sheets_of_number

LAST = 5


@dataclass(frozen=True, slots=True)
class CallerRecord:
    """A number's past: how often it rang, how many sheets it has, how many of these are marked invalid, the newest."""

    number: str
    calls: int
    sheets: int
    invalid: int
    last: tuple[IncidentCard, ...]


def read_caller(session: Session, number: str, limit: int = LAST) -> CallerRecord:
    """Return what is known of a number; the call and the sheet of this moment count too."""
    if not number:
        return CallerRecord("", 0, 0, 0, ())
    calls = (
        select(func.count())
        .select_from(Call)
        .where(Call.caller_number == number, Call.direction == Direction.INCOMING)
    )
    sheets = select(func.count(), func.count().filter(Incident.invalid)).where(
        Incident.caller_number == number
    )
    count, invalid = session.execute(sheets).one()
    return CallerRecord(
        number,
        session.scalar(calls) or 0,
        count,
        invalid,
        tuple(sheets_of_number(session, number, limit)),
    )
