"""Every state of the trade's objects and, in one table each, every legal move between them (DOMAIN §4.5)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from models.errors import RuleError


class IncidentState(StrEnum):
    """States of an incident sheet."""

    TAKING = "taking"
    TAKEN = "taken"
    DISPATCHED = "dispatched"
    ON_SCENE = "on_scene"
    HANDLED = "handled"
    CLOSED = "closed"
    RETURNED = "returned"
    MERGED = "merged"
    STRUCK = "struck"


class AssignmentState(StrEnum):
    """States of one unit's progress at one incident."""

    ISSUED = "issued"
    DELIVERED = "delivered"
    SIGNED = "signed"
    DEPARTED = "departed"
    ARRIVED = "arrived"
    FINISHED = "finished"
    RETURN_ASKED = "return_asked"
    RETURNED = "returned"
    CANCELLED = "cancelled"
    MOVED = "moved"


class OrderState(StrEnum):
    """States of an order to a linked agency."""

    SENT = "sent"
    DELIVERED = "delivered"
    SIGNED = "signed"
    DEPARTED = "departed"
    ARRIVED = "arrived"
    FED_BACK = "fed_back"
    RETURNED = "returned"
    CANCELLED = "cancelled"


class CallState(StrEnum):
    """States of a call or message from outside."""

    RINGING = "ringing"
    TALKING = "talking"
    ENDED = "ended"
    ABANDONED = "abandoned"


class Duty(StrEnum):
    """What a unit does when it is on no job; on a job its assignment says what it does."""

    OFFLINE = "offline"
    STANDBY = "standby"
    PATROL = "patrol"
    PAUSED = "paused"
    ESCORT = "escort"
    RETURNING = "returning"
    EMERGENCY = "emergency"


S = TypeVar("S", bound=StrEnum)

I, A, O, C = IncidentState, AssignmentState, OrderState, CallState

# The four states that follow from the assignments; units come, leave and finish in any order.
PROGRESS = frozenset({I.TAKEN, I.DISPATCHED, I.ON_SCENE, I.HANDLED})
ACTIVE = frozenset({A.ISSUED, A.DELIVERED, A.SIGNED, A.DEPARTED, A.ARRIVED, A.RETURN_ASKED})
OPEN_ORDER = frozenset({O.SENT, O.DELIVERED, O.SIGNED, O.DEPARTED, O.ARRIVED})
OPEN_INCIDENT = PROGRESS | {I.TAKING, I.RETURNED}

INCIDENT_MOVES: Mapping[IncidentState, frozenset[IncidentState]] = {
    I.TAKING: frozenset({I.TAKEN, I.STRUCK}),
    I.TAKEN: PROGRESS - {I.TAKEN} | {I.CLOSED, I.RETURNED, I.MERGED, I.STRUCK},
    I.DISPATCHED: PROGRESS - {I.DISPATCHED} | {I.MERGED},
    I.ON_SCENE: PROGRESS - {I.ON_SCENE} | {I.MERGED},
    I.HANDLED: PROGRESS - {I.HANDLED} | {I.CLOSED, I.MERGED},
    I.CLOSED: frozenset({I.TAKEN, I.HANDLED}),
    I.RETURNED: frozenset({I.TAKEN, I.STRUCK}),
    I.MERGED: PROGRESS,
    I.STRUCK: frozenset(),
}

# A radio report may skip steps: what was not reported stays without a time.
ASSIGNMENT_MOVES: Mapping[AssignmentState, frozenset[AssignmentState]] = {
    A.ISSUED: frozenset(
        {A.DELIVERED, A.SIGNED, A.DEPARTED, A.ARRIVED, A.RETURN_ASKED, A.CANCELLED, A.MOVED}
    ),
    A.DELIVERED: frozenset({A.SIGNED, A.DEPARTED, A.ARRIVED, A.RETURN_ASKED, A.CANCELLED, A.MOVED}),
    A.SIGNED: frozenset({A.DEPARTED, A.ARRIVED, A.RETURN_ASKED, A.CANCELLED, A.MOVED}),
    A.DEPARTED: frozenset({A.ARRIVED, A.RETURN_ASKED, A.CANCELLED, A.MOVED}),
    A.ARRIVED: frozenset({A.FINISHED, A.CANCELLED, A.MOVED}),
    A.RETURN_ASKED: frozenset({A.SIGNED, A.RETURNED, A.CANCELLED}),
    A.FINISHED: frozenset(),
    A.RETURNED: frozenset(),
    A.CANCELLED: frozenset(),
    A.MOVED: frozenset(),
}

ORDER_MOVES: Mapping[OrderState, frozenset[OrderState]] = {
    O.SENT: frozenset(
        {O.DELIVERED, O.SIGNED, O.DEPARTED, O.ARRIVED, O.FED_BACK, O.RETURNED, O.CANCELLED}
    ),
    O.DELIVERED: frozenset({O.SIGNED, O.DEPARTED, O.ARRIVED, O.FED_BACK, O.RETURNED, O.CANCELLED}),
    O.SIGNED: frozenset({O.DEPARTED, O.ARRIVED, O.FED_BACK, O.RETURNED, O.CANCELLED}),
    O.DEPARTED: frozenset({O.ARRIVED, O.FED_BACK, O.RETURNED, O.CANCELLED}),
    O.ARRIVED: frozenset({O.FED_BACK, O.RETURNED, O.CANCELLED}),
    O.FED_BACK: frozenset(),
    O.RETURNED: frozenset(),
    O.CANCELLED: frozenset(),
}

CALL_MOVES: Mapping[CallState, frozenset[CallState]] = {
    C.RINGING: frozenset({C.TALKING, C.ABANDONED}),
    C.TALKING: frozenset({C.ENDED}),
    # It is rung back by a call of its own.
    C.ABANDONED: frozenset({C.ENDED}),
    C.ENDED: frozenset(),
}

DUTY_MOVES: Mapping[Duty, frozenset[Duty]] = {
    Duty.OFFLINE: frozenset({Duty.STANDBY, Duty.PATROL, Duty.EMERGENCY}),
    Duty.STANDBY: frozenset(Duty) - {Duty.STANDBY},
    Duty.PATROL: frozenset(Duty) - {Duty.PATROL},
    Duty.PAUSED: frozenset(Duty) - {Duty.PAUSED},
    Duty.ESCORT: frozenset(Duty) - {Duty.ESCORT},
    Duty.RETURNING: frozenset(Duty) - {Duty.RETURNING},
    # Someone who called for help goes back to a known duty first, never silently offline.
    Duty.EMERGENCY: frozenset({Duty.STANDBY, Duty.PATROL, Duty.RETURNING, Duty.ESCORT}),
}

# A unit in one of these can be given a job.
READY = frozenset({Duty.STANDBY, Duty.PATROL, Duty.RETURNING})


def can_move(moves: Mapping[S, frozenset[S]], old: S, new: S) -> bool:
    """Tell whether the table allows the move."""
    return new in moves[old]


def check_is(old: S, wanted: S, new: S) -> None:
    """Raise RuleError `state.illegal` unless this step towards `new` starts where it has to."""
    if old is not wanted:
        raise RuleError("state.illegal", what=type(old).__name__, old=old.value, new=new.value)


def check_move(moves: Mapping[S, frozenset[S]], old: S, new: S) -> None:
    """Raise RuleError `state.illegal` where the table does not allow the move."""
    if not can_move(moves, old, new):
        raise RuleError("state.illegal", what=type(old).__name__, old=old.value, new=new.value)
