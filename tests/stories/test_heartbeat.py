"""The main thread stays free while a drill runs ten times as fast as life."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FRAME_MS = 16


def test_a_drill_never_holds_the_main_thread_for_long() -> None:
    command = [sys.executable, "-m", "benchmarks.heartbeat", "10", "5"]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    late = json.loads(said.stdout.splitlines()[-1])
    assert len(late) > 500
    # Other tests share the two cores with this one: the strict figure, p99 under a frame, is ./bench desk's.
    assert late[int(len(late) * 0.95)] < FRAME_MS
    assert late[int(len(late) * 0.99)] < 4 * FRAME_MS
