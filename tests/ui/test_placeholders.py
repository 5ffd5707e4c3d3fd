"""What a translation has to carry over from its source text: blanks, keys, signs; and nothing Chinese."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ui.language import TRANSLATIONS

BLANK = re.compile(r"\{\w*\}|%L?\d+|%n")
KEY = re.compile(
    r"(?<![A-Za-z+])((?:(?:Ctrl|Shift|Alt)\+)+[A-Z]|F\d{1,2}|Esc|Enter|Delete)(?![A-Za-z])"
)
SIGNS = re.compile(r"[▲●○✓⚠■★…→\n]|^ | (?=$)")
# Chinese has a word for a key, and a sign that needs no blank.
SAME = {"回车": "Enter", "、": ", ", "；": "; "}
CHINESE = re.compile(r"[\u2e80-\u303f\u3400-\u9fff\uff00-\uffef]")
# The way back for those who do not read English.
BOTH = "中文 / English"


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the translation file; a numerus has several forms."""

    context: str
    comment: str
    source: str
    forms: tuple[str, ...]


def messages(file: Path) -> list[Message]:
    """Return every message of a .ts file."""
    found = []
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            plural = [form.text or "" for form in translation.iter("numerusform")]
            forms = tuple(plural or [translation.text or ""])
            source, comment = message.findtext("source") or "", message.findtext("comment") or ""
            found.append(Message(name, comment, source, forms))
    return found


MESSAGES = messages(TRANSLATIONS / "desk_en.ts")


@pytest.mark.parametrize("pattern", [BLANK, KEY, SIGNS], ids=["blanks", "keys", "signs"])
def test_a_translation_keeps_what_stands_in_its_source(pattern: re.Pattern[str]) -> None:
    wrong = [
        (message.context, message.source, form)
        for message in MESSAGES
        for form in message.forms
        if Counter(pattern.findall(plain(message.source))) != Counter(pattern.findall(form))
    ]
    assert wrong == []


def test_no_text_but_the_names_of_keys_names_a_key() -> None:
    by_hand = re.compile(f"{KEY.pattern}|回车|空格|上下键")
    of_keys = {"Key", "Action"}
    wrong = [
        it.source for it in MESSAGES if it.context not in of_keys and by_hand.search(it.source)
    ]
    assert wrong == ["用空格分开"], (
        "keys come from the table of actions; a blank between words is none"
    )


def plain(source: str) -> str:
    """Return a source text with its own words for keys and signs replaced; lists keep their commas."""
    for word, same in SAME.items():
        if word == source or word.isalpha():
            source = source.replace(word, same)
    return source


def test_no_translation_has_a_chinese_character_or_a_wide_sign() -> None:
    wrong = [form for message in MESSAGES for form in message.forms if CHINESE.search(form)]
    assert wrong == [BOTH]


def test_a_number_that_counts_has_a_form_for_one_and_a_form_for_many() -> None:
    counted = [message for message in MESSAGES if "%n" in message.source]
    assert [message.source for message in counted if len(message.forms) != 2] == []


def test_the_letters_of_units_on_the_map_differ() -> None:
    letters = [
        message.forms[0]
        for message in MESSAGES
        if message.context == "MapView" and message.comment.startswith(("unit", "order", "officer"))
    ]
    assert len(letters) == 13
    assert all(len(letter) == 1 for letter in letters)
    assert len(set(letters)) == len(letters)
