"""What the index is asked for a text: expressions of its own language, in which nothing typed is an operator."""

from __future__ import annotations

from collections.abc import Sequence

from services.gazetteer.form import grams
from services.gazetteer.table import pairs

# Of one run of letters: where one part of a crossing may end and the other begin.
LEAST_PART, MOST_SPLITS = 2, 12
NEVER_FIRST = frozenset("iu")


def expression(words: Sequence[str]) -> str:
    """Return what finds names that have all the words."""
    return " AND ".join(map(term, words))


def term(word: str) -> str:
    """Return what finds a word: as it is written or in full pinyin, and as initials."""
    if len(word) == 1:
        return f'h : "{word}"'
    if len(word) == 2 and word.isascii():
        return f'({{h i}} : "{word}")'
    parts = grams(word, whole=False)
    if parts and len(word) > 2 and word[-2:].isascii() and not word[-3].isascii():
        # Two letters or digits behind Chinese: they may go on.
        ways = [f"n : {phrase([*parts, word[-2:]])} *"]
    else:
        ways = [f"n : {phrase(parts)}"] if parts else []
    # No syllable begins with these: a word that has one is no row of initials, and looking for it would read far.
    if word.isascii() and not word.isdigit() and not NEVER_FIRST & set(word):
        ways.append(f"i : {phrase(list(pairs(word)))}")
    return f"({' OR '.join(ways)})" if ways else f'h : "{word[:1]}"'


def phrase(parts: Sequence[str]) -> str:
    """Return pieces that stand in a row; words are letters and digits alone, so that nothing needs escaping."""
    return f'"{" ".join(parts)}"' if parts else ""


def splits(word: str) -> list[tuple[str, str]]:
    """Return the ways to take a run for two streets, the most even first."""
    middle = len(word) / 2
    cuts = range(LEAST_PART, len(word) - LEAST_PART + 1)
    nearest = sorted(cuts, key=lambda cut: abs(cut - middle))[:MOST_SPLITS]
    return [(word[:cut], word[cut:]) for cut in nearest]
