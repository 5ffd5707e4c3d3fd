"""What any text from outside must pass before it is kept: it is data, bounded and without control characters."""

from __future__ import annotations

import re

from models.errors import RuleError

SHORT, LONG = 200, 4000
# Control characters but for lines and tabs, and lone surrogates.
CONTROL = r"\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
# Marks that show the characters after them in another order: a trick to make one text look like another.
TURNING = r"\u202a-\u202e\u2066-\u2069"
UNWANTED = re.compile(f"[{CONTROL}{TURNING}]")


def clean(field: str, text: str, limit: int = SHORT) -> str:
    """Return the text without control characters and outer blanks; RuleError `text.too_long` past the limit."""
    # What is printable has nothing to be taken out; asking for every character takes its time.
    kept = text if text.isprintable() else without_control(text)
    kept = kept.strip()
    if len(kept) > limit:
        raise RuleError("text.too_long", field=field, limit=limit, length=len(kept))
    return kept


def without_control(text: str) -> str:
    """Return the text without control characters, lone surrogates and what turns the direction of writing.

    Lines and tabs stay, and so do private characters: older fonts keep rare names there.
    """
    return UNWANTED.sub("", text)


def clean_required(field: str, text: str, limit: int = SHORT) -> str:
    """Return the cleaned text; RuleError `text.empty` where nothing is left."""
    kept = clean(field, text, limit)
    if not kept:
        raise RuleError("text.empty", field=field)
    return kept
