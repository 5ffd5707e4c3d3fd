"""A plain card of an incident, for tests without a store."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from models.board import IncidentCard
from models.state import IncidentState

PLAIN = IncidentCard(
    id="",
    number="35060026020200100001",
    state=IncidentState.TAKEN,
    channel="0101",
    level=3,
    class_taken="200100",
    class_fed_back="",
    address="芗城区胜利西路118号",
    place=None,
    caller_place=None,
    division="350602",
    station_id=None,
    narrative="",
    caller_number="",
    contact_phone="",
    caller_name="",
    call_id=None,
    taker="",
    reported_at=0,
    answered_at=0,
    completed_at=None,
    main_id=None,
    link_type="",
    fed_back=False,
    secret=False,
    drill=False,
    reopened=0,
    tags=(),
    merged=0,
)


def sheet(id: str, **fields: Any) -> IncidentCard:
    """Return a card of a taken sheet with some fields of its own."""
    return replace(PLAIN, id=id, **fields)
