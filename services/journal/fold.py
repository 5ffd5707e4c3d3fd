"""Folds entities from their own records: last writer per field in (hlc, seat, seq) order."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import islice
from typing import Any

from sqlalchemy import Table, and_, delete, insert, or_, select, tuple_, update
from sqlalchemy.orm import Session

from models.base import birth_values, entity_classes
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
    held = [(e, i) for e, i in session.execute(select(JournalHeld.entity, JournalHeld.entity_id))]
    work = fold_entities(session, {*keys, *held})
    standing = stand(work, partial(row_exists, session))
    while fallen := {
        child
        for key in work
        if key not in standing
        for child in children(session, key)
        if child not in work
    }:
        work.update(fold_entities(session, fallen))
        standing = stand(work, partial(row_exists, session))
    for key in work:
        if key not in standing:
            table = table_of(key[0])
            session.execute(delete(table).where(table.c.id == key[1]))
    waiting = {key for key, fields in work.items() if fields is not None and key not in standing}
    for key in standing:
        fields = work[key]
        assert fields is not None
        lacking = lacks(key, fields, work, standing, partial(row_exists, session))
        put_row(session, key, {**fields, **dict.fromkeys(lacking)})
        if lacking:
            waiting.add(key)
    session.execute(delete(JournalHeld.__table__))  # type: ignore[arg-type]
    if waiting:
        session.execute(
            insert(JournalHeld.__table__),  # type: ignore[arg-type]
            [{"entity": entity, "entity_id": id} for entity, id in sorted(waiting)],
        )
    return set(work)


def anything_held(session: Session) -> bool:
    """Tell whether something waits for what has not come."""
    return session.execute(select(JournalHeld.entity).limit(1)).first() is not None


def stand(work: Mapping[Key, Fields | None], there: Callable[[Key], bool]) -> set[Key]:
    """Return the keys whose row can stand: complete, and all that it requires stands.

    `there` answers for what is not in `work`.
    """
    standing: set[Key] = set()
    undecided = {key: fields for key, fields in work.items() if fields and complete(key[0], fields)}
    while True:
        more = {
            key
            for key, fields in undecided.items()
            if all(
                target in standing if target in work else there(target)
                for target in (
                    (entity, fields[column])
                    for column, entity in references(key[0])
                    if not table_of(key[0]).c[column].nullable
                )
            )
        }
        if not more:
            return standing
        standing |= more
        undecided = {key: fields for key, fields in undecided.items() if key not in more}


def lacks(
    key: Key,
    fields: Fields,
    work: Mapping[Key, Fields | None],
    standing: Collection[Key],
    there: Callable[[Key], bool],
) -> list[str]:
    """Return the references of a standing row that stay open: what they name does not stand."""
    return [
        column
        for column, entity in references(key[0])
        if (id := fields.get(column)) is not None
        and not ((entity, id) in standing if (entity, id) in work else there((entity, id)))
    ]


def row_exists(session: Session, key: Key) -> bool:
    """Tell whether an entity has a row."""
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


@cache
def references(entity: str) -> tuple[tuple[str, str], ...]:
    """Return (column, entity referred to) of every reference an entity has."""
    keys = table_of(entity).foreign_keys
    return tuple(sorted((key.parent.name, key.column.table.name) for key in keys))


@cache
def referred_to() -> frozenset[str]:
    """Return the entities that others refer to."""
    return frozenset(target for entity in entity_classes() for _, target in references(entity))


def table_of(entity: str) -> Table:
    """Return the table of an entity by its journal name."""
    table = entity_classes()[entity].__table__
    assert isinstance(table, Table)
    return table


@cache
def needs(entity: str) -> tuple[str, ...]:
    """Return the columns that must have a value and have no default."""
    return tuple(
        column.name
        for column in table_of(entity).columns
        if not column.nullable and column.default is None and column.name != "id"
    )


def complete(entity: str, fields: Mapping[str, Any]) -> bool:
    """Tell whether every column that must have a value has one; a default will do."""
    return all(fields.get(name) is not None for name in needs(entity))


def row_values(entity: str, fields: Mapping[str, Any]) -> Fields:
    """Return every column but the key; one that is younger than the records has its default."""
    born = birth_values(entity_classes()[entity])
    return {
        column.name: born.get(column.name) if value is None and not column.nullable else value
        for column in table_of(entity).columns
        if column.name != "id"
        for value in [fields.get(column.name)]
    }


def put_row(session: Session, key: Key, fields: Mapping[str, Any]) -> None:
    """Insert or overwrite the whole row."""
    table = table_of(key[0])
    values = row_values(key[0], fields)
    changed = session.execute(update(table).where(table.c.id == key[1]).values(**values))
    if changed.rowcount == 0:  # type: ignore[attr-defined]
        session.execute(insert(table).values(id=key[1], **values))
