"""`import dictionary` and `export dictionary`: trade dictionaries in and out as CSV files."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

from models.board import AgencyCard, TermCard
from models.errors import RuleError
from services.database import Database, wall_ms
from services.dictionary import (
    Refusal,
    dictionary_names,
    dictionary_table,
    import_agencies,
    import_contacts,
    import_terms,
    install_defaults,
    parents_of,
    read_agencies,
    read_contacts,
    read_terms,
    write_csv,
)
from ui.terminal.arguments import store_path
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
        command, args, refused = reading(database, parsed.name, parsed.file)
        if refused:
            out.writelines(f"{line}\n" for line in refusal_lines(refused, say))
            return REFUSED
        change = database.write(command, *args, at=wall_ms(), by=BY).result
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


def reading(
    database: Database, name: str, path: Path
) -> tuple[Any, tuple[Any, ...], Sequence[Refusal]]:
    """Return the command that imports a file, its arguments, and the lines refused."""
    board = database.board()
    terms = list(board.all(TermCard).values())
    if name == "agency":
        classes = {term.code for term in terms if term.dictionary == "incident_class"}
        rows, refused = read_agencies(path, classes)
        return import_agencies, (rows,), refused
    if name == "agency_contact":
        codes = {card.code for card in board.all(AgencyCard).values()}
        rows, refused = read_contacts(path, codes)
        return import_contacts, (rows,), refused
    parsed, refused = read_terms(path, parents_of(terms, name))
    return import_terms, (name, parsed), refused


def refusal_lines(refused: Sequence[Refusal], say: Wording) -> list[str]:
    """Return a line for every refused line, and what it means for the whole."""
    return [
        *(
            say(
                "import.line", line=it.line, code=it.code, sentence=say.reason(it.reason, it.params)
            )
            for it in refused
        ),
        say("import.refused_lines", count=len(refused)),
    ]


def run_export(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Export one dictionary."""
    database = Database(store_path(parsed))
    try:
        database.write(install_defaults, at=wall_ms(), by=BY)
        known = database.read(dictionary_names)
        if parsed.name not in known:
            raise RuleError("dictionary.unknown", dictionary=parsed.name, known=" ".join(known))
        table = database.read(dictionary_table, parsed.name)
    finally:
        database.close()
    write_csv(parsed.file, table)
    path, count = str(parsed.file), len(table) - 1
    out.write(say("export.done", name=parsed.name, path=path, count=count) + "\n")
    return DONE
