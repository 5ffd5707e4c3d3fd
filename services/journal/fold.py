"""Folds entities from their own records: last writer per field in (hlc, seat, seq) order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import Table, and_, delete, insert, or_, select, tuple_, update
from sqlalchemy.orm import Session

from models.base import entity_classes
from models.journal import JournalHeld, JournalRow, JournalTouch

Key = tuple[str, str]
Fields = dict[str, Any]

KEYS_A_QUERY = 300


def folded(changes: Iterable[Mapping[str, Any] | None]) -> Fields | None:
    """Return the fields after changes in order; a deletion clears, and None means nothing is left."""
    fields: Fields | None = None
    for change in changes:
        fields = None if change is None else {**(fields or {}), **change}
    return fields


def fold_entities(session: Session, keys: Iterable[Key]) -> dict[Key, Fields | None]:
    """Return the fields of the entities as all known records tell them; None where nothing is left."""
    result: dict[Key, Fields | None] = {}
    rest = iter(dict.fromkeys(keys))
    while some := tuple(islice(rest, KEYS_A_QUERY)):
        wanted: dict[Key, list[Mapping[str, Any] | None]] = {key: [] for key in some}
        for text in records_of(session, some):
            for entity, id, fields in json.loads(text):
                if (entity, id) in wanted:
                    wanted[entity, id].append(fields)
        result.update({key: folded(changes) for key, changes in wanted.items()})
    return result


def records_of(session: Session, keys: Iterable[Key]) -> Iterator[str]:
    """Yield the changes (JSON) of every record that touches one of the entities, in record order."""
    touching = select(JournalTouch.seat, JournalTouch.seq).where(
        or_(*(and_(JournalTouch.entity == e, JournalTouch.entity_id == i) for e, i in keys))
    )
    yield from session.execute(
        select(JournalRow.changes)
        .where(tuple_(JournalRow.seat, JournalRow.seq).in_(touching))
        .order_by(JournalRow.hlc, JournalRow.seat, JournalRow.seq)
    ).scalars()


def materialise(session: Session, keys: Iterable[Key]) -> set[Key]:
    """Make the rows of the entities say what their records say; return every key that was looked at.

    A row stands when it has all required fields and everything it cannot do without stands; an optional
    reference to something that has not come is left open. What had to wait is tried again whenever
    something new has come, so the rows depend on the records alone, never on the order they came in.
    """
    held = ((row.entity, row.entity_id) for row in session.scalars(select(JournalHeld)))
    work = fold_entities(session, {*keys, *held})
    standing = stand(session, work)
    while fallen := {
        child
        for key in work
        if key not in standing
        for child in children(session, key)
        if child not in work
    }:
        work.update(fold_entities(session, fallen))
        standing = stand(session, work)
    for key in work:
        if key not in standing:
            table = table_of(key[0])
            session.execute(delete(table).where(table.c.id == key[1]))
    waiting = {key for key, fields in work.items() if fields is not None and key not in standing}
    for key in standing:
        fields = work[key]
        assert fields is not None
        lacking = [
            column
            for column, target in references(key[0])
            if fields.get(column) is not None
            and not exists(session, work, standing, (target, fields[column]))
        ]
        put_row(session, key, {**fields, **dict.fromkeys(lacking)})
        if lacking:
            waiting.add(key)
    session.execute(delete(JournalHeld))
    session.add_all(JournalHeld(entity=entity, entity_id=id) for entity, id in sorted(waiting))
    session.flush()
    return set(work)


def stand(session: Session, work: Mapping[Key, Fields | None]) -> set[Key]:
    """Return the keys whose row can stand: complete, and all that it requires stands."""
    standing: set[Key] = set()
    undecided = {key: fields for key, fields in work.items() if fields and complete(key[0], fields)}
    while True:
        more = {
            key
            for key, fields in undecided.items()
            if all(
                exists(session, work, standing, (target, fields[column]))
                for column, target in references(key[0], required=True)
            )
        }
        if not more:
            return standing
        standing |= more
        undecided = {key: fields for key, fields in undecided.items() if key not in more}


def exists(
    session: Session, work: Mapping[Key, Fields | None], standing: set[Key], key: Key
) -> bool:
    """Tell whether an entity will stand: decided now, or a row that nothing has touched."""
    if key in work:
        return key in standing
    table = table_of(key[0])
    return session.execute(select(table.c.id).where(table.c.id == key[1])).first() is not None


def children(session: Session, key: Key) -> Iterator[Key]:
    """Yield the rows that refer to an entity."""
    for entity in entity_classes():
        for column, target in references(entity):
            if target == key[0]:
                table = table_of(entity)
                found = select(table.c.id).where(table.c[column] == key[1])
                yield from ((entity, id) for id in session.execute(found).scalars())


def references(entity: str, *, required: bool | None = None) -> Iterator[tuple[str, str]]:
    """Yield (column, entity referred to) of an entity; only the required ones if asked."""
    for key in table_of(entity).foreign_keys:
        if not required or not key.parent.nullable:
            yield key.parent.name, key.column.table.name


def table_of(entity: str) -> Table:
    """Return the table of an entity by its journal name."""
    table = entity_classes()[entity].__table__
    assert isinstance(table, Table)
    return table


def complete(entity: str, fields: Mapping[str, Any]) -> bool:
    """Tell whether every column that must have a value has one."""
    return all(
        column.nullable or fields.get(column.name) is not None
        for column in table_of(entity).columns
        if column.name != "id"
    )


def put_row(session: Session, key: Key, fields: Mapping[str, Any]) -> None:
    """Insert or overwrite the whole row."""
    table = table_of(key[0])
    values = {
        column.name: fields.get(column.name) for column in table.columns if column.name != "id"
    }
    changed = session.execute(update(table).where(table.c.id == key[1]).values(**values))
    if changed.rowcount == 0:  # type: ignore[attr-defined]
        session.execute(insert(table).values(id=key[1], **values))
