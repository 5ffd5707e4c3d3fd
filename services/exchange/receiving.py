"""The desk's inbox: what bodies say is read from their folders, taken once, and put among what is done or set aside."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from models.agency import Agency, AgencyOrder, Photo, PhotoBytes, TakenMessage
from models.errors import RuleError, TroubleError
from models.identity import uuid7
from models.state import OrderState
from services.context import fresh_id
from services.exchange.mailbox import (
    Mailbox,
    finish,
    key_in,
    pictures_of,
    post,
    read_bytes,
    read_photo,
    set_aside,
    waiting,
)
from services.exchange.message import (
    ARRIVED,
    DELIVERED,
    DEPARTED,
    FED_BACK,
    FORMAT,
    POLICE,
    REFUSED,
    RETURNED,
    SIGNED,
    VERSION,
    Message,
    read_message,
)
from services.exchange.photo import check_photo
from services.linkage import (
    arrive_order,
    call_police,
    deliver_order,
    depart_order,
    feed_back_order,
    return_order,
    sign_order,
)

log = logging.getLogger(__name__)

MOST_AT_ONCE = 50
# How far each step goes: one that was passed is no news and no error, the desk may have noted it by telephone.
RANK = {
    OrderState.SENT: 0,
    OrderState.DELIVERED: 1,
    OrderState.SIGNED: 2,
    OrderState.DEPARTED: 3,
    OrderState.ARRIVED: 4,
    OrderState.FED_BACK: 5,
}


@dataclass(frozen=True, slots=True)
class Parcel:
    """A message with the bytes of its pictures."""

    message: Message
    photos: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that a body put out: what is in it, or why it cannot be taken."""

    code: str
    name: str
    parcel: Parcel | None
    error: RuleError | None = None


def collect(all_boxes: Mapping[str, Mailbox]) -> list[Arrived]:
    """Return what lies in the bodies' folders, oldest first of each, some at a time; nothing is moved."""
    found: list[Arrived] = []
    for code, box in all_boxes.items():
        for path in waiting(box.back)[:MOST_AT_ONCE]:
            try:
                found.append(Arrived(code, path.name, read_parcel(box, code, path.name)))
            except RuleError as error:
                found.append(Arrived(code, path.name, None, error))
            except TroubleError as error:
                # It stays where it is, and is tried again.
                log.warning("a message of %s cannot be read: %s", code, error)
    return found


def read_parcel(box: Mailbox, code: str, name: str) -> Parcel:
    """Return a message with its pictures, each checked; RuleErrors `message.…`, `photo.…`, those of texts."""
    path = box.back / name
    message = read_message(read_bytes(path))
    if message.agency != code:
        raise RuleError("message.field", field="agency")
    if message.id != key_in(path):
        raise RuleError("message.field", field="id")
    photos = []
    for note in message.photos:
        if not note.file.startswith(message.id):
            raise RuleError("message.field", field="photos")
        data = read_photo(box.back, note.file)
        check_photo(note, data)
        photos.append(data)
    return Parcel(message, tuple(photos))


def take_message(session: Session, parcel: Parcel, *, at: int, by: str) -> bool:
    """Let what a body says move its order on; return False where the message is known or says nothing new.

    The body's clock is believed between the sending of the order and now. RuleErrors: `message.order`,
    `state.illegal` and what the commands of orders raise.
    """
    message = parcel.message
    if session.get(TakenMessage, message.id) is not None:
        return False
    order = session.get(AgencyOrder, message.order)
    if order is None or session.get_one(Agency, order.agency_id).code != message.agency:
        raise RuleError("message.order")
    session.add(
        TakenMessage(
            id=message.id, agency_id=order.agency_id, order_id=order.id, kind=message.kind, at=at
        )
    )
    if is_passed(order, message.kind):
        return False
    then = min(max(message.at, order.sent_at), at)
    who = message.by or message.agency
    if message.kind == FED_BACK:
        keep_photos(session, order, parcel, at=then)
    APPLY[message.kind](session, order.id, message, at=then, by=who)
    return True


def is_passed(order: AgencyOrder, kind: str) -> bool:
    """Tell whether an order is past a step already."""
    reached = RANK.get(order.state)
    named = kind in set(OrderState)
    return reached is not None and named and RANK.get(OrderState(kind), 9) <= reached


def sign_for(session: Session, order_id: str, message: Message, *, at: int, by: str) -> None:
    """Sign for whoever signed at the body."""
    sign_order(session, order_id, at=at, by=by, signer=message.by)


def plain(command: Callable[..., None]) -> Callable[..., None]:
    """Return what runs a command that needs no words."""

    def run(session: Session, order_id: str, message: Message, *, at: int, by: str) -> None:
        command(session, order_id, at=at, by=by)

    return run


def worded(command: Callable[..., None]) -> Callable[..., None]:
    """Return what runs a command with the body's words."""

    def run(session: Session, order_id: str, message: Message, *, at: int, by: str) -> None:
        command(session, order_id, message.text, at=at, by=by)

    return run


APPLY: Mapping[str, Callable[..., None]] = {
    DELIVERED: plain(deliver_order),
    SIGNED: sign_for,
    DEPARTED: plain(depart_order),
    ARRIVED: plain(arrive_order),
    FED_BACK: worded(feed_back_order),
    RETURNED: worded(return_order),
    POLICE: worded(call_police),
}


def keep_photos(session: Session, order: AgencyOrder, parcel: Parcel, *, at: int) -> None:
    """Keep the pictures of a feedback."""
    order.photos = len(parcel.photos)
    for note, data in zip(parcel.message.photos, parcel.photos, strict=True):
        session.add(
            Photo(
                id=fresh_id(session),
                order_id=order.id,
                at=at,
                media=note.media,
                size=note.size,
                sha256=note.sha256,
            )
        )
        if session.get(PhotoBytes, note.sha256) is None:
            session.add(PhotoBytes(sha256=note.sha256, data=data))


def settle(box: Mailbox, arrived: Arrived, error: RuleError | None, at: int) -> None:
    """Put a file among what is done, or aside where it was refused, and tell its body why; TroubleError `file.unwritable`."""
    path = box.back / arrived.name
    message = arrived.parcel.message if arrived.parcel is not None else None
    files = tuple(note.file for note in message.photos) if message is not None else ()
    if error is None:
        finish(path, files)
        return
    key = key_in(path)
    # Also where nobody could read which pictures it names.
    files = pictures_of(path)
    if key:
        refusal: dict[str, Any] = {
            "format": FORMAT,
            "version": VERSION,
            "id": uuid7(at, bytes.fromhex(key.replace("-", ""))),
            "agency": arrived.code,
            "kind": REFUSED,
            "message": key,
            "order": message.order if message is not None else "",
            "at": at,
            "code": error.code,
        }
        post(box.to, f"refused-{key}", refusal)
    set_aside(path, error, files)
