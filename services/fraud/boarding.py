"""Reads the open stop orders and warnings from the store, all or some, as cards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.fraudcard import PayeeLine, StopCard, WarningCard
from models.stop import OPEN_STOP, StopOrder, StopPayee
from models.warning import WarningOrder, WarningState

STOP = tuple(name for name in StopCard.__dataclass_fields__ if name not in ("kind", "payees"))
PAYEE = tuple(PayeeLine.__dataclass_fields__)
WARNING = tuple(name for name in WarningCard.__dataclass_fields__ if name != "kind")


def stop_cards(session: Session, ids: Collection[str] | None = None) -> Iterator[StopCard]:
    """Yield the cards of the orders to stop payments that are not over."""
    orders, payees = StopOrder.__table__.c, StopPayee.__table__.c
    query = select(*(orders[name] for name in STOP)).where(orders.state.in_(OPEN_STOP))
    if ids is not None:
        query = query.where(orders.id.in_(ids))
    rows = session.execute(query).all()
    lines: dict[str, list[PayeeLine]] = defaultdict(list)
    if rows:
        owned = select(payees.stop_order_id, *(payees[name] for name in PAYEE)).where(
            payees.struck_at.is_(None), payees.stop_order_id.in_([row.id for row in rows])
        )
        for order_id, *values in session.execute(owned.order_by(payees.place, payees.id)):
            lines[order_id].append(PayeeLine(*values))
    for row in rows:
        fields: dict[str, Any] = dict(row._mapping)
        yield StopCard(**fields, payees=tuple(lines[row.id]))


def warning_cards(session: Session, ids: Collection[str] | None = None) -> Iterator[WarningCard]:
    """Yield the cards of the warnings that nobody has ended."""
    table = WarningOrder.__table__.c
    query = select(*(table[name] for name in WARNING)).where(table.state == WarningState.OPEN)
    if ids is not None:
        query = query.where(table.id.in_(ids))
    for row in session.execute(query):
        yield WarningCard(**row._mapping)
