"""The memory of a long shift: an automatic drill of twelve hours at sixty times the speed of life, so twelve minutes.

Method: the program itself, offscreen, in processes of its own; every five seconds the proportional set sizes (PSS) of
the whole process tree, the map's processes among them, are added up: shared pages count once. The growth is the mean
of the last quarter over the mean of the third: the second half of the shift against itself.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from benchmarks.desk import MAIN, screenless
from benchmarks.figure import Figure, at_most

SPEED, MINUTES, EVERY_S = 60, 12.0, 5.0
SETTLED = 2  # samples before everything is loaded
MEGABYTE = 1024


def measure() -> list[Figure]:
    """Return the figures of memory."""
    minutes = float(os.environ.get("BENCH_MEMORY_MINUTES", MINUTES))
    with tempfile.TemporaryDirectory() as folder:
        sizes = sample(Path(folder), minutes * 60)[SETTLED:]
    quarter = len(sizes) // 4
    third, last = mean(sizes[2 * quarter : 3 * quarter]), mean(sizes[3 * quarter :])
    hours = minutes * SPEED / 60
    return [
        at_most(f"memory in {hours:g} h of drill, most", max(sizes), "MB", 700),
        at_most("growth over its second half", 100 * (last / third - 1), "%", 5),
    ]


def sample(folder: Path, seconds: float) -> list[float]:
    """Return the MB of the program every few seconds of a drill."""
    command = [
        *(sys.executable, str(MAIN), "--store", str(folder / "desk.sqlite")),
        *("--drill", "--auto", "--speed", str(SPEED)),
    ]
    home = {"XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    sizes = []
    with subprocess.Popen(command, env=screenless() | home) as process:
        until = time.monotonic() + seconds
        while time.monotonic() < until and process.poll() is None:
            time.sleep(EVERY_S)
            sizes.append(sum(pss(id) for id in tree(process.pid)) / MEGABYTE)
            print(f"{len(sizes) * EVERY_S:.0f} s: {sizes[-1]:.0f} MB", file=sys.stderr)
        assert process.poll() is None, f"the program ended: {process.returncode}"
        process.send_signal(signal.SIGTERM)
    return sizes


def tree(root: int) -> Iterator[int]:
    """Yield a process and all that descend from it."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text()
        except OSError:
            continue  # it ended meanwhile
        parents[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
    known = {root}
    while more := {id for id, parent in parents.items() if parent in known} - known:
        known |= more
    yield from known


def pss(process: int) -> int:
    """Return the proportional set size of a process in kB, 0 where it is gone."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
