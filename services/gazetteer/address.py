"""Whether a point lies where an address says: the longest name that the address begins with, and how far that is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from services.gazetteer.entry import SPREAD, Hit, Kind
from services.gazetteer.finding import Gazetteer
from services.gazetteer.ground import metres_to_name

# Province, city, county and township before the name itself.
ABOVE = re.compile(
    r"^(?:福建省?)?(?:漳州市?)?(?:\w{2,3}?[区县市])?(?:\w{2,4}?(?:街道|镇|乡))?(?=\w{2})"
)
LONGEST, SHORTEST = 30, 2


@dataclass(frozen=True, slots=True)
class Apart:
    """How far (m) a point is from what an address names; `spread`: so far the name itself reaches."""

    name: str
    metres: float
    spread: float


def address_apart(names: Gazetteer, address: str, lon: float, lat: float) -> Apart | None:
    """Return how far a WGS-84 point is from its address, None where the address names nothing with a known place.

    Of several places of one name the nearest counts: the address alone cannot tell which is meant.
    """
    for text in dict.fromkeys((ABOVE.sub("", address.strip()), address.strip())):
        for end in range(min(len(text), LONGEST), SHORTEST - 1, -1):
            if found := apart_of(names, names.exact(text[:end], (lon, lat)), lon, lat):
                return found
    return None


def apart_of(names: Gazetteer, hits: list[Hit], lon: float, lat: float) -> Apart | None:
    """Return how far the nearest of some names is."""
    found = [
        Apart(hit.name, metres, SPREAD.get(hit.kind, 0.0))
        for hit in hits
        if hit.kind is not Kind.DIVISION
        and (metres := metres_to_name(names.connection, hit.id, lon, lat)) is not None
    ]
    return min(found, key=lambda apart: apart.metres - apart.spread, default=None)
