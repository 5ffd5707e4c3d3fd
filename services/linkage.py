"""Social linkage (社会联动): orders to agencies are sent, signed, arrive, fed back or returned."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import Agency, AgencyOrder
from models.errors import RuleError
from models.incident import Incident
from models.state import OrderState
from models.term import Term
from models.text import LONG, clean_required
from services.serving import terms_at
from services.timeline import enter


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


def sign_order(session: Session, order_id: str, *, at: int, by: str, signer: str = "") -> None:
    """Record who took the order at the agency."""
    order = session.get_one(AgencyOrder, order_id)
    order.sign(at, signer)
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
