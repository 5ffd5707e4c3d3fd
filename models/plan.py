"""The response plan (出动预案): how many of what go to which incident, tier by tier, and who stands by.

A demand is written `what@crew*count`: alternatives in order of preference between bars, each the kind of a unit, a
capability, or `any`; at least so many people; so many units. `boat|水上*1 any@2*2` is one boat, or where there is none one
unit able on water, and two units of two people or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.board import UnitCard
from models.unit import UnitKind

PLAN = "plan"
ANY, REINFORCE = "any", "reinforce"
TIERS = ("first", "second", "third")
MOST = 50
WORD = re.compile(r"(?P<wanted>[^@*\s]+?)(?:@(?P<crew>\d{1,2}))?(?:\*(?P<count>\d{1,2}))?")
HOURS = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
DAY = 24 * 60
# What is no help where it was not asked for.
SPECIAL = (UnitKind.BOAT, UnitKind.DRONE)


@dataclass(frozen=True, slots=True)
class Demand:
    """So many units that are or can one of `wanted` (in order of preference) with at least `crew` people."""

    wanted: tuple[str, ...]
    crew: int = 0
    count: int = 1

    def fits(self, unit: UnitCard) -> bool:
        """Tell whether a unit answers it."""
        return self.place_of(unit) is not None

    def place_of(self, unit: UnitCard) -> int | None:
        """Return which alternative a unit is, 0 the preferred one; None where it does not answer the demand."""
        if unit.crew < self.crew:
            return None
        return next((place for place, word in enumerate(self.wanted) if can(unit, word)), None)

    def able(self, unit: UnitCard) -> bool:
        """Tell whether a unit would answer it with more people."""
        return any(can(unit, word) for word in self.wanted)


def can(unit: UnitCard, word: str) -> bool:
    """Tell whether a unit is of a kind or has a capability."""
    everybody = word == ANY and unit.unit_kind not in SPECIAL
    return everybody or word == unit.unit_kind or word in unit.capabilities


Tier = tuple[Demand, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan and when it holds; what is empty holds always. Hours are minutes of the day, maybe over midnight."""

    code: str
    name: str
    name_en: str
    class_code: str = ""
    levels: frozenset[int] = frozenset()
    area: str = ""
    hours: tuple[int, int] | None = None
    tiers: tuple[Tier, ...] = ((), (), ())
    standby: Tier = ()

    def rank(self, occasion: Occasion) -> tuple[int, int, int, int, str] | None:
        """Return how closely it is meant for an occasion (greater is closer), None where it does not hold for it."""
        classes = (occasion.class_code, occasion.family)
        if self.class_code and self.class_code not in classes:
            return None
        if self.levels and occasion.level not in self.levels:
            return None
        if not occasion.division.startswith(self.area) or not self._holds_at(occasion.minute):
            return None
        close = 0 if not self.class_code else 2 if self.class_code == occasion.class_code else 1
        return close, len(self.area), bool(self.levels), self.hours is not None, self.code

    def _holds_at(self, minute: int) -> bool:
        if self.hours is None:
            return True
        begin, end = self.hours
        return begin <= minute < end if begin < end else minute >= begin or minute < end


@dataclass(frozen=True, slots=True)
class Occasion:
    """What plans are chosen by: the class, its group, the level, the division, the minute of the day."""

    class_code: str
    family: str
    level: int | None
    division: str
    minute: int


def plan_for(plans: Iterable[Plan], occasion: Occasion) -> Plan | None:
    """Return the plan meant most closely: by class, then area, level, hours; of equals the last by code."""
    ranked = [(rank, plan) for plan in plans if (rank := plan.rank(occasion)) is not None]
    return max(ranked, key=lambda pair: pair[0])[1] if ranked else None


def with_needs(plan: Plan, needs: Iterable[str], units: Iterable[UnitCard]) -> Plan:
    """Return the plan with what answers to the questions of an incident ask for besides.

    `reinforce` is one unit more; a capability counts where some unit of the fleet has it and the plan does not name it.
    """
    first = plan.tiers[0]
    named = {word for one in first for word in one.wanted}
    known = {word for unit in units for word in unit.capabilities}
    more = [
        Demand((ANY if need == REINFORCE else need,))
        for need in dict.fromkeys(needs)
        if need == REINFORCE or (need in known and need not in named)
    ]
    return replace(plan, tiers=((*first, *more), *plan.tiers[1:])) if more else plan


def demands(text: str) -> Tier:
    """Return the demands of a text; ValueError names the word that is none."""
    return tuple(demand(word) for word in text.split())


def demand(word: str) -> Demand:
    """Return the demand of one word; ValueError where it is none."""
    found = WORD.fullmatch(word)
    wanted = tuple(part for part in found["wanted"].split("|") if part) if found else ()
    count = int(found["count"] or 1) if found else 0
    if found is None or not wanted or not 0 < count <= MOST:
        raise ValueError(word)
    return Demand(wanted, int(found["crew"] or 0), count)


def demand_text(one: Demand) -> str:
    """Return a demand as it is written in a file."""
    crew = f"@{one.crew}" if one.crew else ""
    return f"{'|'.join(one.wanted)}{crew}*{one.count}"


def plan_of(code: str, name: str, name_en: str, cells: Mapping[str, str]) -> Plan:
    """Return a plan from the cells of a file; ValueError names what is wrong."""
    return Plan(
        code,
        name,
        name_en,
        class_code=cells.get("class", ""),
        levels=frozenset(level_of(word) for word in cells.get("level", "").split()),
        area=cells.get("area", ""),
        hours=hours_of(cells.get("hours", "")),
        tiers=tuple(demands(cells.get(tier, "")) for tier in TIERS),
        standby=demands(cells.get("standby", "")),
    )


def level_of(word: str) -> int:
    """Return a level; ValueError."""
    if word not in ("1", "2", "3", "4"):
        raise ValueError(word)
    return int(word)


def hours_of(text: str) -> tuple[int, int] | None:
    """Return hours `22:00-06:00` as minutes of the day, None for none; ValueError."""
    if not text:
        return None
    found = HOURS.fullmatch(text)
    parts = [int(part) for part in found.groups()] if found else []
    if not parts or parts[0] > 23 or parts[2] > 24 or max(parts[1], parts[3]) > 59:
        raise ValueError(text)
    begin, end = parts[0] * 60 + parts[1], parts[2] * 60 + parts[3]
    if begin == end or end > DAY:
        raise ValueError(text)
    return begin, end


def up_to(plan: Plan, tier: int) -> Tier:
    """Return everything that a plan wants at an alarm level (1 to 3), that of the levels below with it."""
    return tuple(one for some in plan.tiers[:tier] for one in some)


def highest(plan: Plan) -> int:
    """Return the highest alarm level at which a plan wants anything, 0 none."""
    return max((place for place, tier in enumerate(plan.tiers, 1) if tier), default=0)


@dataclass(frozen=True, slots=True)
class Filled:
    """A demand with the units that answer it, in order, and how many are missing."""

    demand: Demand
    unit_ids: tuple[str, ...]
    missing: int


def filled(wanted: Sequence[Demand], units: Sequence[UnitCard]) -> tuple[Filled, ...]:
    """Return who answers which demand: units in the order given, narrow demands before wide ones, nobody twice.

    Within a demand a preferred alternative comes before the others, however far down the order its units stand.
    """
    taken: set[str] = set()
    answers: dict[int, Filled] = {}
    for place in sorted(range(len(wanted)), key=lambda place: (width(wanted[place]), place)):
        one = wanted[place]
        ranked = [
            (alternative, order, unit.id)
            for order, unit in enumerate(units)
            if unit.id not in taken and (alternative := one.place_of(unit)) is not None
        ]
        ids = tuple(id for _, _, id in sorted(ranked)[: one.count])
        taken.update(ids)
        answers[place] = Filled(one, ids, one.count - len(ids))
    return tuple(answers[place] for place in range(len(wanted)))


def width(one: Demand) -> tuple[bool, int]:
    """Return how wide a demand is: anybody will do, or few will."""
    return ANY in one.wanted, -one.crew
