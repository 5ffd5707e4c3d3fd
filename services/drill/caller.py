"""What callers of a drill do by themselves: they ring, and give up when nobody answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from models.board import CallCard
from models.call import Call
from models.state import CallState
from services.database import Job
from services.drill.calling import Caller, Telephone
from services.drill.chance import seconds, stream
from services.drill.roster import BY
from services.drill.stage import Stage
from services.taking import hang_up, ring

# How long somebody lets it ring, in seconds; a silent caller only as long as the second pair.
PATIENCE = (45, 150)
SHORT_PATIENCE = (3, 12)


def ring_drill(session: Session, *, id: str, at: int, by: str, **fields: Any) -> str:
    """Let a call of the script ring, unless the store has it from an earlier run of the same drill."""
    if session.get(Call, id) is None:
        ring(session, id=id, at=at, by=by, drill=True, **fields)
    return id


class Callers:
    """The people on the other end."""

    def __init__(self, stage: Stage, start_ms: int) -> None:
        self._stage = stage
        self._calls = Telephone(stage.seed, start_ms, stage.script, stage.ground).calls()
        self._await_next()

    def follow(self, card: CallCard) -> None:
        """Let a caller whom nobody answers hang up after a while."""
        key = ("caller", card.id)
        if card.state is not CallState.RINGING:
            self._stage.agenda.drop(key)
            return
        caller = self._stage.callers.get(card.id)
        silent = caller is not None and caller.kind == "silent"
        patience = SHORT_PATIENCE if silent else PATIENCE
        wait = seconds(stream(self._stage.seed, "patience", card.id), *patience)

        def give_up(now: int) -> Iterator[Job]:
            yield Job(hang_up, (card.id,), now, BY)

        at = max(card.rang_at + wait, self._stage.now)
        self._stage.agenda.plan(key, card.state, at, give_up)

    def forget(self, call_id: str) -> None:
        """Forget a call that is over."""
        self._stage.agenda.drop(("caller", call_id))

    def _await_next(self) -> None:
        caller = next(self._calls)
        self._stage.agenda.put(("call", ""), None, caller.at, lambda now: self._ring(caller))

    def _ring(self, caller: Caller) -> Iterator[Job]:
        self._stage.callers[caller.id] = caller
        self._await_next()
        yield Job(
            ring_drill,
            (),
            caller.at,
            BY,
            {
                "id": caller.id,
                "channel": caller.channel,
                "caller_number": caller.number,
                "owner_name": f"{caller.name}（演练）",
                "owner_address": self._stage.ground.names[caller.division],
                "place": caller.located,
                "heard": caller.heard,
            },
        )
