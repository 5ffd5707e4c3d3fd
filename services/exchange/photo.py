"""Pictures from outside: what they are is read from their own first bytes, never from a name."""

from __future__ import annotations

import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import Photo, PhotoBytes
from models.errors import RuleError
from services.exchange.message import PhotoNote

JPEG, PNG = "image/jpeg", "image/png"
LEADS = {b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG}
ENDINGS = {JPEG: "jpg", PNG: "png"}
# A picture that a telephone takes is about half of this (bytes).
MOST = 8_000_000


def media_of(data: bytes) -> str:
    """Return what a picture is; RuleErrors `photo.kind` for all but JPEG and PNG, `photo.too_large`."""
    if len(data) > MOST:
        raise RuleError("photo.too_large", size=len(data), limit=MOST)
    media = next((media for lead, media in LEADS.items() if data.startswith(lead)), "")
    if not media:
        raise RuleError("photo.kind")
    return media


def note_of(file: str, data: bytes) -> PhotoNote:
    """Return the note of a picture that is to lie in `file`; errors as `media_of`."""
    return PhotoNote(file, media_of(data), len(data), hashlib.sha256(data).hexdigest())


def check_photo(note: PhotoNote, data: bytes) -> None:
    """Raise RuleError `photo.differs` unless a picture is the one its note tells of; errors as `media_of`."""
    if note_of(note.file, data) != note:
        raise RuleError("photo.differs")


def photos_of(session: Session, order_id: str) -> list[bytes]:
    """Return the pictures that came with the answer to an order, as far as this store has their bytes."""
    query = (
        select(PhotoBytes.data)
        .join(Photo, Photo.sha256 == PhotoBytes.sha256)
        .where(Photo.order_id == order_id)
        .order_by(Photo.at, Photo.id)
    )
    return list(session.scalars(query))
