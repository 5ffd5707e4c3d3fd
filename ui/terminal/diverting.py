"""`report diversions`: the month's evidence of what went to 12345 and to car moving, printed or as CSV."""

from __future__ import annotations

from argparse import Namespace
from typing import TextIO

from services.context import local_day
from services.database import Database, wall_ms
from services.dictionary import write_csv
from services.diversion_report import Evidence, counts, evidence, month_bounds
from ui.moment import full_time_of
from ui.terminal.advising import opened
from ui.terminal.wording import Wording

DONE = 0


def run_diversions(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Print the sums of a month by path, and write every diversion into a file where one is named."""
    month = parsed.month or local_day(wall_ms())[:7]
    start, end = month_bounds(month)
    database: Database = opened(parsed)
    try:
        rows = database.read(evidence, start=start, end=end, drill=parsed.drill)
    finally:
        database.close()
    for it in counts(rows):
        content = "-" if it.content is None else f"{it.content:.1%}"
        words = {name: getattr(it, name) for name in it.__dataclass_fields__ if name != "path"}
        ratings = dict(zip(("rated1", "rated2", "rated3"), words.pop("ratings"), strict=True))
        name = say(f"diversions.{it.path or 'all'}")
        out.write(say("diversions.row", path=name, content=content, **words, **ratings) + "\n")
    if parsed.csv is not None:
        write_csv(parsed.csv, [list(Evidence.__dataclass_fields__), *map(cells, rows)])
        out.write(say("bands.written", path=str(parsed.csv), count=len(rows)) + "\n")
    return DONE


def cells(row: Evidence) -> list[str]:
    """Return one diversion as cells; instants in China's time."""
    found = []
    for name in Evidence.__dataclass_fields__:
        value = getattr(row, name)
        if name.endswith("_at"):
            found.append(full_time_of(value))
        elif isinstance(value, bool):
            found.append("yes" if value else "no")
        else:
            found.append("" if value is None else str(value))
    return found
