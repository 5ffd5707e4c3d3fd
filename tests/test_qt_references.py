"""Guards against a Qt binding that loses references to None, True or False (see qt_references)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("qt_references.py")
TOLERANCE = 100  # caches may keep or drop some; the fault moves the counts by thousands


@pytest.mark.timeout(120)
def test_qt_calls_leave_the_reference_counts_of_the_constants_alone() -> None:
    """From Python 3.12 on they are immortal and their counts mean nothing: then it must merely not crash."""
    ran = subprocess.run(
        [sys.executable, PROGRAM], capture_output=True, text=True, timeout=110, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    changes = json.loads(ran.stdout)
    done = changes.pop("done")
    assert done["heard"] > 20_000, "the signals and the page's calls did not arrive"
    assert done["asked"] > 20_000, "the table was not asked"
    moved = {
        action: counts
        for action, counts in changes.items()
        if any(abs(count) > TOLERANCE for count in counts.values())
    }
    if sys.version_info < (3, 12):
        assert not moved
