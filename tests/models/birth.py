"""Things of the trade made without a database."""

from __future__ import annotations

from typing import Any

from models.agency import AgencyOrder
from models.assignment import Assignment
from models.call import Call
from models.entry import Entry
from models.incident import Incident
from models.unit import Unit

NOON = 1_790_000_000_000


def a_sheet(**fields: Any) -> Incident:
    """Return a sheet being taken."""
    given = {"id": "i1", "number": "35060026092100100001", "taker": "P01", "seat": "S001"}
    return Incident(**{**given, "reported_at": NOON, "answered_at": NOON, **fields})


def a_job(**fields: Any) -> Assignment:
    """Return an assignment just issued."""
    given = {"id": "a1", "incident_id": "i1", "unit_id": "u1", "dispatcher": "P01"}
    return Assignment(**{**given, "issued_at": NOON, **fields})


def an_order(**fields: Any) -> AgencyOrder:
    """Return an order just sent."""
    given = {"id": "o1", "incident_id": "i1", "agency_id": "g1", "text": "请到场", "sender": "P01"}
    return AgencyOrder(**{**given, "sent_at": NOON, **fields})


def a_call(**fields: Any) -> Call:
    """Return a ringing call."""
    return Call(**{"id": "c1", "rang_at": NOON, **fields})


def a_unit(**fields: Any) -> Unit:
    """Return a unit off duty."""
    return Unit(**{"id": "u1", "call_sign": "漳101", "duty_since": NOON, **fields})


def a_line(**fields: Any) -> Entry:
    """Return a note in a timeline."""
    given = {"id": "e1", "incident_id": "i1", "at": NOON, "code": "note", "text": "x"}
    return Entry(**{**given, "actor": "P01", "seat": "S001", **fields})
