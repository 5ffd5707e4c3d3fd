"""Social linkage (社会联动): orders to agencies are sent, signed, set out on, fed back or returned; agencies call for police."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import Agency, AgencyOrder
from models.deadline import STEPS
from models.errors import RuleError
from models.incident import Incident
from models.owing import owed_step
from models.reminder import CHIEF
from models.state import OrderState
from models.term import Term
from models.text import LONG, clean, clean_required
from services.diverted import follow_order
from services.serving import terms_at
from services.timeline import enter

MOST_REMINDERS = 9


def send_order(
    session: Session, incident_id: str, agency_id: str, text: str, *, id: str, at: int, by: str
) -> str:
    """Send an order to an agency; return its key."""
    sheet = session.get_one(Incident, incident_id)
    sheet.check_takes_units()
    agency = session.get_one(Agency, agency_id)
    if agency.retired:
        raise RuleError("thing.retired", name=agency.name)
    dues = terms_at(session, at).dues(agency.code, classes_of(session, sheet), at)
    order = AgencyOrder(
        id=id,
        incident_id=sheet.id,
        agency_id=agency.id,
        text=clean_required("text", text, LONG),
        sender=by,
        sent_at=at,
        **{f"{step}_by": due.at for step, due in dues.items()},
    )
    session.add(order)
    enter(session, sheet.id, "order.sent", at=at, by=by, text=order.text, agency=agency.name)
    return id


def classes_of(session: Session, sheet: Incident) -> tuple[str, ...]:
    """Return the class of a sheet that counts, and the group it belongs to."""
    code = sheet.class_fed_back or sheet.class_taken
    query = select(Term.parent).where(Term.dictionary == "incident_class", Term.code == code)
    return (code, session.scalars(query.order_by(Term.valid_from.desc())).first() or "")


def deliver_order(session: Session, order_id: str, *, at: int, by: str) -> None:
    """Record that the order is on the agency's screen."""
    order = session.get_one(AgencyOrder, order_id)
    order.move(OrderState.DELIVERED, at)
    tell(session, order, at=at, by=by)


def sign_order(session: Session, order_id: str, *, at: int, by: str, signer: str = "") -> None:
    """Record who took the order at the agency."""
    order = session.get_one(AgencyOrder, order_id)
    order.sign(at, signer)
    tell(session, order, at=at, by=by)


def depart_order(session: Session, order_id: str, *, at: int, by: str) -> None:
    """Record that the agency's people have set out."""
    order = session.get_one(AgencyOrder, order_id)
    order.move(OrderState.DEPARTED, at)
    tell(session, order, at=at, by=by)


def arrive_order(session: Session, order_id: str, *, at: int, by: str) -> None:
    """Record that the agency's people are on scene."""
    order = session.get_one(AgencyOrder, order_id)
    order.move(OrderState.ARRIVED, at)
    tell(session, order, at=at, by=by)


def feed_back_order(session: Session, order_id: str, answer: str, *, at: int, by: str) -> None:
    """Record what the agency did."""
    order = session.get_one(AgencyOrder, order_id)
    order.feed_back(at, answer)
    tell(session, order, at=at, by=by, text=order.answer)


def return_order(session: Session, order_id: str, reason: str, *, at: int, by: str) -> None:
    """Record that the agency gives the order back, with its reason."""
    end(session, order_id, OrderState.RETURNED, reason, at=at, by=by)


def cancel_order(session: Session, order_id: str, reason: str, *, at: int, by: str) -> None:
    """Call an agency off, with the reason."""
    end(session, order_id, OrderState.CANCELLED, reason, at=at, by=by)


def end(
    session: Session, order_id: str, state: OrderState, reason: str, *, at: int, by: str
) -> None:
    """End an order before it was done."""
    order = session.get_one(AgencyOrder, order_id)
    order.end(state, at, reason)
    tell(session, order, at=at, by=by, text=order.answer)


def call_police(session: Session, order_id: str, text: str, *, at: int, by: str) -> None:
    """Record that the agency's people want police beside them, and why.

    RuleErrors: `order.police_asked` while a former call waits, those of texts.
    """
    words = clean_required("text", text, LONG)
    order = session.get_one(AgencyOrder, order_id)
    order.call_police(at)
    note(session, order, "order.police_asked", at=at, by=by, text=words)


def answer_police(session: Session, order_id: str, text: str, *, at: int, by: str) -> None:
    """Record what the desk did about an agency's call for police; RuleError `order.police_none`."""
    words = clean_required("text", text, LONG)
    order = session.get_one(AgencyOrder, order_id)
    order.answer_police(at)
    note(session, order, "order.police_answered", at=at, by=by, text=words)


def ring_agency(session: Session, order_id: str, *, at: int, by: str) -> None:
    """Let an agency that shows no sign of life be told by telephone; once. RuleError `order.over`."""
    order = session.get_one(AgencyOrder, order_id)
    if order.ring(at):
        note(session, order, "order.ring", at=at, by=by)


def agency_rung(session: Session, order_id: str, text: str, *, at: int, by: str) -> None:
    """Record that an agency was told by telephone, and what it said; RuleError `order.ring_none`."""
    words = clean("text", text, LONG)
    order = session.get_one(AgencyOrder, order_id)
    order.rung(at)
    note(session, order, "order.rung", at=at, by=by, text=words)


def remind_order(
    session: Session, order_id: str, step: str, rank: int, *, at: int, by: str
) -> None:
    """Record that an agency was reminded of a step, for the `rank`-th time; once each, whichever seat is first.

    RuleErrors: `field.bad`, `reminder.not_owed`.
    """
    if step not in STEPS or type(rank) is not int or not 0 < rank <= MOST_REMINDERS:
        raise RuleError("field.bad", field="reminder")
    order = session.get_one(AgencyOrder, order_id)
    owed = owed_step(order)
    if owed is None or owed[0] != step:
        raise RuleError("reminder.not_owed")
    if order.remind(step, rank, at):
        code = "order.reminded_chief" if rank >= CHIEF else "order.reminded"
        note(session, order, code, at=at, by=by, awaited=step, count=rank)


def note(
    session: Session,
    order: AgencyOrder,
    code: str,
    *,
    at: int,
    by: str,
    text: str = "",
    **params: str | int,
) -> None:
    """Write what befell an order into the sheet's timeline."""
    name = session.get_one(Agency, order.agency_id).name
    enter(session, order.incident_id, code, at=at, by=by, text=text, agency=name, **params)


def tell(session: Session, order: AgencyOrder, *, at: int, by: str, text: str = "") -> None:
    """Write an order's step into the sheet's timeline."""
    agency = session.get_one(Agency, order.agency_id)
    enter(
        session,
        order.incident_id,
        f"order.{order.state.value}",
        at=at,
        by=by,
        text=text,
        agency=agency.name,
        signer=order.signer or None if order.state is OrderState.SIGNED else None,
    )
    follow_order(session, order, text, at=at, by=by)
