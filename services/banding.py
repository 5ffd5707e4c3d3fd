"""Band tables (签收、出警、到场、反馈) of units and bodies, in the bands that public bulletins print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.assignment import Assignment
from models.feedback import Feedback
from models.incident import Incident
from models.organisation import Organisation
from models.state import AssignmentState
from models.unit import Unit
from services.reporting import DEPART_BANDS, FEEDBACK_BANDS, MINUTE, SIGN_BANDS

# The promise of 1, 3, 5 and 10 minutes from the order.
ARRIVE_BANDS: dict[str, int | None] = {
    "0-1min": MINUTE,
    "1-3min": 3 * MINUTE,
    "3-5min": 5 * MINUTE,
    "5-10min": 10 * MINUTE,
    ">10min": None,
}
BANDS: Mapping[str, Mapping[str, int | None]] = {
    "sign": SIGN_BANDS,
    "depart": DEPART_BANDS,
    "arrive": ARRIVE_BANDS,
    "feedback": FEEDBACK_BANDS,
}
# Steps that an order which ended early owes no more.
ENDED = frozenset({AssignmentState.CANCELLED, AssignmentState.MOVED, AssignmentState.RETURNED})


class By(StrEnum):
    """What a line of the table stands for."""

    UNIT = "unit"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class BandRow:
    """One unit or body: its orders, and by step how many took how long; `open`: owed and not yet done, by step."""

    id: str
    name: str
    orders: int
    counts: Mapping[str, Mapping[str, int]]
    open: Mapping[str, int]

    def share(self, step: str) -> float | None:
        """Return the part of those done that lie in the first band, None where none was done."""
        done = sum(self.counts[step].values())
        return next(iter(self.counts[step].values())) / done if done else None


@dataclass(frozen=True, slots=True)
class Took:
    """How long one order took to each step (ms), None not yet; and whether it owes them still."""

    key: str
    took: Mapping[str, int | None]
    ended: bool


def band_table(
    session: Session, *, start: int, end: int, by: By = By.UNIT, drill: bool = False
) -> list[BandRow]:
    """Return the band table of the orders issued in `start <= instant < end` (ms), by unit or by the unit's body.

    Signature, departure and arrival count from the order, feedback from the unit's arrival. The last line is all
    together; real rows or drill rows, never both.
    """
    fed_back = (
        select(Feedback.assignment_id, func.min(Feedback.at).label("at"))
        .where(Feedback.struck_at.is_(None))
        .group_by(Feedback.assignment_id)
        .subquery()
    )
    job = Assignment
    query = (
        select(
            *(job.unit_id, Unit.call_sign, Unit.organisation_id, Organisation.name, job.state),
            *(job.issued_at, job.signed_at, job.departed_at, job.arrived_at, fed_back.c.at),
        )
        .join(Incident, Incident.id == job.incident_id)
        .join(Unit, Unit.id == job.unit_id)
        .join(Organisation, Organisation.id == Unit.organisation_id, isouter=True)
        .join(fed_back, fed_back.c.assignment_id == job.id, isouter=True)
        .where(job.issued_at >= start, job.issued_at < end, Incident.drill.is_(drill))
    )
    names: dict[str, str] = {}
    found = []
    for unit, sign, body, body_name, state, issued, *instants in session.execute(query):
        key = unit if by is By.UNIT else body or ""
        names[key] = sign if by is By.UNIT else body_name or ""
        found.append(Took(key, took(issued, *instants), state in ENDED))
    rows = [row_of(key, name, (it for it in found if it.key == key)) for key, name in names.items()]
    rows.sort(key=lambda row: (len(row.name), row.name, row.id))
    return [*rows, row_of("", "", found)]


def took(
    issued: int, signed: int | None, departed: int | None, arrived: int | None, fed_back: int | None
) -> dict[str, int | None]:
    """Return how long each step took (ms), None where it was not taken; clocks that went back count as none."""

    def span(since: int | None, until: int | None) -> int | None:
        return None if since is None or until is None else max(0, until - since)

    return {
        "sign": span(issued, signed),
        "depart": span(issued, departed),
        "arrive": span(issued, arrived),
        "feedback": span(arrived, fed_back),
    }


def row_of(key: str, name: str, some: Iterable[Took]) -> BandRow:
    """Return the line of some orders."""
    counts = {step: dict.fromkeys(bands, 0) for step, bands in BANDS.items()}
    left = dict.fromkeys(BANDS, 0)
    orders = 0
    for one in some:
        orders += 1
        for step, ms in one.took.items():
            if ms is not None:
                counts[step][band_of(step, ms)] += 1
            elif not one.ended:
                left[step] += 1
    return BandRow(key, name, orders, counts, left)


def band_of(step: str, ms: int) -> str:
    """Return the band of a duration: above the bound before, up to its own."""
    return next(name for name, bound in BANDS[step].items() if bound is None or ms <= bound)
