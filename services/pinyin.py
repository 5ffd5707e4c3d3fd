"""How Chinese is said: the full pinyin and the initials of a text, local names as the people here say them."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from types import ModuleType
from zlib import crc32

from services.resource import RESOURCES

# What is not written in plain letters, digits and signs.
SPOKEN = re.compile(r"[^\x00-\x7f]+")
# The library's version, known without loading it; a test holds the two together.
LIBRARY = "0.55.0"
# Where the general dictionary says a name of this city otherwise than people here do.
READINGS = RESOURCES / "region" / "zhangzhou" / "reading.csv"


@lru_cache(maxsize=20_000)
def sounds(text: str) -> tuple[str, str]:
    """Return the full pinyin and the initials of a text, in small letters without blanks.

    What is not Chinese stands in both as it is.
    """
    bare = text.lower().replace(" ", "")
    # House numbers are many, streets are few: what stands between digits is asked for by itself.
    return SPOKEN.sub(lambda part: whole(part[0]), bare), SPOKEN.sub(
        lambda part: initials(part[0]), bare
    )


@lru_cache(maxsize=100_000)
def whole(text: str) -> str:
    """Return the full pinyin of a text that is Chinese throughout."""
    return "".join(speaker().lazy_pinyin(text)).lower()


@lru_cache(maxsize=100_000)
def initials(text: str) -> str:
    """Return the initials of a text that is Chinese throughout."""
    library = speaker()
    letters = library.lazy_pinyin(text, style=library.Style.FIRST_LETTER)
    return "".join(letters).lower().replace(" ", "")


@cache
def speaker() -> ModuleType:
    """Return the library that knows the readings, the local ones taught."""
    # Its phrases take 0.25 s to load: at the first use, never at the start of the program.
    import pypinyin  # noqa: PLC0415

    with READINGS.open(encoding="utf-8", newline="") as stream:
        readings = {row["name"]: row["pinyin"].split() for row in csv.DictReader(stream)}
    pypinyin.load_phrases_dict({name: [[one] for one in said] for name, said in readings.items()})
    return pypinyin


@cache
def readings_version() -> str:
    """Return what changes when texts are said otherwise: the library's version and the local readings."""
    return f"{LIBRARY}/{crc32(READINGS.read_bytes()):08x}"
