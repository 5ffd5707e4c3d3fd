"""The desk's clock: it goes with the wall, never back, and says when the wall was set."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.clock import DeskClock

NOON = 1_800_000_000_000
HOUR = 3_600_000


class Wall:
    """A machine whose clock a test sets; the steady one only passes."""

    def __init__(self) -> None:
        self.steady, self.offset = 0.0, NOON

    def wall(self) -> int:
        """Return what the machine's clock shows."""
        return round(self.steady) + self.offset

    def clock(self) -> DeskClock:
        """Return a desk's clock on this machine; it ticks when told."""
        clock = DeskClock(wall=self.wall, steady=lambda: self.steady)
        clock._timer.stop()
        return clock


def test_a_clock_put_back_an_hour_does_not_take_the_desk_with_it(qtbot: QtBot) -> None:
    machine = Wall()
    clock = machine.clock()
    steps: list[int] = []
    clock.stepped.connect(steps.append)
    seen = [clock.now()]
    machine.steady += 10_000
    machine.offset -= HOUR
    seen.append(clock.now())
    clock.tick()
    for _ in range(4):
        machine.steady += 500
        clock.tick()
        seen.append(clock.now())
    assert steps == [-HOUR]
    assert seen == sorted(seen)
    assert clock.now() == NOON + 12_000
    assert clock.ahead_ms == HOUR


def test_a_clock_put_forward_is_followed_and_told(qtbot: QtBot) -> None:
    machine = Wall()
    clock = machine.clock()
    steps: list[int] = []
    clock.stepped.connect(steps.append)
    machine.offset += 90_000
    clock.tick()
    assert steps == [90_000]
    assert clock.now() == NOON + 90_000


def test_a_clock_that_is_put_right_again_leaves_no_sign(qtbot: QtBot) -> None:
    machine = Wall()
    clock = machine.clock()
    machine.offset -= HOUR
    clock.tick()
    machine.offset += HOUR
    clock.tick()
    assert (clock.ahead_ms, clock.now()) == (0, NOON)


def test_a_clock_that_drifts_is_told_when_it_has_gone_too_far(qtbot: QtBot) -> None:
    machine = Wall()
    clock = machine.clock()
    steps: list[int] = []
    clock.stepped.connect(steps.append)
    for _ in range(1000):
        machine.steady += 500
        machine.offset += 5
        clock.tick()
    assert steps == [2005, 2005]


def test_small_corrections_are_no_news_and_still_never_go_back(qtbot: QtBot) -> None:
    machine = Wall()
    clock = machine.clock()
    steps: list[int] = []
    clock.stepped.connect(steps.append)
    before = clock.now()
    machine.offset -= 900
    clock.tick()
    assert clock.now() == before
    assert steps == []


def test_a_drill_runs_by_the_steady_clock_alone(qtbot: QtBot) -> None:
    machine = Wall()
    clock = DeskClock(start_ms=NOON, rate=60.0, wall=machine.wall, steady=lambda: machine.steady)
    clock._timer.stop()
    machine.offset -= HOUR
    machine.steady += 1000
    assert clock.now() == NOON + 60_000
    assert clock.ahead_ms == 0
