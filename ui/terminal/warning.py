"""`import warnings`: warnings of fraud from a file; everything in it is taken, or nothing."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from typing import TextIO

from services.database import Database, wall_ms
from services.dictionary import install_defaults
from services.forewarning import WARNINGS, check_warnings, import_warnings, read_warnings
from ui.terminal.arguments import store_path
from ui.terminal.refusing import refusal_report
from ui.terminal.wording import Wording

DONE, REFUSED = 0, 4
BY = "命令行"


def run_warning_import(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Take the warnings of a file, or name everything in it that will not do and take none."""
    reading = read_warnings(parsed.file)
    with closing(Database(store_path(parsed))) as database:
        now = wall_ms()
        database.write(install_defaults, at=now, by=BY)
        if refused := database.read(check_warnings, reading, at=now):
            out.writelines(f"{line}\n" for line in refusal_report(refused, say, WARNINGS.name))
            return REFUSED
        change = database.write(import_warnings, reading.rows, at=now, by=BY).result
    words = say(
        "import.listing",
        name=say("list.warnings"),
        added=change.added,
        changed=change.changed,
        ended=change.ended,
        unchanged=change.unchanged,
    )
    out.write(f"{words}\n")
    return DONE
