"""How units move in a drill: along a line given, else straight, stretched to a road's length, at one speed a kind."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians

from models.unit import UnitKind

Point = tuple[float, float]

METRES_A_DEGREE = 111_320.0
# Roads are longer than lines. The map draws the line, the clock counts the road.
ROAD_FACTOR = 1.4
# km/h on the way to a job and on patrol: assumptions for drills, measured nowhere.
SPEEDS: dict[str, tuple[float, float]] = {
    UnitKind.CAR: (55.0, 22.0),
    UnitKind.MOTORCYCLE: (48.0, 20.0),
    UnitKind.FOOT: (6.0, 4.0),
    UnitKind.BOAT: (30.0, 12.0),
    UnitKind.DRONE: (45.0, 25.0),
}


def offset(origin: Point, target: Point) -> tuple[float, float]:
    """Return metres east and north from one point (lon, lat) to another; good for some 100 km."""
    scale = cos(radians((origin[1] + target[1]) / 2))
    return (
        (target[0] - origin[0]) * METRES_A_DEGREE * scale,
        (target[1] - origin[1]) * METRES_A_DEGREE,
    )


def distance(origin: Point, target: Point) -> float:
    """Return the straight distance in metres."""
    return hypot(*offset(origin, target))


def shifted(origin: Point, east: float, north: float) -> Point:
    """Return the point some metres east and north of another."""
    lat = origin[1] + north / METRES_A_DEGREE
    lon = origin[0] + east / (METRES_A_DEGREE * cos(radians(origin[1])))
    return (round(lon, 6), round(lat, 6))


def travel_ms(kind: str, origin: Point, target: Point, *, urgent: bool) -> int:
    """Return how long a kind of unit takes, in ms: road length over its speed."""
    speed = SPEEDS[kind][0 if urgent else 1] / 3.6
    return round(distance(origin, target) * ROAD_FACTOR / speed * 1000)


@dataclass(frozen=True, slots=True)
class Leg:
    """A way between two instants, straight or along a line; standing is a leg of no length.

    `line`: its points, empty where it is straight; `times`: ms from the start at each.
    """

    origin: Point
    target: Point
    start: int
    end: int
    line: tuple[Point, ...] = ()
    times: tuple[int, ...] = ()

    @property
    def moves(self) -> bool:
        """Whether there is any way to go."""
        return self.end > self.start

    def at(self, now: int) -> Point:
        """Return where the unit is at an instant (ms)."""
        if now >= self.end or not self.moves:
            return self.target
        here, there, start, end = self._piece(now)
        part = max(0.0, (now - start) / max(1, end - start))
        return (here[0] + (there[0] - here[0]) * part, here[1] + (there[1] - here[1]) * part)

    def heading(self, now: int) -> float:
        """Return the direction in degrees from north at an instant (ms)."""
        here, there, _, _ = self._piece(now)
        east, north = offset(here, there)
        return round(degrees(atan2(east, north)) % 360, 1)

    def speed(self, now: int) -> float:
        """Return the speed on the road in m/s at an instant (ms)."""
        here, there, start, end = self._piece(now)
        metres = distance(here, there) * (1 if self.line else ROAD_FACTOR)
        return round(metres / ((end - start) / 1000), 1) if end > start else 0.0

    def _piece(self, now: int) -> tuple[Point, Point, int, int]:
        """Return the straight piece one is on at an instant: its ends and when it is entered and left."""
        if not self.line:
            return self.origin, self.target, self.start, self.end
        place = min(max(1, bisect_right(self.times, now - self.start)), len(self.line) - 1)
        start, end = self.times[place - 1], self.times[place]
        return self.line[place - 1], self.line[place], self.start + start, self.start + end


def standing(point: Point, now: int) -> Leg:
    """Return the leg of a unit that stays where it is."""
    return Leg(point, point, now, now)


def going(kind: str, origin: Point, target: Point, now: int, *, urgent: bool) -> Leg:
    """Return the leg of a unit that sets out now."""
    return Leg(origin, target, now, now + travel_ms(kind, origin, target, urgent=urgent))
