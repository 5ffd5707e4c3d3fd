"""`import` and `export` of units, organisations, beats, agencies and contacts."""

from __future__ import annotations

import sys
from argparse import Namespace
from contextlib import closing
from typing import TextIO

from services.database import Database, wall_ms
from services.dictionary import (
    LISTINGS,
    check_listing,
    import_listing,
    install_defaults,
    listing_table,
    read_listing,
    write_csv,
)
from ui.terminal.arguments import store_path
from ui.terminal.garbage import many_things
from ui.terminal.progress import Progress
from ui.terminal.refusing import refusal_report
from ui.terminal.wording import Wording

DONE, REFUSED = 0, 4
BY = "命令行"


def run_listing_import(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Import a list, or name everything in the file that will not do and import nothing."""
    name: str = parsed.what
    listing = LISTINGS[name]
    reading = read_listing(parsed.file, listing)
    progress = Progress(say("import.running"), sys.stderr)
    with many_things(), closing(Database(store_path(parsed))) as database:
        database.write(install_defaults, at=wall_ms(), by=BY)
        if refused := database.read(check_listing, reading):
            out.writelines(f"{line}\n" for line in refusal_report(refused, say, listing.name))
            return REFUSED
        try:
            change = database.write(
                import_listing,
                name,
                reading.rows,
                replace=parsed.replace,
                told=progress,
                at=wall_ms(),
                by=BY,
            ).result
        finally:
            progress.end()
    words = say(
        "import.listing",
        name=say(f"list.{name}"),
        added=change.added,
        changed=change.changed,
        ended=change.ended,
        unchanged=change.unchanged,
    )
    out.write(f"{words}\n")
    return DONE


def run_listing_export(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Export a list."""
    name: str = parsed.what
    with closing(Database(store_path(parsed))) as database:
        database.write(install_defaults, at=wall_ms(), by=BY)
        table = database.read(listing_table, name, chinese=say.language == "zh")
    write_csv(parsed.file, table)
    path, count = str(parsed.file), len(table) - 1
    out.write(say("export.done", name=say(f"list.{name}"), path=path, count=count) + "\n")
    return DONE
