"""Angles as people write them: decimal, degrees with minutes and seconds, Chinese and Western signs, hemispheres."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# One sign for each meaning; the double primes first, because the general form takes them apart.
SIGNS = {
    **dict.fromkeys("″”“〃", '"'),
    **dict.fromkeys("′’‘`´", "'"),
    "º": "°",
    "˚": "°",
    "−": "-",
    "，": ",",
    "、": ",",
    "；": ";",
}
EAST = ("东经", "東經", "经度", "經度", "longitude", "lon", "lng", "long", "east", "e", "东", "東")
NORTH = ("北纬", "北緯", "纬度", "緯度", "latitude", "lat", "north", "n", "北")
WEST, SOUTH = ("西经", "西經", "west", "w", "西"), ("南纬", "南緯", "south", "s", "南")
AXES = {
    **dict.fromkeys(EAST, ("lon", 1)),
    **dict.fromkeys(WEST, ("lon", -1)),
    **dict.fromkeys(NORTH, ("lat", 1)),
    **dict.fromkeys(SOUTH, ("lat", -1)),
}
WORD = "|".join(sorted(AXES, key=len, reverse=True))
AXIS = rf"(?<![a-z])(?:{WORD})(?![a-z])"
NUMBER = r"[-+]?\d{1,3}(?:\.\d+)?"
SIXTIETH = r"\d{1,2}(?:\.\d+)?"
SIGNED = (
    rf"{NUMBER}\s*(?:[°度]|deg\b)(?:\s*{SIXTIETH}\s*(?:['分]|(?=\s*[,;nsew东西南北]|$))"
    rf"(?:\s*{SIXTIETH}\s*(?:\"|''|秒)?)?)?"
)
COLONS = rf"{NUMBER}:{SIXTIETH}(?::{SIXTIETH})?"
BLANKS = rf"{NUMBER}\s+{SIXTIETH}(?:\s+{SIXTIETH})?(?![\d.])"
VALUE = rf"(?:{SIGNED}|{COLONS}|{NUMBER})"
ANGLE = re.compile(
    rf"(?P<before>{AXIS})\s*[:=]?\s*(?P<first>{SIGNED}|{COLONS}|{BLANKS}|{NUMBER})"
    rf"|(?<![\d.])(?P<second>{SIGNED}|{COLONS}|{BLANKS}|{NUMBER})\s*(?P<after>{AXIS})"
    rf"|(?<![\d.\w])(?P<bare>{SIGNED}|{COLONS}|{NUMBER})(?![\d.])",
)
PART = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Angle:
    """Degrees with what was said of them: `axis` is `lon`, `lat` or "" (not said); `decimals` 0 where none were written.

    `start` and `end` say where in the plain text it stands; `signed`: written with degrees, minutes or a hemisphere.
    """

    degrees: float
    axis: str
    start: int
    end: int
    decimals: int
    signed: bool


def plain(text: str) -> str:
    """Return a text with one sign for each meaning, full-width forms narrowed, small letters."""
    for sign, one in SIGNS.items():
        text = text.replace(sign, one)
    return unicodedata.normalize("NFKC", text).lower()


def angles_of(text: str) -> list[Angle]:
    """Return the angles in a text that `plain` returned, in their order; numbers of any other meaning among them."""
    return [angle for found in ANGLE.finditer(text) if (angle := angle_of(found)) is not None]


def angle_of(found: re.Match[str]) -> Angle | None:
    """Return what one match says; None where minutes or seconds reach sixty."""
    written = found["first"] or found["second"] or found["bare"]
    word = found["before"] or found["after"]
    parts = PART.findall(written)
    degrees, *rest = [float(part) for part in parts]
    if any(part >= 60 for part in rest) or any("." in part for part in parts[:-1]):
        return None
    degrees += sum(part / 60 ** (at + 1) for at, part in enumerate(rest))
    axis, sign = AXES[word] if word else ("", 1)
    if written.startswith("-"):
        # Said twice, west and minus: nobody can tell whether it was meant twice.
        if sign < 0:
            return None
        sign = -1
    decimals = len(parts[0].partition(".")[2]) if not rest else 0
    signed = bool(word or rest or "°" in written or "度" in written)
    return Angle(sign * degrees, axis, *found.span(), decimals, signed)
