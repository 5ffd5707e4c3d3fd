"""One crew of a drill: patrols its beat, goes where it is sent, handles, reports and returns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from shapely import Point as ShapelyPoint
from shapely.geometry.base import BaseGeometry

from models.board import AssignmentLine, IncidentCard, UnitCard
from models.fix import Fix
from models.place import Method
from models.state import AssignmentState, Duty
from services.database import Job
from services.dispatching import arrive, deliver, depart, finish, sign
from services.drill.chance import seconds, stream
from services.drill.motion import Leg, Point, distance, shifted, standing
from services.drill.stage import Stage
from services.fleet import set_duty

MOVING_FIX_MS, STANDING_FIX_MS = 5_000, 60_000
PATROL_RADIUS_M = {"foot": 400, "boat": 1_500}
PATROL_RADIUS_DEFAULT_M = 1_400
NEAR_M = 150
TRIES = 10
A = AssignmentState


class Crew:
    """The behaviour of one unit; everything follows from its card, so a drill can begin in the middle."""

    def __init__(
        self,
        stage: Stage,
        card: UnitCard,
        home: Point,
        beat: BaseGeometry | None = None,
        place: Point | None = None,
    ) -> None:
        self._stage = stage
        self._id, self._sign, self._kind = card.id, card.call_sign, card.unit_kind
        self._home, self._beat = home, beat
        self._key = ("crew", card.call_sign)
        self._fix_key = ("fix", card.call_sign)
        self._rounds = 0
        self._leg = standing(place or self._patrol_point(), stage.now)
        self._accuracy = float(self._dice("gnss").choice((3, 5, 8, 12)))
        if stage.fixes:
            first = stage.now + seconds(self._dice("fix"), 0, MOVING_FIX_MS / 1000)
            stage.agenda.put(self._fix_key, None, first, self._report)

    @property
    def kind(self) -> str:
        """What the unit moves with."""
        return self._kind

    def at(self, now: int) -> Point:
        """Return where the unit is at an instant (ms)."""
        return self._leg.at(now)

    def seen(self, now: int) -> Fix:
        """Return what its receiver would report at an instant (ms)."""
        moving = self._leg.moves and now < self._leg.end
        lon, lat = self._leg.at(now)
        return Fix(
            unit_id=self._id,
            at=now,
            lon=round(lon, 6),
            lat=round(lat, 6),
            heading=self._leg.heading(now) if moving else None,
            speed=self._leg.speed(now) if moving else 0.0,
            accuracy=self._accuracy,
            source=Method.DRILL,
        )

    def locate(self, point: Point) -> None:
        """Put a standing crew where it was last seen."""
        if not self._leg.moves:
            self._leg = standing(point, self._stage.now)

    def follow(self, card: UnitCard) -> None:
        """Plan the next step by the unit's card as it is now."""
        if card.duty is Duty.EMERGENCY:
            self._stand()
            self._stage.agenda.drop(self._key)
        elif card.job is not None:
            self._on_job(card.job)
        else:
            self._off_job(card)

    # On a job

    def _on_job(self, job: AssignmentLine) -> None:
        sheet = self._stage.board.get(IncidentCard, job.incident_id)
        if sheet is None:
            self._stage.agenda.drop(self._key)
            return
        dice = self._stage.dice(sheet, self._sign, self._stage.turn(sheet, job), job.state.value)
        steps: dict[AssignmentState, Callable[[IncidentCard, AssignmentLine, Random], None]] = {
            A.ISSUED: self._receive,
            A.DELIVERED: self._sign_off,
            A.SIGNED: self._set_out,
            A.DEPARTED: self._go,
            A.ARRIVED: self._handle,
        }
        if (step := steps.get(job.state)) is not None:
            step(sheet, job, dice)
        else:
            self._stand()
            self._stage.agenda.drop(self._key)

    def _receive(self, sheet: IncidentCard, job: AssignmentLine, dice: Random) -> None:
        self._stand()
        self._step(job, job.issued_at + seconds(dice, 0.6, 1.8), deliver)

    def _sign_off(self, sheet: IncidentCard, job: AssignmentLine, dice: Random) -> None:
        self._stand()
        rolling = job.moved_from_id is not None
        delay = seconds(dice, 3, 12) if rolling else seconds(dice, 5, 40)
        self._step(
            job, (job.delivered_at or job.issued_at) + delay, sign, signer=f"演练{self._sign}"
        )

    def _set_out(self, sheet: IncidentCard, job: AssignmentLine, dice: Random) -> None:
        self._stand()
        rolling = job.moved_from_id is not None
        delay = seconds(dice, 1, 5) if rolling else seconds(dice, 10, 60)
        self._step(job, (job.signed_at or job.issued_at) + delay, depart)

    def _go(self, sheet: IncidentCard, job: AssignmentLine, dice: Random) -> None:
        target = self._stage.scene_point(sheet) or self._leg.at(self._stage.now)
        if self._leg.target != target or not self._leg.moves:
            self._drive(target, urgent=True)
        self._step(job, self._leg.end, arrive, target)

    def _handle(self, sheet: IncidentCard, job: AssignmentLine, dice: Random) -> None:
        target = self._stage.scene_point(sheet)
        if target is not None and distance(self._leg.at(self._stage.now), target) > NEAR_M:
            # Somebody reported the arrival by radio before the crew was there by our clock.
            self._set_leg(standing(target, self._stage.now))
        self._stand()
        low, high = self._stage.scene_of(sheet).minutes
        done = (job.arrived_at or job.issued_at) + seconds(dice, low * 60, high * 60)
        self._step(job, done, finish)

    def _step(
        self,
        job: AssignmentLine,
        at: int,
        command: Callable[..., object],
        mark: object = None,
        **fields: object,
    ) -> None:
        def report(now: int) -> Iterator[Job]:
            yield Job(command, (job.id,), now, self._sign, dict(fields))

        at = max(at, self._stage.now)
        self._stage.agenda.plan(self._key, (job.id, job.state, mark), at, report)

    # Off the job

    def _off_job(self, card: UnitCard) -> None:
        mark = (card.duty, card.duty_since)
        if card.duty is Duty.PATROL:
            first = self._stage.now + seconds(self._dice("start", self._rounds), 0, 60)
            if self._stage.agenda.mark(self._key) != mark:
                self._stand()
            self._stage.agenda.plan(self._key, mark, first, lambda now: self._patrol(now, mark))
        elif card.duty is Duty.RETURNING:
            if self._stage.agenda.mark(self._key) != mark:
                self._drive(self._home, urgent=False)
            self._stage.agenda.plan(self._key, mark, self._leg.end, self._back)
        else:
            self._stand()
            self._stage.agenda.drop(self._key)

    def _patrol(self, now: int, mark: object) -> Iterator[Job]:
        """Go to the next point of the beat and stay there for a while."""
        self._rounds += 1
        self._drive(self._patrol_point(), urgent=False)
        rest = seconds(self._dice("rest", self._rounds), 30, 360)
        again = max(self._leg.end, now) + rest
        self._stage.agenda.put(self._key, mark, again, lambda later: self._patrol(later, mark))
        yield from ()

    def _back(self, now: int) -> Iterator[Job]:
        yield Job(set_duty, (self._id, Duty.PATROL), now, self._sign)

    def _patrol_point(self) -> Point:
        dice = self._dice("patrol", self._rounds)
        spread = PATROL_RADIUS_M.get(self._kind, PATROL_RADIUS_DEFAULT_M)
        for _ in range(TRIES):
            point = shifted(self._home, dice.gauss(0, spread), dice.gauss(0, spread))
            if self._beat is None or self._beat.contains(ShapelyPoint(point)):
                return self._stage.travel.settle(self._kind, point)
        return self._stage.travel.settle(self._kind, self._home)

    # Where it is

    def _drive(self, target: Point, *, urgent: bool) -> None:
        now = self._stage.now
        here = self._leg.at(now)
        self._set_leg(self._stage.travel.going(self._kind, here, target, now, urgent=urgent))

    def _stand(self) -> None:
        now = self._stage.now
        if self._leg.moves and now < self._leg.end:
            self._set_leg(standing(self._leg.at(now), now))

    def _set_leg(self, leg: Leg) -> None:
        self._leg = leg
        if self._stage.fixes:
            self._stage.agenda.put(self._fix_key, None, self._stage.now, self._report)

    def _report(self, now: int) -> Iterator[Fix]:
        moving = self._leg.moves and now < self._leg.end
        interval = MOVING_FIX_MS if moving else STANDING_FIX_MS
        self._stage.agenda.put(self._fix_key, None, now + interval, self._report)
        yield self.seen(now)

    def _dice(self, *what: object) -> Random:
        return stream(self._stage.seed, "crew", self._sign, *what)
