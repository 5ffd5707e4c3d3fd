"""The agenda: what happens next to whom, one entry a key."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator

from models.fix import Fix
from services.database import Job

Key = tuple[str, str]
Action = Callable[[int], Iterable[Job | Fix]]

# A step that left no trace on the board (disk full, somebody was faster) is looked at again after this time.
RETRY_MS = 30_000
NEVER = 1 << 62


class Agenda:
    """Entries by key, taken in order of instant and key, so that no order of insertion shows."""

    def __init__(self) -> None:
        self._entries: dict[Key, tuple[int, object, Action]] = {}
        self._heap: list[tuple[int, Key]] = []

    def plan(self, key: Key, mark: object, at: int, action: Action) -> None:
        """Plan what happens to `key`; an entry with the same mark stays: its step may be under way already."""
        known = self._entries.get(key)
        if known is None or known[1] != mark:
            self.put(key, mark, at, action)

    def put(self, key: Key, mark: object, at: int, action: Action) -> None:
        """Plan what happens to `key`, whatever was planned before."""
        self._entries[key] = (at, mark, action)
        heapq.heappush(self._heap, (at, key))

    def drop(self, key: Key) -> None:
        """Forget what was planned for `key`."""
        self._entries.pop(key, None)

    def mark(self, key: Key) -> object:
        """Return the mark of what is planned for `key`, or None."""
        known = self._entries.get(key)
        return known[1] if known else None

    def next_at(self) -> int:
        """Return the instant of the next entry, `NEVER` where there is none."""
        while self._heap:
            at, key = self._heap[0]
            known = self._entries.get(key)
            if known is not None and known[0] == at:
                return at
            heapq.heappop(self._heap)
        return NEVER

    def happen_next(self) -> Iterator[Job | Fix]:
        """Let the next entry happen; yield what it brought.

        An entry that plans nothing new for its key is tried again later, until somebody plans or drops it.
        """
        at = self.next_at()
        _, key = heapq.heappop(self._heap)
        _, mark, action = self._entries[key]
        again = (at + RETRY_MS, mark, action)
        self._entries[key] = again
        yield from action(at)
        if self._entries.get(key) is again:
            heapq.heappush(self._heap, (again[0], key))
