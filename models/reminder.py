"""The reminder (催办): what a unit owes next on its order, since when, and how often it was reminded of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.board import AssignmentLine, IncidentCard
from models.promise import Limits
from models.state import AssignmentState

A = AssignmentState


class Awaited(StrEnum):
    """What a unit, or the desk for it, owes next; codes of the timeline."""

    SIGN = "sign"
    DEPART = "depart"
    ARRIVE = "arrive"
    FEED_BACK = "feed_back"
    DECIDE = "decide"


class ReminderState(StrEnum):
    """What became of a reminder; "" none was sent."""

    RUNNING = "running"
    ANSWERED = "answered"
    DONE = "done"
    STOPPED = "stopped"


LIVE = frozenset({ReminderState.RUNNING, ReminderState.ANSWERED})
# From this reminder on the one who commands the desk is told.
CHIEF = 3


@dataclass(frozen=True, slots=True)
class Intervals:
    """When to remind: ms after the step before, the fourth and last the longest; `arrive` is per cent of the promise."""

    sign: Sequence[int] = (30_000, 60_000, 120_000, 180_000)
    depart: Sequence[int] = (300_000, 600_000, 900_000, 1_800_000)
    arrive: Sequence[int] = (100, 150, 200, 300)
    feed_back: Sequence[int] = (1_800_000, 3_600_000, 7_200_000, 14_400_000)


def awaited(line: AssignmentLine, *, fed_back: bool) -> tuple[Awaited, int] | None:
    """Return what is owed on an order and since when (ms), None where nothing is."""
    if line.state in (A.ISSUED, A.DELIVERED):
        return Awaited.SIGN, line.issued_at
    if line.state is A.SIGNED:
        return Awaited.DEPART, line.signed_at or line.issued_at
    if line.state is A.DEPARTED:
        return Awaited.ARRIVE, line.issued_at
    if line.state is A.RETURN_ASKED:
        return Awaited.DECIDE, line.return_asked_at or line.issued_at
    if line.state is A.ARRIVED and not fed_back:
        return Awaited.FEED_BACK, line.arrived_at or line.issued_at
    return None


def instants(
    card: IncidentCard, line: AssignmentLine, intervals: Intervals, limits: Limits
) -> tuple[Awaited, tuple[int, ...]] | None:
    """Return what is owed on an order of a sheet and when to remind of it (Unix ms, growing), None where nothing is."""
    owed = awaited(line, fed_back=card.fed_back)
    if owed is None:
        return None
    what, since = owed
    if what is Awaited.ARRIVE:
        # The promise counts from the report; a unit sent later is given as long from its order.
        limit = limits.of(card).arrival
        return what, tuple(sorted(since + limit * part // 100 for part in intervals.arrive))
    after = {
        Awaited.SIGN: intervals.sign,
        Awaited.DECIDE: intervals.sign,
        Awaited.DEPART: intervals.depart,
        Awaited.FEED_BACK: intervals.feed_back,
    }[what]
    return what, tuple(sorted(since + ms for ms in after))


def rank_due(
    card: IncidentCard, line: AssignmentLine, intervals: Intervals, limits: Limits, now: int
) -> tuple[Awaited, int] | None:
    """Return the reminder that is due now and was not sent: what is owed and which one it is, from 1; None none."""
    owed = instants(card, line, intervals, limits)
    if owed is None:
        return None
    what, times = owed
    rank = sum(at <= now for at in times)
    same = line.reminded_step == what
    if same and line.reminder_state == ReminderState.ANSWERED:
        return None
    known = line.reminded if same else 0
    return (what, rank) if rank > known else None
