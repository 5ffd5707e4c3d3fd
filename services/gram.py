"""Cuts texts into the pieces that the search index knows, and tells whether a sheet holds a word.

Words are runs of letters, digits and Chinese characters; whatever stands between them does not count. A word is
found inside any run of a sheet's texts; as initials inside the sounds of its places and names; and, from four
digits on, at either end of its number and of its phones. `holds` says so plainly; the pieces only make it fast.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from services.pinyin import initials

# More words than this say nothing more.
WORDS = 12
# Of numbers the last and the first digits are known: the last four and seven, the first four to seven.
TAIL, LONG_TAIL = 4, 7
SOUND = 3
# So many pieces of a long word are looked up; the rest is compared.
PIECES = 8
RUN = re.compile(r"[^\W_]+")
WRITTEN = re.compile(r"[\x00-\x7f]{3,}")
SPOKEN = re.compile(r"[^\x00-\x7f]+")
# What marks a piece as a sound, the end or the head of a number, or a choice; letters and digits cannot be mistaken for it.
SAID, END, HEAD, CHOICE = "~", "#", "^", "@"


@dataclass(frozen=True, slots=True)
class Searched:
    """What of a sheet is searched: texts, those of them that are said (places and names), and numbers."""

    texts: tuple[str, ...]
    said: tuple[str, ...]
    numbers: tuple[str, ...]


def plain(text: str) -> str:
    """Return a text as it is compared: one form for each character, small letters."""
    if text.isascii():
        return text.lower()
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    return text.casefold()


def runs(text: str) -> list[str]:
    """Return the runs of letters, digits and Chinese characters of a text."""
    return RUN.findall(plain(text))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of what somebody searches for, each once."""
    return tuple(dict.fromkeys(runs(text)))[:WORDS]


def end_of(number: str) -> str:
    """Return a number as its ends are compared: without blanks and signs."""
    return "".join(runs(number))


def letters_of(run: str) -> str:
    """Return the initials of a run, "" where nothing in it is Chinese."""
    # House numbers are many, streets are few: what stands between digits is asked for by itself.
    return "" if run.isascii() else SPOKEN.sub(lambda part: initials(part[0]), run)


def is_said(word: str) -> bool:
    """Tell whether a word may be meant as initials."""
    return len(word) > 1 and word.isascii() and not word.isdigit()


def is_end(word: str) -> bool:
    """Tell whether a word may be meant as an end of a number."""
    return len(word) >= TAIL and word.isascii() and word.isdigit()


def holds(searched: Searched, word: str) -> bool:
    """Tell whether a sheet holds a word."""
    return (
        any(word in plain(text) for text in searched.texts)
        or (is_said(word) and any(word in letters_of(run) for run in every_run(searched.said)))
        or (is_end(word) and any(at_end(word, number) for number in searched.numbers))
    )


def at_end(word: str, number: str) -> bool:
    """Tell whether a number begins or ends with a word."""
    digits = end_of(number)
    return digits.startswith(word) or digits.endswith(word)


def every_run(texts: Iterable[str]) -> Iterator[str]:
    """Yield the runs of several texts."""
    for text in texts:
        if text:
            yield from runs(text)


def pieces_of(searched: Searched) -> set[str]:
    """Return every piece under which a sheet is found."""
    pieces: set[str] = set()
    for run in every_run(searched.texts):
        pieces.update(run)
        pieces.update(windows(run, 2))
        for part in WRITTEN.findall(run):
            pieces.update(windows(part, 3))
    for run in every_run(searched.said):
        pieces |= said_pieces(letters_of(run))
    for number in searched.numbers:
        if len(end := end_of(number)) >= TAIL:
            pieces |= {END + end[-TAIL:], END + end[-LONG_TAIL:]}
            pieces.update([HEAD + end[:size] for size in range(TAIL, LONG_TAIL + 1)])
    return pieces


@lru_cache(maxsize=20_000)
def said_pieces(letters: str) -> frozenset[str]:
    """Return the pieces of the initials of a run."""
    parts = {part for size in range(2, SOUND + 1) for part in windows(letters, size)}
    return frozenset([SAID + part for part in parts if not part.isdigit()])


def windows(run: str, size: int) -> list[str]:
    """Return every part of a run that has this many characters."""
    return [run[at : at + size] for at in range(len(run) - size + 1)]


def wanted_pieces(word: str) -> list[list[str]]:
    """Return the ways to find a word: of each way, the pieces that a sheet must all have."""
    ways = [text_way(word)]
    if is_said(word):
        parts = [part for part in windows(word, min(len(word), SOUND)) if not part.isdigit()]
        ways.append([SAID + part for part in parts[:PIECES]])
    if is_end(word):
        ways.append([END + word[-(LONG_TAIL if len(word) >= LONG_TAIL else TAIL) :]])
        ways.append([HEAD + word[:LONG_TAIL]])
    return ways


def text_way(word: str) -> list[str]:
    """Return the largest pieces that cover a word as text."""
    if len(word) == 1:
        return [word]
    chosen: list[str] = []
    for at in range(len(word) - 1):
        three = word[at : at + 3]
        if len(three) == 3 and three.isascii():
            chosen.append(three)
        elif not (at and word[at - 1 : at + 2].isascii()):
            chosen.append(word[at : at + 2])
    return chosen[:PIECES]


def expression(words: Iterable[str], choices: Iterable[Iterable[str]] = ()) -> str:
    """Return what the index is asked: all words, and of each group of choices one; "" for anything.

    Every piece is quoted, and holds no quote: what people typed never becomes an operator.
    """
    terms = [either([both(way) for way in wanted_pieces(word)]) for word in words]
    terms += [either([quoted(CHOICE + one) for one in group]) for group in choices]
    return " AND ".join(terms)


def both(pieces: Iterable[str]) -> str:
    """Return an expression for all the pieces."""
    return "(" + " AND ".join(quoted(piece) for piece in dict.fromkeys(pieces)) + ")"


def either(parts: Iterable[str]) -> str:
    """Return an expression for one of several."""
    return "(" + " OR ".join(parts) + ")"


def quoted(piece: str) -> str:
    """Return a piece as a string of the index's language."""
    return '"' + piece.replace('"', '""') + '"'


def places_of(text: str, words: Iterable[str], *, said: bool) -> list[tuple[int, int]]:
    """Return where (start, end) words are found in a text that people see; with `said` by their initials too."""
    forms = [plain(character) for character in text]
    starts = [at for at, form in enumerate(forms) for _ in form]
    lowered = "".join(forms)
    letters = lowered
    if said:
        spoken = SPOKEN.sub(lambda part: same_length(initials(part[0]), part[0]), lowered)
        letters = spoken if len(spoken) == len(lowered) else lowered
    found: list[tuple[int, int]] = []
    for word in words:
        for shape in {lowered, letters} if is_said(word) else {lowered}:
            at = shape.find(word)
            while at >= 0:
                found.append((starts[at], starts[at + len(word) - 1] + 1))
                at = shape.find(word, at + len(word))
    return sorted(found)


def same_length(letters: str, text: str) -> str:
    """Return the letters where each stands for one character, else the text."""
    return letters if len(letters) == len(text) else text
