"""Lanes: answers come on the main thread, in order, one for each piece of work."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from ui.lane import Lane, call_each

Work = Callable[[], object]


@pytest.fixture
def lane() -> Iterator[Lane[Work]]:
    """A lane of one thread."""
    made: Lane[Work] = Lane("test", call_each)
    yield made
    made.close()


def test_an_answer_comes_on_the_main_thread(qtbot: QtBot, lane: Lane[Work]) -> None:
    seen: list[tuple[object, threading.Thread]] = []
    with qtbot.waitSignal(lane.emptied):
        lane.submit(
            threading.current_thread, lambda r: seen.append((r, threading.current_thread())), fail
        )
    worker, receiver = seen[0]
    assert receiver is threading.main_thread()
    assert worker is not threading.main_thread()


def test_answers_of_one_thread_keep_their_order(qtbot: QtBot, lane: Lane[Work]) -> None:
    seen: list[object] = []
    with qtbot.waitSignal(lane.emptied):
        for number in range(200):
            lane.submit(lambda number=number: number, seen.append, fail)  # type: ignore[misc]
    assert seen == list(range(200))


def test_an_exception_goes_to_the_one_who_asked_and_the_lane_goes_on(
    qtbot: QtBot, lane: Lane[Work]
) -> None:
    failures: list[Exception] = []
    results: list[object] = []
    with qtbot.waitSignal(lane.emptied):
        lane.submit(lambda: 1 // 0, results.append, failures.append)
        lane.submit(lambda: "after", results.append, failures.append)
    assert results == ["after"]
    assert isinstance(failures[0], ZeroDivisionError)


def test_what_is_queued_together_runs_as_a_batch_no_larger_than_told(qtbot: QtBot) -> None:
    sizes: list[int] = []
    gate = threading.Event()

    def run(works: Sequence[int]) -> Sequence[object]:
        gate.wait(10)
        sizes.append(len(works))
        return [work * 2 for work in works]

    lane: Lane[int] = Lane("batch", run, batch=8)
    results: list[object] = []
    try:
        with qtbot.waitSignal(lane.emptied):
            for number in range(21):
                lane.submit(number, results.append, fail)
            gate.set()
    finally:
        lane.close()
    assert results == [number * 2 for number in range(21)]
    assert max(sizes) == 8
    assert sum(sizes) == 21


def test_closing_does_what_is_queued_first(qtbot: QtBot) -> None:
    done: list[int] = []
    lane: Lane[Work] = Lane("closing", call_each)
    for number in range(50):
        lane.submit(lambda number=number: done.append(number), ignore, fail)  # type: ignore[misc]
    lane.close()
    assert done == list(range(50))


def test_an_abandoned_lane_waits_for_nobody_and_tells_nobody(qtbot: QtBot) -> None:
    gate, done = threading.Event(), threading.Event()
    lane: Lane[Work] = Lane("long", call_each)

    def work() -> None:
        gate.wait(10)
        done.set()

    lane.submit(work, ignore, fail)
    lane.abandon()
    gate.set()
    assert done.wait(10)
    lane._threads[0].join(10)
    assert not lane._threads[0].is_alive()


def fail(error: Exception) -> None:
    """Fail the test: nothing was to go wrong."""
    raise error


def ignore(_result: object) -> None:
    """Take a result that nobody needs."""


def test_many_answers_at_once_let_others_have_their_turn_in_between(qtbot: QtBot) -> None:
    """Keys and paints wait for no more than a few milliseconds of answers."""
    lane: Lane[int] = Lane("slices", lambda works: list(works), batch=40)
    seen: list[object] = []
    beat = QTimer()
    beat.timeout.connect(lambda: seen.append("beat"))
    beat.start(0)

    def slow(result: object) -> None:
        until = time.perf_counter() + 0.003
        while time.perf_counter() < until:
            pass
        seen.append(result)

    try:
        with qtbot.waitSignal(lane.emptied):
            for number in range(40):
                lane.submit(number, slow, fail)
    finally:
        lane.close()
    answers = [result for result in seen if result != "beat"]
    assert answers == list(range(40))
    between = "".join("." if result == "beat" else "x" for result in seen).strip(".")
    assert max(map(len, between.split("."))) <= 4


def test_one_who_fails_to_take_an_answer_does_not_keep_it_from_the_others(qtbot: QtBot) -> None:
    lane: Lane[int] = Lane("careless", lambda works: list(works), batch=8)
    seen: list[object] = []

    def careless(result: object) -> None:
        raise ValueError(result)

    try:
        with qtbot.captureExceptions() as caught, qtbot.waitSignal(lane.emptied):
            lane.submit(1, careless, fail)
            for number in (2, 3):
                lane.submit(number, seen.append, fail)
    finally:
        lane.close()
    assert seen == [2, 3]
    assert len(caught) == 1
