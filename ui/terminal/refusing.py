"""What is wrong with the lines of a file, in words: line, column and reason."""

from __future__ import annotations

from models.errors import Param
from services.dictionary import Refusal, heading, word
from ui.terminal.wording import Wording

COLUMNS, COLUMN, FIELD, KNOWN = "columns", "column", "field", "known"


def refusal_words(refusal: Refusal, say: Wording, listing: str = "") -> tuple[str, str]:
    """Return the heading of the cell that is wrong ("" the whole line) and the sentence of the reason.

    `listing` is the list's name, as headings know it; "" for dictionaries, which have no other headings.
    """
    chinese = say.language == "zh"

    def named(column: str) -> str:
        return heading(listing, column, chinese=chinese)

    params: dict[str, Param] = dict(refusal.params)
    if COLUMNS in params:
        separator = "、" if chinese else ", "
        params[COLUMNS] = separator.join(map(named, str(params[COLUMNS]).split(",")))
    for name in (COLUMN, FIELD):
        if name in params:
            params[name] = named(str(params[name]))
    if KNOWN in params:
        codes = str(params[KNOWN]).split()
        params[KNOWN] = " ".join(word(listing, code, chinese=chinese) for code in codes)
    return named(refusal.column) if refusal.column else "", say.reason(refusal.reason, params)


def refusal_line(refusal: Refusal, say: Wording, listing: str = "") -> str:
    """Return one line of a report."""
    column, sentence = refusal_words(refusal, say, listing)
    given: dict[str, Param] = {"line": refusal.line, "code": refusal.code, "sentence": sentence}
    line = say("import.cell", column=column, **given) if column else say("import.line", **given)
    return line.replace("  ", " ")


def refusal_report(refused: list[Refusal], say: Wording, listing: str = "") -> list[str]:
    """Return a line for everything refused, and what it means for the whole."""
    lines = [refusal_line(refusal, say, listing) for refusal in refused]
    return [*lines, say("import.refused_lines", count=len({it.line for it in refused}))]
