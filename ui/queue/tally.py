"""Counts over all live incidents, whatever the filter shows."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Collection

from models.board import IncidentCard
from ui.queue.filter import STAGE_OF, Stage

Due = Callable[[IncidentCard], int]
# A sheet without a level stands behind those that have one.
NO_LEVEL = 5


class Tally:
    """Keeps count as cards come, change and go; `due` gives the instant a card is overdue from."""

    def __init__(self, due: Due) -> None:
        self._due = due
        self._dues: list[int] = []
        self._due_of: dict[str, int] = {}
        self._stage_of: dict[str, Stage] = {}
        self._stages: Counter[Stage] = Counter()

    def reset(self, cards: Collection[IncidentCard]) -> None:
        """Count these cards instead of all before."""
        due = self._due
        self._due_of = {card.id: due(card) for card in cards}
        self._dues = sorted(self._due_of.values())
        self._stage_of = {card.id: STAGE_OF[card.state] for card in cards}
        self._stages = Counter(self._stage_of.values())

    def put(self, card: IncidentCard) -> None:
        """Count a card as it is now."""
        self.drop(card.id)
        self._due_of[card.id] = due = self._due(card)
        self._stage_of[card.id] = stage = STAGE_OF[card.state]
        insort(self._dues, due)
        self._stages[stage] += 1

    def drop(self, id: str) -> None:
        """Count a card no more."""
        if id in self._due_of:
            del self._dues[bisect_left(self._dues, self._due_of.pop(id))]
            self._stages[self._stage_of.pop(id)] -= 1

    def key(self, card: IncidentCard) -> int:
        """Return the place in the queue of a card that is counted: by the time left, the graver first."""
        return self._due_of[card.id] * 10 + (card.level or NO_LEVEL)

    @property
    def all(self) -> int:
        """How many incidents are live."""
        return len(self._due_of)

    def of(self, stage: Stage) -> int:
        """Return how many incidents are at a stage."""
        return self.all if stage is Stage.ALL else self._stages[stage]

    def overdue(self, now: int) -> int:
        """Return how many incidents are past their promised minute."""
        return bisect_left(self._dues, now)
