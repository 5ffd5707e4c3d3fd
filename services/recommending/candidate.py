"""A candidate: one unit for one incident with everything that is said of it, as codes and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from services.recommending.standing import Bar, Standing


@dataclass(frozen=True, slots=True)
class Drive:
    """Seconds and metres of a way; `estimated` where it is a straight line, not a way on known roads."""

    seconds: float
    metres: float
    estimated: bool


@dataclass(frozen=True, slots=True)
class Arrival:
    """When a unit can be there: seconds from now, between `low` and `high`; of them `wait` until it is free.

    `sure` is what it is ranked by: the seconds, with what a unit whose position is stale may have moved away since.
    """

    seconds: float
    low: float
    high: float
    sure: float
    wait: float
    metres: float
    estimated: bool


class Lack(StrEnum):
    """What is wrong with a candidate."""

    CAPABILITY = "capability"
    CREW = "crew"
    STALE = "stale"
    PLACE = "place"
    CLEARING = "clearing"
    ENGAGED = "engaged"
    TIRED = "tired"


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One thing that is wrong, with its number: age or wait (s), people, orders."""

    lack: Lack
    number: float = 0.0


class Ground(StrEnum):
    """What decided between two candidates."""

    ONLY = "only"
    FIT = "fit"
    PLACE = "place"
    FREE = "free"
    SOONER = "sooner"
    BEAT = "beat"
    AREA = "area"
    WORK = "work"
    REST = "rest"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Why:
    """Why a candidate stands where it stands: the first beats the second by it, every other gives way to the one before.

    `number`: seconds between the two for `sooner`, orders for `work`.
    """

    ground: Ground
    number: float = 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit with its rank (1 is the best); `drop` is the expected coverage (0 to 1) that sending it costs, None unknown."""

    unit_id: str
    rank: int
    standing: Standing
    arrival: Arrival | None
    drop: float | None
    shortfalls: tuple[Shortfall, ...]
    own_beat: bool
    own_area: bool
    jobs: int
    rested: bool
    why: Why

    @property
    def is_fit(self) -> bool:
        """Whether it can what the plan wants."""
        return not any(it.lack in (Lack.CAPABILITY, Lack.CREW) for it in self.shortfalls)


@dataclass(frozen=True, slots=True)
class Ranking:
    """All candidates, the best first, and what bars every other unit."""

    candidates: tuple[Candidate, ...]
    barred: tuple[tuple[str, Bar], ...]
