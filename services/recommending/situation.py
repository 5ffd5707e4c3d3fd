"""What a recommendation is made from: frozen values, no store, no clock, no roads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.board import BeatCard, Board, IncidentCard, OrganisationCard, UnitCard
from models.fix import Fix
from models.plan import Tier
from services.recommending.rule import Rules

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Load:
    """Orders of a unit within the hours that count, and when (ms) the last of them was over; None: none was."""

    jobs: int = 0
    over_at: int | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What the store's history tells: work of units, usual seconds on scene by class."""

    loads: Mapping[str, Load] = field(default_factory=dict)
    scene_seconds: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Situation:
    """An incident among the units of a board at an instant (ms).

    `fixes` are the newest positions by unit, `families` the groups of classes by code, `stale_ms` the age from which a
    position is stale, `straight` metres a second of a straight line including the detour (speed ÷ factor), `wanted` what
    the response plan wants.
    """

    incident: IncidentCard
    board: Board
    fixes: Mapping[str, Fix]
    now: int
    rules: Rules
    straight: float
    past: Past = Past()
    families: Mapping[str, str] = field(default_factory=dict)
    stale_ms: int = 60_000
    wanted: Tier = ()

    @property
    def point(self) -> Point | None:
        """Where the incident is (lon, lat)."""
        place = self.incident.point
        return (place.lon, place.lat) if place is not None else None

    def units(self) -> list[UnitCard]:
        """Return all units of the board in an order that never changes."""
        return sorted(self.board.all(UnitCard).values(), key=lambda unit: unit.id)

    def age(self, unit_id: str) -> float:
        """Return the age (s) of a unit's position, infinite where none is known."""
        fix = self.fixes.get(unit_id)
        return max(0, self.now - fix.at) / 1000 if fix is not None else float("inf")

    def beats(self) -> frozenset[str]:
        """Return the beats in which the incident lies."""
        point = self.point
        if point is None:
            return frozenset()
        beats = self.board.all(BeatCard).values()
        return frozenset(beat.id for beat in beats if within(beat.ring, point))

    def bodies(self) -> frozenset[str]:
        """Return the police body whose area it is, with all below it."""
        found = {self.incident.station_id} if self.incident.station_id else set()
        parents = {it.id: it.parent_id for it in self.board.all(OrganisationCard).values()}
        grown = True
        while grown:
            below = {id for id, parent in parents.items() if parent in found} - found
            found |= below
            grown = bool(below)
        return frozenset(id for id in found if id)


def within(ring: tuple[Point, ...], point: Point) -> bool:
    """Tell whether a point lies within a ring: how often a line to the east of it crosses the ring."""
    inside, (lon, lat) = False, point
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], *ring[:1]), strict=True):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
