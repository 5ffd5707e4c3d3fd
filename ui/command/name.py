"""Finds actions and verbs by name: words of either language, pinyin, initials, short word or key."""

from __future__ import annotations

from dataclasses import dataclass

from services.pinyin import sounds
from ui.action import ACTIONS, Actions
from ui.keyname import key_text
from ui.language import translate
from ui.trade import plain
from ui.verb import VERBS


@dataclass(frozen=True, slots=True)
class Name:
    """What a text may name: the line that says so, what it does, the action ("" for a verb), whether it names it whole."""

    line: str
    words: str
    action: str
    exact: bool


def named(actions: Actions, wanted: str, most: int) -> list[Name]:
    """Return what a text may name, best first."""
    needle = plain(wanted)
    found: list[tuple[int, int, Name]] = []
    for spec in ACTIONS:
        text = translate("Action", spec.text)
        place = rank(needle, plain(spec.text), plain(text), plain(spec.key))
        if place is not None and spec.name != "command.open":
            words = why_not(actions, spec.name) or translate("Action", spec.what)
            name = Name(text, f"{words} ({key_text(spec.key)})", spec.name, place == 0)
            found.append((place, len(found), name))
    for verb in VERBS:
        place = rank(needle, *verb.words)
        if place is not None:
            words = f"{translate('Command', verb.what)}  {verb.example}"
            found.append((place, len(found), Name(verb.word, words, "", place == 0)))
    return [name for _, _, name in sorted(found, key=lambda each: each[:2])[:most]]


def why_not(actions: Actions, name: str) -> str:
    """Return why an action can do nothing now, marked; "" where it can."""
    why = actions.why_not(name)
    return f"⚠ {why}" if why else ""


def rank(needle: str, *names: str) -> int | None:
    """Return how well a text names something, 0 best, None not at all."""
    forms = [form for name in names for form in (name, *(() if name.isascii() else sounds(name)))]
    tests = (
        any(form == needle for form in forms),
        any(form.startswith(needle) for form in forms),
        any(needle in form for form in forms),
    )
    return next((place for place, hit in enumerate(tests) if hit), None)
