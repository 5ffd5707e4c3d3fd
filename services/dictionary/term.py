"""Terms of a dictionary in a file: read, checked and put into the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.board import TermCard
from models.deadline import REST, STEPS, WORK, read_span
from models.errors import RuleError
from models.term import Term
from services.context import local_day
from services.dictionary.sheet import Line, Refusal, check_day, check_filled, read_lines

COLUMNS = ("code", "name", "name_en", "parent", "valid_from", "valid_to")
# The dictionary that holds the parents, where it is another one.
PARENTS = {"zone": "division"}


def check_kind_of_day(text: str) -> None:
    """Raise RuleError `line.kind_unknown` unless a day is one of rest or one that is worked."""
    if text not in (REST, WORK):
        raise RuleError("line.kind_unknown", kind=text[:40], known=f"{REST} {WORK}")


# Columns of which a slip would go unseen until somebody waits for it in vain.
CHECKS: Mapping[str, Callable[[str], object]] = {
    **{f"{step}_within": read_span for step in STEPS},
    "within": read_span,
    "day_kind": check_kind_of_day,
}


@dataclass(frozen=True, slots=True)
class TermRow:
    """One term of a file; days are ISO, `valid_to` is the first day it no longer holds."""

    line: int
    code: str
    name: str
    name_en: str
    parent: str
    valid_from: str
    valid_to: str
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """What an import changed: how many terms came, were changed, were ended, stayed as they were."""

    added: int = 0
    changed: int = 0
    ended: int = 0
    unchanged: int = 0


def read_terms(path: Path, parents: Collection[str] = ()) -> tuple[list[TermRow], list[Refusal]]:
    """Return the terms of a file and every line refused, in order; a file with a refused line must not be imported.

    `parents` are codes of another dictionary that may be named as parents. Raises TroubleErrors `file.…`.
    """
    lines, refused = read_lines(path, COLUMNS)
    rows: list[TermRow] = []
    for line in lines:
        try:
            rows.append(row_of(line))
        except RuleError as error:
            refused.append(Refusal(line.number, line.cells["code"], error.code, error.params))
    named = {line.cells["code"] for line in lines} | set(parents)
    refused += [
        Refusal(row.line, row.code, "line.parent_unknown", {"named": row.parent})
        for row in rows
        if row.parent and (row.parent not in named or row.parent == row.code)
    ]
    refused += overlaps(rows)
    return rows, sorted(refused, key=lambda it: (it.line, it.reason))


def parents_of(terms: Iterable[TermCard], dictionary: str) -> set[str]:
    """Return the codes of the other dictionary that this one's terms may name as parents."""
    other = PARENTS.get(dictionary)
    return {term.code for term in terms if term.dictionary == other}


def row_of(line: Line) -> TermRow:
    """Return the term of a line; RuleError `line.empty`, `line.bad_day`, `line.no_day`."""
    check_filled(line, "code", "name", "valid_from")
    check_day(line, "valid_from")
    check_day(line, "valid_to")
    cells = line.cells
    if cells["valid_to"] and cells["valid_to"] <= cells["valid_from"]:
        raise RuleError("line.no_day", since=cells["valid_from"], until=cells["valid_to"])
    extra = {name: cell for name, cell in cells.items() if name not in COLUMNS and cell}
    for name in extra.keys() & CHECKS.keys():
        CHECKS[name](extra[name])
    if "day_kind" in extra:
        check_day(line, "code")
    return TermRow(line.number, **{name: cells[name] for name in COLUMNS}, extra=extra)


def overlaps(rows: Iterable[TermRow]) -> list[Refusal]:
    """Return a refusal for every line that says again, or otherwise, what a code meant on some day."""
    by_code: dict[str, list[TermRow]] = defaultdict(list)
    for row in rows:
        by_code[row.code].append(row)
    refused = []
    for code, same in by_code.items():
        same.sort(key=lambda row: (row.valid_from, row.line))
        for before, row in pairwise(same):
            if before.valid_from == row.valid_from:
                refused.append(Refusal(row.line, code, "line.duplicate", {"other": before.line}))
            elif not before.valid_to or before.valid_to > row.valid_from:
                refused.append(Refusal(row.line, code, "line.overlap", {"other": before.line}))
    return refused


def term_id(dictionary: str, code: str, valid_from: str) -> str:
    """Return the key of a term: the same on every seat."""
    return f"{dictionary}:{code}:{valid_from}"


def import_terms(
    session: Session, dictionary: str, rows: Sequence[TermRow], *, at: int, by: str
) -> Change:
    """Let a dictionary say what a file says; terms that are gone from it end today, none is deleted.

    RuleError `dictionary.empty` where the file has no terms: that is a mistake, not an end of everything.
    """
    if not rows:
        raise RuleError("dictionary.empty", dictionary=dictionary)
    known = {
        term.id: term for term in session.scalars(select(Term).where(Term.dictionary == dictionary))
    }
    counts = {"added": 0, "changed": 0, "unchanged": 0}
    for row in rows:
        counts[put_term(session, known, dictionary, row)] += 1
    kept = {term_id(dictionary, row.code, row.valid_from) for row in rows}
    today = local_day(at)
    ended = sum(end_term(term, rows, today) for id, term in sorted(known.items()) if id not in kept)
    return Change(ended=ended, **counts)


def put_term(session: Session, known: dict[str, Term], dictionary: str, row: TermRow) -> str:
    """Add a term or change what differs; return `added`, `changed` or `unchanged`."""
    fields = {
        "code": row.code,
        "name": row.name,
        "name_en": row.name_en,
        "parent": row.parent,
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "extra": dict(row.extra),
    }
    id = term_id(dictionary, row.code, row.valid_from)
    term = known.get(id)
    if term is None:
        session.add(Term(id=id, dictionary=dictionary, **fields))
        return "added"
    differing = {name: value for name, value in fields.items() if getattr(term, name) != value}
    for name, value in differing.items():
        setattr(term, name, value)
    return "changed" if differing else "unchanged"


def end_term(term: Term, rows: Sequence[TermRow], today: str) -> bool:
    """End a term that a file no longer has, today or where a line of the file takes over; return whether it did."""
    end = max(today, term.valid_from)
    for row in rows:
        if row.code == term.code and row.valid_from < end:
            end = max(min(end, row.valid_from), term.valid_from)
    if term.valid_to and term.valid_to <= end:
        return False
    term.valid_to = end
    return True
