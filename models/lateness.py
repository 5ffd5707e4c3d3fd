"""Which steps of a unit came later than promised; by the settings, none is an official rule."""

from __future__ import annotations

from models.board import AssignmentLine, IncidentCard
from models.promise import SECOND, Limits


def late_steps(
    card: IncidentCard, line: AssignmentLine, limits: Limits, sign_seconds: int
) -> frozenset[str]:
    """Return the instants (`issued_at`, `signed_at`, `arrived_at`) of an assignment that came too late.

    Who was ordered first owes what the sheet owes, counted from the report; a reinforcement owes its arrival from
    its own order. What has not happened is not late here: the sheet's promise tells of that.
    """
    limit = limits.of(card)
    first = min(card.assignments, key=lambda it: (it.issued_at, it.id), default=line)
    start = card.reported_at if line.id == first.id else line.issued_at
    due = {
        "issued_at": start + limit.dispatch,
        "signed_at": line.issued_at + sign_seconds * SECOND,
        "arrived_at": start + limit.arrival,
    }
    times = {name: getattr(line, name) for name in due}
    return frozenset(name for name, at in times.items() if at is not None and at > due[name])
