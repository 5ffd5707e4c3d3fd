"""Counts over all live incidents, whatever the filter shows."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable

from models.board import IncidentCard
from ui.queue.filter import STAGE_OF, Stage

Due = Callable[[IncidentCard], int]


class Tally:
    """Keeps count as cards come, change and go; `due` gives the instant a card is overdue from."""

    def __init__(self, due: Due) -> None:
        self._due = due
        self._dues: list[int] = []
        self._kept: dict[str, tuple[int, Stage]] = {}
        self._stages: Counter[Stage] = Counter()

    def reset(self, cards: Iterable[IncidentCard]) -> None:
        """Count these cards instead of all before."""
        self._kept = {card.id: (self._due(card), STAGE_OF[card.state]) for card in cards}
        self._dues = sorted(due for due, _ in self._kept.values())
        self._stages = Counter(stage for _, stage in self._kept.values())

    def put(self, card: IncidentCard) -> None:
        """Count a card as it is now."""
        self.drop(card.id)
        due, stage = self._due(card), STAGE_OF[card.state]
        self._kept[card.id] = (due, stage)
        insort(self._dues, due)
        self._stages[stage] += 1

    def drop(self, id: str) -> None:
        """Count a card no more."""
        if id in self._kept:
            due, stage = self._kept.pop(id)
            del self._dues[bisect_left(self._dues, due)]
            self._stages[stage] -= 1

    @property
    def all(self) -> int:
        """How many incidents are live."""
        return len(self._kept)

    def of(self, stage: Stage) -> int:
        """Return how many incidents are at a stage."""
        return self.all if stage is Stage.ALL else self._stages[stage]

    def overdue(self, now: int) -> int:
        """Return how many incidents are past their promised minute."""
        return bisect_left(self._dues, now)
