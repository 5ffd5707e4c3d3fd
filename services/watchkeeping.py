"""Watchkeeping: people sign on and off at their seat, and hand over."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors import RuleError
from models.journal import SeatRow
from models.text import LONG, clean, clean_required
from models.watch import Officer, Post, Site, Watch
from services.context import own_seat

NUMBER_AT_MOST, NAME_AT_MOST = 20, 40


def sign_on(
    session: Session,
    number: str,
    name: str,
    *,
    id: str,
    site: Site,
    post: Post,
    at: int,
    by: str,
    seat_name: str = "",
    handover: str = "",
) -> str:
    """Begin a person's watch at the own seat and end the one before, with what was handed over; return the number.

    `number` is the officer number as the person gives it. RuleErrors: `text.empty`, `text.too_long`, `field.bad`.
    """
    number = clean_required("officer_number", number, NUMBER_AT_MOST)
    name = clean_required("officer_name", name, NAME_AT_MOST)
    if any(character.isspace() for character in number):
        raise RuleError("field.bad", field="officer_number")
    words = clean("watch_note", handover, LONG)
    officer = session.get(Officer, number)
    if officer is None:
        session.add(Officer(id=number, name=name))
    elif officer.name != name:
        officer.name = name
    seat = own_seat(session).seat
    if (before := open_watch(session)) is not None:
        before.end(at, words)
    else:
        before = last_watch(session)
    session.add(
        Watch(
            id=id,
            seat=seat,
            officer_id=number,
            seat_name=clean("seat_name", seat_name, NAME_AT_MOST),
            site=Site(site),
            post=Post(post),
            began_at=at,
            note=before.left if before is not None else "",
        )
    )
    return number


def note_handover(session: Session, *, at: int, by: str) -> None:
    """Acknowledge what the one before left; RuleErrors `watch.none`, `watch.nothing_left`."""
    watch = open_watch(session)
    if watch is None:
        raise RuleError("watch.none")
    if not watch.note or watch.noted_at is not None:
        raise RuleError("watch.nothing_left")
    watch.noted_at = at


def sign_off(session: Session, *, at: int, by: str, handover: str = "") -> None:
    """End the watch at the own seat; RuleError `watch.none` where nobody sits here."""
    watch = open_watch(session)
    if watch is None:
        raise RuleError("watch.none")
    watch.end(at, clean("watch_note", handover, LONG))


def open_watch(session: Session) -> Watch | None:
    """Return the watch that goes on at the own seat; for a write session."""
    query = select(Watch).where(Watch.seat == own_seat(session).seat, Watch.ended_at.is_(None))
    return session.scalars(query.order_by(Watch.began_at.desc(), Watch.id.desc())).first()


def last_watch(session: Session) -> Watch | None:
    """Return the watch that ended last at the own seat; for a write session."""
    query = select(Watch).where(Watch.seat == own_seat(session).seat, Watch.ended_at.is_not(None))
    return session.scalars(query.order_by(Watch.ended_at.desc(), Watch.id.desc())).first()


def who_sits_here(session: Session) -> tuple[str, str]:
    """Return the seat that owns the store and the officer number of who sits there, "" nobody; reads only."""
    seat = session.scalars(select(SeatRow.seat).where(SeatRow.own)).one()
    query = select(Watch.officer_id).where(Watch.seat == seat, Watch.ended_at.is_(None))
    newest = query.order_by(Watch.began_at.desc(), Watch.id.desc())
    return seat, session.scalars(newest).first() or ""
