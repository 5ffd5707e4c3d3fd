"""The promised minute: what a sheet owes next, and when it is due. Limits are settings, none is an official rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.board import IncidentCard
from models.state import IncidentState, OrderState

MINUTE = 60_000
SECOND = 1000
GRAVE = (1, 2)
IN_HAND = (OrderState.SIGNED, OrderState.ARRIVED)


class Owed(StrEnum):
    """What people wait for."""

    TAKE = "take"
    DISPATCH = "dispatch"
    ARRIVE = "arrive"
    FEED_BACK = "feed_back"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Limits:
    """Arrival minutes by level 1–4 from the report, seconds from report to order, minutes from arrival to feedback."""

    arrival_minutes: tuple[int, int, int, int] = (3, 5, 10, 10)
    dispatch_seconds: int = 85
    feedback_minutes: int = 30

    def arrival_ms(self, level: int | None) -> int:
        """Return the promised time from report to arrival; a sheet without a level counts as level 4."""
        return self.arrival_minutes[(level or 4) - 1] * MINUTE


@dataclass(frozen=True, slots=True)
class Promise:
    """What is owed next and its instant (Unix ms)."""

    owed: Owed
    at: int

    def left(self, now: int) -> int:
        """Return the ms left; negative when overdue."""
        return self.at - now


def promise(card: IncidentCard, limits: Limits) -> Promise:
    """Return what a sheet owes next."""
    order_by = card.reported_at + limits.dispatch_seconds * SECOND
    if card.state is IncidentState.TAKING:
        return Promise(Owed.TAKE, order_by)
    if card.state in (IncidentState.TAKEN, IncidentState.RETURNED):
        return linked(card, limits) or Promise(Owed.DISPATCH, order_by)
    arrived = card.arrived_at
    if card.state is IncidentState.DISPATCHED or arrived is None:
        return Promise(Owed.ARRIVE, card.reported_at + limits.arrival_ms(card.level))
    feed_back_by = arrived + limits.feedback_minutes * MINUTE
    return Promise(Owed.CLOSE if card.fed_back else Owed.FEED_BACK, feed_back_by)


def linked(card: IncidentCard, limits: Limits) -> Promise | None:
    """Return what a sheet owes that an agency handles alone, None where no agency has it in hand.

    An agency has it in hand once it has signed; a grave sheet wants a unit whoever else comes.
    """
    if card.level in GRAVE:
        return None
    feedback = limits.feedback_minutes * MINUTE
    answered = [line.fed_back_at for line in card.orders if line.state is OrderState.FED_BACK]
    running = [line.sent_at for line in card.orders if line.state in IN_HAND]
    if running:
        return Promise(Owed.FEED_BACK, min(running) + feedback)
    if answered:
        return Promise(Owed.CLOSE, max(at for at in answered if at is not None) + feedback)
    return None
