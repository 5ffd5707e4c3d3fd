"""What a linked body owes next on an order, by when, and which reminder of it is due."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from models.state import OrderState

O = OrderState
# Per cent of the time allowed: the first when it is up, the fourth and last the longest after.
CLIMB = (100, 150, 200, 300)


class Ordered(Protocol):
    """An order, as a row or as a line of a card."""

    @property
    def state(self) -> OrderState: ...
    @property
    def sent_at(self) -> int: ...
    @property
    def sign_by(self) -> int | None: ...
    @property
    def arrive_by(self) -> int | None: ...
    @property
    def feed_back_by(self) -> int | None: ...


def owed_step(order: Ordered) -> tuple[str, int] | None:
    """Return the step owed next that has a limit and its instant (Unix ms), None where none has or the order is over.

    Who need not come has only to answer.
    """
    if order.state in (O.SENT, O.DELIVERED) and order.sign_by is not None:
        return "sign", order.sign_by
    if order.state in (O.SENT, O.DELIVERED, O.SIGNED, O.DEPARTED) and order.arrive_by is not None:
        return "arrive", order.arrive_by
    open_still = order.state in (O.SENT, O.DELIVERED, O.SIGNED, O.DEPARTED, O.ARRIVED)
    if open_still and order.feed_back_by is not None:
        return "feed_back", order.feed_back_by
    return None


def next_reminder(
    order: Ordered, reminded_step: str, reminded: int, climb: Sequence[int] = CLIMB
) -> tuple[str, int, int] | None:
    """Return the step, the rank and the instant (Unix ms) of the next reminder, None where none is to come."""
    owed = owed_step(order)
    if owed is None:
        return None
    step, due = owed
    known = reminded if reminded_step == step else 0
    if known >= len(climb):
        return None
    span = max(due - order.sent_at, 0)
    return step, known + 1, order.sent_at + span * climb[known] // 100
