"""The headings and words that people use in files of lists, in Chinese and English, as the shipped table knows them."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from services.resource import RESOURCES

FILE = RESOURCES / "heading" / "listing.toml"
WORDS = "words"


@cache
def table() -> dict[str, Any]:
    """Return the shipped table: list → column → headings, and under `words` list → code → words."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def columns_by_heading(listing: str) -> dict[str, str]:
    """Return the program's column names of a list by every heading that means them, as `folded`."""
    return {
        folded(heading): name
        for name, headings in table()[listing].items()
        for heading in (name, *headings)
    }


def heading(listing: str, column: str, *, chinese: bool) -> str:
    """Return what a column of a list is called in a file; the program's own name where nothing else is known."""
    known = table().get(listing, {}).get(column, ())
    return known[0] if chinese and known else column


@cache
def codes_by_word(listing: str) -> dict[str, str]:
    """Return the codes of a list's kinds by every word that means them, as `folded`."""
    return {
        folded(word): code
        for code, words in table()[WORDS].get(listing, {}).items()
        for word in (code, *words)
    }


def word(listing: str, code: str, *, chinese: bool) -> str:
    """Return what a kind is called in a file."""
    words = table()[WORDS].get(listing, {}).get(code, ())
    return words[0] if chinese and words else code


def folded(text: str) -> str:
    """Return a heading or word as it is compared: small letters, no blanks, no sign that it must be filled."""
    bare = text.strip().strip("*＊").lower()
    return "".join(bare.replace("_", " ").split())
