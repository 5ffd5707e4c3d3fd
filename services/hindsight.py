"""Hindsight (事后比较): what a choice of units cost in time against the best one known then; kept when a sheet closes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.assignment import Assignment
from models.entry import Entry
from models.incident import Incident
from models.unit import Unit
from services.timeline import enter

CODE = "sheet.regret"


@dataclass(frozen=True, slots=True)
class Regret:
    """One sheet's first order: estimates (s) of who was sent and of the best then, and the seconds it took in fact.

    `seconds` is how much longer the one sent was expected to take; `took` is None where nobody arrived.
    """

    number: str
    at: int
    unit: str
    best: str
    estimate: float
    best_estimate: float
    took: float | None

    @property
    def seconds(self) -> float:
        """The difference of the estimates, 0 where the best was sent."""
        return max(0.0, self.estimate - self.best_estimate)


def tell_regret(session: Session, sheet: Incident, *, at: int, by: str) -> None:
    """Keep a closing sheet's regret as a line of its timeline; nothing where no advice lay before its first order."""
    first = session.scalars(
        select(Assignment)
        .where(Assignment.incident_id == sheet.id)
        .where(Assignment.estimate.is_not(None), Assignment.best_estimate.is_not(None))
        .order_by(Assignment.issued_at, Assignment.estimate, Assignment.id)
    ).first()
    if first is None or first.estimate is None or first.best_estimate is None:
        return
    best = session.get(Unit, first.best_unit_id) if first.best_unit_id else None
    arrived = first.arrived_at
    enter(
        session,
        sheet.id,
        CODE,
        at=at,
        by=by,
        unit=session.get_one(Unit, first.unit_id).call_sign,
        best=best.call_sign if best is not None else "",
        estimate=round(first.estimate, 1),
        best_estimate=round(first.best_estimate, 1),
        took=None if arrived is None else (arrived - first.issued_at) / 1000,
    )


def regrets(session: Session, *, start: int, end: int) -> list[Regret]:
    """Return the regrets of sheets closed in `start <= instant < end` (ms), the dearest first, of a sheet the newest."""
    rows = session.execute(
        select(Incident.number, Entry.at, Entry.params)
        .join(Incident, Incident.id == Entry.incident_id)
        .where(Entry.code == CODE, Entry.at >= start, Entry.at < end)
        .order_by(Entry.at, Entry.id)
    )
    newest = {number: regret_of(number, at, params) for number, at, params in rows}
    return sorted(newest.values(), key=lambda it: (-it.seconds, it.number))


def regret_of(number: str, at: int, params: dict[str, Any]) -> Regret:
    """Return what a line of the timeline keeps."""
    took = params.get("took")
    return Regret(
        number,
        at,
        str(params["unit"]),
        str(params["best"]),
        float(params["estimate"]),
        float(params["best_estimate"]),
        None if took is None else float(took),
    )
