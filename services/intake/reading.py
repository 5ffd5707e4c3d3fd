"""Reads a foreign call log row by row; what will not do is named, not dropped."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import math
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from models.errors import Param, RuleError, TroubleError
from models.place import Method, Place
from models.text import LONG, clean
from services.datum import place_of
from services.intake.mapping import LogMapping

# A cell of more characters is a quote that somebody forgot; the module's own limit is the whole program's.
MOST_CELL = 2_000_000


@dataclass(frozen=True, slots=True)
class Reported:
    """One call of the log, ready to be kept: `source_id` is the same whenever the row is read again."""

    line: int
    source_id: str
    at: int
    place: Place | None
    class_code: str
    level: int
    address: str
    narrative: str
    number: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that will not do: its line (the header is 1), and why, as a code with parameters."""

    line: int
    reason: str
    params: dict[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Read:
    """A row read, and which part of the file (0 to 1) has been read with it."""

    row: Reported | Refused
    part: float


def read_log(path: Path, mapping: LogMapping) -> Iterator[Read]:
    """Yield every row of a log, CSV or CSV in gzip.

    Raises TroubleErrors: `file.missing`, `file.unreadable`, `file.encoding`, `file.damaged`, `file.header`,
    `mapping.columns`.
    """
    with opened(path, mapping.encoding) as (lines, part):
        csv.field_size_limit(MOST_CELL)
        reader = csv.reader(lines, strict=True)
        try:
            header = [name.strip() for name in next(reader, [])]
        except csv.Error as error:
            raise TroubleError("file.header", path=str(path)) from error
        missing = sorted(mapping.columns() - set(header))
        if missing:
            raise TroubleError("mapping.columns", path=str(path), columns=", ".join(missing))
        seen: Counter[bytes] = Counter()
        line = reader.line_num + 1
        try:
            for cells in reader:
                if cells:
                    yield Read(row_of(mapping, header, cells, line, seen), part())
                line = reader.line_num + 1
        except csv.Error as error:
            yield Read(unreadable(error, line), 1.0)


def unreadable(error: csv.Error, line: int) -> Refused:
    """Return why nothing can be read from a line on."""
    if "field limit" in str(error):
        return Refused(line, "row.cell_too_long", {"limit": csv.field_size_limit()})
    return Refused(line, "row.unreadable")


@contextmanager
def opened(path: Path, encoding: str) -> Iterator[tuple[io.TextIOBase, Callable[[], float]]]:
    """Open a log; its troubles are TroubleErrors."""
    try:
        size = max(1, path.stat().st_size)
        with ExitStack() as stack:
            raw = stack.enter_context(path.open("rb"))
            source: Any = raw
            if path.suffix == ".gz":
                source = stack.enter_context(gzip.open(raw))
            text = io.TextIOWrapper(source, encoding=encoding, newline="")
            yield stack.enter_context(text), lambda: raw.tell() / size
    except FileNotFoundError as error:
        raise TroubleError("file.missing", path=str(path)) from error
    except UnicodeDecodeError as error:
        raise TroubleError("file.encoding", path=str(path)) from error
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise TroubleError("file.damaged", path=str(path)) from error
    except OSError as error:
        raise TroubleError("file.unreadable", path=str(path), detail=str(error)) from error


def row_of(
    mapping: LogMapping, header: list[str], cells: list[str], line: int, seen: Counter[bytes]
) -> Reported | Refused:
    """Return what a row says, or why it will not do."""
    # Two rows that are alike are two calls; the count among their like keeps them apart in every reading.
    print_of_row = hashlib.sha256("\x1f".join(cells).encode("utf-8", "surrogatepass")).digest()
    seen[print_of_row] += 1
    source_id = f"{mapping.name}:{print_of_row[:10].hex()}:{seen[print_of_row]}"
    try:
        if len(cells) != len(header):
            raise RuleError("row.columns", wanted=len(header), found=len(cells))
        return reported(mapping, dict(zip(header, cells, strict=True)), line, source_id)
    except RuleError as error:
        return Refused(line, error.code, error.params)


def reported(mapping: LogMapping, cells: dict[str, str], line: int, source_id: str) -> Reported:
    """Return what the cells of a row say; RuleErrors `row.…` or an error of the text."""
    for name in mapping.integers:
        cells[name] = cells[name].removesuffix(".0")
    at = instant_of(mapping, cells[mapping.time_column])
    title = cells[mapping.class_column]
    rule = next((rule for rule in mapping.rules if rule.fits(title)), None)
    if rule is None:
        raise RuleError("row.class", text=title[:60])
    return Reported(
        line=line,
        source_id=source_id,
        at=at,
        place=place_in(mapping, cells, at),
        class_code=rule.code,
        level=rule.level,
        address=clean("address", mapping.address.format_map(cells)) or "–",
        narrative=clean("narrative", mapping.narrative.format_map(cells), LONG),
        number=clean("caller_number", mapping.number.format_map(cells)),
    )


def instant_of(mapping: LogMapping, text: str) -> int:
    """Return the instant (ms) of a local time; of an hour that came twice, the first.

    RuleErrors: `row.time`, and `row.no_such_time` for an hour that summer time left out, unless the mapping says
    that such a time is by the clock as it was before.
    """
    try:
        local = datetime.strptime(text.strip(), mapping.time_format)  # noqa: DTZ007  the zone follows
        if local.tzinfo is None:
            local = local.replace(tzinfo=mapping.zone)
        world = local.astimezone(UTC)
        at = round(world.timestamp() * 1000)
    except (ValueError, OverflowError) as error:
        raise RuleError("row.time", text=text[:40]) from error
    there = world.astimezone(local.tzinfo).replace(tzinfo=None) == local.replace(tzinfo=None)
    if not there and not mapping.shifts_gap:
        raise RuleError("row.no_such_time", text=text[:40])
    if at < 0:
        raise RuleError("row.time", text=text[:40])
    return at


def place_in(mapping: LogMapping, cells: Mapping[str, str], at: int) -> Place | None:
    """Return the place of a row, None where it names none; RuleErrors `row.half_place`, `row.place`."""
    if not mapping.lon or not mapping.lat:
        return None
    lon, lat = cells[mapping.lon].strip(), cells[mapping.lat].strip()
    if not lon and not lat:
        return None
    if not lon or not lat:
        raise RuleError("row.half_place")
    try:
        point = (float(lon), float(lat))
        if not all(map(math.isfinite, point)):
            raise ValueError(point)
        return place_of(*point, mapping.datum, method=Method.IMPORTED, at=at)
    except ValueError as error:
        raise RuleError("row.place", text=f"{lon}, {lat}"[:60]) from error
