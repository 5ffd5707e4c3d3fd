"""The desk's outbox: what a body has not heard of its orders yet is put into its folder, each time as the order stands."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import Agency, AgencyOrder
from models.identity import uuid7
from models.incident import Incident
from models.term import Term
from services.exchange.mailbox import Mailbox, post
from services.exchange.message import FORMAT, ORDER, VERSION

MOST_AT_ONCE = 200
STANDS = (
    *("sent_at", "delivered_at", "signed_at", "departed_at", "arrived_at", "fed_back_at"),
    *("ended_at", "sign_by", "arrive_by", "feed_back_by", "reminded", "reminded_at"),
    *("police_asked_at", "police_answered_at", "text", "answer", "signer"),
)


@dataclass(frozen=True, slots=True)
class Posting:
    """An order that a body is to hear of: which revision, and the whole message."""

    order_id: str
    revision: int
    agency: str
    key: str
    content: Mapping[str, Any]


def postings(session: Session, codes: Collection[str]) -> list[Posting]:
    """Return what the bodies of these codes have not been told yet, oldest first, some at a time."""
    if not codes:
        return []
    query = (
        select(AgencyOrder, Agency.code, Incident)
        .join(Agency, Agency.id == AgencyOrder.agency_id)
        .join(Incident, Incident.id == AgencyOrder.incident_id)
        .where(AgencyOrder.unposted, Agency.code.in_(list(codes)))
        .order_by(AgencyOrder.sent_at, AgencyOrder.id)
        .limit(MOST_AT_ONCE)
    )
    names = class_names(session)
    return [posting(order, code, sheet, names) for order, code, sheet in session.execute(query)]


def class_names(session: Session) -> dict[str, tuple[str, str]]:
    """Return the names of the classes, in both languages, the newest of each."""
    query = select(Term.code, Term.name, Term.name_en).where(Term.dictionary == "incident_class")
    rows = session.execute(query.order_by(Term.valid_from))
    return {code: (name, english) for code, name, english in rows}


def posting(
    order: AgencyOrder, code: str, sheet: Incident, names: Mapping[str, tuple[str, str]]
) -> Posting:
    """Return an order as its body is told of it; who called is not among what it is told."""
    class_code = sheet.class_fed_back or sheet.class_taken
    name, english = names.get(class_code, (class_code, class_code))
    point = sheet.place
    content: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "agency": code,
        "kind": ORDER,
        "order": order.id,
        "revision": order.revision,
        "state": order.state.value,
        "sender": order.sender,
        **{field: getattr(order, field) for field in STANDS},
        "sheet": {
            "number": sheet.number,
            "class": class_code,
            "class_name": name,
            "class_name_en": english,
            "level": sheet.level,
            "address": sheet.address,
            "place": [point.lon, point.lat] if point is not None else None,
        },
    }
    # Put out once more after a crash it has the same key: whoever has read it knows it.
    digest = hashlib.sha256(repr(sorted(content.items())).encode()).digest()
    key = uuid7(order.sent_at + order.revision, digest)
    return Posting(order.id, order.revision, code, key, {**content, "id": key})


def put_out(box: Mailbox, some: Collection[Posting]) -> None:
    """Write messages into a body's folder; TroubleError `file.unwritable`."""
    for it in some:
        post(box.to, it.key, it.content)


def mark_posted(session: Session, order_id: str, revision: int, *, at: int, by: str) -> None:
    """Note that a revision of an order is in the body's folder; one that has moved on meanwhile is still to be told."""
    order = session.get_one(AgencyOrder, order_id)
    order.posted = True
    if order.revision <= revision:
        order.unposted = False
