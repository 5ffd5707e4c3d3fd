"""How units move in a drill: straight lines, stretched to a road's length, at one speed a kind."""

from __future__ import annotations

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
    """A straight way between two instants; standing is a leg of no length."""

    origin: Point
    target: Point
    start: int
    end: int

    @property
    def moves(self) -> bool:
        """Whether there is any way to go."""
        return self.end > self.start

    def at(self, now: int) -> Point:
        """Return where the unit is at an instant (ms)."""
        if now >= self.end or not self.moves:
            return self.target
        part = max(0.0, (now - self.start) / (self.end - self.start))
        return (
            self.origin[0] + (self.target[0] - self.origin[0]) * part,
            self.origin[1] + (self.target[1] - self.origin[1]) * part,
        )

    def heading(self) -> float:
        """Return the direction in degrees from north."""
        east, north = offset(self.origin, self.target)
        return round(degrees(atan2(east, north)) % 360, 1)

    def speed(self) -> float:
        """Return the speed on the road in m/s."""
        metres = distance(self.origin, self.target) * ROAD_FACTOR
        return round(metres / ((self.end - self.start) / 1000), 1) if self.moves else 0.0


def standing(point: Point, now: int) -> Leg:
    """Return the leg of a unit that stays where it is."""
    return Leg(point, point, now, now)


def going(kind: str, origin: Point, target: Point, now: int, *, urgent: bool) -> Leg:
    """Return the leg of a unit that sets out now."""
    return Leg(origin, target, now, now + travel_ms(kind, origin, target, urgent=urgent))
