"""The trade dictionaries as the screen needs them: names of codes by day and language, search by code, words, pinyin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from models.board import Board, Delta, TermCard
from models.deadline import Terms
from models.promise import Limit, Limits
from models.reason import Reason
from services.context import local_day
from services.levelling import shipped_rules
from services.pinyin import sounds
from services.serving import HOLIDAY, LIMIT, terms_of
from ui.language import Language
from ui.wording import reason_words

# The dictionary of the promised minutes, and its columns in the order of a limit's fields.
PROMISE = "promise"
LIMITS = ("arrival_minutes", "dispatch_seconds", "feedback_minutes")
LEVEL_NAMES = frozenset("1234")


@dataclass(frozen=True, slots=True)
class Found:
    """A term that a search found, with its name in the language of the screen."""

    code: str
    name: str
    path: str


class Named(Protocol):
    """What has a Chinese name and maybe an English one: a term, a body, a rule."""

    @property
    def name(self) -> str:
        """The Chinese name."""

    @property
    def name_en(self) -> str:
        """The English name, "" none."""


class Trade(QObject):
    """Looks up terms of the board's dictionaries; `rules` are those that propose a level.

    Signals:
        changed(): some dictionary was loaded or replaced.
    """

    changed = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._terms: dict[str, dict[str, list[TermCard]]] = {}
        self._limits: tuple[str, Limits] | None = None
        self._serving: tuple[str, Terms] | None = None
        self.rules = shipped_rules()

    def load(self, board: Board) -> None:
        """Take every term of a board."""
        terms: dict[str, dict[str, list[TermCard]]] = defaultdict(lambda: defaultdict(list))
        for card in board.all(TermCard).values():
            terms[card.dictionary][card.code].append(card)
        for codes in terms.values():
            for versions in codes.values():
                versions.sort(key=lambda term: term.valid_from)
        self._terms = {name: dict(codes) for name, codes in terms.items()}
        self._limits = self._serving = None
        self.changed.emit()

    def apply(self, delta: Delta, board: Board) -> None:
        """Follow a delta that may hold terms."""
        if delta.touches(TermCard):
            self.load(board)

    def term(self, dictionary: str, code: str, at: int | None = None) -> TermCard | None:
        """Return the term valid at an instant (default: its newest version), or None."""
        versions = self._terms.get(dictionary, {}).get(code, [])
        if at is not None:
            day = local_day(at)
            held = [term for term in versions if term.holds_on(day)]
            if held:
                return held[-1]
        return versions[-1] if versions else None

    def name(self, dictionary: str, code: str, at: int | None = None) -> str:
        """Return the name of a code; the code itself where no dictionary knows it."""
        term = self.term(dictionary, code, at)
        return self.word(term) if term else code

    def word(self, card: Named) -> str:
        """Return a name in the language of the screen; the Chinese one where no other is known."""
        return card.name_en if self._language.name == "en" and card.name_en else card.name

    def class_name(self, code: str) -> str:
        """Return an incident class with its group: 治安·打架斗殴."""
        term = self.term("incident_class", code)
        if term is None:
            return code
        group = self.term("incident_class", term.parent) if term.parent else None
        return f"{self.word(group)}·{self.word(term)}" if group else self.word(term)

    def reason(self, dictionary: str, reason: Reason) -> str:
        """Return why something was done: the name of what was chosen, with the words added."""
        name = self.name(dictionary, reason.code) if reason.code else ""
        return reason_words(name, reason.words)

    def class_source(self, code: str) -> str:
        """Return the Chinese name of a class after that of its group, "" where no dictionary knows it."""
        term = self.term("incident_class", code)
        if term is None:
            return ""
        group = self.term("incident_class", term.parent) if term.parent else None
        return f"{group.name}{term.name}" if group else term.name

    def family(self, code: str) -> str:
        """Return the group of an incident class; a class without one is its own."""
        term = self.term("incident_class", code)
        return term.parent if term is not None and term.parent else code

    def extra(self, dictionary: str, code: str, name: str) -> str:
        """Return an additional column of a term, "" where there is none."""
        term = self.term(dictionary, code)
        return dict(term.extra).get(name, "") if term else ""

    def codes(self, dictionary: str, day: str) -> list[Found]:
        """Return all terms of a dictionary valid on a day, by code."""
        return [
            self._found(versions[-1])
            for _, versions in sorted(self._terms.get(dictionary, {}).items())
            if versions[-1].holds_on(day)
        ]

    def terms(self, dictionary: str, day: str) -> list[TermCard]:
        """Return the terms of a dictionary valid on a day, by code."""
        held = (
            [term for term in versions if term.holds_on(day)]
            for _, versions in sorted(self._terms.get(dictionary, {}).items())
        )
        return [versions[-1] for versions in held if versions]

    def families(self) -> dict[str, str]:
        """Return the group of every incident class."""
        return {code: self.family(code) for code in self._terms.get("incident_class", {})}

    def search(self, dictionary: str, text: str, day: str, limit: int = 30) -> list[Found]:
        """Return the terms whose code, name, English name, pinyin or initials match, best first."""
        wanted = text.strip().lower().replace(" ", "")
        scored = []
        for code, versions in self._terms.get(dictionary, {}).items():
            term = versions[-1]
            if term.holds_on(day) and (score := rank(wanted, term)) is not None:
                scored.append((score, code, term))
        scored.sort(key=lambda item: item[:2])
        return [self._found(term) for _, _, term in scored[:limit]]

    def serving(self, day: str) -> Terms:
        """Return what linked bodies are held to on a day: limits by class, and the days that are worked."""
        if self._serving is None or self._serving[0] != day:
            held = (
                term
                for name in (LIMIT, HOLIDAY)
                for versions in self._terms.get(name, {}).values()
                for term in versions
            )
            self._serving = (day, terms_of(held, day))
        return self._serving[1]

    def limits(self, day: str) -> Limits:
        """Return the limits of the dictionary `promise` on a day: `350602-3` is level 3 in 350602, `3` everywhere.

        What is no number above zero says nothing.
        """
        # Every sheet of a long queue asks for them.
        if self._limits is None or self._limits[0] != day:
            self._limits = (day, self._read_limits(day))
        return self._limits[1]

    def _read_limits(self, day: str) -> Limits:
        rules = {}
        for code, versions in self._terms.get(PROMISE, {}).items():
            area, _, level = code.rpartition("-")
            held = [term for term in versions if term.holds_on(day)]
            if held and level in LEVEL_NAMES:
                extra = dict(held[-1].extra)
                rules[area, int(level)] = Limit(*(number(extra.get(name)) for name in LIMITS))
        return Limits(rules)

    def _found(self, term: TermCard) -> Found:
        parent = self.term(term.dictionary, term.parent) if term.parent else None
        return Found(term.code, self.word(term), self.word(parent) if parent else "")


def number(text: str | None) -> int | None:
    """Return a number above zero, None for anything else."""
    return int(text) if text and text.isdecimal() and text.isascii() and int(text) else None


def rank(wanted: str, term: TermCard) -> int | None:
    """Return how well a term matches, 0 best, None not at all."""
    if not wanted:
        return 9
    code = term.code.lower()
    full, initials = sounds(term.name)
    english = term.name_en.lower().replace(" ", "")
    tests = (
        code == wanted,
        term.name == wanted,
        initials.startswith(wanted),
        code.startswith(wanted),
        term.name.startswith(wanted),
        full.startswith(wanted),
        wanted in term.name,
        english.startswith(wanted),
        wanted in initials or wanted in full or wanted in english,
    )
    return next((place for place, hit in enumerate(tests) if hit), None)


def warm(_session: object) -> None:
    """Load what searches need; for the read lane, once the window stands."""
    sounds("漳州")


def hear(_session: object, texts: Iterable[str]) -> None:
    """Find out how texts sound; for the read lane, before somebody searches for them."""
    for text in texts:
        if not (form := plain(text)).isascii():
            sounds(form)


def matches(wanted: str, texts: Iterable[str]) -> bool:
    """Tell whether a search text is in one of the texts: as characters, pinyin or initials."""
    needle = plain(wanted)
    if not needle:
        return True
    # Once over all of them: this is asked for every card of a long list. No needle has a line's end in it.
    whole = plain("\n".join(texts))
    if needle in whole:
        return True
    # Only letters can mean sounds, and sounds are dear.
    if not (needle.isascii() and any(letter.isalpha() for letter in needle)):
        return False
    forms = (form.strip() for form in whole.splitlines() if not form.isascii())
    return any(needle in sound for form in forms for sound in sounds(form))


def plain(text: str) -> str:
    """Return a text as it is compared: in small letters, without blanks."""
    return text.lower().replace(" ", "").strip()
