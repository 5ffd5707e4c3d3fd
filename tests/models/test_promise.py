"""The promised minute: what a sheet owes next follows from what was done."""

from __future__ import annotations

from dataclasses import replace

from models.board import AssignmentLine, IncidentCard, OrderLine
from models.promise import MINUTE, SECOND, Limit, Limits, Owed, promise
from models.state import AssignmentState, IncidentState, OrderState
from tests.card import sheet

LIMITS = Limits()
REPORTED = 1_770_000_000_000


def card(state: IncidentState, **fields: object) -> IncidentCard:
    """Return a sheet of level 2 reported at REPORTED."""
    plain: dict[str, object] = {
        "level": 2,
        "division": "",
        "reported_at": REPORTED,
        "answered_at": REPORTED,
    }
    return sheet("i", state=state, **(plain | fields))


def job(**fields: object) -> AssignmentLine:
    """Return a unit's line, sent at REPORTED."""
    names = AssignmentLine.__dataclass_fields__
    blank: dict[str, object] = dict.fromkeys(names)
    blank |= {"id": "a", "state": AssignmentState.ARRIVED, "issued_at": REPORTED, **fields}
    return AssignmentLine(**blank)  # type: ignore[arg-type]


def order(state: OrderState, **fields: object) -> OrderLine:
    """Return an agency's line, sent a minute after the report."""
    blank: dict[str, object] = dict.fromkeys(OrderLine.__dataclass_fields__)
    blank |= {"id": "o", "state": state, "sent_at": REPORTED + MINUTE, **fields}
    return OrderLine(**blank)  # type: ignore[arg-type]


def test_a_taken_sheet_owes_a_unit() -> None:
    owed = promise(card(IncidentState.TAKEN), LIMITS)
    assert (owed.owed, owed.at) == (Owed.DISPATCH, REPORTED + 85_000)


def test_a_sent_unit_owes_its_arrival_by_the_level() -> None:
    sent = card(IncidentState.DISPATCHED, assignments=(job(state=AssignmentState.DEPARTED),))
    assert promise(sent, LIMITS).at == REPORTED + 5 * MINUTE
    assert promise(replace(sent, level=None), LIMITS).at == REPORTED + 10 * MINUTE


def test_who_has_arrived_owes_feedback_then_the_close() -> None:
    there = card(IncidentState.ON_SCENE, assignments=(job(arrived_at=REPORTED + MINUTE),))
    assert promise(there, LIMITS).owed is Owed.FEED_BACK
    assert promise(there, LIMITS).at == REPORTED + 31 * MINUTE
    assert promise(replace(there, fed_back=True), LIMITS).owed is Owed.CLOSE


def test_a_sheet_in_an_agencys_hands_owes_no_unit() -> None:
    sent = card(IncidentState.TAKEN, level=4, orders=(order(OrderState.SIGNED),))
    assert promise(sent, LIMITS).owed is Owed.FEED_BACK
    assert promise(sent, LIMITS).at == REPORTED + 31 * MINUTE
    back = (order(OrderState.FED_BACK, fed_back_at=REPORTED + 9 * MINUTE),)
    assert promise(replace(sent, orders=back), LIMITS).owed is Owed.CLOSE


def test_an_order_that_nobody_signed_or_a_grave_sheet_leaves_the_unit_owed() -> None:
    unsigned = card(IncidentState.TAKEN, level=4, orders=(order(OrderState.SENT),))
    assert promise(unsigned, LIMITS).owed is Owed.DISPATCH
    grave = card(IncidentState.TAKEN, level=2, orders=(order(OrderState.SIGNED),))
    assert promise(grave, LIMITS).owed is Owed.DISPATCH


def test_an_order_that_an_agency_returned_leaves_the_unit_owed() -> None:
    returned = card(IncidentState.TAKEN, orders=(order(OrderState.RETURNED),))
    assert promise(returned, LIMITS).owed is Owed.DISPATCH


def test_time_left_is_negative_when_overdue() -> None:
    owed = promise(card(IncidentState.TAKEN), LIMITS)
    assert owed.left(REPORTED + 90_000) == -5000


def due(limits: Limits, **fields: object) -> int:
    """Return the ms from the report to the arrival owed."""
    return promise(card(IncidentState.DISPATCHED, **fields), limits).at - REPORTED


def test_the_smallest_area_that_says_anything_counts_for_each_limit_by_itself() -> None:
    limits = Limits(
        {
            ("", 2): Limit(7, 60, 20),
            ("350602", 2): Limit(arrival_minutes=4),
            ("350602001", 2): Limit(dispatch_seconds=30),
            ("350602", 3): Limit(9),
        }
    )
    assert due(limits) == 7 * MINUTE
    assert due(limits, division="350623") == 7 * MINUTE
    assert due(limits, division="350602003") == 4 * MINUTE
    assert due(limits, division="350602001") == 4 * MINUTE
    assert due(limits, division="350602", level=3) == 9 * MINUTE
    assert due(limits, division="350602", level=1) == 3 * MINUTE
    waiting = card(IncidentState.TAKEN, division="350602001")
    assert promise(waiting, limits).at - REPORTED == 30 * SECOND


def test_a_sheet_without_a_level_is_held_to_the_limits_of_the_lowest() -> None:
    assert due(Limits({("", 4): Limit(12)}), level=None) == 12 * MINUTE
