"""Positions on disk: the last of every unit, and where a unit has been."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session, aliased

from models.fix import Fix, FixRow
from models.unit import Unit

FIELDS = tuple(Fix.__dataclass_fields__)
TRAIL_AT_MOST = 2000


def newest_fixes(session: Session) -> list[Fix]:
    """Return the last stored position of every unit; one step down the key a unit, however many are stored."""
    other = aliased(FixRow)
    last = select(func.max(other.at)).where(other.unit_id == Unit.id).scalar_subquery()
    query = select(FixRow).where(tuple_(FixRow.unit_id, FixRow.at).in_(select(Unit.id, last)))
    return [fix_of(row) for row in session.scalars(query)]


def trail(session: Session, unit_id: str, since: int) -> list[Fix]:
    """Return the stored positions of a unit from an instant (Unix ms) on, oldest first; only the newest where they are many."""
    query = (
        select(FixRow)
        .where(FixRow.unit_id == unit_id, FixRow.at >= since)
        .order_by(FixRow.at.desc())
        .limit(TRAIL_AT_MOST)
    )
    return [fix_of(row) for row in session.scalars(query)][::-1]


def fix_of(row: Any) -> Fix:
    """Return the fix of a row."""
    return Fix(**{name: getattr(row, name) for name in FIELDS})
