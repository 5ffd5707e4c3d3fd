"""Matching (查重): which open sheets may tell of the same matter as the one being typed, and why.

The same number within an hour, of disputes within three days, is told by rule. Any other sheet is scored by place, time,
words, number and class; `./bench duplicates` says how often that misses and how often it is wrong. Nothing links by
itself: a person does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from models.board import IncidentCard
from models.place import distance
from models.state import OPEN_INCIDENT

MINUTE_MS = 60_000
# What each part adds to the score, together 100 and more: a number says more than the rest.
PLACE, TIME, WORDS, NUMBER, CLASS = 30, 15, 30, 40, 25
SAME_FAMILY, UNKNOWN_CLASS = 0.3, 0.4
# Characters that every report has.
EMPTY = frozenset("的了在有是我人个一不被把和到说上下里来去要还这那着")
# A degree of latitude is nowhere shorter.
METRES_A_DEGREE = 110_500.0


class Kinship(IntEnum):
    """Why a sheet stands beside another, the strongest first."""

    REPEAT = 1
    DISPUTE = 2
    ALIKE = 3
    NEAR = 4
    HISTORY = 5


# These may be the same matter; the others are only good to know.
SUSPECTS = frozenset({Kinship.REPEAT, Kinship.DISPUTE, Kinship.ALIKE})


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the rules reach: metres, minutes and hours. None is an official figure; all are settings."""

    near_m: float = 500.0
    alike_m: float = 300.0
    alike_minutes: int = 30
    number_minutes: int = 60
    dispute_hours: int = 72
    least_score: int = 62


@dataclass(frozen=True, slots=True)
class Match:
    """A sheet beside the one being typed: why, how far away (m, None unknown), how long apart (ms, never negative)."""

    sheet: IncidentCard
    kinship: Kinship
    metres: float | None
    apart_ms: int
    score: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it can be a main sheet, itself or by its own main sheet."""
        return self.sheet.state in OPEN_INCIDENT

    @property
    def main_id(self) -> str:
        """The main sheet that a link would go to."""
        return self.sheet.main_id or self.sheet.id


@dataclass(frozen=True, slots=True)
class Classes:
    """What the rules must know of incident classes, whatever codes a site has."""

    family: Callable[[str], str]
    is_dispute: Callable[[str], bool]


def matches_of(
    sheet: IncidentCard,
    open_sheets: Iterable[IncidentCard],
    history: Iterable[IncidentCard],
    classes: Classes,
    reach: Reach,
) -> list[Match]:
    """Return what stands beside a sheet, the likeliest first; `history` are sheets of its number, open or not."""
    found: dict[str, Match] = {}
    for other in (*history, *likely(sheet, open_sheets, reach)):
        if other.id != sheet.id and (match := match_of(sheet, other, classes, reach)) is not None:
            found[other.id] = match
    return sorted(found.values(), key=order)


def likely(
    sheet: IncidentCard, open_sheets: Iterable[IncidentCard], reach: Reach
) -> Iterator[IncidentCard]:
    """Yield the open sheets of the number, and those on the same stretch of latitude: most of ten thousand are not."""
    number, here = sheet.caller_number or sheet.contact_phone, sheet.point
    degrees = max(reach.near_m, reach.alike_m) / METRES_A_DEGREE
    low, high = (here.lat - degrees, here.lat + degrees) if here is not None else (1.0, 0.0)
    for other in open_sheets:
        there = other.place or other.caller_place
        near = there is not None and low <= there.lat <= high
        if near or (number and (other.caller_number == number or other.contact_phone == number)):
            yield other


def match_of(
    sheet: IncidentCard, other: IncidentCard, classes: Classes, reach: Reach
) -> Match | None:
    """Return why one sheet stands beside another, None where nothing says so."""
    metres, between = apart(sheet, other), abs(sheet.reported_at - other.reported_at)
    same_number = is_same_number(sheet, other)
    kinship: Kinship | None = None
    if other.state in OPEN_INCIDENT:
        if same_number and between <= reach.number_minutes * MINUTE_MS:
            kinship = Kinship.REPEAT
        elif same_number and between <= reach.dispute_hours * 60 * MINUTE_MS:
            kinship = Kinship.DISPUTE if is_dispute(sheet, other, classes) else None
        elif metres is not None and is_alike(sheet, other, metres, between, classes, reach):
            kinship = Kinship.ALIKE
        if kinship is None and metres is not None and metres <= reach.near_m:
            kinship = Kinship.NEAR
    if kinship is None and same_number:
        kinship = Kinship.HISTORY
    if kinship is None:
        return None
    return Match(other, kinship, metres, between, score(sheet, other, classes, reach))


def is_same_number(sheet: IncidentCard, other: IncidentCard) -> bool:
    """Tell whether both came from one number; a sheet without a call counts by the number to ring back."""
    number = sheet.caller_number or sheet.contact_phone
    return bool(number) and number in (other.caller_number, other.contact_phone)


def is_dispute(sheet: IncidentCard, other: IncidentCard, classes: Classes) -> bool:
    """Tell whether the other is a dispute, and this one may be: its class may not be chosen yet."""
    code = sheet.class_code
    return classes.is_dispute(other.class_code) and (not code or classes.is_dispute(code))


def is_alike(
    sheet: IncidentCard,
    other: IncidentCard,
    metres: float,
    between: int,
    classes: Classes,
    reach: Reach,
) -> bool:
    """Tell whether two sheets may be one matter: by their score; with nothing told yet, close by, soon and of one family."""
    if metres > reach.near_m or between > reach.number_minutes * MINUTE_MS:
        return False
    if sheet.narrative and other.narrative:
        return score(sheet, other, classes, reach) >= reach.least_score
    return (
        metres <= reach.alike_m
        and between <= reach.alike_minutes * MINUTE_MS
        and bool(sheet.class_code and other.class_code)
        and classes.family(sheet.class_code) == classes.family(other.class_code)
    )


def score(sheet: IncidentCard, other: IncidentCard, classes: Classes, reach: Reach) -> int:
    """Return how likely two sheets are one matter, 0 to 100: what place, time, words, number and class add."""
    metres, between = apart(sheet, other), abs(sheet.reported_at - other.reported_at)
    place = 0.0 if metres is None else max(0.0, 1 - metres / (2 * reach.near_m))
    soon = max(0.0, 1 - between / (2 * reach.alike_minutes * MINUTE_MS))
    number = 1.0 if is_same_number(sheet, other) else 0.0
    parts = (
        PLACE * place,
        TIME * soon,
        WORDS * likeness(sheet.narrative, other.narrative),
        NUMBER * number,
        CLASS * class_likeness(sheet.class_code, other.class_code, classes),
    )
    return min(100, round(sum(parts)))


def class_likeness(one: str, other: str, classes: Classes) -> float:
    """Return how alike two classes are: one class 1, one family a part, unknown less, else 0."""
    if not one or not other:
        return UNKNOWN_CLASS
    if one == other:
        return 1.0
    return SAME_FAMILY if classes.family(one) == classes.family(other) else 0.0


def likeness(one: str, other: str) -> float:
    """Return how much of the shorter of two texts the longer one says too, by single characters and pairs, 0 to 1."""
    first, second = grams(one), grams(other)
    least = min(len(first), len(second))
    return min(1.0, 2 * len(first & second) / least) if least else 0.0


@lru_cache(maxsize=20_000)
def grams(text: str) -> frozenset[str]:
    """Return the characters of a text that mean something, and its pairs of them."""
    kept = [letter for letter in text if letter.isalnum() and letter not in EMPTY]
    return frozenset(kept) | {one + two for one, two in pairwise(kept)}


def apart(one: IncidentCard, other: IncidentCard) -> float | None:
    """Return the metres between two sheets, None where one has no place."""
    here, there = one.point, other.point
    if here is None or there is None:
        return None
    return distance(here.lon, here.lat, there.lon, there.lat)


def order(match: Match) -> tuple[int, float, int, int]:
    """Return the sort key: by kinship; what is near by its distance, the rest by score and by how long apart."""
    metres = match.metres or 0.0 if match.kinship is Kinship.NEAR else 0.0
    return (match.kinship.value, metres, -match.score, match.apart_ms)


def certain(matches: Iterable[Match]) -> str:
    """Return the main sheet that one key may link to at once, "" none.

    Only the same number within the hour is that sure, and only where it leads to one sheet; the rest is a person's choice.
    """
    mains = {match.main_id for match in matches if match.kinship is Kinship.REPEAT}
    return mains.pop() if len(mains) == 1 else ""
