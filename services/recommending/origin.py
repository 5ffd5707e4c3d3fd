"""From where, and from when, the way of a unit is counted."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

from models.board import IncidentCard, UnitCard
from models.fix import Fix
from models.place import EARTH_M
from services.recommending.situation import Point, Situation
from services.recommending.standing import Standing

METRES_A_DEGREE = EARTH_M * 3.141592653589793 / 180


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a unit's way begins (lon, lat), seconds until it is there (`lead`) and until it is free (`wait`).

    `heading` is the direction (degrees from north) and `speed` that (m/s) in which a moving unit drives; None: it stands.
    """

    unit_id: str
    point: Point
    lead: float = 0.0
    wait: float = 0.0
    heading: float | None = None
    speed: float = 0.0


def origin(situation: Situation, unit: UnitCard, standing: Standing) -> Origin | None:
    """Return from where a unit's way is counted without roads, None where nobody knows where it is."""
    fix = situation.fixes.get(unit.id)
    if standing is Standing.CLEARING:
        return _clearing(situation, unit, fix)
    if fix is None:
        return None
    heading = _heading(situation, fix)
    if heading is None:
        return Origin(unit.id, (fix.lon, fix.lat))
    speed, ahead = fix.speed or 0.0, situation.rules.ahead
    return Origin(unit.id, along(fix, heading, speed * ahead), ahead, 0.0, heading, speed)


def _heading(situation: Situation, fix: Fix) -> float | None:
    """The direction of a unit that moves; where it was heading long ago says nothing."""
    fresh = situation.now - fix.at <= situation.stale_ms
    moves = fix.speed is not None and fix.speed >= situation.rules.moving_speed
    return fix.heading if fresh and moves else None


def along(fix: Fix, heading: float, metres: float) -> Point:
    """Return the point so many metres from a fix in a direction."""
    north, east = metres * cos(radians(heading)), metres * sin(radians(heading))
    wide = METRES_A_DEGREE * max(cos(radians(fix.lat)), 0.01)
    return fix.lon + east / wide, fix.lat + north / METRES_A_DEGREE


def _clearing(situation: Situation, unit: UnitCard, fix: Fix | None) -> Origin | None:
    """A unit on scene starts there, once it is expected to clear."""
    if unit.job is None:
        return None
    scene = situation.board.get(IncidentCard, unit.job.incident_id)
    place = scene.point if scene is not None else None
    if place is not None:
        point = (place.lon, place.lat)
    elif fix is not None:
        point = (fix.lon, fix.lat)
    else:
        return None
    return Origin(unit.id, point, wait=clearing(situation, unit, scene))


def clearing(situation: Situation, unit: UnitCard, scene: IncidentCard | None) -> float:
    """Return the seconds until a unit on scene is expected to clear; one that is overdue takes a share of the usual more."""
    code = scene.class_code if scene is not None else ""
    rules = situation.rules
    usual = rules.scene_seconds(
        code, situation.families.get(code, ""), situation.past.scene_seconds
    )
    since = unit.job.since if unit.job is not None else situation.now
    left = usual - max(0, situation.now - since) / 1000
    return left if left > 0 else usual * rules.overdue_share
