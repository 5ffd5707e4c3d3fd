"""The automatic desk of a drill: answers, fills sheets, links repeats, sends the nearest free unit, closes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from models.board import AgencyCard, CallCard, IncidentCard, OrganisationCard, UnitCard
from models.incident import LinkType
from models.place import Method, Place
from models.state import OPEN_ORDER, AssignmentState, CallState, IncidentState
from services.closing import close
from services.database import Job
from services.dispatching import assign_units, decide_return
from services.drill.agenda import Action, Key
from services.drill.chance import key_at, seconds, stream
from services.drill.choosing import Choose, Chooser, is_grave, same_matter
from services.drill.crew import Crew
from services.drill.roster import body_id
from services.drill.stage import Stage
from services.linkage import send_order
from services.linking import link
from services.taking import answer, complete_sheet, dismiss_call

BY = "自动席"
# Seconds: to answer, to type, to send, to close, to ring back, to decide on a unit that asks to be relieved.
ANSWER_S, TYPE_S, SEND_S, CLOSE_S = (2, 10), (20, 60), (3, 10), (20, 120)
RING_BACK_S, DECIDE_S = (20, 60), (5, 20)
RING_BACK = 0.5
# How soon to look again for a free unit.
NO_UNIT_MS, NO_UNIT_GRAVE_MS = 5_000, 2_000
AT_THE_DESK = {"nuisance": "D51", "silent": "D50", "advice": "D60"}


class Desk:
    """A taker and a dispatcher who never tire."""

    def __init__(
        self, stage: Stage, crews: Mapping[str, Crew], choose: Choose | None = None
    ) -> None:
        self._stage = stage
        self._chooser = Chooser(stage, crews, choose)

    def follow_call(self, card: CallCard) -> None:
        """Answer a ringing call; ring an abandoned one back, or let it be."""
        key, dice = ("desk", card.id), stream(self._stage.seed, "desk", card.id, card.state.value)
        if card.state is CallState.RINGING:
            at = card.rang_at + seconds(dice, *ANSWER_S)
            self._plan(key, card.state, at, lambda now: self._answer(card.id, now))
        elif card.state is CallState.ABANDONED:
            act = self._answer if dice.random() < RING_BACK else self._dismiss
            at = self._stage.now + seconds(dice, *RING_BACK_S)
            self._plan(key, card.state, at, lambda now: act(card.id, now))
        else:
            self._stage.agenda.drop(key)

    def follow_sheet(self, sheet: IncidentCard) -> None:
        """Plan the desk's next step at a sheet."""
        key = ("desk", sheet.id)
        step = self._step(sheet)
        if step is None:
            self._stage.agenda.drop(key)
            return
        name, since, bounds, act = step
        at = since + seconds(self._stage.dice(sheet, "desk", name), *bounds)
        mark = (name, sheet.reopened, sheet.main_id, len(sheet.assignments), len(sheet.orders))
        self._plan(key, mark, at, lambda now: self._act(sheet.id, act, now))

    def follow_unit(self, card: UnitCard) -> None:
        """Take notice of a unit that has its order now."""
        self._chooser.kept(card)

    def forget(self, id: str) -> None:
        """Forget a call or sheet that is off the board."""
        self._stage.agenda.drop(("desk", id))

    def _step(
        self, sheet: IncidentCard
    ) -> tuple[str, int, tuple[float, float], Callable[[IncidentCard, int], Iterator[Job]]] | None:
        """Return the next step: its name, since when, how many seconds, what to do."""
        now = self._stage.now
        if any(order.state in OPEN_ORDER for order in sheet.orders):
            return None
        if any(line.state is AssignmentState.RETURN_ASKED for line in sheet.assignments):
            return ("decide", now, DECIDE_S, self._decide)
        if sheet.state is IncidentState.TAKING and sheet.taker == BY:
            return ("type", sheet.answered_at, TYPE_S, self._complete)
        if sheet.state is IncidentState.HANDLED and sheet.fed_back:
            return ("close", now, CLOSE_S, self._close_handled)
        if sheet.state is not IncidentState.TAKEN:
            return None
        if sheet.main_id is not None:
            return ("close linked", now, CLOSE_S, lambda it, at: self._close(it, at, "D53"))
        if sheet.orders:
            return ("close ordered", now, CLOSE_S, lambda it, at: self._close(it, at, "D32"))
        since = sheet.completed_at or sheet.answered_at
        return ("send", since, SEND_S, self._send)

    def _plan(self, key: Key, mark: object, at: int, action: Action) -> None:
        self._stage.agenda.plan(key, mark, max(at, self._stage.now), action)

    def _act(
        self, id: str, act: Callable[[IncidentCard, int], Iterator[Job]], now: int
    ) -> Iterator[Job]:
        sheet = self._stage.board.get(IncidentCard, id)
        return iter(()) if sheet is None else act(sheet, now)

    # Calls

    def _answer(self, call_id: str, now: int) -> Iterator[Job]:
        id = key_at(now, self._stage.seed, "sheet", call_id)
        yield Job(answer, (call_id,), now, BY, {"id": id})

    def _dismiss(self, call_id: str, now: int) -> Iterator[Job]:
        yield Job(dismiss_call, (call_id,), now, BY)

    # Sheets

    def _complete(self, sheet: IncidentCard, now: int) -> Iterator[Job]:
        yield Job(complete_sheet, (sheet.id, self._fields(sheet, now)), now, BY)

    def _fields(self, sheet: IncidentCard, now: int) -> dict[str, Any]:
        """Return what the taker types: what the script says, or little where the call is not of this run."""
        caller = self._stage.caller_of(sheet)
        if caller is None:
            address = sheet.address or "演练地址不详"
            return {"address": address, "class_taken": "999900", "level": 4}
        station = self._stage.board.get(OrganisationCard, body_id(caller.division))
        return {
            "address": caller.address,
            "class_taken": caller.scene.code,
            "level": caller.scene.level,
            "place": Place(*caller.place, Method.DRILL, now),
            "division": self._stage.ground.division_of(caller.division),
            "station_id": station.id if station else None,
            "caller_name": caller.name,
            "narrative": caller.heard,
            "invalid": caller.kind == "nuisance",
        }

    def _send(self, sheet: IncidentCard, now: int) -> Iterator[Job]:
        caller, scene = self._stage.caller_of(sheet), self._stage.scene_of(sheet)
        main = same_matter(sheet, self._stage.board)
        if main is not None:
            yield Job(link, (sheet.id, main.id, LinkType.REPEAT), now, BY)
        elif caller is not None and caller.kind in AT_THE_DESK:
            yield from self._close(sheet, now, AT_THE_DESK[caller.kind])
        elif scene.by == "agency":
            yield from self._order(sheet, now)
        else:
            yield from self._assign(sheet, now)

    def _order(self, sheet: IncidentCard, now: int) -> Iterator[Job]:
        agencies = sorted(self._stage.board.all(AgencyCard).values(), key=lambda it: it.code)
        agency = next((it for it in agencies if sheet.class_code in it.takes), None)
        if agency is None:
            yield from self._close(sheet, now, "D33")
            return
        id = key_at(now, self._stage.seed, "order", sheet.call_id or sheet.number)
        text = f"【演练】{sheet.address}：{sheet.narrative}"
        yield Job(send_order, (sheet.id, agency.id, text), now, BY, {"id": id})

    def _assign(self, sheet: IncidentCard, now: int) -> Iterator[Job]:
        """Send units, or look again soon where none is free within reach."""
        units = self._chooser.units(sheet, now)
        if units:
            yield Job(assign_units, (sheet.id, units), now, BY, {"auto": True})
            return
        key = ("desk", sheet.id)
        mark = self._stage.agenda.mark(key)
        again = now + (NO_UNIT_GRAVE_MS if is_grave(sheet) else NO_UNIT_MS)
        self._stage.agenda.put(
            key, mark, again, lambda later: self._act(sheet.id, self._send, later)
        )

    def _decide(self, sheet: IncidentCard, now: int) -> Iterator[Job]:
        for line in sheet.assignments:
            if line.state is AssignmentState.RETURN_ASKED:
                yield Job(decide_return, (line.id,), now, BY, {"accept": True})

    def _close_handled(self, sheet: IncidentCard, now: int) -> Iterator[Job]:
        return self._close(sheet, now, self._stage.result_of(sheet))

    def _close(self, sheet: IncidentCard, now: int, result: str) -> Iterator[Job]:
        yield Job(close, (sheet.id, result), now, BY)
