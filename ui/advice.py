"""Whom to send, worked out in a lane: all units ranked for an incident, the proposal of its plan, what each costs."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.advice import Advice
from models.board import Board, IncidentCard, UnitCard
from models.plan import Plan, Tier, with_needs
from models.reason import NONE, Reason
from services.recommending.candidate import Candidate, Drive, Ranking
from services.recommending.history import read_past
from services.recommending.proposal import (
    Proposal,
    overridden,
    propose,
    proposed_ids,
    wanted_next,
    wanted_now,
)
from services.recommending.ranking import Field, Runner, field_of, rank
from services.recommending.rule import Rules, shipped_rules
from services.recommending.situation import Past, Situation
from services.recommending.standing import Bar, Standing
from ui.clock import DeskClock
from ui.coverage import CoverageWatch, coverage_of
from ui.lane import Lane, call_each
from ui.plan import plan_at
from ui.position import Positions
from ui.road import RoadWork
from ui.setting import ROAD_FACTOR, SPEED_KMH, STALE_SECONDS, Settings
from ui.store import Store
from ui.trade import Trade

if TYPE_CHECKING:
    from services.recommending.surface import Surface
    from services.routing import Passable

KMH = 3.6
NO_RANKING, NO_PROPOSAL = Ranking((), ()), Proposal(None, 0)
# What units did is read anew when it is older than this.
PAST_MS = 60_000


@dataclass(frozen=True, slots=True)
class Question:
    """What one answer is worked out from; `wanted` is what the plan still wants at which alarm level."""

    situation: Situation
    plan: Plan | None
    wanted: tuple[int, Tier]
    roads: Passable | None = None
    surface: Surface | None = None


@dataclass(frozen=True, slots=True)
class Advised:
    """The answer for one incident as of an instant (ms)."""

    incident_id: str = ""
    at: int = 0
    ranking: Ranking = NO_RANKING
    proposal: Proposal = NO_PROPOSAL
    by_unit: Mapping[str, Candidate] = field(default_factory=dict)
    barred: Mapping[str, Bar] = field(default_factory=dict)

    def advice(self, unit_id: str, instead_of: str = "", reason: Reason = NONE) -> Advice:
        """Return what is kept with the order of a unit."""
        free = (it for it in self.ranking.candidates if it.standing is Standing.FREE)
        best = min((it for it in free if it.arrival), key=soonest, default=None)
        mine = self.by_unit.get(unit_id)
        return Advice(
            mine.arrival.seconds if mine is not None and mine.arrival else None,
            best.unit_id if best is not None else "",
            best.arrival.seconds if best is not None and best.arrival else None,
            instead_of,
            reason,
        )

    def overridden(self, chosen: Sequence[str]) -> tuple[str, str] | None:
        """Return the unit chosen and the proposed one left out for it, None where nothing is overridden."""
        return overridden(self.proposal, self.ranking, chosen)

    def advices(
        self, chosen: Sequence[str], instead_of: str = "", reason: Reason = NONE
    ) -> dict[str, Advice]:
        """Return what is kept with the orders of units; the reason goes to those that were not proposed."""
        proposed = proposed_ids(self.proposal, self.ranking, len(chosen))
        return {
            id: self.advice(id) if id in proposed else self.advice(id, instead_of, reason)
            for id in chosen
        }


def soonest(candidate: Candidate) -> tuple[float, int]:
    """Return by what the quickest of several is found."""
    return candidate.arrival.seconds if candidate.arrival else inf, candidate.rank


Then = Callable[[Advised], None]
Wants = Callable[[Plan | None, IncidentCard, Board], tuple[int, Tier]]


class AdviceWork(QObject):
    """Answers whom to send; of the questions that wait only the newest is worked out.

    Signals:
        answered(str): the incident that there is a new answer for.
    """

    answered = Signal(str)

    def __init__(
        self,
        store: Store,
        trade: Trade,
        positions: Positions,
        settings: Settings,
        roads: RoadWork,
        coverage: CoverageWatch,
        clock: DeskClock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._trade, self._positions = store, trade, positions
        self._settings, self._roads, self._coverage = settings, roads, coverage
        self._clock = clock
        self.rules: Rules = shipped_rules()
        self.newest = Advised()
        self._past, self._past_at = Past(), -PAST_MS
        self._lane: Lane[Callable[[], object]] | None = None
        self._running = False
        self._waiting: str = ""
        self._commissioned: deque[tuple[str, Then]] = deque()

    def ask(self, incident_id: str) -> None:
        """Ask for an incident what its alarm level wants; `answered` tells."""
        self._waiting = incident_id
        self._refresh_past()
        self._go_on()

    def ask_next(self, incident_id: str, then: Then) -> None:
        """Ask for an incident what its next alarm level wants; `then` gets the answer."""
        self._commissioned.append((incident_id, then))
        self._refresh_past()
        self._go_on()

    def forget(self) -> None:
        """Forget the newest answer: whoever asks next begins anew."""
        self.newest = Advised()

    def of(self, incident_id: str) -> Advised | None:
        """Return the newest answer for an incident, None where there is none."""
        return self.newest if incident_id and self.newest.incident_id == incident_id else None

    def situation(self, incident: IncidentCard, wanted: Tier) -> Situation:
        """Return an incident among the units as they are now."""
        settings = self._settings
        speed = max(settings.get(SPEED_KMH), 1.0) / KMH
        return Situation(
            incident,
            self._store.board,
            dict(self._positions.latest),
            self._clock.now(),
            self.rules,
            speed / max(settings.get(ROAD_FACTOR), 0.1),
            self._past,
            self._trade.families(),
            round(settings.get(STALE_SECONDS) * 1000),
            wanted,
        )

    def close(self) -> None:
        """End the lane once what it runs is done, which takes a moment."""
        if self._lane is not None:
            self._lane.close()

    def _go_on(self) -> None:
        if self._running:
            return
        if self._commissioned:
            incident_id, then = self._commissioned.popleft()
            self._start(incident_id, wanted_next, then)
        elif self._waiting:
            incident_id, self._waiting = self._waiting, ""
            self._start(incident_id, wanted_now, self._show)

    def _start(self, incident_id: str, wants: Wants, then: Then) -> None:
        board = self._store.board
        incident = board.get(IncidentCard, incident_id)
        if incident is None:
            return
        plan = plan_at(self._trade, incident, self._clock.now())
        if plan is not None:
            plan = with_needs(plan, incident.needs, board.all(UnitCard).values())
        wanted = wants(plan, incident, board)
        needed = wanted[1] or (plan.tiers[0] if plan is not None else ())
        situation = self.situation(incident, needed)
        question = Question(situation, plan, wanted, self._roads.roads, self._coverage.surface)
        self._running = True
        if self._lane is None:
            self._lane = Lane("advice", call_each, parent=self)
        self._lane.submit(partial(advise, question), partial(self._take, then), self._fail)

    def _take(self, then: Then, found: Advised) -> None:
        self._running = False
        then(found)
        self._go_on()

    def _show(self, found: Advised) -> None:
        self.newest = found
        self.answered.emit(found.incident_id)

    def _fail(self, error: Exception) -> None:
        """The desk goes on with its own order; the fault is told as any other."""
        self._running = False
        self._store.tell(error)
        self._go_on()

    def _refresh_past(self) -> None:
        now = self._clock.now()
        if now - self._past_at < PAST_MS:
            return
        self._past_at = now
        self._store.ask(read_past, self._take_past, self.rules, at=now)

    def _take_past(self, past: Past) -> None:
        self._past = past


def advise(question: Question) -> Advised:
    """Work one answer out; for a lane."""
    situation = question.situation
    found = field_of(situation)
    found = _on_roads(question, found)
    drives = _drives(question, found)
    ranking = rank(situation, found, drives, _drops(question, found))
    proposal = propose(question.plan, question.wanted, situation.board, ranking)
    return Advised(
        situation.incident.id,
        situation.now,
        ranking,
        proposal,
        {it.unit_id: it for it in ranking.candidates},
        dict(ranking.barred),
    )


def _on_roads(question: Question, found: Field) -> Field:
    """Units that move are measured from their next crossing."""
    if question.roads is None:
        return found
    # Searching brings geometry with it, which takes its time to load; only a region with roads needs it.
    from services.routing import Moving, crossings  # noqa: PLC0415

    fixes = question.situation.fixes
    moving: list[tuple[Runner, Moving]] = []
    for it in found.runners:
        if it.origin is not None and it.origin.heading is not None:
            fix = fixes[it.unit.id]
            one = Moving((fix.lon, fix.lat), it.origin.heading, it.origin.speed)
            moving.append((it, one))
    ahead = {
        runner.unit.id: crossing
        for (runner, _), crossing in zip(
            moving, crossings(question.roads.roads(), [one for _, one in moving]), strict=True
        )
        if crossing is not None
    }
    return Field(
        tuple(it.ahead(*ahead[it.unit.id]) if it.unit.id in ahead else it for it in found.runners),
        found.barred,
    )


def _drives(question: Question, found: Field) -> dict[str, Drive]:
    """The ways by road of all units, from one search; {} without roads."""
    point, passable = question.situation.point, question.roads
    known = [it for it in found.runners if it.origin is not None]
    if passable is None or point is None or not known:
        return {}
    from services.routing import arrivals  # noqa: PLC0415

    roads = passable.roads()
    ways = arrivals(roads, [it.origin.point for it in known if it.origin], point, roads.traffic)
    return {
        it.unit.id: Drive(way.seconds, way.metres, way.estimated)
        for it, way in zip(known, ways, strict=True)
        if not way.estimated
    }


def _drops(question: Question, found: Field) -> dict[str, float]:
    """What every free unit's going costs the coverage; {} where no surface is known yet."""
    if question.surface is None:
        return {}
    situation = question.situation
    return dict(
        coverage_of(
            question.surface, situation.board, situation.fixes, situation.straight, situation.rules
        ).drops
    )
