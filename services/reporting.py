"""Figures of a span of time: how many calls and sheets, how quickly they were answered for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlalchemy.orm import Session

from models.assignment import Assignment
from models.call import Call, Direction
from models.feedback import Feedback
from models.incident import Incident

SECOND, MINUTE, HOUR = 1_000, 60_000, 3_600_000
FIVE, TEN = 5 * MINUTE, 10 * MINUTE
# The bands of a weekly report in use: upper bounds in ms, each band from the one before up to its bound.
SIGN_BANDS = {
    "0-30s": 30 * SECOND,
    "30-60s": 60 * SECOND,
    "60-120s": 120 * SECOND,
    "120-180s": 180 * SECOND,
    ">180s": None,
}
DEPART_BANDS = {
    "0-5min": 5 * MINUTE,
    "5-10min": 10 * MINUTE,
    "10-15min": 15 * MINUTE,
    "15-30min": 30 * MINUTE,
    ">30min": None,
}
FEEDBACK_BANDS = {
    "0-30min": 30 * MINUTE,
    "30-60min": HOUR,
    "1-2h": 2 * HOUR,
    "2-4h": 4 * HOUR,
    ">4h": None,
}
Bands = dict[str, int]


@dataclass(frozen=True, slots=True)
class Share:
    """How many, and which part of those that count (None where none count)."""

    count: int
    share: float | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of a span; bands by name."""

    calls: int
    sheets: int
    dispatched: int
    closed: int
    arrived_within_5min: Share
    arrived_within_10min: Share
    bands: dict[str, Bands]


def figures(session: Session, *, start: int, end: int, drill: bool = False) -> Figures:
    """Count what was reported in `start <= instant < end` (ms); either real rows or drill rows, never both.

    Dispatched: sheets with at least one assignment. Arrival: from a sheet's first order to its first arrival, as a
    part of the dispatched sheets. Bands: order to signature, order to departure, and a crew's arrival to its first
    feedback; what has not happened is in no band.
    """
    sheets = and_(
        Incident.reported_at >= start, Incident.reported_at < end, Incident.drill.is_(drill)
    )
    calls = and_(
        Call.rang_at >= start,
        Call.rang_at < end,
        Call.drill.is_(drill),
        Call.direction == Direction.INCOMING,
    )
    arrival = arrivals(sheets).subquery()
    waited = arrival.c.arrived - arrival.c.issued
    dispatched, five, ten = session.execute(
        select(func.count(), count_if(waited <= FIVE), count_if(waited <= TEN)).select_from(arrival)
    ).one()
    return Figures(
        calls=session.scalar(select(func.count()).where(calls)) or 0,
        sheets=session.scalar(select(func.count()).where(sheets)) or 0,
        dispatched=dispatched,
        closed=session.scalar(select(func.count()).where(sheets, Incident.closed_at.is_not(None)))
        or 0,
        arrived_within_5min=share(five, dispatched),
        arrived_within_10min=share(ten, dispatched),
        bands={
            "sign": banded(session, SIGN_BANDS, step(sheets, Assignment.signed_at)),
            "depart": banded(session, DEPART_BANDS, step(sheets, Assignment.departed_at)),
            "feedback": banded(session, FEEDBACK_BANDS, answered(sheets)),
        },
    )


def arrivals(sheets: ColumnElement[bool]) -> Select[int, int | None]:
    """Return first order and first arrival of every dispatched sheet."""
    return (
        select(
            func.min(Assignment.issued_at).label("issued"),
            func.min(Assignment.arrived_at).label("arrived"),
        )
        .join(Incident, Incident.id == Assignment.incident_id)
        .where(sheets)
        .group_by(Assignment.incident_id)
    )


def step(sheets: ColumnElement[bool], instant: Any) -> Select[Any]:
    """Return how long after its order every assignment took a step it has taken."""
    took: ColumnElement[int] = (instant - Assignment.issued_at).label("took")
    return (
        select(took)
        .join(Incident, Incident.id == Assignment.incident_id)
        .where(sheets, instant.is_not(None))
    )


def answered(sheets: ColumnElement[bool]) -> Select[Any]:
    """Return how long after its arrival every crew that fed back did so first."""
    took: ColumnElement[int] = func.min(Feedback.at) - Assignment.arrived_at
    return (
        select(took.label("took"))
        .select_from(Feedback)
        .join(Assignment, Assignment.id == Feedback.assignment_id)
        .join(Incident, Incident.id == Feedback.incident_id)
        .where(sheets, Assignment.arrived_at.is_not(None), Feedback.struck_at.is_(None))
        .group_by(Feedback.assignment_id)
    )


def banded(session: Session, bands: dict[str, int | None], durations: Select[Any]) -> Bands:
    """Return how many of the durations (ms, column `took`) lie in each band."""
    took = durations.subquery().c.took
    bounds = [None, *bands.values()]
    counts = [
        count_if(and_(*within(took, low, high))).label(name)
        for name, (low, high) in zip(bands, pairwise(bounds), strict=True)
    ]
    return dict(session.execute(select(*counts)).one()._mapping)


def within(took: ColumnElement[int], low: int | None, high: int | None) -> list[Any]:
    """Return the conditions of one band: above its lower bound, up to its upper one."""
    above = [] if low is None else [took > low]
    return [took.is_not(None), *above, *([] if high is None else [took <= high])]


def count_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """Return how many rows a condition holds for."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def share(count: int, of: int) -> Share:
    """Return a count with its part of the whole."""
    return Share(count, round(count / of, 4) if of else None)
