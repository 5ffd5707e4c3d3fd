"""Collects what a command changed and writes it as one record, in the same transaction."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import event, insert, inspect
from sqlalchemy.orm import Session

from models.base import Entity
from models.clock import tick
from models.journal import Change, JournalRow, JournalTouch, Record, SeatRow, canonical, record_hash
from services.journal.fold import references


class Recorder:
    """Listens to one session's flushes and remembers the columns that changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._changes: dict[tuple[str, str], dict[str, Any] | None] = {}
        self._left: list[Change] = []
        self._things: list[Entity] = []
        session.info["note_birth"] = self.note_birth
        event.listen(session, "after_flush", self._collect)

    def begin(self) -> None:
        """Forget what came before: a new command starts."""
        self._changes = {}
        self._left = []
        # The session forgets what nobody holds, and would ask the store for it again to make the cards.
        self._things = []

    def changes(self) -> tuple[Change, ...]:
        """Return what changed since `begin`, flushed, in the order of first change."""
        self._session.flush()
        return tuple((entity, id, fields) for (entity, id), fields in self._changes.items())

    def left(self) -> tuple[Change, ...]:
        """Return what changed and deleted things referred to before: those cards are affected too."""
        return tuple(self._left)

    def note_birth(self, entity: str, row: Mapping[str, Any]) -> None:
        """Remember a thing that was entered without an object of its own."""
        fields = {name: value for name, value in row.items() if value is not None and name != "id"}
        self._changes[entity, row["id"]] = fields

    def _collect(self, session: Session, _context: object) -> None:
        # First what goes: a thing that goes and comes back under its key in one flush is there.
        for thing in session.deleted:
            if isinstance(thing, Entity):
                self._changes[thing.__tablename__, thing.id] = None
                self._left.append((thing.__tablename__, thing.id, every_value(thing)))
        for thing in session.new:
            if isinstance(thing, Entity):
                self._put(thing, every_value(thing))
        for thing in session.dirty:
            if isinstance(thing, Entity) and (fields := changed_values(thing)):
                self._put(thing, fields)
                if before := references_before(thing):
                    self._left.append((thing.__tablename__, thing.id, before))

    def _put(self, thing: Entity, fields: dict[str, Any]) -> None:
        key = (thing.__tablename__, thing.id)
        known = self._changes.get(key, {})
        if known is None:
            # Gone and back in one record: what it had before must not shine through.
            known = dict.fromkeys(inspect(thing).mapper.column_attrs.keys())
            del known["id"]
        self._changes[key] = {**known, **fields} if known else fields
        self._things.append(thing)


def every_value(thing: Entity) -> dict[str, Any]:
    """Return all columns but the key that hold a value."""
    columns = columns_of(type(thing))
    held = inspect(thing).dict
    return {key: value for key, value in held.items() if value is not None and key in columns}


def changed_values(thing: Entity) -> dict[str, Any]:
    """Return the columns whose value differs from the loaded one."""
    state = inspect(thing)
    columns = columns_of(type(thing))
    # What was never set since it was loaded has no history; asking each of sixty columns takes its time.
    return {
        key: state.dict.get(key)
        for key in sorted(state.committed_state)
        if key in columns and state.attrs[key].history.has_changes()
    }


@cache
def columns_of(cls: type[Entity]) -> frozenset[str]:
    """Return the columns of an entity but its key."""
    return frozenset(inspect(cls).column_attrs.keys()) - {"id"}


def references_before(thing: Entity) -> dict[str, Any]:
    """Return the references that change, as they were."""
    state = inspect(thing)
    columns = [column for column, _ in references(thing.__tablename__)]
    before = {column: state.attrs[column].history.deleted for column in columns}
    return {column: old[0] for column, old in before.items() if old and old[0] is not None}


def append(
    session: Session,
    seat: SeatRow,
    changes: tuple[Change, ...],
    *,
    actor: str,
    command: str,
    wall_ms: int,
) -> Record:
    """Write the record of one command behind the seat's head and move the head."""
    seat.seq += 1
    seat.hlc = tick(seat.hlc, wall_ms)
    text = canonical(changes)
    prev = seat.head
    seat.head = record_hash(seat.seat, seat.seq, seat.hlc, actor, command, text, prev)
    record = Record(seat.seat, seat.seq, seat.hlc, actor, command, changes, prev, seat.head)
    store(session, record, text)
    return record


def store(session: Session, record: Record, changes_text: str) -> None:
    """Insert a record and what it touches; the head is the caller's business."""
    session.execute(
        insert(JournalRow.__table__),  # type: ignore[arg-type]
        {
            "seat": record.seat,
            "seq": record.seq,
            "hlc": record.hlc,
            "actor": record.actor,
            "command": record.command,
            "changes": changes_text,
            "prev": record.prev,
            "hash": record.hash,
        },
    )
    touched = dict.fromkeys((entity, id) for entity, id, _ in record.changes)
    if touched:
        session.execute(
            insert(JournalTouch.__table__),  # type: ignore[arg-type]
            [
                {"entity": entity, "entity_id": id, "seat": record.seat, "seq": record.seq}
                for entity, id in touched
            ],
        )
