"""Replays a foreign call log as ringing calls; drives a window, or a run without one, as a drill does."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from models.board import Board, Delta
from models.call import Call
from services.database import Job
from services.intake.importing import key_of
from services.intake.mapping import LogMapping
from services.intake.reading import Reported
from services.step import Step
from services.taking import ring

NEVER = 1 << 62


def ring_reported(session: Session, *, id: str, at: int, by: str, **fields: Any) -> str:
    """Let a call of a log ring, unless the store has it already; return its key."""
    if session.get(Call, id) is None:
        ring(session, id=id, at=at, by=by, **fields)
    return id


class Replay:
    """The calls of a log with their own gaps, some times as fast; rings alone, people do the rest."""

    def __init__(
        self,
        rows: Iterable[Reported],
        mapping: LogMapping,
        start_ms: int,
        *,
        speed: float = 1.0,
        by: str,
    ) -> None:
        """Begin with the earliest row at an instant (ms); `speed` times as fast as it was."""
        self._mapping, self._by = mapping, by
        self._start, self._speed = start_ms, speed
        self._rows = deque(sorted(rows, key=lambda row: (row.at, row.line)))
        self._first = self._rows[0].at if self._rows else 0

    @property
    def is_over(self) -> bool:
        """Whether every call has rung."""
        return not self._rows

    def setup(self, board: Board) -> list[Job]:
        """Return nothing: a log brings its calls and no more."""
        return []

    def observe(self, board: Board, delta: Delta | None) -> None:
        """Take no notice: what was called in was called in."""

    def next_at(self) -> int:
        """Return the instant (ms) of the next call, far away where there is none left."""
        if not self._rows:
            return NEVER
        return self._start + round((self._rows[0].at - self._first) / self._speed)

    def advance(self, until_ms: int) -> Step:
        """Let everything up to an instant (ms) ring."""
        step = Step([], [])
        while (at := self.next_at()) <= until_ms:
            step.jobs.append(self._ring(self._rows.popleft(), at))
        return step

    def _ring(self, row: Reported, at: int) -> Job:
        fields = {
            "id": key_of(row, "call"),
            "channel": self._mapping.channel,
            "caller_number": row.number,
            "owner_address": row.address,
            "place": row.place,
            "heard": row.narrative,
            "source_id": row.source_id,
            "drill": self._mapping.drill,
        }
        return Job(ring_reported, (), at, self._by, fields)
