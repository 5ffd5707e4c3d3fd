"""One message of the exchange with a linked body: its form, written and read; everything in it is data of others."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.errors import RuleError
from models.text import LONG, SHORT, clean

FORMAT, VERSION = "zhangzhou-110/exchange", 1
# What the desk says: an order as it stands, a message of the body that could not be taken.
ORDER, REFUSED = "order", "refused"
# What a body says of an order.
DELIVERED, SIGNED, DEPARTED, ARRIVED = "delivered", "signed", "departed", "arrived"
FED_BACK, RETURNED, POLICE = "fed_back", "returned", "police"
ANSWERS = (DELIVERED, SIGNED, DEPARTED, ARRIVED, FED_BACK, RETURNED, POLICE)
WORDED = (FED_BACK, RETURNED, POLICE)
KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
DIGEST = re.compile(r"[0-9a-f]{64}")
FILE = re.compile(r"[0-9a-f-]{36}-\d\.(?:jpg|png)")
# A message of more bytes than this is none.
MOST_BYTES = 64_000
MOST_PHOTOS = 6
LATEST = 1 << 52


@dataclass(frozen=True, slots=True)
class PhotoNote:
    """A picture that lies beside a message: its file, what it is, how large (bytes), and its SHA-256."""

    file: str
    media: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Message:
    """What a body says of an order; `at` in Unix ms by the body's clock."""

    id: str
    agency: str
    kind: str
    order: str
    at: int
    by: str = ""
    text: str = ""
    photos: tuple[PhotoNote, ...] = ()


def write_message(message: Message) -> dict[str, Any]:
    """Return a message as the exchange writes it."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "id": message.id,
        "agency": message.agency,
        "kind": message.kind,
        "order": message.order,
        "at": message.at,
        "by": message.by,
        "text": message.text,
        "photos": [
            {"file": it.file, "media": it.media, "size": it.size, "sha256": it.sha256}
            for it in message.photos
        ],
    }


def parse(data: bytes) -> dict[str, Any]:
    """Return the object in a file of the exchange; RuleErrors `message.not_json`, `message.version`, `message.too_long`."""
    if len(data) > MOST_BYTES:
        raise RuleError("message.too_long", size=len(data))
    try:
        raw = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise RuleError("message.not_json") from error
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise RuleError("message.not_json")
    if raw.get("version") != VERSION:
        raise RuleError("message.version", version=str(raw.get("version"))[:SHORT])
    return raw


def read_message(data: bytes) -> Message:
    """Return what a body says; RuleErrors as `parse`, `message.field` and those of texts."""
    raw = parse(data)
    kind, agency = text_of(raw, "kind", SHORT), text_of(raw, "agency", SHORT)
    if not agency:
        raise RuleError("message.field", field="agency")
    if kind not in ANSWERS:
        raise RuleError("message.field", field="kind")
    text = text_of(raw, "text", LONG)
    if kind in WORDED and not text:
        raise RuleError("message.field", field="text")
    at = raw.get("at")
    if type(at) is not int or not 0 < at < LATEST:
        raise RuleError("message.field", field="at")
    photos = raw.get("photos", [])
    if not isinstance(photos, list) or len(photos) > MOST_PHOTOS or (photos and kind != FED_BACK):
        raise RuleError("message.field", field="photos")
    return Message(
        id=key_of(raw, "id"),
        agency=agency,
        kind=kind,
        order=key_of(raw, "order"),
        at=at,
        by=text_of(raw, "by", SHORT),
        text=text,
        photos=tuple(photo_of(photo) for photo in photos),
    )


def text_of(raw: Mapping[str, Any], name: str, limit: int) -> str:
    """Return a text of a message, cleaned; RuleErrors `message.field`, `text.too_long`."""
    value = raw.get(name, "")
    if not isinstance(value, str):
        raise RuleError("message.field", field=name)
    return clean(name, value, limit)


def key_of(raw: Mapping[str, Any], name: str) -> str:
    """Return a key of a message; RuleError `message.field`."""
    value = raw.get(name)
    if not isinstance(value, str) or not KEY.fullmatch(value):
        raise RuleError("message.field", field=name)
    return value


def photo_of(raw: Any) -> PhotoNote:
    """Return the note of one picture; RuleError `message.field`."""
    if not isinstance(raw, dict):
        raise RuleError("message.field", field="photos")
    file, size, digest = raw.get("file"), raw.get("size"), raw.get("sha256")
    media = raw.get("media")
    fits = (
        isinstance(file, str)
        and FILE.fullmatch(file)
        and type(size) is int
        and isinstance(digest, str)
        and DIGEST.fullmatch(digest)
        and isinstance(media, str)
    )
    if not fits:
        raise RuleError("message.field", field="photos")
    return PhotoNote(str(file), str(media), int(size or 0), str(digest))
