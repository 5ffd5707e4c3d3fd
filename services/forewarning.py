"""Warnings of fraud that come as a file (预警): read line by line, checked whole, taken each by its level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors import Param, RuleError
from models.term import Term
from models.warning import WarningOrder
from services.context import fresh_id, local_day
from services.dictionary import (
    Change,
    Reading,
    Refusal,
    check_listing,
    read_listing,
)
from services.dictionary.cell import code, instant, phone, words
from services.dictionary.listing import ColumnSpec, Listing, Reference, Row
from services.fraud.warning import LEVEL, take_warning

LONG_TEXT = 1000


def levels(session: Session) -> dict[str, str]:
    """Return every level of warnings by its code and by its names."""
    found: dict[str, str] = {}
    for term in session.scalars(select(Term).where(Term.dictionary == LEVEL)):
        found |= dict.fromkeys((term.code, term.name, term.name_en), term.code)
    return {word: level for word, level in found.items() if word}


def check_person(fields: Mapping[str, Any]) -> None:
    """Raise RuleError `line.nobody` where a line says of nobody how to reach them."""
    if not any(fields.get(name) for name in ("name", "phone", "address")):
        raise RuleError("line.nobody")


WARNINGS = Listing(
    name="warning",
    prefix="warning",
    entity=WarningOrder,
    key=("number",),
    columns=(
        ColumnSpec("number", code("number"), needed=True),
        ColumnSpec("level", code("level"), needed=True),
        ColumnSpec("received_at", instant, empty=None),
        ColumnSpec("name", words("name")),
        ColumnSpec("phone", phone),
        ColumnSpec("address", words("address")),
        ColumnSpec("text", words("text", LONG_TEXT)),
        ColumnSpec("source", words("source")),
    ),
    references={"level": Reference("level", levels, "line.level_unknown")},
    check=check_person,
)


def read_warnings(path: Path) -> Reading:
    """Read a file of warnings. Raises TroubleErrors `file.…`."""
    return read_listing(path, WARNINGS)


def check_warnings(session: Session, reading: Reading, *, at: int) -> list[Refusal]:
    """Return everything in a file that will not do: what a list refuses, a level that has ended, what is yet to come."""
    known, day = levels(session), local_day(at)
    query = select(Term).where(Term.dictionary == LEVEL)
    valid = {
        term.code
        for term in session.scalars(query)
        if term.valid_from <= day and (not term.valid_to or day < term.valid_to)
    }
    refused = check_listing(session, reading)
    for row in reading.rows:
        level = known.get(row.fields["level"])
        if level is not None and level not in valid:
            params: dict[str, Param] = {"named": row.fields["level"]}
            refused.append(Refusal(row.line, row.key[0], "line.level_unknown", params, "level"))
        if (row.fields.get("received_at") or at) > at:
            refused.append(Refusal(row.line, row.key[0], "line.in_future", {}, "received_at"))
    return sorted(refused, key=lambda it: it.line)


def import_warnings(session: Session, rows: Sequence[Row], *, at: int, by: str) -> Change:
    """Take every warning whose number is not known yet; all or none. RuleErrors `dictionary.empty`, those of a line."""
    if not rows:
        raise RuleError("dictionary.empty", dictionary=WARNINGS.name)
    for refusal in check_warnings(session, Reading(WARNINGS, tuple(rows), ()), at=at):
        raise RuleError(refusal.reason, **refusal.params)
    known = levels(session)
    taken = set(session.scalars(select(WarningOrder.number)))
    fresh = [row for row in rows if row.key[0] not in taken]
    for row in fresh:
        told = {name: value for name, value in row.fields.items() if name != "level"}
        level = known[row.fields["level"]]
        take_warning(session, level, id=fresh_id(session), at=at, by=by, **told)
    return Change(len(fresh), 0, 0, len(rows) - len(fresh))
