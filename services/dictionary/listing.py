"""A list that people keep in files (units, bodies, beats, agencies, contacts): its columns, and how a file of it is read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.base import Entity
from models.errors import Param, RuleError
from services.dictionary.heading import columns_by_heading, folded
from services.dictionary.sheet import Refusal, cell_text, read_rows

# Most problems that a report names: a file that is wrong throughout need not be named line by line to the end.
MOST_REFUSALS = 10_000
ABSENT = object()
Settle = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column: its name, how a filled cell is read (RuleError where it cannot be), how a value is written.

    `needed`: the column must be there and filled. An empty cell is `empty`; ABSENT says that nothing is said.
    `into`: the entity's column, where it has another name.
    """

    name: str
    read: Callable[[str], Any]
    show: Callable[[Any], str] = str
    needed: bool = False
    empty: Any = ""
    into: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that holds the code of another thing, or several.

    `target`: the entity's column that takes what `codes` gives for the code; `unknown`: the refusal where it gives
    nothing; `own`: the file's own lines count too.
    """

    target: str
    codes: Callable[[Session], Mapping[str, str]]
    unknown: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file: what it is matched by, and column → value; references are still codes."""

    line: int
    key: tuple[str, ...]
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Listing:
    """A kind of list.

    `key` names the columns that people know a thing by, `references` those that name other things; `check` raises
    what is wrong with a line as a whole, `inspect` finds what is wrong with the lines together. Keys of new
    entities begin with `prefix`. `settle` gives what puts a line's values into the entity's columns where a value itself
    says which column it belongs to.
    """

    name: str
    entity: type[Entity]
    key: tuple[str, ...]
    columns: tuple[ColumnSpec, ...]
    prefix: str
    references: Mapping[str, Reference] = field(default_factory=dict)
    check: Callable[[Mapping[str, Any]], None] = lambda _fields: None
    inspect: Callable[[Session, Sequence[Row]], Iterable[Refusal]] = lambda _session, _rows: ()
    settle: Callable[[Session], Settle] = lambda _session: lambda values: values

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns that must be there."""
        return tuple(column.name for column in self.columns if column.needed)

    def column(self, name: str) -> ColumnSpec:
        """Return a column by its name."""
        return next(column for column in self.columns if column.name == name)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: its rows, and every problem found in it."""

    listing: Listing
    rows: tuple[Row, ...]
    refused: tuple[Refusal, ...]


def read_listing(path: Path, listing: Listing) -> Reading:
    """Read a file of a list; a file with anything refused must not be imported. Raises TroubleErrors `file.…`."""
    refused: list[Refusal] = []
    header, lines = read_rows(path, refused)
    columns, wrong = columns_of(header, listing)
    if wrong:
        return Reading(listing, (), (*wrong, *refused))
    rows: dict[tuple[str, ...], Row] = {}
    for number, cells in lines:
        row, problems = row_of(listing, columns, number, cells)
        if row is not None and row.key in rows:
            code = " ".join(row.key)
            problems = [
                Refusal(
                    number, code, "line.duplicate", {"other": rows[row.key].line}, listing.key[0]
                )
            ]
        elif row is not None:
            rows[row.key] = row
        refused.extend(problems)
        if len(refused) >= MOST_REFUSALS:
            break
    return Reading(listing, tuple(rows.values()), tuple(sorted(refused, key=lambda it: it.line)))


def header_of(path: Path) -> list[str]:
    """Return the headings of a file as they stand there. Raises TroubleErrors `file.…`."""
    return read_rows(path, [])[0]


def columns_of(header: Sequence[str], listing: Listing) -> tuple[list[str], list[Refusal]]:
    """Return the program's name of every column of a file, and what is wrong with the headings."""
    known = columns_by_heading(listing.name)
    names = [known.get(folded(heading), "") for heading in header]
    strange = [heading or "?" for heading, name in zip(header, names, strict=True) if not name]
    doubled = sorted({name for name in names if name and names.count(name) > 1})
    missing = [name for name in listing.needed if name not in names]
    refused = []
    if missing:
        refused.append(Refusal(1, "", "header.missing", {"columns": ",".join(missing)}))
    if strange:
        everything = ",".join(column.name for column in listing.columns)
        params = {"strange": "、".join(strange), "columns": everything}
        refused.append(Refusal(1, "", "header.unknown", dict(params)))
    if doubled:
        refused.append(Refusal(1, "", "header.doubled", {}, doubled[0]))
    return names, refused


def row_of(
    listing: Listing, columns: Sequence[str], number: int, cells: Sequence[str]
) -> tuple[Row | None, list[Refusal]]:
    """Return a line as a row, or everything that is wrong with it."""
    if len(cells) != len(columns):
        params = {"wanted": len(columns), "found": len(cells)}
        return None, [Refusal(number, cells[0].strip(), "line.columns", dict(params))]
    texts = dict(zip(columns, cells, strict=True))
    code = " ".join(texts.get(name, "").strip() for name in listing.key)
    fields: dict[str, Any] = {}
    problems: list[Refusal] = []
    for name, cell in texts.items():
        try:
            value = value_of(listing.column(name), cell)
        except RuleError as error:
            problems.append(Refusal(number, code, error.code, error.params, name))
            continue
        if value is not ABSENT:
            fields[name] = value
    if not problems:
        try:
            listing.check(fields)
        except RuleError as error:
            column = str(error.params.get("column", ""))
            problems.append(Refusal(number, code, error.code, error.params, column))
    if problems:
        return None, problems
    return Row(number, tuple(str(fields[name]) for name in listing.key), fields), []


def value_of(column: ColumnSpec, cell: str) -> Any:
    """Return the value of a cell; RuleError where it cannot be."""
    text = cell_text(column.name, cell).strip()
    if text:
        return column.read(text)
    if column.needed:
        raise RuleError("line.empty", column=column.name)
    return column.empty


def problems_in_store(
    session: Session, listing: Listing, rows: Sequence[Row], also: Collection[str] = ()
) -> list[Refusal]:
    """Return a refusal for every line that names what neither store nor file has (`also` counts), or fits no whole."""
    refused = []
    for name, reference in listing.references.items():
        known = set(reference.codes(session))
        if reference.own:
            known |= {*also, *(row.key[0] for row in rows)}
        for row in rows:
            named = row.fields.get(name) or ()
            for code in (named,) if isinstance(named, str) else named:
                if code not in known:
                    params: dict[str, Param] = {"named": str(code)}
                    thing = " ".join(row.key)
                    refused.append(Refusal(row.line, thing, reference.unknown, params, name))
    refused.extend(listing.inspect(session, rows))
    return sorted(refused, key=lambda it: it.line)


def codes_in_service(entity: Any) -> Callable[[Session], dict[str, str]]:
    """Return what reads code → key of the things of a class that are in service."""
    table = entity.__table__.c
    query = select(table.code, table.id).where(~table.retired).order_by(table.id.desc())
    return lambda session: dict(session.execute(query).all())
