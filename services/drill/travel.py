"""How crews of a drill get about: along streets where the ground has some, else straight lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import Protocol

from models.unit import UnitKind
from services.drill.motion import Leg, Point, distance, going, travel_ms

DRIVING = (UnitKind.CAR, UnitKind.MOTORCYCLE)
# m/s between a street and a place beside it.
BESIDE = 5.0


class Streets(Protocol):
    """What a drill asks of streets; points are (lon, lat), WGS-84 degrees."""

    def address(self, random: Random) -> tuple[Point, str]:
        """Return a place beside a street, drawn by lot, and the street's name."""

    def settle(self, point: Point) -> Point:
        """Return the nearest place on a street, the point itself where there is none near."""

    def seconds(self, origin: Point, target: Point, *, urgent: bool) -> float | None:
        """Return how long a car takes, None where no street leads there."""

    def drive(
        self, origin: Point, target: Point, *, urgent: bool
    ) -> tuple[Sequence[Point], Sequence[float]] | None:
        """Return the points of the way and the seconds at each, None where no street leads there."""


class Travel:
    """Legs and times of crews."""

    def __init__(self, streets: Streets | None = None) -> None:
        self._streets = streets

    def settle(self, kind: str, point: Point) -> Point:
        """Return where a crew that wants to a point comes to stand."""
        if self._streets is None or kind not in DRIVING:
            return point
        return self._streets.settle(point)

    def takes(self, kind: str, origin: Point, target: Point, *, urgent: bool) -> int:
        """Return how long a crew takes, in ms."""
        if self._streets is not None and kind in DRIVING:
            seconds = self._streets.seconds(origin, target, urgent=urgent)
            if seconds is not None:
                return round(seconds * 1000)
        return travel_ms(kind, origin, target, urgent=urgent)

    def going(self, kind: str, origin: Point, target: Point, now: int, *, urgent: bool) -> Leg:
        """Return the leg of a crew that sets out now."""
        if self._streets is not None and kind in DRIVING:
            drive = self._streets.drive(origin, target, urgent=urgent)
            if drive is not None:
                return along(origin, target, now, *drive)
        return going(kind, origin, target, now, urgent=urgent)


def along(
    origin: Point, target: Point, now: int, line: Sequence[Point], seconds: Sequence[float]
) -> Leg:
    """Return the leg along a line, with the ways from where one stands to it and from it to where one goes."""
    out, back = distance(origin, line[0]) / BESIDE, distance(line[-1], target) / BESIDE
    spent = [0.0, *(out + at for at in seconds), out + seconds[-1] + back]
    times = tuple(accumulate((round(at * 1000) for at in spent), max))
    return Leg(origin, target, now, now + times[-1], (origin, *line, target), times)
