"""What the index of names holds: an entry with what it is, and what a search finds of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

FILE = "names.sqlite"


class Kind(StrEnum):
    """What a name is the name of."""

    DIVISION = "division"
    TOWNSHIP = "township"
    TOWN = "town"
    VILLAGE = "village"
    STREET = "street"
    CROSSING = "crossing"
    POINT = "point"
    HOUSE = "house"
    MILESTONE = "milestone"
    ALIAS = "alias"


# Where people live: names that come twice in one city, and whose point stands for a patch of land.
SETTLED = (Kind.DIVISION, Kind.TOWNSHIP, Kind.TOWN, Kind.VILLAGE)
# How far (m) the point of such a patch may lie from a place in it.
SPREAD = {
    Kind.DIVISION: 30_000.0,
    Kind.TOWNSHIP: 6_000.0,
    Kind.TOWN: 3_000.0,
    Kind.VILLAGE: 1_500.0,
}

Line = list[tuple[float, float]]


@dataclass(slots=True)
class Entry:
    """One name for the index: WGS-84 degrees or None (not known), `weight` 0 to 100, other names, lines of a street."""

    kind: Kind
    name: str
    lon: float | None
    lat: float | None
    weight: int
    name_en: str = ""
    code: str = ""
    within: str = ""
    others: tuple[str, ...] = ()
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hit:
    """One name found. `metres` from where was asked for, None where either place is not known; `within` tells of
    several of the same name which it is; `stands_for` what an alias is the name of."""

    id: str
    kind: Kind
    name: str
    name_en: str
    lon: float | None
    lat: float | None
    within: str
    code: str
    metres: float | None
    stands_for: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a text finds, best first; `apart`: others bear the name of the first, and a person must say which is meant."""

    hits: tuple[Hit, ...]
    apart: bool = False
