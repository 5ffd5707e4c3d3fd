"""Levelling (定级): proposes a level from what was reported, with the rule and the words it saw.

The rules are data (`resources/rule/level.toml`). They only ever propose: nothing here changes a sheet.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from models.errors import TroubleError
from models.incident import LEVELS
from services.resource import RESOURCES

FILE = RESOURCES / "rule" / "level.toml"
CLAUSES = re.compile(r"[，,。.；;！!？?、：:\s…“”\"()（）]+")
AGE = re.compile(r"(\d{1,3}|[一二三四五六七八九十百零两]{1,5})(?:多|来)?(?:周|虚)?岁")
DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
# How many characters before a word a negation may begin.
LOOK_BACK = 10
# In a word of a rule: at most so many characters, whatever they are.
GAP, WIDE = "…", 6


@dataclass(frozen=True, slots=True)
class Hit:
    """One rule that holds: its code, its names, the level it asks for and the words it saw."""

    rule: str
    name: str
    name_en: str
    level: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule of the file; what its parts mean stands at the head of the file."""

    code: str
    name: str
    name_en: str
    level: int
    groups: tuple[tuple[str, ...], ...]
    ignore: tuple[str, ...] = ()
    not_in_clause: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    within: int = 0
    ages: tuple[int, int] | None = None
    age_needed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """All rules and what they share."""

    rules: tuple[Rule, ...]
    negations: tuple[str, ...]
    fillers: str
    persons: tuple[str, ...]
    ignore: tuple[str, ...]
    # Words that put what follows them in a clause long ago.
    past: tuple[str, ...] = ()


def level_hits(text: str, rules: Rules) -> tuple[Hit, ...]:
    """Return the rules that hold for a text, the gravest first, in the file's order within a level."""
    if not text.strip():
        return ()
    clauses = [clause for clause in dict.fromkeys(CLAUSES.split(text)) if clause]
    stated = ages(text)
    found = []
    for rule in rules.rules:
        # The dear part only where every group has some word at all.
        if all(any(may_be(word, text) for word in group) for group in rule.groups):
            words = seen(rule, clauses, stated, rules)
            if words is not None:
                found.append(Hit(rule.code, rule.name, rule.name_en, rule.level, words))
    return tuple(sorted(found, key=lambda hit: hit.level))


def seen(
    rule: Rule, clauses: Sequence[str], stated: Sequence[int], rules: Rules
) -> tuple[str, ...] | None:
    """Return a word of each group that counts, None where a group has none or no age fits."""
    if rule.ages is not None:
        low, high = rule.ages
        if not any(low <= age <= high for age in stated) if stated else rule.age_needed:
            return None
    words = [first_word(rule, place, clauses, rules) for place in range(len(rule.groups))]
    return None if None in words else tuple(dict.fromkeys(word for word in words if word))


def first_word(rule: Rule, place: int, clauses: Sequence[str], rules: Rules) -> str | None:
    """Return what stands in the text for a group, where one of its words counts somewhere."""
    found = (word_in(clause, rule, place, rules) for clause in clauses)
    return next((word for word in found if word is not None), None)


@lru_cache(maxsize=20_000)
def word_in(clause: str, rule: Rule, place: int, rules: Rules) -> str | None:
    """Return what stands in a clause for a group; while somebody types only one clause is new."""
    return next(
        (
            clause[start:end]
            for word in rule.groups[place]
            if may_be(word, clause)
            for start, end in spans(word, clause)
            if counts(rule, clause, start, end, rules)
        ),
        None,
    )


def counts(rule: Rule, clause: str, start: int, end: int, rules: Rules) -> bool:
    """Tell whether a word of a clause means what it says."""
    return not (
        any(word in clause for word in rule.not_in_clause)
        or any(word in clause[:start] for word in rules.past)
        or any(
            first < end and start < last
            for phrase in (*rule.ignore, *rules.ignore)
            if may_be(phrase, clause)
            for first, last in spans(phrase, clause)
        )
        or negated(clause, start, rules)
        or has_beside(rule, clause, start, end, rules)
    )


def negated(clause: str, start: int, rules: Rules) -> bool:
    """Tell whether a negation stands right before a word, with nothing but fillers between."""
    before = clause[max(0, start - LOOK_BACK) : start]
    while True:
        if before.endswith(rules.negations):
            return True
        if not before or before[-1] not in rules.fillers:
            return False
        before = before[:-1]


def has_beside(rule: Rule, clause: str, start: int, end: int, rules: Rules) -> bool:
    """Tell whether a thing that takes the meaning away stands close by, with no person between."""
    for word in rule.beside:
        for first, last in spans(word, clause) if word in clause else ():
            if first < end and start < last:
                continue
            between = clause[last:start] if last <= start else clause[end:first]
            if len(between) <= rule.within and not any(it in between for it in rules.persons):
                return True
    return False


def may_be(word: str, text: str) -> bool:
    """Tell whether a word could be in a text: all its parts are."""
    return word in text if GAP not in word else all(part in text for part in word.split(GAP))


def spans(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a word begins and ends in a text; a gap in it stands for a few characters."""
    return (found.span() for found in pattern(word).finditer(text))


@cache
def pattern(word: str) -> re.Pattern[str]:
    """Return the expression that finds a word."""
    return re.compile(f".{{0,{WIDE}}}?".join(re.escape(part) for part in word.split(GAP)))


def ages(text: str) -> list[int]:
    """Return the ages that a text states in years, in figures or in Chinese numerals: 3岁, 七十多岁."""
    return [number(found.group(1)) for found in AGE.finditer(text)]


def number(text: str) -> int:
    """Return a number below 1000 written in figures or in Chinese numerals."""
    if text.isdigit():
        return int(text)
    hundreds, _, rest = text.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    total = 100 * DIGITS.get(hundreds[-1:], 1) if "百" in text else 0
    total += 10 * DIGITS.get(tens[-1:], 1) if ten else 0
    return total + DIGITS.get(ones[-1:], 0)


@cache
def shipped_rules() -> Rules:
    """Return the rules that come with the program; read once."""
    return read_rules(FILE)


def own_rules(folder: Path) -> Rules | None:
    """Return the rules that a site keeps beside its store (`level.toml`), None where it keeps none; errors as `read_rules`."""
    file = folder / FILE.name
    return read_rules(file) if file.exists() else None


def read_rules(file: Path) -> Rules:
    """Return the rules of a file; TroubleError `rules.unreadable` where it is not what it should be."""
    try:
        with file.open("rb") as stream:
            data = tomllib.load(stream)
        common = data["common"]
        rules = Rules(
            tuple(rule_of(part) for part in data["rule"]),
            *(tuple(common["negations"]), str(common["fillers"])),
            *(tuple(common["persons"]), tuple(common["ignore"])),
            tuple(common.get("past", ())),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TroubleError("rules.unreadable", path=str(file), detail=str(error)) from error
    return rules


def rule_of(part: Mapping[str, Any]) -> Rule:
    """Return one rule of the file; KeyError, TypeError or ValueError where it does not fit."""
    level = part["level"]
    if level not in LEVELS:
        raise ValueError(f"{part['code']}: no level {level}")
    groups = part["all"] if "all" in part else [part["words"]]
    if not groups or not all(groups):
        raise ValueError(f"{part['code']}: a group without words")
    lists = {name: tuple(part.get(name, ())) for name in ("ignore", "not_in_clause", "beside")}
    for words in (*groups, *lists.values()):
        if isinstance(words, str) or not all(isinstance(word, str) and word for word in words):
            raise ValueError(f"{part['code']}: a word that is no text")
    years = part.get("ages")
    return Rule(
        code=part["code"],
        name=part["name"],
        name_en=part["name_en"],
        level=level,
        groups=tuple(tuple(group) for group in groups),
        within=int(part.get("within", 0)),
        ages=(int(years[0]), int(years[1])) if years else None,
        age_needed=bool(part.get("age_needed", False)),
        **lists,
    )
