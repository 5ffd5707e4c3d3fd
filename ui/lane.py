"""Lanes: queues of work with their own threads, whose answers arrive on the main thread."""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from ui.timer import single_shot

W = TypeVar("W")

Answer = Callable[[Any], None]
# So long (s) answers may hold the thread they arrive on; the rest comes after what else waits there: keys, paints.
TURN_S = 0.008


@dataclass(frozen=True, slots=True)
class Ticket(Generic[W]):
    """One piece of work and who wants the result or the exception."""

    work: W
    then: Answer
    failed: Callable[[Exception], None]


class Lane(QObject, Generic[W]):
    """Runs tickets on its own threads, `batch` at a time; answers on the thread that owns the lane.

    `run` gets the works of a batch and returns one result or exception for each.

    Signals:
        emptied(): everything handed in has been answered.
    """

    emptied = Signal()
    _answered = Signal(object)

    def __init__(
        self,
        name: str,
        run: Callable[[Sequence[W]], Sequence[object]],
        *,
        threads: int = 1,
        batch: int = 1,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._run = run
        self._batch = batch
        self._waiting = 0
        self._closed = False
        self._queue: queue.SimpleQueue[Ticket[W] | None] = queue.SimpleQueue()
        self._answers: deque[tuple[Ticket[W], object]] = deque()
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._next_turn = single_shot(self, 0, self._deliver)
        self._threads = [
            threading.Thread(target=self._work, name=f"lane-{name}-{number}", daemon=True)
            for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def waiting(self) -> int:
        """How many tickets have no answer yet."""
        return self._waiting

    def submit(self, work: W, then: Answer, failed: Callable[[Exception], None]) -> None:
        """Queue work; exactly one of the two is called later, on the lane's own thread."""
        self._waiting += 1
        self._queue.put(Ticket(work, then, failed))

    def close(self) -> None:
        """Do what is queued, then end the threads; answers after this are dropped with the lane."""
        for _ in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join()
        self._closed = True

    def abandon(self) -> None:
        """End without waiting for what runs: only for work that leaves nothing half done."""
        self._closed = True
        for _ in self._threads:
            self._queue.put(None)

    def _work(self) -> None:
        while (first := self._queue.get()) is not None:
            tickets = [first]
            ending = False
            while len(tickets) < self._batch and not self._queue.empty():
                more = self._queue.get()
                if more is None:
                    ending = True
                    break
                tickets.append(more)
            results = self._results(tickets)
            if self._closed:
                return  # abandoned: nobody is there to be told
            self._answered.emit(list(zip(tickets, results, strict=True)))
            if ending:
                return

    def _results(self, tickets: Sequence[Ticket[W]]) -> Sequence[object]:
        try:
            return self._run([ticket.work for ticket in tickets])
        except Exception as error:
            return [error] * len(tickets)

    def _take(self, answers: list[tuple[Ticket[W], object]]) -> None:
        if self._closed:
            return  # whoever asked may be gone already
        self._answers.extend(answers)
        if not self._next_turn.isActive():
            self._deliver()

    def _deliver(self) -> None:
        """Hand out answers in their order for one turn."""
        until = time.perf_counter() + TURN_S
        try:
            while self._answers and not self._closed and time.perf_counter() < until:
                self._hand_out(*self._answers.popleft())
        finally:
            # Also when one of those who asked fails: the others still get theirs.
            if self._answers and not self._closed:
                self._next_turn.start()
        if self._waiting == 0:
            self.emptied.emit()

    def _hand_out(self, ticket: Ticket[W], result: object) -> None:
        self._waiting -= 1
        if isinstance(result, Exception):
            ticket.failed(result)
        else:
            ticket.then(result)


def call_each(works: Sequence[Callable[[], object]]) -> list[object]:
    """Run plain callables; the `run` of lanes that need no batches."""
    results: list[object] = []
    for work in works:
        try:
            results.append(work())
        except Exception as error:
            results.append(error)
    return results
