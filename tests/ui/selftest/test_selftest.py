"""The self-test fails where something fails: its driver, its look at the network, its report."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import ui.selftest.driver as driving
from ui.selftest.check import Check, CheckError, Report
from ui.selftest.driver import Driver, Steps, Trial
from ui.selftest.outside import can_look, connections

ROOT = Path(__file__).parents[3]


def good() -> Steps:
    """Wait for something that is so at the third look, and tell of it."""
    looks = iter([False, False, True])
    yield lambda: next(looks)
    return "found"


def bad() -> Steps:
    """Find that something does not hold."""
    yield lambda: True
    raise CheckError("it is not so")


def broken() -> Steps:
    """Stumble over a fault."""
    yield lambda: True
    raise ZeroDivisionError


def endless() -> Steps:
    """Wait for what never comes."""
    yield lambda: False
    return ""


def outcome(qtbot: QtBot, *steps: object) -> list[tuple[str, bool, str]]:
    """Run trials of these steps and return name, whether it held, and what was found."""
    trials = [Trial(f"t{at}", f"trial {at}", each) for at, each in enumerate(steps)]  # type: ignore[arg-type]
    driver = Driver(trials)
    with qtbot.waitSignal(driver.done) as told:
        driver.start()
    (checks,) = told.args or ((),)
    return [(check.name, check.held, check.found) for check in checks]


def test_trials_run_in_order_and_tell_what_they_found(qtbot: QtBot) -> None:
    assert outcome(qtbot, good, good) == [("t0", True, "found"), ("t1", True, "found")]


@pytest.mark.parametrize(
    ("steps", "found"),
    [(bad, "it is not so"), (broken, "ZeroDivisionError: "), (endless, "waited 0 s in vain")],
)
def test_the_first_failure_ends_the_course_and_says_why(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, steps: object, found: str
) -> None:
    monkeypatch.setattr(driving, "PATIENCE_S", 0.1)
    assert outcome(qtbot, good, steps, good) == [("t0", True, "found"), ("t1", False, found)]


def test_a_fault_elsewhere_fails_the_trial_under_way(qtbot: QtBot) -> None:
    driver = Driver([Trial("t", "trial", endless)])
    with qtbot.waitSignal(driver.done) as told:
        driver.start()
        driver.fail("KeyError: x")
    (checks,) = told.args or ((),)
    assert [(check.held, check.found) for check in checks] == [(False, "KeyError: x")]


def test_a_report_holds_only_if_every_check_was_reached_and_held(tmp_path: Path) -> None:
    held, failed = Check("a", "一", True, "好", 5), Check("b", "二", False, "坏", 7)
    assert Report({}, 1, [held]).holds
    assert not Report({}, 2, [held]).holds
    assert not Report({}, 2, [held, failed]).holds
    report = Report({"qt": "6"}, 3, [held, failed])
    report.write(tmp_path / "new")
    read = json.loads((tmp_path / "new" / "self-test.json").read_text(encoding="utf-8"))
    assert (read["holds"], read["ms"], [check["name"] for check in read["checks"]]) == (
        False,
        12,
        ["a", "b"],
    )
    text = (tmp_path / "new" / "self-test.txt").read_text(encoding="utf-8")
    assert "× 二  7 ms  坏" in text
    assert "not reached: 1" in text


@pytest.mark.skipif(not can_look(), reason="this system does not say what is connected")
def test_a_connection_to_the_outside_is_seen_and_one_within_the_machine_is_not() -> None:
    before = connections()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as inside:
        inside.connect(("127.0.0.1", 9))
        assert connections() == before
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outside:
        try:
            outside.connect(("192.0.2.1", 9))  # an address for examples; connecting sends nothing
        except OSError:
            pytest.skip("this machine has no way out at all")
        assert [far for far in connections() if far not in before] == ["udp 010200C0:0009"]


@pytest.mark.full
@pytest.mark.timeout(180)
def test_the_program_tries_itself_and_all_of_it_holds(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "--self-test", str(tmp_path)]
    done = subprocess.run(command, env={**os.environ}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads((tmp_path / "self-test.json").read_text(encoding="utf-8"))["holds"]
