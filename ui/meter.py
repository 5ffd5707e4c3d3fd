"""How often the desk sounds, against what people can bear (EEMUA 191 / ISA-18.2: alarms in ten minutes)."""

from __future__ import annotations

import logging
from collections import deque
from enum import StrEnum

log = logging.getLogger(__name__)

SPAN_MS = 600_000
ACCEPTABLE, MANAGEABLE, FLOOD = 1, 2, 10


class Load(StrEnum):
    """What so many alarms in ten minutes mean."""

    ACCEPTABLE = "acceptable"
    MANAGEABLE = "manageable"
    HIGH = "high"
    FLOOD = "flood"


class Meter:
    """Counts alarms that were really heard, each once however often it was repeated."""

    def __init__(self) -> None:
        self._heard: deque[int] = deque()

    def note(self, kind: str, at: int) -> None:
        """Count one alarm heard at an instant (ms), and keep it in the day's log."""
        self._heard.append(at)
        log.info("alarm heard: %s, %d in ten minutes", kind, self.count(at))

    def count(self, now: int) -> int:
        """Return how many were heard in the last ten minutes."""
        while self._heard and self._heard[0] <= now - SPAN_MS:
            self._heard.popleft()
        return len(self._heard)

    def load(self, now: int) -> Load:
        """Return what that number means."""
        count = self.count(now)
        if count > FLOOD:
            return Load.FLOOD
        if count > MANAGEABLE:
            return Load.HIGH
        return Load.MANAGEABLE if count > ACCEPTABLE else Load.ACCEPTABLE
