"""How long a linked body may take: by class and body, in minutes and hours that run, or in days that are worked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from models.errors import RuleError

MINUTE = 60_000
UNITS = {"m": MINUTE, "h": 60 * MINUTE}
SPAN = re.compile(r"([1-9]\d{0,4})([mhd])")
LOCAL = timedelta(hours=8)
DAY = timedelta(days=1)
SATURDAY = 5
EVERYTHING = "*"
REST, WORK = "rest", "work"


@dataclass(frozen=True, slots=True)
class Span:
    """So many minutes (`m`), hours (`h`) or working days (`d`)."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Due:
    """An instant by which something is owed; `unknown` is the year whose holidays nobody has said, None where known."""

    at: int
    unknown: int | None = None


def read_span(text: str) -> Span:
    """Return a span written 15m, 2h or 7d; RuleError `limit.bad` for anything else, nought included."""
    found = SPAN.fullmatch(text.strip())
    if found is None:
        raise RuleError("limit.bad", text=text[:40])
    return Span(int(found[1]), found[2])


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days that are other than their weekday says: ISO days of rest, and weekends that are worked."""

    rest: frozenset[str] = frozenset()
    work: frozenset[str] = frozenset()

    def knows(self, year: int) -> bool:
        """Tell whether anybody has said the holidays of a year."""
        return any(day.startswith(f"{year:04d}-") for day in self.rest)

    def works(self, day: date) -> bool:
        """Tell whether a day is worked; in a year nobody has said, weekends alone are free."""
        name = day.isoformat()
        return name in self.work or (day.weekday() < SATURDAY and name not in self.rest)

    def after(self, at: int, span: Span) -> Due:
        """Return when a span that begins at an instant (Unix ms) is over.

        Working days begin with the first one after the day of sending, and the last of them ends at midnight.
        """
        if span.unit in UNITS:
            return Due(at + span.count * UNITS[span.unit])
        day = (datetime.fromtimestamp(at / 1000, UTC) + LOCAL).date()
        left, unknown = span.count, None
        while left:
            day += DAY
            if unknown is None and not self.knows(day.year):
                unknown = day.year
            left -= self.works(day)
        end = datetime(day.year, day.month, day.day, tzinfo=UTC) + DAY - LOCAL
        return Due(int(end.timestamp() * 1000), unknown)


@dataclass(frozen=True, slots=True)
class Allowance:
    """Within what an order is to be signed, its people on scene, and the answer here; None: nobody has said."""

    sign: Span | None = None
    arrive: Span | None = None
    feed_back: Span | None = None


STEPS = ("sign", "arrive", "feed_back")


@dataclass(frozen=True, slots=True)
class Allowances:
    """Limits by body and class: `U02:601300` before `U02:60` before `U02` before `601300` before `60` before `*`.

    Each of the three is that of the first rule that says it.
    """

    rules: Mapping[str, Allowance] = field(default_factory=dict)

    def of(self, agency: str, classes: Iterable[str]) -> Allowance:
        """Return the limits of a body (its code) for a class and the groups it belongs to, the narrowest first."""
        some = [code for code in classes if code]
        names = [*(f"{agency}:{code}" for code in some), agency, *some, EVERYTHING]
        rules = [self.rules[name] for name in names if name in self.rules]
        found = {
            step: next((x for rule in rules if (x := getattr(rule, step)) is not None), None)
            for step in STEPS
        }
        return Allowance(**found)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a body is held to: limits and the calendar they are counted by."""

    allowances: Allowances = field(default_factory=Allowances)
    calendar: Calendar = field(default_factory=Calendar)

    def dues(self, agency: str, classes: Iterable[str], at: int) -> dict[str, Due]:
        """Return by step when an order sent at an instant is due; steps without a limit are not there."""
        allowance = self.allowances.of(agency, classes)
        spans = {step: getattr(allowance, step) for step in STEPS}
        return {
            step: self.calendar.after(at, span) for step, span in spans.items() if span is not None
        }
