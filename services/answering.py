"""Who takes this (谁来承办): the linked bodies that answer for a class at a place, best first, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.board import AgencyCard
from models.duty import best_contact, on_duty
from services.context import local_day


class ByClass(StrEnum):
    """Why a body answers for a class."""

    ITSELF = "class"
    GROUP = "group"


class ByPlace(StrEnum):
    """Why a body answers for a place: its area names it, it serves everywhere, or nobody knows where it happened."""

    AREA = "area"
    EVERYWHERE = "everywhere"
    UNKNOWN = "place_unknown"


class ByDuty(StrEnum):
    """Whether somebody can be rung there now."""

    ON = "on_duty"
    UNKNOWN = "hours_unknown"
    OFF = "off_duty"
    NO_PHONE = "no_phone"


# Who takes more classes than this is a desk that passes things on: it comes after those who do the work.
MOST_OF_ONE_TRADE = 8
DUTY = {True: ByDuty.ON, None: ByDuty.UNKNOWN, False: ByDuty.OFF}
PLACES = (ByPlace.AREA, ByPlace.EVERYWHERE, ByPlace.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Taker:
    """A body that answers, and why; `code` is the class or group it names, `area` the beginning of the division's code."""

    agency_id: str
    by_class: ByClass
    code: str
    by_place: ByPlace
    area: str
    by_duty: ByDuty


def takers(
    agencies: Iterable[AgencyCard], classes: Sequence[str], division: str, now: int
) -> list[Taker]:
    """Return who answers for a class and its groups (the narrowest first) in a division at an instant, best first.

    Best is who names the class itself, then who names the smallest area around the place, then who does the work before a desk
    that passes everything on, then who can be rung now, then who takes the fewest classes.
    """
    day = local_day(now)
    found = []
    for agency in agencies:
        code = next((code for code in classes if code and code in agency.takes), "")
        place = place_of(agency, division)
        if code and place is not None and agency.holds_on(day):
            taker = Taker(
                agency.id,
                ByClass.ITSELF if code == classes[0] else ByClass.GROUP,
                code,
                *place,
                duty_of(agency, now),
            )
            found.append((key_of(taker, agency), taker))
    return [taker for _, taker in sorted(found, key=lambda it: it[0])]


def place_of(agency: AgencyCard, division: str) -> tuple[ByPlace, str] | None:
    """Return why an agency answers for a division and by which area, None where it does not."""
    if not agency.areas:
        return ByPlace.EVERYWHERE, ""
    if not division:
        return ByPlace.UNKNOWN, ""
    areas = [area for area in agency.areas if division.startswith(area)]
    return (ByPlace.AREA, max(areas, key=len)) if areas else None


def duty_of(agency: AgencyCard, now: int) -> ByDuty:
    """Return whether somebody can be rung there now."""
    contact = best_contact(agency.contacts, now)
    return ByDuty.NO_PHONE if contact is None else DUTY[on_duty(contact, now)]


def key_of(taker: Taker, agency: AgencyCard) -> tuple[bool, int, int, bool, int, int, str]:
    """Return the sort key, best first."""
    return (
        taker.by_class is not ByClass.ITSELF,
        PLACES.index(taker.by_place),
        -len(taker.area),
        len(agency.takes) > MOST_OF_ONE_TRADE,
        list(ByDuty).index(taker.by_duty),
        len(agency.takes),
        agency.code,
    )
