"""An error inside an override of Qt's is a fault that is told, never the end of the program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("override_fault.py")
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("error", "name"),
    [
        ("of_python", "ValueError"),
        ("of_a_number", "ValueError"),
        ("of_an_attribute", "AttributeError"),
        ("of_a_deleted_object", "RuntimeError"),
    ],
)
def test_an_error_in_an_override_is_told_and_the_program_goes_on(error: str, name: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.ui.override_fault", error],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.count(name) == 2
