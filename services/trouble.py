"""Turns what SQLite and the file system say into troubles that tell people what to do."""

from __future__ import annotations

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError

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
NUMBERS = {
    errno.ENOSPC: "store.full",
    errno.EDQUOT: "store.full",
    errno.EACCES: "store.read_only",
    errno.EPERM: "store.read_only",
    errno.EROFS: "store.read_only",
}


def trouble_of(error: Exception, path: str) -> TroubleError | None:
    """Return the trouble behind an error of the database or the file system, None where it is a fault."""
    if isinstance(error, OSError):
        code = NUMBERS.get(error.errno or 0, "store.cannot_open")
        return TroubleError(code, path=path, detail=str(error))
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        text = str(cause).lower()
        for sign, code in SIGNS:
            if sign in text:
                return TroubleError(code, path=path, detail=str(cause))
    return None
