"""Keeping what was typed and is not given yet: the half-written edit, note or form survives the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models.place import Place
from models.reason import Reason
from models.unsent import Unsent, UnsentRow

VALUES: Mapping[str, type[Place] | type[Reason]] = {"place": Place, "reason": Reason}
# More than any page holds: the disk must find room for it.
ROOM = 3 * 16_384


def keep_unsent(
    session: Session, kind: str, subject: str, values: Mapping[str, Any], *, at: int, by: str
) -> None:
    """Keep the values of a form that is being filled; what was kept of it before is replaced.

    Any text is kept as it was typed, whether the rules would take it or not.
    """
    fields = {name: packed(value) for name, value in values.items()}
    session.merge(UnsentRow(kind=kind, subject=subject, at=at, by=by, fields=fields))


def drop_unsent(session: Session, kind: str, subject: str, *, at: int, by: str) -> None:
    """Forget the values of a form that was given, or thrown away by a person."""
    session.execute(delete(UnsentRow).where(UnsentRow.kind == kind, UnsentRow.subject == subject))


def unsent_texts(session: Session) -> list[Unsent]:
    """Return everything kept, oldest first."""
    rows = session.scalars(select(UnsentRow).order_by(UnsentRow.at))
    return [
        Unsent(
            row.kind,
            row.subject,
            row.at,
            row.by,
            {name: unpacked(value) for name, value in row.fields.items()},
        )
        for row in rows
    ]


def try_room(session: Session, *, at: int, by: str) -> None:
    """Write as much as a command may need; with `give_room` after it the store is as it was."""
    keep_unsent(session, "room", "", {"room": "0" * ROOM}, at=at, by=by)


def give_room(session: Session, *, at: int, by: str) -> None:
    """Take away what `try_room` wrote."""
    drop_unsent(session, "room", "", at=at, by=by)


def packed(value: Any) -> Any:
    """Return a field's value as JSON can hold it."""
    for name, kind in VALUES.items():
        if isinstance(value, kind):
            return {name: asdict(value)}
    return value


def unpacked(value: Any) -> Any:
    """Return a field's value again."""
    if isinstance(value, dict):
        for name, kind in VALUES.items():
            if name in value:
                return kind(**value[name])
    return value
