"""What the cells of lists are read as: texts, codes, numbers, kinds, times of day, coordinates."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum

from models.errors import RuleError
from models.text import SHORT, clean
from services.context import LOCAL
from services.dictionary.heading import codes_by_word, folded

TIME_OF_DAY = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
INSTANT = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T]+(\d{1,2})[:：](\d{2})(?:[:：]00)?")
NUMBER = re.compile(r"[+-]?\d{1,3}(\.\d{1,15})?")
# What a spreadsheet makes of a long number that it was not told to leave alone.
SCIENTIFIC = re.compile(r"\d([.,]\d+)?[eE]\+\d+")
# China with its sea, WGS-84 degrees: west, south, east, north.
PLAUSIBLE = (73.0, 3.0, 136.0, 54.0)
MOST_CREW = 99


def words(name: str, limit: int = SHORT) -> Callable[[str], str]:
    """Return what reads a text."""
    return lambda text: clean(name, text, limit)


def code(name: str, limit: int = 40) -> Callable[[str], str]:
    """Return what reads a code; RuleError `line.scientific` where a spreadsheet has spoilt it."""

    def read(text: str) -> str:
        if SCIENTIFIC.fullmatch(text):
            raise RuleError("line.scientific", text=text)
        return clean(name, text, limit)

    return read


def phone(text: str) -> str:
    """Return a telephone number; RuleError `line.bad_phone` where no digit is in it."""
    kept = code("phone", 60)(text)
    if not any(letter.isdigit() for letter in kept):
        raise RuleError("line.bad_phone", text=kept)
    return kept


def kind(listing: str, kinds: type[StrEnum]) -> Callable[[str], StrEnum]:
    """Return what reads a kind by code or word; RuleError `line.kind_unknown` names those there are."""

    def read(text: str) -> StrEnum:
        found = codes_by_word(listing).get(folded(text))
        if found is None:
            raise RuleError("line.kind_unknown", kind=text, known=" ".join(kinds))
        return kinds(found)

    return read


def whole(least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number; RuleError `line.bad_number`."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit()) or not least <= int(text[:9]) <= most:
            raise RuleError("line.bad_number", text=text[:40], least=least, most=most)
        return int(text)

    return read


def list_of_words(name: str) -> Callable[[str], list[str]]:
    """Return what reads words between blanks, commas or semicolons."""
    return lambda text: [
        word for word in re.split(r"[\s,，、;；]+", clean(name, text, 2 * SHORT)) if word
    ]


def time_of_day(text: str) -> str:
    """Return a time HH:MM, 8:30 taken as 08:30; RuleError `line.bad_time`."""
    padded = text.replace("：", ":")
    padded = f"0{padded}" if re.fullmatch(r"\d:\d\d", padded) else padded
    if not TIME_OF_DAY.fullmatch(padded):
        raise RuleError("line.bad_time", text=text[:40])
    return padded


def day(name: str) -> Callable[[str], str]:
    """Return what reads an ISO day; RuleError `line.bad_day`."""

    def read(text: str) -> str:
        padded = text.replace("/", "-")
        try:
            return date.fromisoformat(padded).isoformat()
        except ValueError as error:
            raise RuleError("line.bad_day", column=name, text=text[:40]) from error

    return read


def instant(text: str) -> int:
    """Return an instant (Unix ms) written 2026-11-24 08:00, local; RuleError `line.bad_instant`."""
    try:
        found = INSTANT.fullmatch(text)
        if found is None:
            raise ValueError(text)
        year, month, day, hour, minute = map(int, found.groups())
        local = datetime(year, month, day, hour, minute, tzinfo=UTC)
        return int((local - LOCAL).timestamp() * 1000)
    except (ValueError, OverflowError) as error:
        raise RuleError("line.bad_instant", text=text[:40]) from error


def instant_text(at: int | None) -> str:
    """Return an instant as `instant` reads it, "" none."""
    if at is None:
        return ""
    return (datetime.fromtimestamp(at / 1000, UTC) + LOCAL).strftime("%Y-%m-%d %H:%M")


def degrees(text: str) -> float:
    """Return a coordinate; RuleError `line.bad_degrees`."""
    if not NUMBER.fullmatch(text):
        raise RuleError("line.bad_degrees", text=text[:40])
    return float(text)


def check_point(lon: float, lat: float) -> None:
    """Raise RuleError `line.swapped` or `line.far` where a point (WGS-84 degrees) cannot be meant."""
    if is_plausible(lon, lat):
        return
    if is_plausible(lat, lon):
        raise RuleError("line.swapped", lon=lon, lat=lat)
    raise RuleError("line.far", lon=lon, lat=lat)


def is_plausible(lon: float, lat: float) -> bool:
    """Tell whether a point lies in China or its sea."""
    west, south, east, north = PLAUSIBLE
    return west <= lon <= east and south <= lat <= north
