"""`report bands`: the band tables of signature, departure, arrival and feedback, by unit or body, printed or as CSV."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TextIO

from models.errors import TroubleError
from services.banding import BandRow, By, band_table
from services.database import Database, wall_ms
from services.dictionary import write_csv
from ui.terminal.arguments import store_path
from ui.terminal.wording import Wording

HOUR = 3_600_000
DONE = 0


def run_bands(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Print the band table of the last hours, or write it into a file."""
    path = store_path(parsed, drill=parsed.drill)
    if not path.exists():
        raise TroubleError("store.missing", path=str(path))
    end = wall_ms() if parsed.until is None else parsed.until
    database = Database(path)
    try:
        rows = database.read(
            band_table,
            start=end - round(parsed.hours * HOUR),
            end=end + 1,
            by=By(parsed.by),
            drill=parsed.drill,
        )
    finally:
        database.close()
    table = table_of(rows, say)
    if parsed.csv is not None:
        write_csv(parsed.csv, table)
        out.write(say("bands.written", path=str(parsed.csv), count=len(rows)) + "\n")
        return DONE
    for row in rows:
        out.write(say("bands.row", name=name_of(row, rows, say), orders=row.orders) + "\n")
        for step, counts in row.counts.items():
            share = row.share(step)
            words = "  ".join(f"{name} {count}" for name, count in counts.items())
            first = "-" if share is None else f"{share:.1%}"
            out.write(say(f"bands.{step}", counts=words, share=first, open=row.open[step]) + "\n")
    return DONE


def table_of(rows: Sequence[BandRow], say: Wording) -> list[list[str]]:
    """Return the rows as header and lines."""
    header = ["name", "orders"]
    for step, counts in rows[-1].counts.items():
        header += [f"{step} {name}" for name in counts] + [f"{step} open"]
    lines = []
    for row in rows:
        cells = [name_of(row, rows, say), str(row.orders)]
        for step, counts in row.counts.items():
            cells += [str(count) for count in counts.values()] + [str(row.open[step])]
        lines.append(cells)
    return [header, *lines]


def name_of(row: BandRow, rows: Sequence[BandRow], say: Wording) -> str:
    """Return what a row is called."""
    return say("bands.whole") if row is rows[-1] else row.name or say("bands.nobody")
