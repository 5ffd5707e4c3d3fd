"""Writes the lines of a sheet's timeline (流水): what the program did as a code, what people wrote as text."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from models.entry import Entry
from models.errors import RuleError
from models.incident import Incident
from models.text import LONG, clean_required
from services.context import fresh_id, own_seat


def enter(
    session: Session,
    incident_id: str,
    code: str,
    *,
    at: int,
    by: str,
    text: str = "",
    **params: Any,
) -> Entry:
    """Add one line to a sheet's timeline; for the other commands."""
    entry = Entry(
        id=fresh_id(session),
        incident_id=incident_id,
        at=at,
        code=code,
        params={name: value for name, value in params.items() if value is not None},
        text=text,
        actor=by,
        seat=own_seat(session).seat,
    )
    session.add(entry)
    return entry


def write_note(session: Session, incident_id: str, text: str, *, at: int, by: str) -> str:
    """Add what somebody wrote to the timeline; return the line's key."""
    sheet = session.get_one(Incident, incident_id)
    return enter(
        session, sheet.id, "note", at=at, by=by, text=clean_required("note", text, LONG)
    ).id


def strike_entry(session: Session, entry_id: str, *, at: int, by: str) -> None:
    """Strike a written line: it stays readable, struck through."""
    entry = session.get(Entry, entry_id)
    if entry is None:
        raise RuleError("entry.unknown")
    entry.strike(at, by)
