"""Counts over all units, kept as their cards change: a thousand are not looked through for each command."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from models.board import UnitCard


class UnitTally:
    """How many units there are, can be sent, are on a job, and are in each status."""

    def __init__(self) -> None:
        self._marks: dict[str, tuple[str, ...]] = {}
        self._counts: Counter[str] = Counter()

    @property
    def all(self) -> int:
        """How many units there are."""
        return len(self._marks)

    @property
    def free(self) -> int:
        """How many can be given a job now."""
        return self._counts["free"]

    @property
    def busy(self) -> int:
        """How many are on a job."""
        return self._counts["busy"]

    def of(self, status: str) -> int:
        """Return how many are in a status."""
        return self._counts[f"status {status}"]

    def reset(self, cards: Iterable[UnitCard]) -> None:
        """Count these units instead of all before."""
        self._marks, self._counts = {}, Counter()
        self.put(cards)

    def put(self, cards: Iterable[UnitCard]) -> None:
        """Count units as they are now."""
        for card in cards:
            self.drop([card.id])
            self._marks[card.id] = marks = marks_of(card)
            self._counts.update(marks)

    def drop(self, ids: Iterable[str]) -> None:
        """Count units no more."""
        for id in ids:
            self._counts.subtract(self._marks.pop(id, ()))


def marks_of(card: UnitCard) -> tuple[str, ...]:
    """Return under what a unit is counted."""
    marks = [f"status {card.status}"]
    if card.is_free:
        marks.append("free")
    if card.job is not None:
        marks.append("busy")
    return tuple(marks)
