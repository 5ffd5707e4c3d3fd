"""Ranks all units for an incident: a total order that the same situation always gives again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from models.board import UnitCard
from models.place import distance
from models.unit import UnitKind
from services.recommending.candidate import (
    Arrival,
    Candidate,
    Drive,
    Ground,
    Lack,
    Ranking,
    Shortfall,
    Why,
)
from services.recommending.origin import Origin, origin
from services.recommending.situation import Load, Point, Situation
from services.recommending.standing import Bar, Standing, complained_of, standing

KMH = 3.6
UNKNOWN = float("inf")
Key = tuple[int, float, bool, bool, int, bool, float, str, str]
# What decides where the parts of a key differ; the first part by what the later of the two lacks.
GROUNDS = (
    *(Ground.FIT, Ground.SOONER, Ground.BEAT, Ground.AREA),
    *(Ground.WORK, Ground.REST, Ground.SOONER, Ground.SIGN, Ground.SIGN),
)
# First parts of a key: free and fit, free and short of something, free and somewhere, busy, busy and somewhere.
FIT, SHORT, LOST, BUSY, BUSY_LOST = range(5)


@dataclass(frozen=True, slots=True)
class Runner:
    """A unit that may be offered: how free it is and from where it comes."""

    unit: UnitCard
    standing: Standing
    origin: Origin | None

    def ahead(self, crossing: Point, seconds: float) -> Runner:
        """Return the same unit measured from the crossing that it is at in so many seconds."""
        if self.origin is None:
            return self
        return replace(self, origin=replace(self.origin, point=crossing, lead=seconds))


@dataclass(frozen=True, slots=True)
class Field:
    """Everybody who may be offered, and what bars the others."""

    runners: tuple[Runner, ...]
    barred: tuple[tuple[str, Bar], ...]


def field_of(situation: Situation) -> Field:
    """Return who may be offered for an incident, and from where each comes as far as that is known without roads."""
    complained = complained_of(situation)
    runners: list[Runner] = []
    barred: list[tuple[str, Bar]] = []
    for unit in situation.units():
        found = standing(unit, situation.incident)
        if isinstance(found, Bar) or unit.id in complained:
            barred.append((unit.id, found if isinstance(found, Bar) else Bar.COMPLAINED))
        else:
            runners.append(Runner(unit, found, origin(situation, unit, found)))
    return Field(tuple(runners), tuple(barred))


def straight(situation: Situation, start: Origin) -> Drive:
    """Return the estimate without roads: a straight line, at a speed that has the detour in it."""
    metres = distance(*start.point, *situation.point) if situation.point else UNKNOWN
    return Drive(metres / situation.straight, metres, True)


def rank(
    situation: Situation,
    field: Field,
    drives: Mapping[str, Drive],
    drops: Mapping[str, float],
) -> Ranking:
    """Return everybody who may be offered in order, with the reasons.

    `drives`: the ways by unit; one without gets the straight estimate. `drops`: the coverage that sending a unit costs.
    """
    beats, bodies = situation.beats(), situation.bodies()
    seen = [_seen(situation, runner, drives, drops, beats, bodies) for runner in field.runners]
    seen.sort(key=lambda pair: pair[0])
    return Ranking(tuple(_reasoned(seen)), field.barred)


def _seen(
    situation: Situation,
    runner: Runner,
    drives: Mapping[str, Drive],
    drops: Mapping[str, float],
    beats: frozenset[str],
    bodies: frozenset[str],
) -> tuple[Key, Candidate]:
    """A candidate without its rank and reason, with the key that it is sorted by."""
    unit = runner.unit
    load = situation.past.loads.get(unit.id, Load())
    arrival = _arrival(situation, runner, drives.get(unit.id))
    drop = drops.get(unit.id) if runner.standing is Standing.FREE else 0.0
    candidate = Candidate(
        unit.id,
        0,
        runner.standing,
        arrival,
        drop,
        tuple(_shortfalls(situation, runner, arrival, load)),
        unit.beat_id in beats,
        unit.organisation_id in bodies,
        load.jobs,
        _is_rested(situation, load),
        Why(Ground.ONLY),
    )
    return _key(situation, unit, candidate), candidate


def _arrival(situation: Situation, runner: Runner, drive: Drive | None) -> Arrival | None:
    """When a unit can be there; None where it is not known where it is, or where it would have to be."""
    start, rules, kind = runner.origin, situation.rules, runner.unit.unit_kind
    if start is None or situation.point is None:
        return None
    way = drive if drive is not None else straight(situation, start)
    if (kmh := rules.kmh.get(kind)) is not None:
        line = distance(*start.point, *situation.point)
        metres = line if kind == UnitKind.DRONE else way.metres
        way = Drive(metres * KMH / kmh, metres, True)
    seconds = start.lead + start.wait + way.seconds
    share = rules.straight_band if way.estimated else rules.road_band
    moved = 0.0
    if runner.standing is not Standing.CLEARING:
        age = situation.age(runner.unit.id)
        moved = min(age, rules.widen_most) if age * 1000 > situation.stale_ms else 0.0
    fixed = start.lead + start.wait
    low = max(0.0, fixed + way.seconds * (1 - share) - moved)
    high = fixed + way.seconds * (1 + share) + moved
    return Arrival(
        seconds, low, high, seconds + moved, start.wait, way.metres, estimated=way.estimated
    )


def _shortfalls(
    situation: Situation, runner: Runner, arrival: Arrival | None, load: Load
) -> list[Shortfall]:
    unit = runner.unit
    found = []
    if situation.wanted and not any(one.fits(unit) for one in situation.wanted):
        able = [one for one in situation.wanted if one.crew > unit.crew]
        crew = min((one.crew for one in able), default=0)
        would = any(one.able(unit) for one in able)
        lack = Shortfall(Lack.CREW, crew) if would else Shortfall(Lack.CAPABILITY)
        found.append(lack)
    if runner.standing is Standing.CLEARING:
        found.append(Shortfall(Lack.CLEARING, runner.origin.wait if runner.origin else 0.0))
    elif runner.standing is Standing.ENGAGED:
        found.append(Shortfall(Lack.ENGAGED))
    age = situation.age(unit.id)
    if runner.origin is None:
        found.append(Shortfall(Lack.PLACE))
    elif age * 1000 > situation.stale_ms and runner.standing is not Standing.CLEARING:
        found.append(Shortfall(Lack.STALE, age))
    if not _is_rested(situation, load):
        found.append(Shortfall(Lack.TIRED, load.jobs))
    return found


def _is_rested(situation: Situation, load: Load) -> bool:
    over = load.over_at
    return over is None or situation.now - over >= situation.rules.rest * 1000


def _key(situation: Situation, unit: UnitCard, candidate: Candidate) -> Key:
    known = candidate.arrival is not None
    if candidate.standing is Standing.FREE:
        first = LOST if not known else FIT if candidate.is_fit else SHORT
    else:
        first = BUSY if known else BUSY_LOST
    sure = candidate.arrival.sure if candidate.arrival else 0.0
    return (
        first,
        sure // situation.rules.tie,
        not candidate.own_beat,
        not candidate.own_area,
        candidate.jobs,
        not candidate.rested,
        sure,
        unit.call_sign,
        unit.id,
    )


def _reasoned(seen: list[tuple[Key, Candidate]]) -> list[Candidate]:
    """Give everybody rank and reason: the first beats the second by it, every other gives way to the one before."""
    whys = [_why(*pair) for pair in pairwise(seen)]
    reasons = [whys[0] if whys else Why(Ground.ONLY), *whys]
    return [
        replace(candidate, rank=place, why=why)
        for place, ((_, candidate), why) in enumerate(zip(seen, reasons, strict=False), 1)
    ]


def _why(better: tuple[Key, Candidate], worse: tuple[Key, Candidate]) -> Why:
    (key, before), (other, after) = better, worse
    place = next(place for place in range(len(key)) if key[place] != other[place])
    ground = GROUNDS[place]
    if place == 0:
        free = before.standing is Standing.FREE and after.standing is not Standing.FREE
        lost = other[0] in (LOST, BUSY_LOST)
        return Why(Ground.FREE if free else Ground.PLACE if lost else Ground.FIT)
    if ground is Ground.SOONER:
        return Why(ground, other[6] - key[6])
    return Why(ground, other[4] - key[4] if ground is Ground.WORK else 0.0)
