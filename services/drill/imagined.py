"""An imagined desk: a board that a drill's commands change as they would in a store, without one.

It knows the steps that calls, sheets, orders and crews of a drill take, and nothing else: no timelines, no journal, no agencies.
A thousand times an hour of drill through a store would take a day; the board alone takes minutes. That both
play the same is a test's matter (`tests/services/drill/test_imagined.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from itertools import count
from typing import Any

from models.board import AssignmentLine, Board, CallCard, Card, Delta, IncidentCard, Key, UnitCard
from models.place import Place
from models.state import ACTIVE as ACTIVE_ASSIGNMENT
from models.state import (
    ASSIGNMENT_MOVES,
    DUTY_MOVES,
    INCIDENT_MOVES,
    PROGRESS,
    AssignmentState,
    CallState,
    Duty,
    IncidentState,
    can_move,
)
from services.closing import close, feed_back
from services.database import Job
from services.dispatching import arrive, assign_units, deliver, depart, finish, sign
from services.drill.caller import ring_drill
from services.drill.drill import Drill
from services.fleet import set_duty
from services.linking import link
from services.taking import answer, complete_sheet, hang_up

INSTANTS = {
    AssignmentState.DELIVERED: "delivered_at",
    AssignmentState.SIGNED: "signed_at",
    AssignmentState.DEPARTED: "departed_at",
    AssignmentState.ARRIVED: "arrived_at",
    AssignmentState.FINISHED: "finished_at",
}
STEPS = {
    deliver: AssignmentState.DELIVERED,
    sign: AssignmentState.SIGNED,
    depart: AssignmentState.DEPARTED,
    arrive: AssignmentState.ARRIVED,
    finish: AssignmentState.FINISHED,
}


class RefusedError(Exception):
    """A step that a store would refuse: what it was about has gone on, or is gone."""


class Imagined:
    """One drill on one board; `sheets` keeps every sheet as it last was, closed ones too."""

    def __init__(self, drill: Drill, board: Board) -> None:
        self._drill, self.board = drill, board
        self.sheets: dict[str, IncidentCard] = dict(board.all(IncidentCard))
        self._numbers = count(1)
        self._orders: dict[str, str] = {
            line.id: sheet.id for sheet in self.sheets.values() for line in sheet.assignments
        }
        moves: dict[Callable[..., Any], Callable[..., tuple[Card, ...]]] = {
            ring_drill: self._ring,
            hang_up: self._hang_up,
            answer: self._answer,
            complete_sheet: self._complete,
            assign_units: self._assign,
            set_duty: self._set_duty,
            feed_back: self._feed_back,
            link: self._link,
            close: self._close,
            **{command: partial(self._step, state) for command, state in STEPS.items()},
        }
        self._moves = moves

    def begin(self) -> None:
        """Let the drill look at all of the board."""
        self._drill.observe(self.board, None)

    def play(self, until: int) -> None:
        """Let everything before an instant (ms) happen."""
        while (at := self._drill.next_at()) < until:
            for job in self._drill.advance(at).jobs:
                self.write(job)

    def write(self, job: Job) -> None:
        """Do one command; one that a store would refuse, or that it does not know, changes nothing."""
        move = self._moves.get(job.command)
        try:
            cards = move(*job.args, at=job.at, by=job.by, **job.kwargs) if move else ()
        except RefusedError:
            return
        over = [card for card in cards if is_over(card)]
        drop: tuple[Key, ...] = tuple(card.key for card in over)
        delta = Delta(tuple(card for card in cards if card not in over), drop)
        self.sheets.update({card.id: card for card in cards if isinstance(card, IncidentCard)})
        self.board = self.board.apply(delta)
        self._drill.observe(self.board, delta)

    # Calls and sheets

    def _ring(
        self,
        *,
        id: str,
        at: int,
        by: str,
        channel: str,
        caller_number: str,
        owner_name: str,
        owner_address: str,
        place: Place,
        heard: str,
    ) -> tuple[Card, ...]:
        state = CallState.RINGING
        call = CallCard(
            id, channel, state, caller_number, owner_name, owner_address, place, heard, at, None, "",
            drill=True,
        )  # fmt: skip
        return (call,)

    def _call(self, id: str, state: CallState) -> CallCard:
        call = self.board.get(CallCard, id)
        if call is None or call.state is not state:
            raise RefusedError
        return call

    def _hang_up(self, id: str, *, at: int, by: str) -> tuple[Card, ...]:
        call = self._call(id, CallState.RINGING)
        return (replace(call, state=CallState.ABANDONED, hung_up_at=at),)

    def _answer(self, call_id: str, *, id: str, at: int, by: str) -> tuple[Card, ...]:
        """A ringing call is taken; one that was given up is rung back, and counts as the same."""
        call = self.board.get(CallCard, call_id)
        if call is None or call.state not in (CallState.RINGING, CallState.ABANDONED):
            raise RefusedError
        taken = replace(call, state=CallState.TALKING, answered_at=at, answered_by=by)
        return taken, sheet_of(call, id, f"{next(self._numbers):06d}", at, by)

    def _sheet(self, id: str) -> IncidentCard:
        sheet = self.board.get(IncidentCard, id)
        if sheet is None:
            raise RefusedError
        return sheet

    def _complete(
        self, id: str, fields: Mapping[str, Any], *, at: int, by: str
    ) -> tuple[Card, ...]:
        sheet = self._sheet(id)
        if sheet.state is not IncidentState.TAKING:
            raise RefusedError
        known = {name: value for name, value in fields.items() if name != "invalid"}
        done = replace(sheet, state=IncidentState.TAKEN, completed_at=at, **known)
        call = self.board.get(CallCard, sheet.call_id)
        ended = (replace(call, state=CallState.ENDED, hung_up_at=at),) if call else ()
        return done, *ended

    def _link(self, id: str, main_id: str, kind: str, *, at: int, by: str) -> tuple[Card, ...]:
        sheet, main = self._sheet(id), self._sheet(main_id)
        if main.main_id is not None or any(
            it.main_id == id for it in self.board.all(IncidentCard).values()
        ):
            raise RefusedError
        return (replace(sheet, main_id=main_id, link_type=str(kind)),)

    def _feed_back(
        self, id: str, *, class_code: str, at: int, by: str, **_more: Any
    ) -> tuple[Card, ...]:
        sheet = self._sheet(id)
        if sheet.state not in PROGRESS:
            raise RefusedError
        return (replace(sheet, class_fed_back=class_code, fed_back=True),)

    def _close(self, id: str, _result: str, *, at: int, by: str) -> tuple[Card, ...]:
        sheet = self._sheet(id)
        if sheet.active or not can_move(INCIDENT_MOVES, sheet.state, IncidentState.CLOSED):
            raise RefusedError
        return (replace(sheet, state=IncidentState.CLOSED),)

    # Units

    def _assign(
        self, id: str, unit_ids: Collection[str], *, at: int, by: str, auto: bool = False
    ) -> tuple[Card, ...]:
        sheet = self._sheet(id)
        units = [self.board.get(UnitCard, it) for it in dict.fromkeys(unit_ids)]
        free = [unit for unit in units if unit is not None and unit.is_free]
        if sheet.state not in PROGRESS or not units or len(free) < len(units):
            raise RefusedError
        lines = [line_of(sheet, unit, f"order-{next(self._numbers)}", at, auto) for unit in free]
        self._orders.update({line.id: id for line in lines})
        sheet = followed(replace(sheet, assignments=(*sheet.assignments, *lines)))
        return sheet, *(replace(unit, job=line) for unit, line in zip(free, lines, strict=True))

    def _step(
        self, state: AssignmentState, id: str, *, at: int, by: str, **_more: Any
    ) -> tuple[Card, ...]:
        sheet = self._sheet(self._orders.get(id, ""))
        line = next(line for line in sheet.assignments if line.id == id)
        unit = self.board.get(UnitCard, line.unit_id)
        if unit is None or not can_move(ASSIGNMENT_MOVES, line.state, state):
            raise RefusedError
        instant: dict[str, Any] = {INSTANTS[state]: max(at, line.since)}
        moved = replace(line, state=state, **instant)
        lines = tuple(moved if it.id == id else it for it in sheet.assignments)
        kept = (Duty.EMERGENCY, Duty.OFFLINE, Duty.RETURNING)
        if moved.is_active:
            unit = replace(unit, job=moved)
        elif unit.duty in kept:
            unit = replace(unit, job=None)
        else:
            unit = replace(unit, job=None, duty=Duty.RETURNING, duty_since=at)
        return followed(replace(sheet, assignments=lines)), unit

    def _set_duty(self, id: str, duty: Duty, *, at: int, by: str) -> tuple[Card, ...]:
        unit = self.board.get(UnitCard, id)
        if unit is None or not can_move(DUTY_MOVES, unit.duty, duty):
            raise RefusedError
        return (replace(unit, duty=duty, duty_since=at),)


def is_over(card: Card) -> bool:
    """Tell whether a card leaves the board: a call that ended, a sheet that was closed."""
    if isinstance(card, CallCard):
        return card.state is CallState.ENDED
    return isinstance(card, IncidentCard) and card.state is IncidentState.CLOSED


def sheet_of(call: CallCard, id: str, number: str, at: int, by: str) -> IncidentCard:
    """Return the sheet that a call opens."""
    return IncidentCard(
        id=id,
        number=number,
        state=IncidentState.TAKING,
        channel=call.channel,
        level=None,
        class_taken="",
        class_fed_back="",
        address="",
        place=None,
        caller_place=call.place,
        division="",
        station_id=None,
        narrative="",
        caller_number=call.caller_number,
        contact_phone=call.caller_number,
        caller_name="",
        call_id=call.id,
        taker=by,
        reported_at=call.rang_at,
        answered_at=at,
        completed_at=None,
        main_id=None,
        link_type="",
        fed_back=False,
        secret=False,
        drill=True,
        reopened=0,
        tags=(),
        merged=0,
    )


def line_of(sheet: IncidentCard, unit: UnitCard, id: str, at: int, auto: bool) -> AssignmentLine:
    """Return the order of a unit that is sent to a sheet."""
    return AssignmentLine(
        id=id,
        incident_id=sheet.id,
        unit_id=unit.id,
        role="",
        state=AssignmentState.ISSUED,
        instruction="",
        issued_at=at,
        delivered_at=None,
        signed_at=None,
        departed_at=None,
        arrived_at=None,
        finished_at=None,
        ended_at=None,
        out_since=None,
        reason="",
        moved_from_id=None,
        auto=auto,
    )


def followed(sheet: IncidentCard) -> IncidentCard:
    """Return a sheet whose state follows its orders, as `Incident.follow` has it."""
    if sheet.state not in PROGRESS:
        return sheet
    progress = {line.state for line in sheet.assignments}
    active = ACTIVE_ASSIGNMENT & progress
    if AssignmentState.ARRIVED in active or (active and AssignmentState.FINISHED in progress):
        state = IncidentState.ON_SCENE
    elif active:
        state = IncidentState.DISPATCHED
    elif AssignmentState.FINISHED in progress:
        state = IncidentState.HANDLED
    else:
        state = IncidentState.TAKEN
    return replace(sheet, state=state)
