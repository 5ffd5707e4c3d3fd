"""Writes dictionaries and lists as CSV files that spreadsheets open safely and `import` reads back unchanged."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import AgencyContact
from models.beat import Beat
from models.errors import RuleError, TroubleError
from models.term import Term
from services.dictionary.checklist import NAME as CHECKLIST
from services.dictionary.checklist import checklist_table
from services.dictionary.heading import heading, word
from services.dictionary.importing import newest_rings
from services.dictionary.kind import LISTINGS, body_codes
from services.dictionary.listing import Listing
from services.dictionary.sheet import inert
from services.dictionary.shipped import AGENCY, CONTACT
from services.dictionary.term import COLUMNS

Table = list[list[str]]
# The dictionaries that are lists of their own.
OWN_LISTS = {AGENCY: "agencies", CONTACT: "contacts"}


def dictionary_names(session: Session) -> list[str]:
    """Return the names of the dictionaries in the store, agencies, contacts and checklists included."""
    names = session.scalars(select(Term.dictionary).distinct())
    return [*sorted(names), AGENCY, CONTACT, CHECKLIST]


def dictionary_table(session: Session, name: str) -> Table:
    """Return a dictionary as header and lines; RuleError `dictionary.unknown`."""
    if name in OWN_LISTS:
        return listing_table(session, OWN_LISTS[name])
    if name == CHECKLIST:
        return checklist_table(session)
    query = select(Term).where(Term.dictionary == name).order_by(Term.code, Term.valid_from)
    terms = session.scalars(query).all()
    if not terms:
        raise RuleError("dictionary.unknown", dictionary=name)
    more = sorted({key for term in terms for key in term.extra})
    lines = [
        [
            *(str(getattr(term, column)) for column in COLUMNS),
            *(str(term.extra.get(key, "")) for key in more),
        ]
        for term in terms
    ]
    return [[*COLUMNS, *more], *lines]


def listing_table(session: Session, name: str, *, chinese: bool = False) -> Table:
    """Return what is in service of a list as header and lines, by the key people use; headings as asked."""
    listing = LISTINGS[name]
    codes = {
        column: {id: code for code, id in reference.codes(session).items()}
        for column, reference in listing.references.items()
    }
    rings = newest_rings(session) if listing.entity is Beat else {}
    lines = []
    for thing in things_of(session, listing):
        more = {"polygon": rings.get(thing.id, (0, []))[1]}
        values = {
            column.name: written(listing, column.name, thing, codes, more, chinese=chinese)
            for column in listing.columns
        }
        lines.append([values[column.name] for column in listing.columns])
    place = [column.name for column in listing.columns].index
    keys = [place(name) for name in listing.key]
    lines.sort(key=lambda line: [(len(line[at]), line[at]) for at in keys])
    header = [heading(listing.name, column.name, chinese=chinese) for column in listing.columns]
    return [header, *lines]


def things_of(session: Session, listing: Listing) -> Sequence[Any]:
    """Return the things of a list that are in service."""
    entity: Any = listing.entity
    query = select(entity).where(~entity.retired)
    things = session.scalars(query).all()
    if entity is not AgencyContact:
        return things
    bodies, rostered = set(body_codes(session).values()), "begins_at" in listing.key
    return [
        it
        for it in things
        if (it.agency_id or it.organisation_id) in bodies and (it.begins_at is not None) == rostered
    ]


def written(
    listing: Listing,
    name: str,
    thing: Any,
    codes: Mapping[str, Mapping[str, str]],
    more: Mapping[str, Any],
    *,
    chinese: bool,
) -> str:
    """Return the cell of a thing in a column."""
    column, reference = listing.column(name), listing.references.get(name)
    value = (
        more[name]
        if name in more
        else getattr(thing, reference.target if reference else column.into or name)
    )
    if name == "agency" and value is None:
        value = thing.organisation_id
    if reference is not None and not isinstance(value, list):
        return codes[name].get(value, "") if value is not None else ""
    if name == "kind":
        return word(listing.name, value, chinese=chinese)
    return column.show(value)


def write_csv(path: Path, table: Sequence[Sequence[str]]) -> None:
    """Write a table whole or not at all, with the BOM spreadsheets want; TroubleError `file.unwritable`."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([inert(cell) for cell in line] for line in table)
    waiting = path.with_name(f"{path.name}.part")
    try:
        waiting.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
        waiting.replace(path)
    except OSError as error:
        waiting.unlink(missing_ok=True)
        raise TroubleError("file.unwritable", path=str(path), detail=error.strerror) from error
