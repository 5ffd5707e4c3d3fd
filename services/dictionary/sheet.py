"""Reads CSV files as people make them: any usual encoding, comma or tab; every line that will not do is named."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from models.errors import Param, RuleError, TroubleError
from models.text import clean

# A byte order mark says what a file is; without one UTF-8 is tried before the Chinese national encoding.
MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
ENCODINGS = ("utf-8", "gb18030")
# A list of a city has some megabytes at the most; what is larger is another file.
MOST_BYTES = 64 * 1024 * 1024
# The longest cell is a beat's outline.
MOST_CELL = 2_000_000
# A spreadsheet runs what begins like this; an apostrophe before it says that it is text.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
TEXT_MARK = "'"
# A number with its sign is no formula: a telephone number abroad, a longitude in the west.
NUMBER = re.compile(r"[+-]\d[\d .()-]*")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line (1 is the header) that will not do: what it names, and why, as a code with parameters.

    `column` is the program's name of the cell that is wrong, "" where it is the whole line.
    """

    line: int
    code: str
    reason: str
    params: dict[str, Param] = field(default_factory=dict)
    column: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its number and its cells by column."""

    number: int
    cells: dict[str, str]


def read_text(path: Path) -> str:
    """Return a file's text; TroubleError `file.missing`, `file.unreadable`, `file.too_large` or `file.encoding`."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise TroubleError(
                "file.too_large", path=str(path), size=size >> 20, limit=MOST_BYTES >> 20
            )
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise TroubleError("file.missing", path=str(path)) from error
    except OSError as error:
        raise TroubleError("file.unreadable", path=str(path), detail=error.strerror) from error
    marked = next((encoding for mark, encoding in MARKS if raw.startswith(mark)), None)
    for encoding in (marked,) if marked else ENCODINGS:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise TroubleError("file.encoding", path=str(path))


def read_lines(path: Path, required: Sequence[str]) -> tuple[list[Line], list[Refusal]]:
    """Return the lines of a file and those refused for their form: columns, formulas, text that cannot be kept."""
    refused: list[Refusal] = []
    header, rows = read_rows(path, refused)
    missing = [name for name in required if name not in header]
    if missing:
        return [], [*refused, Refusal(1, "", "header.missing", {"columns": ",".join(missing)})]
    if len(set(header)) != len(header) or "" in header:
        return [], [*refused, Refusal(1, "", "header.doubled")]
    lines = []
    for number, cells in rows:
        try:
            lines.append(Line(number, cells_of(header, cells)))
        except RuleError as error:
            refused.append(Refusal(number, cells[0], error.code, error.params))
    return lines, refused


def read_rows(
    path: Path, refused: list[Refusal]
) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    """Return a file's header and its rows that are not blank, each with the line it begins on."""
    text = read_text(path)
    csv.field_size_limit(MOST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    rows = numbered(reader, refused)
    _, header = next(rows, (1, []))
    filled = ((number, cells) for number, cells in rows if any(cell.strip() for cell in cells))
    return [name.strip() for name in header], filled


def delimiter_of(text: str) -> str:
    """Return what stands between cells: a tab where the first line has tabs and no comma, as spreadsheets save Unicode."""
    first = text[: text.find("\n")] if "\n" in text else text
    return "\t" if "\t" in first and "," not in first else ","


def numbered(
    reader: Iterator[list[str]], refused: list[Refusal]
) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with the line they begin on; a file that breaks off in the middle is refused from there."""
    number = 1
    try:
        for row in reader:
            yield number, row
            number = reader.line_num + 1  # type: ignore[attr-defined]
    except csv.Error as error:
        if "field limit" in str(error):
            limit: dict[str, Param] = {"limit": csv.field_size_limit()}
            refused.append(Refusal(number, "", "line.cell_too_long", limit))
        else:
            refused.append(Refusal(number, "", "line.unreadable"))


def cells_of(header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Return the cells by column; RuleError `line.columns`, `line.formula` or an error of the text."""
    if len(cells) != len(header):
        raise RuleError("line.columns", wanted=len(header), found=len(cells))
    return {
        name: clean(name, cell_text(name, cell)) for name, cell in zip(header, cells, strict=True)
    }


def cell_text(name: str, cell: str) -> str:
    """Return what a cell says, unbounded; RuleError `line.formula` where a spreadsheet would run it."""
    if cell.startswith(TEXT_MARK) and cell.lstrip(TEXT_MARK).startswith(FORMULA):
        return cell[1:]
    bare = cell.strip(" \n")
    if bare.startswith(FORMULA) and not NUMBER.fullmatch(bare):
        raise RuleError("line.formula", column=name)
    return cell


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
    """Return a cell's text so that no spreadsheet takes it for a formula; reading takes the mark away again."""
    return TEXT_MARK + text if text.lstrip(TEXT_MARK).startswith(FORMULA) else text
