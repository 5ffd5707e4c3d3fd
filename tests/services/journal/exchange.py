"""Seats that tell each other their records, in tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.base import entity_classes
from models.errors import RuleError
from models.journal import Record
from services.journal.fold import table_of
from services.journal.merging import merge
from tests.services.desk import Desk, Rows
from tests.services.moves import MOVES, Pick, World


def take_in(session: Session, records: Sequence[Record], *, at: int, by: str) -> None:
    """Merge records of other seats."""
    merge(session, records, wall_ms=at)


def tell(desk: Desk, records: Iterable[Record]) -> None:
    """Give a desk records of other seats; its board is read anew."""
    desk.db.write(take_in, list(records), at=desk.now, by="sync")
    desk.board = desk.db.board()


def entity_rows(desk: Desk) -> Rows:
    """Return the rows that follow from the records: every entity table."""
    return desk.db.read(
        lambda session: {
            name: [tuple(row) for row in session.execute(select(table_of(name)).order_by("id"))]
            for name in sorted(entity_classes())
        }
    )


def act(desk: Desk, name: str, pick: Pick) -> bool:
    """Let a desk try a command; tell whether the rules allowed it."""
    command, args, kwargs = MOVES[name](World(desk.db, desk.fresh, pick))
    try:
        desk.do(command, *args, **kwargs)
    except RuleError:
        return False
    return True


def known(desk: Desk) -> dict[tuple[str, int], Record]:
    """Return what a desk knows by place."""
    return {(record.seat, record.seq): record for record in desk.records()}


def forged(record: Record, **changes: Any) -> Record:
    """Return a record changed by hand, its hash left as it was."""
    values = {name: getattr(record, name) for name in Record.__dataclass_fields__}
    return Record(**{**values, **changes})
