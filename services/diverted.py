"""What the steps of an order mean for the diversion that it carries: taken, refused, given back, dealt with."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import AgencyOrder
from models.deadline import read_span
from models.diversion import OPEN_DIVERSION, Diversion, DiversionState, Path
from models.diversioncard import DiversionCard
from models.errors import RuleError
from models.state import OrderState
from models.term import Term
from services.context import local_day
from services.timeline import enter

DIVERSION = "diversion"
# Where the dictionary says nothing: bodies of the shipped directory, five minutes to agree, the channel of 12345.
BODIES = {Path.HOTLINE: "G19", Path.CAR_MOVE: "C04"}
SETTLE_MS = 300_000
HANDED_OVER = "0901"
CARD = tuple(name for name in DiversionCard.__dataclass_fields__ if name != "kind")


@dataclass(frozen=True, slots=True)
class Route:
    """Where a path leads: code of the body, ms to agree before the rule decides, channels by which its desk hands over."""

    body: str
    settle_ms: int = SETTLE_MS
    channels: tuple[str, ...] = (HANDED_OVER,)


def route(session: Session, path: Path, at: int) -> Route:
    """Return where a path leads by the dictionary `diversion` as it stands at an instant; the usual where it says none."""
    day = local_day(at)
    query = select(Term).where(Term.dictionary == DIVERSION, Term.code == path.value)
    for term in session.scalars(query.order_by(Term.valid_from.desc())):
        if term.valid_from <= day and (not term.valid_to or day < term.valid_to):
            extra = {name: str(value).strip() for name, value in term.extra.items()}
            channels = tuple(extra.get("channels", "").split()) or (HANDED_OVER,)
            return Route(extra.get("body") or BODIES[path], settle_ms(extra), channels)
    return Route(BODIES[path])


def settle_ms(extra: dict[str, str]) -> int:
    """Return how long two desks have to agree (ms); the usual time where what is written cannot be read."""
    try:
        span = read_span(extra.get("settle_within", ""))
    except RuleError:
        return SETTLE_MS
    return span.count * {"m": 60_000, "h": 3_600_000}.get(span.unit, SETTLE_MS)


def follow_order(session: Session, order: AgencyOrder, text: str, *, at: int, by: str) -> None:
    """Let the diversion that an order carries follow its newest step; for the commands of orders."""
    found = session.scalars(
        select(Diversion).where(Diversion.order_id == order.id, Diversion.state.in_(OPEN_DIVERSION))
    ).first()
    if found is None:
        return
    was = found.state
    if order.state is OrderState.RETURNED:
        turn_down(session, found, text, at=at)
    elif order.state is OrderState.CANCELLED:
        found.keep()
    elif order.state is OrderState.FED_BACK:
        if found.state is DiversionState.OFFERED:
            found.accept(at)
        found.feed_back(at)
        found.moved = True if found.path is Path.CAR_MOVE else None
    elif order.state is not OrderState.DELIVERED and found.state is DiversionState.OFFERED:
        found.accept(at)
    if found.state is not was:
        tell(session, found, f"diversion.{found.state.value}", at=at, by=by, text=found.refusal)


def turn_down(session: Session, found: Diversion, text: str, *, at: int) -> None:
    """The other desk does not want it: a dispute, a return, or a car that could not be moved."""
    if found.path is Path.CAR_MOVE:
        found.refusal, found.moved = text, False
        found.keep()
    elif found.state is DiversionState.ACCEPTED:
        found.give_back(at, text)
    else:
        found.refuse(at, text, at + route(session, found.path, at).settle_ms)


def tell(
    session: Session, found: Diversion, code: str, *, at: int, by: str, text: str = "", **more: str
) -> None:
    """Write what befell a diversion into the sheet's timeline: its evidence."""
    enter(session, found.incident_id, code, at=at, by=by, text=text, path=found.path.value, **more)


def diversion_cards(
    session: Session, ids: Collection[str] | None = None
) -> Iterator[DiversionCard]:
    """Yield the cards of the open diversions, all or some."""
    table = Diversion.__table__.c
    query = select(*(table[name] for name in CARD)).where(table.state.in_(OPEN_DIVERSION))
    if ids is not None:
        query = query.where(table.id.in_(ids))
    for row in session.execute(query):
        yield DiversionCard(**row._mapping)
