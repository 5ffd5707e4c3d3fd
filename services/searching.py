"""Searches over the whole store: sheets open and closed, the history of a number, the newest instant."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from models.board import IncidentCard
from models.entry import Entry
from models.incident import Incident
from models.text import without_control
from services.boarding import incident_cards

PAGE = 200
# More words than this say nothing more, and SQLite's expressions have a depth.
WORDS = 12


def search_sheets(
    session: Session, text: str, *, limit: int = PAGE, offset: int = 0
) -> list[IncidentCard]:
    """Return sheets, newest report first, whose number, phones, names, address or narrative hold the text.

    Every blank-separated word must be found; one Chinese character is enough. An empty text finds all.
    """
    query = select(Incident.id).order_by(Incident.reported_at.desc(), Incident.id.desc())
    for word in without_control(text).split()[:WORDS]:
        like = f"%{escaped(word)}%"
        query = query.where(or_(*(column.like(like, escape="\\") for column in SEARCHED)))
    ids = session.scalars(query.limit(limit).offset(offset)).all()
    return in_order(session, ids)


SEARCHED = (
    Incident.number,
    Incident.caller_number,
    Incident.contact_phone,
    Incident.caller_name,
    Incident.owner_name,
    Incident.address,
    Incident.narrative,
    Incident.plate,
)


def escaped(word: str) -> str:
    """Return a word whose wildcards are plain characters."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def sheets_of_number(session: Session, number: str, limit: int = 5) -> list[IncidentCard]:
    """Return the newest sheets of a caller's number, newest first."""
    if not number:
        return []
    ids = session.scalars(
        select(Incident.id)
        .where(Incident.caller_number == number)
        .order_by(Incident.reported_at.desc())
        .limit(limit)
    ).all()
    return in_order(session, ids)


def in_order(session: Session, ids: Sequence[str]) -> list[IncidentCard]:
    """Return the cards of the ids in their order."""
    cards = {card.id: card for card in incident_cards(session, ids, any_state=True)}
    return [cards[id] for id in ids]


def latest_instant(session: Session) -> int:
    """Return the newest instant any sheet or line of a timeline knows, 0 in an empty store."""
    newest = session.scalar(select(func.max(Entry.at)))
    return newest or 0
