"""Takes a line of the command line apart: its verb, the words after it, and what was typed from each word on."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ui.verb import BY_WORD, Verb

HERE = "."
WORD = re.compile(r"\S+")


# A Chinese verb may stand against what follows: 派618.
GLUED = sorted((word for word in BY_WORD if not word.isascii()), key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A line in parts: its verb (None where there is none), the word that says so, the words after it."""

    verb: Verb | None
    said: str
    words: tuple[str, ...]
    # For each word what the line says from it on, as it was typed.
    rests: tuple[str, ...]

    def rest(self, at: int) -> str:
        """Return what was typed from a word on."""
        return self.rests[at] if at < len(self.rests) else ""


def split(line: str) -> Sentence:
    """Return a line in parts; any text has some. Full-width letters and digits count as plain ones."""
    text = plain_width(line).strip()
    first = WORD.match(text)
    if first is None:
        return Sentence(None, "", (), ())
    said = first.group().lower()
    after = first.end()
    if said not in BY_WORD:
        glued = next((word for word in GLUED if said.startswith(word)), "")
        said, after = (glued, len(glued)) if glued else (said, after)
    found = list(WORD.finditer(text, after))
    return Sentence(
        BY_WORD.get(said),
        said,
        tuple(match.group() for match in found),
        tuple(text[match.start() :].strip() for match in found),
    )


def plain_width(text: str) -> str:
    """Return a text with plain letters, digits and blanks in place of the wide ones; control characters are blanks."""
    return "".join(" " if unicodedata.category(one)[0] == "C" else narrow(one) for one in text)


def narrow(one: str) -> str:
    """Return the plain form of one wide character of ASCII, other characters as they are."""
    plain = unicodedata.normalize("NFKC", one)
    return plain if len(plain) == 1 and plain.isascii() else one
