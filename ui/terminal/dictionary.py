"""`import dictionary` and `export dictionary`: trade dictionaries in and out as CSV files."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

from models.board import TermCard
from models.errors import RuleError
from services.database import Database, wall_ms
from services.dictionary import (
    CHECKLIST,
    LISTINGS,
    OWN_LISTS,
    Refusal,
    check_listing,
    dictionary_names,
    dictionary_table,
    import_checklists,
    import_listing,
    import_terms,
    install_defaults,
    parents_of,
    read_checklists,
    read_listing,
    read_terms,
    write_csv,
)
from ui.terminal.arguments import store_path
from ui.terminal.refusing import refusal_report
from ui.terminal.wording import Wording

DONE, REFUSED = 0, 4
BY = "命令行"
NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


def run_import(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Import one dictionary, or name every line that will not do and import nothing."""
    if not NAME.fullmatch(parsed.name):
        raise RuleError("dictionary.name", dictionary=parsed.name)
    database = Database(store_path(parsed))
    try:
        database.write(install_defaults, at=wall_ms(), by=BY)
        check_known(database, parsed.name)
        command, args, more, refused = reading(database, parsed.name, parsed.file)
        if refused:
            out.writelines(f"{line}\n" for line in refusal_report(list(refused), say))
            return REFUSED
        change = database.write(command, *args, at=wall_ms(), by=BY, **more).result
    finally:
        database.close()
    out.write(
        say(
            "import.terms",
            name=parsed.name,
            added=change.added,
            changed=change.changed,
            ended=change.ended,
            unchanged=change.unchanged,
        )
        + "\n"
    )
    return DONE


def check_known(database: Database, name: str) -> None:
    """Raise RuleError `dictionary.unknown` with the names there are: a name mistyped must not make a new one."""
    known = database.read(dictionary_names)
    if name not in known:
        raise RuleError("dictionary.unknown", dictionary=name, known=" ".join(known))


def reading(
    database: Database, name: str, path: Path
) -> tuple[Any, tuple[Any, ...], dict[str, Any], Sequence[Refusal]]:
    """Return the command that imports a file, its arguments, and what is refused.

    A dictionary says everything: what a file does not have is ended, agencies and contacts too.
    """
    if name == CHECKLIST:
        outlines, wrong = read_checklists(path)
        return import_checklists, (outlines,), {"replace": True}, wrong
    if name in OWN_LISTS:
        own = OWN_LISTS[name]
        read = read_listing(path, LISTINGS[own])
        return (
            import_listing,
            (own, read.rows),
            {"replace": True},
            database.read(check_listing, read),
        )
    terms = list(database.board().all(TermCard).values())
    rows, wrong = read_terms(path, parents_of(terms, name))
    return import_terms, (name, rows), {}, wrong


def run_export(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Export one dictionary."""
    database = Database(store_path(parsed))
    try:
        database.write(install_defaults, at=wall_ms(), by=BY)
        check_known(database, parsed.name)
        table = database.read(dictionary_table, parsed.name)
    finally:
        database.close()
    write_csv(parsed.file, table)
    path, count = str(parsed.file), len(table) - 1
    out.write(say("export.done", name=parsed.name, path=path, count=count) + "\n")
    return DONE
