"""The month's evidence of diversions: what went where, came back, was disputed, was in time, and how callers rate it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import Agency, AgencyOrder
from models.diversion import RATINGS, Diversion, DiversionState, Path
from models.errors import RuleError
from models.incident import Incident
from services.context import LOCAL


@dataclass(frozen=True, slots=True)
class Evidence:
    """One diversion with its sheet and body; instants in Unix ms."""

    number: str
    path: str
    body: str
    state: str
    opened_at: int
    three_way_at: int | None
    disputed_at: int | None
    accepted_at: int | None
    forced: bool
    returned_at: int | None
    due_at: int | None
    fed_back_at: int | None
    visited_at: int | None
    rating: str
    plate: str
    moved: bool | None
    refusal: str

    @property
    def on_time(self) -> bool | None:
        """Whether the answer came within its limit; None where there is no answer or no limit."""
        if self.fed_back_at is None or self.due_at is None:
            return None
        return self.fed_back_at <= self.due_at


@dataclass(frozen=True, slots=True)
class Counts:
    """The sums of one path."""

    path: str
    diverted: int
    accepted: int
    three_way: int
    disputed: int
    forced: int
    kept: int
    returned: int
    fed_back: int
    on_time: int
    late: int
    ratings: tuple[int, ...]
    moved: int
    not_moved: int

    @property
    def content(self) -> float | None:
        """The share of those asked who are content or more or less so, None where nobody was asked."""
        asked = sum(self.ratings)
        return (self.ratings[0] + self.ratings[1]) / asked if asked else None


def month_bounds(month: str) -> tuple[int, int]:
    """Return begin and end (Unix ms) of a month YYYY-MM in China; RuleError `month.bad`."""
    try:
        first = datetime.strptime(month, "%Y-%m").replace(tzinfo=UTC)
        after = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    except ValueError as error:
        raise RuleError("month.bad", month=month[:20]) from error
    begin, end = ((day - LOCAL).timestamp() * 1000 for day in (first, after))
    return int(begin), int(end)


def evidence(session: Session, *, start: int, end: int, drill: bool = False) -> list[Evidence]:
    """Return the diversions opened in a span (Unix ms), oldest first; those of drills or those of real sheets."""
    query = (
        select(Diversion, Incident.number, Agency.code)
        .join(Incident, Incident.id == Diversion.incident_id)
        .join(AgencyOrder, AgencyOrder.id == Diversion.order_id)
        .join(Agency, Agency.id == AgencyOrder.agency_id)
        .where(Diversion.opened_at >= start, Diversion.opened_at < end, Incident.drill.is_(drill))
        .order_by(Diversion.opened_at, Diversion.id)
    )
    names = [name for name in Evidence.__dataclass_fields__ if name not in ("number", "body")]
    return [
        Evidence(number=number, body=code, **{name: getattr(row, name) for name in names})
        for row, number, code in session.execute(query)
    ]


def counts(rows: Sequence[Evidence]) -> list[Counts]:
    """Return the sums by path, and of all paths last."""
    by_path = [of_path(path.value, [row for row in rows if row.path == path]) for path in Path]
    return [*by_path, of_path("", rows)]


def of_path(path: str, rows: Sequence[Evidence]) -> Counts:
    """Return the sums of some diversions."""
    return Counts(
        path=path,
        diverted=len(rows),
        accepted=number(row.accepted_at is not None for row in rows),
        three_way=number(row.three_way_at is not None for row in rows),
        disputed=number(row.disputed_at is not None for row in rows),
        forced=number(row.forced for row in rows),
        kept=number(row.state == DiversionState.KEPT for row in rows),
        returned=number(row.returned_at is not None for row in rows),
        fed_back=number(row.fed_back_at is not None for row in rows),
        on_time=number(row.on_time is True for row in rows),
        late=number(row.on_time is False for row in rows),
        ratings=tuple(number(row.rating == rating for row in rows) for rating in RATINGS),
        moved=number(row.moved is True for row in rows),
        not_moved=number(row.moved is False for row in rows),
    )


def number(some: Iterable[bool]) -> int:
    """Return how many are so."""
    return sum(some)
