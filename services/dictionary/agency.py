"""Linked agencies and their contacts in files: read, checked and put into the store."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agency import Agency, AgencyContact, AgencyKind
from models.errors import RuleError
from services.dictionary.sheet import Line, Refusal, check_filled, read_lines
from services.dictionary.term import Change

AGENCY_COLUMNS = ("code", "name", "name_en", "kind", "takes")
CONTACT_COLUMNS = ("agency", "order", "name", "phone", "duty_from", "duty_to", "note")
TIME_OF_DAY = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file as the fields of the thing with the key `id`."""

    line: int
    id: str
    fields: dict[str, Any]


def read_agencies(path: Path, classes: Collection[str]) -> tuple[list[Row], list[Refusal]]:
    """Return the agencies of a file and every line refused; `classes` are the known incident classes."""
    lines, refused = read_lines(path, AGENCY_COLUMNS)
    return read_rows(lines, refused, "code", lambda line: agency_of(line, classes))


def read_contacts(path: Path, agencies: Collection[str]) -> tuple[list[Row], list[Refusal]]:
    """Return the contacts of a file and every line refused; `agencies` are the known agency codes."""
    lines, refused = read_lines(path, CONTACT_COLUMNS)
    return read_rows(lines, refused, "agency", lambda line: contact_of(line, agencies))


def read_rows(
    lines: Sequence[Line], refused: list[Refusal], naming: str, make: Any
) -> tuple[list[Row], list[Refusal]]:
    """Make rows of lines; those that will not do, or come twice, are refused."""
    rows: dict[str, Row] = {}
    for line in lines:
        try:
            row: Row = make(line)
            if row.id in rows:
                raise RuleError("line.duplicate", other=rows[row.id].line)
            rows[row.id] = row
        except RuleError as error:
            refused.append(Refusal(line.number, line.cells[naming], error.code, error.params))
    return list(rows.values()), sorted(refused, key=lambda it: it.line)


def agency_of(line: Line, classes: Collection[str]) -> Row:
    """Return the agency of a line; RuleError `line.empty`, `line.kind_unknown`, `line.class_unknown`."""
    check_filled(line, "code", "name", "kind")
    cells = line.cells
    if cells["kind"] not in set(AgencyKind):
        raise RuleError("line.kind_unknown", kind=cells["kind"])
    takes = cells["takes"].split()
    for code in takes:
        if code not in classes:
            raise RuleError("line.class_unknown", class_code=code)
    fields = {
        "code": cells["code"],
        "name": cells["name"],
        "name_en": cells["name_en"],
        "kind": AgencyKind(cells["kind"]),
        "takes": takes,
        "note": cells.get("note", ""),
    }
    return Row(line.number, f"agency:{cells['code']}", fields)


def contact_of(line: Line, agencies: Collection[str]) -> Row:
    """Return the contact of a line; RuleError `line.agency_unknown`, `line.bad_rank`, `line.bad_time`."""
    check_filled(line, "agency", "order")
    cells = line.cells
    if cells["agency"] not in agencies:
        raise RuleError("line.agency_unknown", agency=cells["agency"])
    if not cells["order"].isascii() or not cells["order"].isdigit() or int(cells["order"]) < 1:
        raise RuleError("line.bad_rank", text=cells["order"])
    for column in ("duty_from", "duty_to"):
        if cells[column] and not TIME_OF_DAY.fullmatch(cells[column]):
            raise RuleError("line.bad_time", column=column, text=cells[column])
    rank = int(cells["order"])
    fields = {
        "agency_id": f"agency:{cells['agency']}",
        "rank": rank,
        **{name: cells[name] for name in ("name", "phone", "duty_from", "duty_to", "note")},
    }
    return Row(line.number, f"agency:{cells['agency']}:{rank}", fields)


def import_agencies(session: Session, rows: Sequence[Row], *, at: int, by: str) -> Change:
    """Let the directory hold the agencies of a file; those that are gone from it are retired, none is deleted."""
    return put_rows(session, Agency, rows)


def import_contacts(session: Session, rows: Sequence[Row], *, at: int, by: str) -> Change:
    """Let the directory hold the contacts of a file; those that are gone from it are retired."""
    return put_rows(session, AgencyContact, rows)


def put_rows(session: Session, cls: Any, rows: Sequence[Row]) -> Change:
    """Add, change or retire the things of one class; RuleError `dictionary.empty` where there are none."""
    if not rows:
        raise RuleError("dictionary.empty", dictionary=cls.__tablename__)
    known = {thing.id: thing for thing in session.scalars(select(cls))}
    added = changed = unchanged = ended = 0
    for row in rows:
        thing = known.pop(row.id, None)
        if thing is None:
            session.add(cls(id=row.id, **row.fields))
            added += 1
            continue
        wanted = {**row.fields, "retired": False}
        differing = {name: new for name, new in wanted.items() if getattr(thing, name) != new}
        for name, value in differing.items():
            setattr(thing, name, value)
        changed, unchanged = changed + bool(differing), unchanged + (not differing)
    for thing in known.values():
        if not thing.retired:
            thing.retired = True
            ended += 1
    return Change(added, changed, ended, unchanged)
