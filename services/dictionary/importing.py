"""Puts the rows of a file into the store: matched by the key people use, all or none, one record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import AgencyContact
from models.beat import Beat, BeatOutline
from models.errors import RuleError
from models.unit import Unit
from services.context import bear, fresh_id
from services.dictionary.kind import LISTINGS, body_codes
from services.dictionary.listing import Listing, Reading, Row, problems_in_store
from services.dictionary.outline import opened
from services.dictionary.sheet import Refusal
from services.dictionary.term import Change
from services.fleet import check_none_is_missed, retire

Told = Callable[[float], None]
# So often somebody is told how far an import has come.
TOLD_EVERY = 200


def check_listing(session: Session, reading: Reading) -> list[Refusal]:
    """Return everything that is wrong with a file: in itself, and against the store. Before the import, on a read lane."""
    # A line that is refused for another reason is there to be named by others all the same.
    spoilt = {refusal.code for refusal in reading.refused}
    found = problems_in_store(session, reading.listing, reading.rows, also=spoilt)
    return sorted([*reading.refused, *found], key=lambda it: it.line)


def import_listing(
    session: Session,
    name: str,
    rows: Sequence[Row],
    *,
    at: int,
    by: str,
    replace: bool = False,
    told: Told = lambda _part: None,
) -> Change:
    """Add what is new, change what differs, bring back what was retired; leave the rest, or retire it (`replace`).

    RuleErrors: `dictionary.empty`, those of `check_listing`, and where something that is still needed would be
    retired `unit.busy`, `state.illegal`, `organisation.in_use`, `beat.in_use`.
    """
    listing = LISTINGS[name]
    if not rows:
        raise RuleError("dictionary.empty", dictionary=name)
    for refusal in problems_in_store(session, listing, rows):
        raise RuleError(refusal.reason, **refusal.params)
    under_way = Import(session, listing, rows, at)
    for place, row in enumerate(rows):
        under_way.put(row)
        if place % TOLD_EVERY == 0:
            told(place / len(rows))
    under_way.bear()
    ended = under_way.retire_others() if replace else 0
    return Change(under_way.added, under_way.changed, ended, under_way.unchanged)


class Import:
    """One import under way: what is known, what will be born."""

    def __init__(self, session: Session, listing: Listing, rows: Sequence[Row], at: int) -> None:
        self.added = self.changed = self.unchanged = 0
        self._session, self._listing, self._at = session, listing, at
        self._known = known_things(session, listing)
        self._key_of = self._keys(rows)
        self._codes = {name: dict(it.codes(session)) for name, it in listing.references.items()}
        for name, reference in listing.references.items():
            if reference.own:
                self._codes[name] |= {key[0]: id for key, id in self._key_of.items()}
        self._settle = listing.settle(session)
        self._rings = newest_rings(session) if listing.entity is Beat else {}
        self._births: list[dict[str, Any]] = []
        self._outlines: list[dict[str, Any]] = []

    def put(self, row: Row) -> None:
        """Add or change one thing."""
        thing, id, values = self._known.get(row.key), self._key_of[row.key], self._values(row)
        drawn = self._draw(id, values.pop("polygon", None))
        if thing is None:
            # A unit counts its duty from somewhere: it is off duty since it was entered.
            first = {"duty_since": self._at} if self._listing.entity is Unit else {}
            self._births.append({"id": id, **first, **values})
            self.added += 1
            return
        wanted = {**values, "retired": False}
        differing = {name: new for name, new in wanted.items() if getattr(thing, name) != new}
        for name, value in differing.items():
            setattr(thing, name, value)
        self.changed += bool(differing or drawn)
        self.unchanged += not (differing or drawn)

    def bear(self) -> None:
        """Enter what is new."""
        bear(self._session, self._listing.entity, self._births)
        bear(self._session, BeatOutline, self._outlines)

    def retire_others(self) -> int:
        """Retire what is in service and not in the file; return how many."""
        others = [
            thing
            for key, thing in self._known.items()
            if key not in self._key_of and not thing.retired
        ]
        for thing in others:
            retire(self._session, thing, self._at)
        check_none_is_missed(self._session)
        return len(others)

    def _keys(self, rows: Sequence[Row]) -> dict[tuple[str, ...], str]:
        """Return the entity's key of every row; that of a new thing is the same on every seat where it can be."""
        taken = set(self._session.scalars(select(self._listing.entity.id)))
        keys = {}
        for row in rows:
            thing = self._known.get(row.key)
            own = ":".join((self._listing.prefix, *row.key))
            keys[row.key] = thing.id if thing else own if own not in taken else self._fresh()
        return keys

    def _fresh(self) -> str:
        return fresh_id(self._session)

    def _values(self, row: Row) -> dict[str, Any]:
        """Return a row's fields as the entity's columns."""
        values: dict[str, Any] = {}
        for name, value in row.fields.items():
            if (reference := self._listing.references.get(name)) is not None:
                values[reference.target] = named(self._codes[name], value)
            else:
                into = self._listing.column(name).into or name
                values[into] = list(value) if isinstance(value, tuple) else value
        return self._settle(values)

    def _draw(self, beat_id: str, ring: Any) -> bool:
        """Enter a new version of a beat's outline where it differs; tell whether it does."""
        if ring is None:
            return False
        version, before = self._rings.get(beat_id, (0, []))
        if opened(before) == ring:
            return False
        outline = {"id": f"{beat_id}/{version + 1}", "beat_id": beat_id, "version": version + 1}
        self._outlines.append({**outline, "valid_from": self._at, "ring": ring})
        return True


def named(codes: dict[str, str], value: Any) -> Any:
    """Return the keys of the things that a cell names: one, several, or none."""
    if isinstance(value, str):
        return codes[value]
    return None if value is None else [codes[code] for code in value]


def known_things(session: Session, listing: Listing) -> dict[tuple[str, ...], Any]:
    """Return what is known of a list by the key that people use; what is in service goes before what is retired."""
    things = session.scalars(select(listing.entity)).all()
    # The last of those with one key stays: what is in service, the newest first.
    ordered = sorted(things, key=lambda it: (not it.retired, it.id))  # type: ignore[attr-defined]
    if listing.entity is not AgencyContact:
        return {(str(getattr(it, listing.key[0])),): it for it in ordered}
    codes = {id: code for code, id in body_codes(session).items()}
    known: dict[tuple[str, ...], Any] = {}
    for it in ordered:
        contact: Any = it
        code = codes.get(contact.agency_id or contact.organisation_id)
        if code is not None and (contact.begins_at is not None) == ("begins_at" in listing.key):
            values = {"agency": code, "order": contact.rank, "begins_at": contact.begins_at}
            known[tuple(str(values[name]) for name in listing.key)] = contact
    return known


def newest_rings(session: Session) -> dict[str, tuple[int, list[list[float]]]]:
    """Return version and ring of every beat's newest outline."""
    query = select(BeatOutline).order_by(BeatOutline.version)
    return {it.beat_id: (it.version, it.ring) for it in session.scalars(query)}
