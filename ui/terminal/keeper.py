"""Keeps the window open: a program of its own without Qt, which starts the window again when it dies."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from ui.terminal.wording import Wording

# Ends that the window means: closed, bad arguments, a store that cannot be opened, a refusal, interrupted.
MEANT = (0, 2, 3, 4, 130)
# A window that dies so often within so many seconds will not live by being started once more.
DEATHS, WITHIN_S = 5, 60.0
STOPS = ("SIGINT", "SIGTERM", "SIGHUP")


def run_kept(arguments: Sequence[str], say: Wording, out: TextIO) -> int:
    """Run the window with these arguments until somebody closes it; return its last exit status."""
    command = own_command(arguments)

    def tell(status: int) -> None:
        out.write(say("keeper.again", status=status) + "\n")
        out.flush()

    status = keep_running(command, tell)
    if status not in MEANT:
        out.write(say("keeper.given_up", deaths=DEATHS, seconds=round(WITHIN_S)) + "\n")
    return status


def own_command(arguments: Sequence[str]) -> list[str]:
    """Return the command that starts this very program, frozen or not."""
    frozen = getattr(sys, "frozen", False)
    main = Path(__file__).resolve().parent.parent.parent / "main.py"
    return [sys.executable, *([] if frozen else [str(main)]), *arguments]


def keep_running(command: Sequence[str], died: Callable[[int], None]) -> int:
    """Run a command again each time it dies; return the status of an end that was meant, or of the last death."""
    deaths: deque[float] = deque(maxlen=DEATHS)
    while True:
        status = run_once(command)
        if status in MEANT:
            return status
        deaths.append(time.monotonic())
        if len(deaths) == DEATHS and deaths[-1] - deaths[0] < WITHIN_S:
            return status
        died(status)


def run_once(command: Sequence[str]) -> int:
    """Run a command and return its status (negative: the signal it died of); a request to stop is passed on to it."""
    child = subprocess.Popen(command)
    asked: list[int] = []

    def stop(number: int, _frame: object) -> None:
        asked.append(number)
        child.terminate()

    numbers = [getattr(signal, name) for name in STOPS if hasattr(signal, name)]
    before = {number: signal.signal(number, stop) for number in numbers}
    try:
        status = child.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    # Who was asked to stop has ended as meant, whatever the system says of it.
    return 0 if asked else status
