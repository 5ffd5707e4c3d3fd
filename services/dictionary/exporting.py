"""Writes dictionaries as CSV files that spreadsheets open safely and `import` reads back."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import Agency, AgencyContact
from models.errors import RuleError, TroubleError
from models.term import Term
from services.dictionary.agency import AGENCY_COLUMNS, CONTACT_COLUMNS
from services.dictionary.sheet import inert
from services.dictionary.shipped import AGENCY, CONTACT
from services.dictionary.term import COLUMNS

Table = list[list[str]]


def dictionary_names(session: Session) -> list[str]:
    """Return the names of the dictionaries in the store, agencies and contacts included."""
    names = session.scalars(select(Term.dictionary).distinct())
    return [*sorted(names), AGENCY, CONTACT]


def dictionary_table(session: Session, name: str) -> Table:
    """Return a dictionary as header and lines; RuleError `dictionary.unknown`."""
    if name == AGENCY:
        return agency_table(session)
    if name == CONTACT:
        return contact_table(session)
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


def agency_table(session: Session) -> Table:
    """Return the agencies in service as header and lines."""
    agencies = session.scalars(select(Agency).where(~Agency.retired).order_by(Agency.code))
    return [
        [*AGENCY_COLUMNS, "note"],
        *([it.code, it.name, it.name_en, it.kind, " ".join(it.takes), it.note] for it in agencies),
    ]


def contact_table(session: Session) -> Table:
    """Return the contacts in use as header and lines."""
    query = (
        select(AgencyContact, Agency.code)
        .join(Agency, Agency.id == AgencyContact.agency_id)
        .where(~AgencyContact.retired, ~Agency.retired)
        .order_by(Agency.code, AgencyContact.rank)
    )
    return [
        [*CONTACT_COLUMNS],
        *(
            [code, str(it.rank), it.name, it.phone, it.duty_from, it.duty_to, it.note]
            for it, code in session.execute(query)
        ),
    ]


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
