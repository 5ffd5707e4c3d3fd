"""Diverting (分流): a request goes to 12345 or to car moving, is agreed upon, kept by who had it first, and visited back."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import Agency, AgencyOrder
from models.diversion import OPEN_DIVERSION, Diversion, DiversionState, Path, Side
from models.errors import RuleError
from models.incident import Incident
from models.promise import GRAVE
from models.state import OPEN_ORDER
from models.text import LONG, clean
from services.context import fresh_id
from services.diverted import Route, route, tell
from services.linkage import cancel_order, send_order


def divert(
    session: Session,
    incident_id: str,
    path: str,
    *,
    id: str,
    at: int,
    by: str,
    text: str = "",
    plate: str = "",
) -> str:
    """Offer a sheet to another desk with an order of its own; return the diversion's key.

    Without words of one's own the order says what the sheet says. RuleErrors: `field.bad` for a path that is none,
    `diversion.urgent` where somebody is in danger, `diversion.open`, `diversion.where`, `text.empty` for a car without a
    plate, and those of `send_order`.
    """
    if path not in set(Path):
        raise RuleError("field.bad", field="path")
    way, sheet = Path(path), session.get_one(Incident, incident_id)
    if sheet.level in GRAVE:
        raise RuleError("diversion.urgent", number=sheet.number, level=sheet.level)
    if open_diversion(session, incident_id) is not None:
        raise RuleError("diversion.open", number=sheet.number)
    plate = clean("plate", plate)
    if way is Path.CAR_MOVE and not plate:
        raise RuleError("text.empty", field="plate")
    words = clean("text", text, LONG) or said_by(sheet, plate)
    to = route(session, way, at)
    order = send(session, sheet, to, words, at=at, by=by)
    found = Diversion(
        id=id,
        incident_id=sheet.id,
        order_id=order.id,
        path=way,
        opened_at=at,
        opener=by,
        plate=plate,
        first_taker=Side.OTHER if sheet.channel in to.channels else Side.POLICE,
        due_at=order.feed_back_by,
    )
    session.add(found)
    tell(session, found, "diversion.offered", at=at, by=by, text=plate)
    return id


def said_by(sheet: Incident, plate: str) -> str:
    """Return what a sheet says, as an order says it."""
    parts = (plate, sheet.address, sheet.narrative, sheet.contact_phone or sheet.caller_number)
    return "；".join(part for part in parts if part)[:LONG]


def send(
    session: Session, sheet: Incident, to: Route, words: str, *, at: int, by: str
) -> AgencyOrder:
    """Send the order that carries a diversion; RuleError `diversion.where`."""
    agencies = select(Agency).where(Agency.code == to.body, ~Agency.retired)
    agency = session.scalars(agencies).first()
    if agency is None:
        raise RuleError("diversion.where", body=to.body)
    id = fresh_id(session)
    send_order(session, sheet.id, agency.id, words, id=id, at=at, by=by)
    return session.get_one(AgencyOrder, id)


def open_diversion(session: Session, incident_id: str) -> Diversion | None:
    """Return the diversion of a sheet that is not settled, None where there is none."""
    query = select(Diversion).where(
        Diversion.incident_id == incident_id, Diversion.state.in_(OPEN_DIVERSION)
    )
    return session.scalars(query).first()


def needed(session: Session, incident_id: str) -> Diversion:
    """Return the open diversion of a sheet; RuleError `diversion.none`."""
    sheet = session.get_one(Incident, incident_id)
    found = open_diversion(session, incident_id)
    if found is None:
        raise RuleError("diversion.none", number=sheet.number)
    return found


def join_three(session: Session, incident_id: str, *, at: int, by: str) -> None:
    """Note that the caller and both desks talk together (三方通话); once. RuleError `diversion.none`."""
    found = needed(session, incident_id)
    if found.three_way_at is None:
        found.join_three(at)
        tell(session, found, "diversion.three_way", at=at, by=by)


def agree(session: Session, incident_id: str, taker: str, *, at: int, by: str) -> None:
    """Note on which of the two desks both agreed; RuleErrors `diversion.none`, `field.bad`, `state.illegal`."""
    if taker not in set(Side):
        raise RuleError("field.bad", field="taker")
    decide(session, needed(session, incident_id), Side(taker), forced=False, at=at, by=by)


def settle_dispute(session: Session, diversion_id: str, *, at: int, by: str) -> None:
    """Let the rule decide where both refuse: who had it first takes it (首接先行受理).

    RuleErrors: `diversion.over` where nothing is disputed any more, `diversion.early` before the time to agree is up.
    """
    found = session.get_one(Diversion, diversion_id)
    if found.state is not DiversionState.DISPUTED or found.settle_by is None:
        raise RuleError("diversion.over")
    if at < found.settle_by:
        raise RuleError("diversion.early")
    decide(session, found, found.first_taker, forced=True, at=at, by=by)


def decide(
    session: Session, found: Diversion, taker: Side, *, forced: bool, at: int, by: str
) -> None:
    """Give a diversion to one of the two desks; an order that was refused is sent once more."""
    order = session.get_one(AgencyOrder, found.order_id)
    if taker is Side.OTHER:
        if found.state is DiversionState.ACCEPTED:
            raise RuleError("diversion.over")
        if order.state not in OPEN_ORDER:
            sheet = session.get_one(Incident, found.incident_id)
            sent = send(session, sheet, route(session, found.path, at), order.text, at=at, by=by)
            found.order_id, found.due_at = sent.id, sent.feed_back_by
        found.accept(at, forced=forced)
    elif order.state in OPEN_ORDER:
        # The order that is called off takes the diversion with it.
        found.forced = forced
        cancel_order(session, order.id, "110", at=at, by=by)
    else:
        found.keep(forced=forced)
    code = "diversion.forced" if forced else "diversion.agreed"
    tell(session, found, code, at=at, by=by, taker=taker.value)


def visit_diversion(
    session: Session, incident_id: str, rating: str, note: str, *, at: int, by: str
) -> None:
    """Keep what the caller says of the last diversion of a sheet: 1 content, 2 more or less, 3 not.

    RuleErrors: `diversion.none`, and those of `Diversion.visit`.
    """
    sheet = session.get_one(Incident, incident_id)
    query = select(Diversion).where(Diversion.incident_id == incident_id)
    found = session.scalars(query.order_by(Diversion.opened_at.desc(), Diversion.id.desc())).first()
    if found is None:
        raise RuleError("diversion.none", number=sheet.number)
    found.visit(at, rating, note)
    tell(session, found, "diversion.visited", at=at, by=by, text=found.visit_note, rating=rating)
