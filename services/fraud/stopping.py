"""Stopping payments (止付): an order is written with the sheet, sent, taken, and told what became of the money."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors import RuleError
from models.incident import Incident
from models.stop import OPEN_STOP, TEXTS, StopOrder, StopPayee, StopState
from models.text import LONG, SHORT, clean
from services.context import fresh_id
from services.fraud.amount import FEN, MOST
from services.fraud.limit import HOLD, SUBMIT, WARN, limit
from services.timeline import enter

# Numbers of cards and accounts; purses are known by telephones and addresses, too.
ACCOUNT = re.compile(r"[0-9A-Za-z][0-9A-Za-z@._\-]{3,63}")
MOST_PAYEES = 50
LONG_TEXTS = ("note", "proof")
PAYEE_FIELDS = ("holder", "bank", "amount_fen", "transferred_at")


def write_stop(
    session: Session,
    incident_id: str,
    fields: Mapping[str, Any],
    payees: Sequence[Mapping[str, Any]],
    *,
    id: str,
    at: int,
    by: str,
) -> str:
    """Write an order to stop a payment for a sheet; return its key. RuleErrors `sheet.…`, `field.…`, `stop.…`."""
    sheet = session.get_one(Incident, incident_id)
    sheet.check_open()
    order = StopOrder(
        id=id,
        incident_id=sheet.id,
        written_at=at,
        writer=by,
        submit_by=sheet.reported_at + limit(session, SUBMIT, at),
        warn_at=sheet.reported_at + limit(session, WARN, at),
    )
    session.add(order)
    session.flush()
    put(session, order, fields, payees, at)
    tell(session, order, at=at, by=by)
    return id


def change_stop(
    session: Session,
    stop_id: str,
    fields: Mapping[str, Any],
    payees: Sequence[Mapping[str, Any]],
    *,
    at: int,
    by: str,
) -> None:
    """Change what is known: more accounts are found while the first is being stopped. RuleError `stop.over` afterwards."""
    order = session.get_one(StopOrder, stop_id)
    if order.state not in OPEN_STOP:
        raise RuleError("stop.over")
    put(session, order, fields, payees, at)
    enter(session, order.incident_id, "stop.changed", at=at, by=by)


def submit_stop(session: Session, stop_id: str, *, at: int, by: str) -> None:
    """Send an order to the centre; RuleError `stop.incomplete` names what is missing."""
    order = session.get_one(StopOrder, stop_id)
    order.submit(at, len(payees_of(session, order)))
    tell(session, order, at=at, by=by, late=max(0, at - order.submit_by) // 60_000 or None)


def accept_stop(session: Session, stop_id: str, *, at: int, by: str) -> None:
    """Note that the centre has taken the order."""
    order = session.get_one(StopOrder, stop_id)
    order.accept(at)
    tell(session, order, at=at, by=by)


def settle_stop(
    session: Session, stop_id: str, stopped_fen: int | None, result: str, *, at: int, by: str
) -> None:
    """Note how much was stopped, in fen; the hold begins with it. Nothing stopped wants words."""
    order = session.get_one(StopOrder, stop_id)
    order.settle(at, stopped_fen or 0, result, limit(session, HOLD, at))
    tell(session, order, at=at, by=by, text=order.result, stopped=order.stopped_fen / FEN)


def release_stop(session: Session, stop_id: str, reason: str, *, at: int, by: str) -> None:
    """Note what followed the hold: frozen for good, or let go."""
    order = session.get_one(StopOrder, stop_id)
    order.end(StopState.SETTLED, at, reason)
    tell(session, order, at=at, by=by, text=reason, stopped=order.stopped_fen / FEN)


def withdraw_stop(session: Session, stop_id: str, reason: str, *, at: int, by: str) -> None:
    """Call an order off, with the reason."""
    order = session.get_one(StopOrder, stop_id)
    order.end(StopState.WITHDRAWN, at, reason)
    tell(session, order, at=at, by=by, text=reason)


def put(
    session: Session,
    order: StopOrder,
    fields: Mapping[str, Any],
    payees: Sequence[Mapping[str, Any]],
    at: int,
) -> None:
    """Give an order its fields and its payees; one that is gone from the list is struck."""
    kept = {name: checked(name, value, at) for name, value in fields.items()}
    for name, value in kept.items():
        if getattr(order, name) != value:
            setattr(order, name, value)
    wanted = [payee_of(payee, at) for payee in payees]
    accounts = [payee["account"] for payee in wanted]
    if len(accounts) > MOST_PAYEES or len(set(accounts)) != len(accounts):
        twice = next((it for it in accounts if accounts.count(it) > 1), "")
        code = "stop.account_twice" if twice else "stop.too_many"
        raise RuleError(code, account=twice, limit=MOST_PAYEES, field="payees")
    known = {payee.account: payee for payee in payees_of(session, order)}
    for gone in known.keys() - set(accounts):
        known[gone].struck_at = at
    for place, values in enumerate(wanted, 1):
        payee = known.get(values["account"])
        if payee is None:
            new = {"id": fresh_id(session), "stop_order_id": order.id, "place": place}
            session.add(StopPayee(**new, **values))
            continue
        for name, value in {**values, "place": place}.items():
            if getattr(payee, name) != value:
                setattr(payee, name, value)


def payees_of(session: Session, order: StopOrder) -> Sequence[StopPayee]:
    """Return the accounts of an order that are not struck."""
    query = select(StopPayee).where(
        StopPayee.stop_order_id == order.id, StopPayee.struck_at.is_(None)
    )
    return session.scalars(query.order_by(StopPayee.place)).all()


def payee_of(given: Mapping[str, Any], at: int) -> dict[str, Any]:
    """Return an account's fields as they are kept; RuleError `stop.bad_account`, `field.…`."""
    account = re.sub(r"[\s]", "", clean("payees", str(given.get("account", ""))))
    if not ACCOUNT.fullmatch(account):
        raise RuleError("stop.bad_account", account=account, field="payees")
    kept = {name: checked(name, given.get(name), at) for name in PAYEE_FIELDS if name in given}
    return {"account": account, **kept}


def checked(name: str, value: Any, at: int) -> Any:
    """Return a value fit for a field; RuleErrors `field.unknown`, `field.bad`, `stop.future`, `text.too_long`."""
    if name in (*TEXTS, "holder", "bank"):
        return clean(name, value or "", LONG if name in LONG_TEXTS else SHORT)
    if name == "amount_fen":
        if value is None or (isinstance(value, int) and 0 < value <= MOST):
            return value
        raise RuleError("field.bad", field=name)
    if name == "transferred_at":
        if value is None or isinstance(value, int):
            if value is not None and value > at:
                raise RuleError("stop.future", field=name)
            return value
        raise RuleError("field.bad", field=name)
    raise RuleError("field.unknown", field=name)


def tell(
    session: Session, order: StopOrder, *, at: int, by: str, text: str = "", **params: Any
) -> None:
    """Write an order's step into the sheet's timeline: sums and accounts, no person's number."""
    amount = (order.amount_fen or 0) / FEN
    enter(
        session,
        order.incident_id,
        f"stop.{order.state.value}",
        at=at,
        by=by,
        text=text,
        amount=f"{amount:.2f}",
        **params,
    )
