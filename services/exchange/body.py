"""The body's side of the exchange: its orders as its folder tells them, and its answers. It keeps nothing but files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

from models.board import Card
from models.errors import RuleError, TroubleError
from models.identity import new_id
from models.state import OPEN_ORDER, OrderState
from models.text import LONG, SHORT
from services.exchange.mailbox import (
    Mailbox,
    finish,
    post,
    put,
    read_bytes,
    set_aside,
    waiting,
)
from services.exchange.message import (
    ARRIVED,
    DELIVERED,
    DEPARTED,
    FED_BACK,
    LATEST,
    ORDER,
    POLICE,
    REFUSED,
    RETURNED,
    SIGNED,
    Message,
    key_of,
    parse,
    read_message,
    text_of,
    write_message,
)
from services.exchange.photo import ENDINGS, MOST, note_of

STEPS = (DELIVERED, SIGNED, DEPARTED, ARRIVED, FED_BACK)
INSTANTS = (
    *("sent_at", "delivered_at", "signed_at", "departed_at", "arrived_at", "fed_back_at"),
    *("ended_at", "sign_by", "arrive_by", "feed_back_by", "police_asked_at", "police_answered_at"),
)
STEP_INSTANT = {kind: f"{kind}_at" for kind in STEPS}
# So long (ms) an order that is over stays on the list.
SHOWN_MS = 12 * 3_600_000


@dataclass(frozen=True, slots=True)
class BodyOrder(Card):
    """An order as its body sees it: what the desk said last, moved on by what was answered since (`unheard`)."""

    kind: ClassVar[str] = "body_order"
    revision: int
    state: OrderState
    number: str
    class_name: str
    class_name_en: str
    level: int | None
    address: str
    text: str
    reminded: int
    sender: str
    sent_at: int
    delivered_at: int | None = None
    signed_at: int | None = None
    departed_at: int | None = None
    arrived_at: int | None = None
    fed_back_at: int | None = None
    ended_at: int | None = None
    sign_by: int | None = None
    arrive_by: int | None = None
    feed_back_by: int | None = None
    police_asked_at: int | None = None
    police_answered_at: int | None = None
    answer: str = ""
    unheard: bool = False
    refused: str = ""

    @property
    def wants_police(self) -> bool:
        """Whether police were called for and the desk has not answered."""
        return self.police_asked_at is not None and self.police_answered_at is None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a body says of an order: a kind of `message.ANSWERS`, by whom, in words, with pictures (files)."""

    order: str
    kind: str
    by: str
    text: str = ""
    photos: tuple[Path, ...] = ()


class Body:
    """One body at its folder; every method may take as long as a disk does."""

    def __init__(self, box: Mailbox, code: str) -> None:
        self._box, self._code = box, code
        # What was said and may not have come back with the order yet: order → messages.
        self._said: dict[str, list[Message]] = {}
        self._refused: dict[str, str] = {}
        self._orders: dict[str, tuple[str, BodyOrder]] = {}
        self._known: set[str] = set()
        for path in waiting(box.back):
            try:
                message = read_message(read_bytes(path))
            except (RuleError, TroubleError):
                # The desk says what is wrong with it.
                continue
            self._said.setdefault(message.order, []).append(message)

    def look(self, *, at: int, by: str) -> list[BodyOrder]:
        """Read what is new, say that it was delivered, show that somebody is here; return the orders, oldest first.

        TroubleErrors of files.
        """
        self._box.show_alive()
        for path in waiting(self._box.to):
            if path.name not in self._known:
                self._read(path)
        for name, order in list(self._orders.values()):
            over = order.state not in OPEN_ORDER
            if over and (order.ended_at or order.fed_back_at or order.sent_at) < at - SHOWN_MS:
                finish(self._box.to / name)
                del self._orders[order.id]
            elif order.state is OrderState.SENT and not self._said.get(order.id):
                self.answer(Answer(order.id, DELIVERED, by), at=at)
        orders = [self._moved_on(order) for _, order in self._orders.values()]
        return sorted(orders, key=lambda order: (order.sent_at, order.id))

    def answer(self, given: Answer, *, at: int) -> str:
        """Put an answer out for the desk, its pictures before it; return its key.

        RuleErrors of texts, fields and pictures, TroubleErrors of files; nothing is put out then.
        """
        key = new_id()
        pictures = [read_bytes(path, MOST) for path in given.photos]
        notes = tuple(
            note_of(f"{key}-{number}.{ENDINGS.get(note_of('', data).media)}", data)
            for number, data in enumerate(pictures, 1)
        )
        message = Message(key, self._code, given.kind, given.order, at, given.by, given.text, notes)
        content = write_message(message)
        # What the desk would set aside is told here, while somebody can still mend it.
        message = read_message(json.dumps(content, ensure_ascii=False).encode())
        for note, data in zip(notes, pictures, strict=True):
            put(self._box.back / note.file, data)
        post(self._box.back, key, content)
        self._said.setdefault(given.order, []).append(message)
        self._refused.pop(given.order, None)
        return key

    def _read(self, path: Path) -> None:
        """Take a message of the desk: a newer order replaces an older one; what is none is put aside."""
        try:
            raw = parse(read_bytes(path))
            if raw.get("kind") == REFUSED:
                self._take_refusal(raw)
                finish(path)
                return
            order = order_of(raw, self._code)
        except RuleError as error:
            set_aside(path, error)
            return
        name, known = self._orders.get(order.id, ("", None))
        if known is not None and known.revision > order.revision:
            finish(path)
            return
        self._known.add(path.name)
        self._orders[order.id] = (path.name, order)
        if name and name != path.name:
            finish(self._box.to / name)
        waits = [it for it in self._said.get(order.id, []) if not heard(order, it, known)]
        self._said[order.id] = waits

    def _take_refusal(self, raw: Mapping[str, Any]) -> None:
        """Forget an answer that the desk could not take, and keep why."""
        key, code = key_of(raw, "message"), text_of(raw, "code", SHORT)
        order_id = text_of(raw, "order", SHORT)
        if not order_id:
            # The desk could not read which order it was about; here it is known.
            said = self._said.items()
            order_id = next((id for id, some in said if any(it.id == key for it in some)), "")
        self._said[order_id] = [it for it in self._said.get(order_id, []) if it.id != key]
        self._refused[order_id] = code

    def _moved_on(self, order: BodyOrder) -> BodyOrder:
        """Return an order with what was answered since the desk said how it stands."""
        for message in self._said.get(order.id, []):
            if message.kind in STEPS and STEPS.index(message.kind) > rank(order.state):
                instant: Any = {STEP_INSTANT[message.kind]: message.at}
                order = replace(order, state=OrderState(message.kind), unheard=True, **instant)
            elif message.kind == RETURNED and order.state in OPEN_ORDER:
                order = replace(order, state=OrderState.RETURNED, unheard=True, ended_at=message.at)
            elif message.kind == POLICE:
                order = replace(
                    order, police_asked_at=message.at, police_answered_at=None, unheard=True
                )
        return replace(order, refused=self._refused.get(order.id, ""))


def rank(state: OrderState) -> int:
    """Return how far an order has come; what was given back or called off is over."""
    if state is OrderState.SENT:
        return -1
    return STEPS.index(state.value) if state.value in STEPS else len(STEPS)


def heard(order: BodyOrder, message: Message, before: BodyOrder | None) -> bool:
    """Tell whether an order as the desk told it has an answer in it that it had not in it before."""
    if message.kind == POLICE:
        former = before.police_asked_at if before is not None else None
        return order.police_asked_at != former
    if message.kind == RETURNED:
        return order.state not in OPEN_ORDER
    return rank(order.state) >= STEPS.index(message.kind)


def order_of(raw: Mapping[str, Any], code: str) -> BodyOrder:
    """Return the order in a message of the desk; RuleErrors `message.field` and those of texts."""
    sheet = raw.get("sheet")
    if raw.get("kind") != ORDER or raw.get("agency") != code or not isinstance(sheet, dict):
        raise RuleError("message.field", field="kind")
    try:
        state = OrderState(str(raw.get("state")))
    except ValueError as error:
        raise RuleError("message.field", field="state") from error
    level = sheet.get("level")
    sent_at = instant_of(raw, "sent_at")
    if sent_at is None:
        raise RuleError("message.field", field="sent_at")
    rest: Any = {name: instant_of(raw, name) for name in INSTANTS if name != "sent_at"}
    return BodyOrder(
        id=key_of(raw, "order"),
        revision=number_of(raw, "revision"),
        state=state,
        number=text_of(sheet, "number", SHORT),
        class_name=text_of(sheet, "class_name", SHORT),
        class_name_en=text_of(sheet, "class_name_en", SHORT),
        level=level if type(level) is int else None,
        address=text_of(sheet, "address", LONG),
        text=text_of(raw, "text", LONG),
        sender=text_of(raw, "sender", SHORT),
        reminded=number_of(raw, "reminded"),
        answer=text_of(raw, "answer", LONG),
        sent_at=sent_at,
        **rest,
    )


def instant_of(raw: Mapping[str, Any], name: str) -> int | None:
    """Return an instant of a message (Unix ms), None where it has none; RuleError `message.field`."""
    value = raw.get(name)
    if value is None:
        return None
    if type(value) is not int or not 0 < value < LATEST:
        raise RuleError("message.field", field=name)
    return value


def number_of(raw: Mapping[str, Any], name: str) -> int:
    """Return a count of a message; RuleError `message.field`."""
    value = raw.get(name, 0)
    if type(value) is not int or not 0 <= value < LATEST:
        raise RuleError("message.field", field=name)
    return value
