"""Warnings of fraud (预警): each goes the way of its level: a sheet at once, a visit within its time, or the list."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.deadline import read_span
from models.errors import RuleError
from models.term import Term
from models.text import LONG, clean
from models.warning import WarningOrder, WarningState
from services.context import fresh_id, local_day
from services.fleet import phone as checked_phone
from services.fraud.limit import span_ms
from services.taking import open_sheet

LEVEL = "warning_level"
# What a level does, in its column `route`: a sheet is opened; else a person is visited, by `within` where it says so.
SHEET = "sheet"


def take_warning(
    session: Session,
    level: str,
    *,
    id: str,
    at: int,
    by: str,
    name: str = "",
    phone: str = "",
    address: str = "",
    text: str = "",
    source: str = "",
    number: str = "",
    received_at: int | None = None,
) -> str:
    """Take a warning and send it the way of its level; return its key. RuleErrors `warning.level`, `text.…`, `field.bad`.

    `received_at` (Unix ms) is when it came, where that was before now: its time runs from then.
    An urgent one opens the draft of a sheet: somebody completes it and sends a unit, the program sends nobody.
    """
    extra = level_of(session, level, at)
    warning = WarningOrder(
        id=id,
        level=level,
        number=clean("number", number),
        received_at=at if received_at is None else min(received_at, at),
        name=clean("name", name),
        phone=checked_phone("phone", phone),
        address=clean("address", address),
        text=clean("text", text, LONG),
        source=clean("source", source),
    )
    if not (warning.name or warning.phone or warning.address):
        raise RuleError("warning.nobody", field="name")
    if extra.get("within"):
        warning.due_at = warning.received_at + span_ms(read_span(str(extra["within"])))
    session.add(warning)
    if extra.get("route") == SHEET:
        warning.incident_id = draft(session, warning, extra, at=at, by=by)
    return id


def draft(
    session: Session, warning: WarningOrder, extra: dict[str, Any], *, at: int, by: str
) -> str:
    """Open the draft of a sheet for a warning; return its key."""
    words = (warning.source, warning.text)
    fields: dict[str, Any] = {
        "caller_name": warning.name,
        "contact_phone": warning.phone,
        "address": warning.address,
        "narrative": "\n".join(part for part in words if part),
        "class_taken": str(extra.get("class_code", "")),
    }
    if str(extra.get("sheet_level", "")) in ("1", "2", "3", "4"):
        fields["level"] = int(extra["sheet_level"])
    return open_sheet(session, id=fresh_id(session), at=at, by=by, fields=fields)


def accept_warning(session: Session, warning_id: str, *, at: int, by: str) -> None:
    """Take a warning in hand (签收): who speaks to the person; RuleErrors `warning.over`, `warning.taken`."""
    session.get_one(WarningOrder, warning_id).take(at, by)


def end_warning(session: Session, warning_id: str, result: str, *, at: int, by: str) -> None:
    """Note what came of the visit or the call."""
    session.get_one(WarningOrder, warning_id).end(WarningState.DONE, at, by, result)


def cancel_warning(session: Session, warning_id: str, reason: str, *, at: int, by: str) -> None:
    """Call a warning off, with the reason."""
    session.get_one(WarningOrder, warning_id).end(WarningState.CANCELLED, at, by, reason)


def level_of(session: Session, level: str, at: int) -> dict[str, Any]:
    """Return what a level says; RuleError `warning.level` where no dictionary has it today."""
    day = local_day(at)
    query = select(Term).where(Term.dictionary == LEVEL, Term.code == level)
    for term in session.scalars(query.order_by(Term.valid_from.desc())):
        if term.valid_from <= day and (not term.valid_to or day < term.valid_to):
            return dict(term.extra)
    raise RuleError("warning.level", level=level, field="level")
