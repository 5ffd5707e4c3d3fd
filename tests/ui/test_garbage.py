"""Garbage: what refers to itself is collected, and on the main thread."""

from __future__ import annotations

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from ui.garbage import Garbage


class Knot:
    """Refers to itself."""

    def __init__(self) -> None:
        self.itself = self


def test_a_knot_dies_on_the_main_thread_whoever_made_it(qtbot: QtBot) -> None:
    garbage = Garbage()
    died_on: list[threading.Thread] = []

    def make() -> None:
        knots = [Knot() for _ in range(20_000)]
        weakref.finalize(knots[0], lambda: died_on.append(threading.current_thread()))

    thread = threading.Thread(target=make)
    thread.start()
    thread.join()
    try:
        assert not gc.isenabled()
        qtbot.waitUntil(lambda: bool(died_on))
    finally:
        garbage.close()
    assert died_on == [threading.main_thread()]
    assert gc.isenabled()


def test_what_is_there_when_the_window_stands_is_looked_through_no_more_until_the_end() -> None:
    garbage = Garbage()
    knot = Knot()
    died = weakref.ref(knot)
    try:
        garbage.settle()
        del knot
        gc.collect()
        assert died() is not None
    finally:
        garbage.close()
    gc.collect()
    assert died() is None
