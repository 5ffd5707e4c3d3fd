"""Reads CSV files as people make them: with or without BOM, in UTF-8 or GBK; every line that will not do is named."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from models.errors import Param, RuleError, TroubleError
from models.text import clean

ENCODINGS = ("utf-8-sig", "gb18030")
# A spreadsheet runs what begins like this; an apostrophe before it says that it is text.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
TEXT_MARK = "'"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line (1 is the header) that will not do: the code it names, and why, as a code with parameters."""

    line: int
    code: str
    reason: str
    params: dict[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its number and its cells by column."""

    number: int
    cells: dict[str, str]


def read_text(path: Path) -> str:
    """Return a file's text; TroubleError `file.missing`, `file.unreadable` or `file.encoding`."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise TroubleError("file.missing", path=str(path)) from error
    except OSError as error:
        raise TroubleError("file.unreadable", path=str(path), detail=error.strerror) from error
    for encoding in ENCODINGS:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise TroubleError("file.encoding", path=str(path))


def read_lines(path: Path, required: Sequence[str]) -> tuple[list[Line], list[Refusal]]:
    """Return the lines of a file and those refused for their form: columns, formulas, text that cannot be kept."""
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    refused: list[Refusal] = []
    rows = numbered(reader, refused)
    _, header = next(rows, (1, []))
    header = [name.strip() for name in header]
    missing = [name for name in required if name not in header]
    if missing:
        return [], [*refused, Refusal(1, "", "header.missing", {"columns": ",".join(missing)})]
    if len(set(header)) != len(header) or "" in header:
        return [], [*refused, Refusal(1, "", "header.doubled")]
    lines = []
    for number, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        try:
            lines.append(Line(number, cells_of(header, cells)))
        except RuleError as error:
            refused.append(Refusal(number, cells[0], error.code, error.params))
    return lines, refused


def numbered(
    reader: Iterator[list[str]], refused: list[Refusal]
) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with the line they begin on; a file that breaks off in the middle is refused from there."""
    number = 1
    try:
        for row in reader:
            yield number, row
            number = reader.line_num + 1  # type: ignore[attr-defined]
    except csv.Error:
        refused.append(Refusal(number, "", "line.unreadable"))


def cells_of(header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Return the cells by column; RuleError `line.columns`, `line.formula` or an error of the text."""
    if len(cells) != len(header):
        raise RuleError("line.columns", wanted=len(header), found=len(cells))
    return {name: cell_text(name, cell) for name, cell in zip(header, cells, strict=True)}


def cell_text(name: str, cell: str) -> str:
    """Return what a cell says; RuleError `line.formula` where a spreadsheet would run it."""
    if cell.startswith(TEXT_MARK) and cell[1:].startswith(FORMULA):
        return clean(name, cell[1:])
    if cell.strip(" \n").startswith(FORMULA):
        raise RuleError("line.formula", column=name)
    return clean(name, cell)


def check_filled(line: Line, *columns: str) -> None:
    """Raise RuleError `line.empty` where a column that must say something is empty."""
    for column in columns:
        if not line.cells[column]:
            raise RuleError("line.empty", column=column)


def check_day(line: Line, column: str) -> None:
    """Raise RuleError `line.bad_day` unless a cell is an ISO day or empty."""
    text = line.cells[column]
    try:
        if text and date.fromisoformat(text).isoformat() != text:
            raise ValueError(text)
    except ValueError as error:
        raise RuleError("line.bad_day", column=column, text=text) from error


def inert(text: str) -> str:
    """Return a cell's text so that no spreadsheet takes it for a formula."""
    return TEXT_MARK + text if text.startswith(FORMULA) else text
