"""The promised minute: what a sheet owes next, and when it is due. Limits are settings, none is an official rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.board import IncidentCard
from models.state import IncidentState, OrderState

MINUTE = 60_000
SECOND = 1000
GRAVE = (1, 2)
IN_HAND = (OrderState.SIGNED, OrderState.DEPARTED, OrderState.ARRIVED)


class Owed(StrEnum):
    """What people wait for."""

    TAKE = "take"
    DISPATCH = "dispatch"
    ARRIVE = "arrive"
    FEED_BACK = "feed_back"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Limit:
    """Minutes from report to arrival, seconds from report to order, minutes from arrival to feedback; None: as wider
    areas have it."""

    arrival_minutes: int | None = None
    dispatch_seconds: int | None = None
    feedback_minutes: int | None = None

    @property
    def arrival(self) -> int:
        """The ms from report to arrival."""
        return (self.arrival_minutes or 0) * MINUTE

    @property
    def dispatch(self) -> int:
        """The ms from report to order."""
        return (self.dispatch_seconds or 0) * SECOND

    @property
    def feedback(self) -> int:
        """The ms from arrival to feedback."""
        return (self.feedback_minutes or 0) * MINUTE


# Where nothing else is said (DOMAIN §7.2: suggestions, none is a rule of the city).
USUAL = {
    1: Limit(3, 85, 30),
    2: Limit(5, 85, 30),
    3: Limit(10, 85, 30),
    4: Limit(10, 85, 30),
}
# A sheet that has no level yet is held to the limits of this one.
NO_LEVEL = 4
# How much of a division's code names an area, the smallest first: township, county, prefecture; "" is everywhere.
AREAS = (9, 6, 4, 0)


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits by area and level; the smallest area that says anything counts, for each of the three by itself."""

    by_area: Mapping[tuple[str, int], Limit] = field(default_factory=dict)
    # There are few areas and levels, and every sheet of a long queue asks.
    _known: dict[tuple[str, int], Limit] = field(default_factory=dict, compare=False, repr=False)

    def of(self, card: IncidentCard) -> Limit:
        """Return the limits of a sheet, none of them open."""
        place = card.division, card.level or NO_LEVEL
        limit = self._known.get(place)
        if limit is None:
            limit = self._known[place] = self._find(*place)
        return limit

    def _find(self, division: str, level: int) -> Limit:
        areas = dict.fromkeys(division[:size] for size in AREAS)
        rules = [self.by_area[area, level] for area in areas if (area, level) in self.by_area]
        return merged((*rules, USUAL[level]))


def merged(rules: Iterable[Limit]) -> Limit:
    """Return the limits that the first rules to say anything give."""
    arrival = dispatch = feedback = None
    for rule in rules:
        arrival = rule.arrival_minutes if arrival is None else arrival
        dispatch = rule.dispatch_seconds if dispatch is None else dispatch
        feedback = rule.feedback_minutes if feedback is None else feedback
    return Limit(arrival, dispatch, feedback)


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
    limit = limits.of(card)
    order_by = card.reported_at + limit.dispatch
    if card.state is IncidentState.TAKING:
        return Promise(Owed.TAKE, order_by)
    if card.state in (IncidentState.TAKEN, IncidentState.RETURNED):
        return linked(card, limit) or Promise(Owed.DISPATCH, order_by)
    arrived = card.arrived_at
    if card.state is IncidentState.DISPATCHED or arrived is None:
        return Promise(Owed.ARRIVE, card.reported_at + limit.arrival)
    feed_back_by = arrived + limit.feedback
    return Promise(Owed.CLOSE if card.fed_back else Owed.FEED_BACK, feed_back_by)


def linked(card: IncidentCard, limit: Limit) -> Promise | None:
    """Return what a sheet owes that an agency handles alone, None where no agency has it in hand.

    An agency has it in hand once it has signed; a grave sheet wants a unit whoever else comes.
    """
    if card.level in GRAVE:
        return None
    answered = [line.fed_back_at for line in card.orders if line.state is OrderState.FED_BACK]
    running = [line.sent_at for line in card.orders if line.state in IN_HAND]
    if running:
        return Promise(Owed.FEED_BACK, min(running) + limit.feedback)
    if answered:
        return Promise(Owed.CLOSE, max(at for at in answered if at is not None) + limit.feedback)
    return None
