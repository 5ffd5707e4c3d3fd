"""The keeper starts what died again, and lets be what ended as meant."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ui.terminal.keeper import DEATHS, keep_running

# Counts its starts in a file; dies of the signal, or ends with the status, that the list of its arguments has for that start.
MORTAL = """
import os, sys
from pathlib import Path
file, *ends = sys.argv[1:]
starts = Path(file).stat().st_size
Path(file).write_bytes(b"." * (starts + 1))
end = int(ends[min(starts, len(ends) - 1)])
if end < 0:
    os.kill(os.getpid(), -end)
sys.exit(end)
"""


@pytest.fixture
def starts(tmp_path: Path) -> Path:
    """The file whose length is the number of starts."""
    file = tmp_path / "starts"
    file.touch()
    return file


def kept(starts: Path, *ends: int) -> tuple[int, int, list[int]]:
    """Keep a mortal running; return its last status, how often it was started, and of what it died."""
    died: list[int] = []
    command = [sys.executable, "-S", "-c", MORTAL, str(starts), *map(str, ends)]
    status = keep_running(command, died.append)
    return status, starts.stat().st_size, died


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_window_that_dies_is_opened_until_it_is_closed(starts: Path) -> None:
    ends = (-int(signal.SIGKILL), 1, 0)
    assert kept(starts, *ends) == (0, 3, [-9, 1])


@pytest.mark.parametrize("meant", [2, 3, 4])
def test_an_end_with_a_reason_is_left_alone(starts: Path, meant: int) -> None:
    assert kept(starts, meant) == (meant, 1, [])


def test_what_dies_again_and_again_is_given_up(starts: Path) -> None:
    assert kept(starts, 1) == (1, DEATHS, [1] * (DEATHS - 1))


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_request_to_stop_reaches_the_window_and_is_no_death() -> None:
    # Says which process it is and waits; its end by the signal is the end of the keeper.
    child = "import os, sys, time; print(os.getpid(), flush=True); time.sleep(60)"
    keeper = (
        "import sys; from ui.terminal.keeper import keep_running\n"
        f"sys.exit(keep_running([sys.executable, '-S', '-c', {child!r}], lambda status: None))"
    )
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", keeper]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        pid = int(process.stdout.readline())
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
