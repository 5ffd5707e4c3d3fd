"""Turns what SQLite and the file system say into troubles that tell people what to do."""

from __future__ import annotations

from sqlalchemy.exc import DatabaseError

from models.errors import TroubleError

SIGNS = (
    ("disk is full", "store.full"),
    ("readonly", "store.read_only"),
    ("read-only", "store.read_only"),
    ("unable to open", "store.cannot_open"),
    ("locked", "store.locked"),
    ("disk i/o error", "store.io"),
    ("malformed", "store.damaged"),
    ("not a database", "store.damaged"),
)


def trouble_of(error: DatabaseError, path: str) -> TroubleError | None:
    """Return the trouble behind a database error, or None where it is a fault of the program."""
    text = str(error.orig).lower()
    for sign, code in SIGNS:
        if sign in text:
            return TroubleError(code, path=path, detail=str(error.orig))
    return None
