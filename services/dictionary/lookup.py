"""Looks terms up by day: what a code meant then, and what took its place."""

from __future__ import annotations

from collections.abc import Iterable

from models.board import TermCard

# What a division's name ends in says its rank, which changes when a county becomes a district.
RANKS = ("街道", "市", "县", "区", "镇", "乡")


def term_on(terms: Iterable[TermCard], dictionary: str, code: str, day: str) -> TermCard | None:
    """Return what a code of a dictionary means on an ISO day, None where it means nothing then."""
    return next(
        (
            term
            for term in terms
            if term.dictionary == dictionary and term.code == code and term.holds_on(day)
        ),
        None,
    )


def successor_on(
    terms: Iterable[TermCard], dictionary: str, code: str, day: str
) -> TermCard | None:
    """Return the term that stands on an ISO day for a code: itself, or what took its place when it ended.

    A term takes another's place if it begins on the day the other ends and bears its name but for the rank, or if
    the other names it in a column `successor`. None where nothing is known, or more than one would do.
    """
    own = [term for term in terms if term.dictionary == dictionary]
    found = term_on(own, dictionary, code, day)
    past = [term for term in own if term.code == code and term.valid_to and term.valid_to <= day]
    if found is not None or not past:
        return found
    # From here on terms are followed, not codes: a code may be given to another street later.
    term = max(past, key=lambda it: it.valid_to)
    while not term.holds_on(day):
        heirs = [other for other in own if takes_over(other, term)]
        if len(heirs) != 1 or heirs[0].valid_from <= term.valid_from:
            return None
        (term,) = heirs
    return term


def takes_over(term: TermCard, old: TermCard) -> bool:
    """Tell whether one term takes the other's place."""
    named = dict(old.extra).get("successor")
    begins = term.valid_from == old.valid_to
    if named:
        return begins and term.code == named
    return begins and stem(term.name) == stem(old.name)


def stem(name: str) -> str:
    """Return a division's name without its rank."""
    for rank in RANKS:
        if name.endswith(rank) and len(name) > len(rank) + 1:
            return name.removesuffix(rank)
    return name
