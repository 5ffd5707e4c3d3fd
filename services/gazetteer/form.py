"""How names are compared: one form for each, cut into grams; what is said (pinyin, initials) beside what is written.

Chinese is cut into overlapping pairs, Latin letters and digits into overlapping triples: a phrase of them is a run of
characters. Single characters and the first one or two letters of words have tokens of their own (`heads`).
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from services.pinyin import initials, speaker
from services.resource import RESOURCES

TRADITIONAL = RESOURCES / "name" / "traditional.csv"
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
WORD = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"\d{1,5}[a-z]?(?:号|弄|公里)?(?:之\d+)?")
WRITTEN = re.compile(r"[a-z0-9]+|[^a-z0-9]+")
# Between two forms of one name stands a token that nobody can type.
BARRIER = "~"
# What a place is, behind its name: two that differ in this alone are easily mistaken for each other.
ENDINGS = (
    *("社区居民委员会", "社区居委会", "村民委员会", "居民委员会", "生活区", "村委会", "居委会"),
    *("畲族乡", "街道办事处", "街道", "社区", "镇", "乡", "村", "区", "县", "市"),
)
CROSSED = re.compile(r"(?:十字路口|丁字路口|交叉路口|交叉口|交汇处|交界处|交会处|路口)$")
JOINED = re.compile(
    r"(?<=[路街道巷线速])(?:与|和|跟|同|交|至|到)(?=\w{2})|\b(?:and|und|et)\b|[/&＆@]"
)


@cache
def simple_forms() -> dict[int, str]:
    """Return the simple form of every traditional character, for `str.translate`."""
    with TRADITIONAL.open(encoding="utf-8", newline="") as stream:
        return {ord(row["traditional"]): row["simple"] for row in csv.DictReader(stream)}


def folded(text: str) -> str:
    """Return a text as it is compared: simple characters, small letters without accents."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", text).casefold().translate(simple_forms())
    if HAN.fullmatch(text):
        return text
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))


@lru_cache(maxsize=65_536)
def key(text: str) -> str:
    """Return a name as one run: what stands between its words does not count."""
    return "".join(WORD.findall(folded(text)))


def words_of(text: str) -> list[str]:
    """Return the words of what somebody looks for; of a crossing the two streets."""
    said = CROSSED.sub("", folded(text).strip())
    found: list[str] = []
    for word in WORD.findall(JOINED.sub(" ", said)):
        if found and NUMBER.fullmatch(word) and not found[-1][-1:].isdigit():
            # A house number belongs to its street, however it was set off.
            found[-1] += word
        else:
            found.append(word)
    return list(dict.fromkeys(found))[:8]


def grams(run: str, *, whole: bool) -> list[str]:
    """Return the pieces of a run in order; `whole`: also those at its end that are shorter than usual."""
    found = []
    for at in range(len(run)):
        three = run[at : at + 3]
        if len(three) == 3 and three.isascii():
            found.append(three)
        elif len(three) > 2 or (len(three) == 2 and (whole or not three.isascii())):
            # Two letters at the end may go on as a triple: whoever is still typing looks for less.
            found.append(three[:2])
    return found


def runs_of(form: str, *, whole: bool) -> list[str]:
    """Return pieces; of a name one letter long the letter."""
    return grams(form, whole=whole) or [form]


@lru_cache(maxsize=65_536)
def said(run: str) -> str:
    """Return the full pinyin of a run of Chinese."""
    return "".join(speaker().lazy_pinyin(run)).lower().replace(" ", "")


def pinyin_of(form: str) -> str:
    """Return a form in letters as it is said, "" where nothing in it is Chinese."""
    return "" if form.isascii() else HAN.sub(lambda part: said(part[0]), form)


def letters_of(form: str) -> str:
    """Return a form with the initials of its Chinese, "" where nothing in it is Chinese."""
    return "" if form.isascii() else HAN.sub(lambda part: initials(part[0]), form)


def heads(names: Iterable[str], forms: tuple[str, ...], letters: tuple[str, ...]) -> set[str]:
    """Return what one typed character, or two letters, find a name by."""
    found = {character for form in forms for character in form if not character.isascii()}
    words = [word for name in names for word in WORD.findall(folded(name))]
    for word in (*WRITTEN.findall(" ".join(forms)), *words, *letters):
        if word.isascii() and word.isalnum():
            found |= {word[:1], word[:2]}
    return found


def stem(name: str) -> str:
    """Return a settlement's name without what it is, as it is compared."""
    form = key(name)
    ending = next((end for end in ENDINGS if form.endswith(end) and len(form) > len(end)), "")
    return form.removesuffix(ending)
