"""The set-up scripts, run in a small copy of the checkout on a machine of make-believe commands."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETUP = "packaging/setup"
PYTHONS = ("python3.13", "python3.12", "python3.11", "python3")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the scripts of Linux")


@dataclass
class Machine:
    """A checkout at `root`, and commands of its own in front of the real ones."""

    root: Path
    commands: Path
    environment: dict[str, str] = field(default_factory=dict)

    def has(self, name: str, script: str) -> None:
        place = self.commands / name
        place.write_text(f"#!/bin/sh\n{script}\n")
        place.chmod(0o755)

    def has_all_libraries(self) -> None:
        rows = [row.split() for row in (self.root / SETUP / "needs.txt").read_text().splitlines()]
        names = "\n".join(
            f"{row[1]} (libc6,x86-64,AArch64) => /x" for row in rows if row[0] == "lib"
        )
        self.has("ldconfig", f"cat <<'END'\n{names}\nEND")
        for row in rows:
            if row[0] == "cmd":
                self.has(row[1], "")

    def is_ready(self, python: str) -> None:
        """The state after a set-up; `python` is the script of the environment's Python."""
        place = self.root / ".venv/bin/python"
        place.parent.mkdir(parents=True)
        place.write_text(f"#!/bin/sh\n{python}\n")
        place.chmod(0o755)
        parts = ("uv.lock", "pyproject.toml", f"{SETUP}/prepare", f"{SETUP}/needs.txt")
        key = hashlib.sha256(b"".join((self.root / part).read_bytes() for part in parts))
        (self.root / ".setup").mkdir()
        (self.root / ".setup/ready").write_text(key.hexdigest() + "\n")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.root / command[0], *command[1:]],
            cwd=self.commands,
            env={**os.environ, "PATH": f"{self.commands}:{os.environ['PATH']}", **self.environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    root, commands = tmp_path / "check out", tmp_path / "commands"
    commands.mkdir()
    shutil.copytree(ROOT / SETUP, root / SETUP)
    for name in ("run", "test", "uv.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, root)
    machine = Machine(root, commands)
    # an ordinary user without sudo, on a machine whose apt knows the older names
    machine.has("id", "echo 1000")
    machine.has("sudo", "exit 1")
    machine.has("apt-get", "exit 1")
    machine.has("apt-cache", 'case $2 in *t64) ;; *) echo "  Candidate: 1" ;; esac')
    return machine


def test_run_hands_its_arguments_to_main_and_keeps_quiet(machine: Machine) -> None:
    machine.has_all_libraries()
    machine.is_ready('for one in "$@"; do echo "$one"; done')
    ran = machine.run("run", "drill", "--headless", "two words", "")
    main = str(machine.root / "main.py")
    assert ran.stdout.split("\n") == [main, "drill", "--headless", "two words", "", ""]
    assert (ran.returncode, ran.stderr) == (0, "")


def test_run_ends_as_main_ends(machine: Machine) -> None:
    machine.has_all_libraries()
    machine.is_ready("exit 7")
    assert machine.run("run").returncode == 7


def test_a_second_start_adds_less_than_half_a_second(machine: Machine) -> None:
    machine.has_all_libraries()
    machine.is_ready("")
    begin = time.monotonic()
    assert machine.run("run").returncode == 0
    assert time.monotonic() - begin < 0.5


def test_missing_libraries_are_named_in_one_line(machine: Machine) -> None:
    machine.has_all_libraries()
    machine.has("ldconfig", "")
    ran = machine.run("run")
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (3, "", 1)
    assert "sudo apt-get install libegl1 " in ran.stderr
    assert " libasound2 " in ran.stderr
    assert "|" not in ran.stderr
    assert "xvfb" not in ran.stderr


def test_a_library_that_went_away_is_noticed(machine: Machine) -> None:
    machine.has_all_libraries()
    machine.is_ready("")
    listing = machine.commands / "ldconfig"
    listing.write_text(listing.read_text().replace("libnss3.so ", "libnss4.so "))
    ran = machine.run("run")
    assert ran.returncode == 3
    assert ran.stderr.endswith("sudo apt-get install libnss3\n")


def test_without_a_fitting_python_it_says_so(machine: Machine) -> None:
    machine.has_all_libraries()
    machine.has("apt-cache", "")
    for name in PYTHONS:
        machine.has(name, "exit 1")
    ran = machine.run("run")
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (3, "", 1)
    assert "Python 3.11, 3.12 or 3.13" in ran.stderr


def test_a_name_with_no_python_behind_it_is_passed_over(machine: Machine) -> None:
    """A version manager's shim may stand on PATH for a version that is not installed."""
    machine.has_all_libraries()
    machine.has("python3.13", "exit 127")
    machine.has(
        "python3.12",
        'case "$*" in *executable*) echo "$0" ;; *-m*) echo made by $0; exit 1 ;; esac',
    )
    ran = machine.run("run")
    assert ran.returncode == 3
    assert f"made by {machine.commands}/python3.12" in (machine.root / ".setup/log").read_text()


@pytest.mark.parametrize(
    ("arguments", "static", "last"),
    [
        ((), True, "-m pytest -n 2 --dist worksteal"),
        (("-k", "one two"), True, "-m pytest -n 2 --dist worksteal -k one two"),
        (("--only-pytest", "tests/ui"), False, "-m pytest -n 2 --dist worksteal tests/ui"),
        (("--only-pytest", "--full"), False, "-m pytest -n 2 --dist worksteal -m full or not full"),
    ],
)
def test_test_runs_the_checks_and_hands_on_the_rest(
    machine: Machine, arguments: tuple[str, ...], static: bool, last: str
) -> None:
    machine.has_all_libraries()
    machine.is_ready('echo "$*"')
    ran = machine.run("test", *arguments)
    lines = ran.stdout.splitlines()
    assert ran.returncode == 0
    assert lines[-1] == last
    assert ("-m mypy" in lines) is static


def test_test_goes_on_after_a_failed_check_and_fails(machine: Machine) -> None:
    machine.has_all_libraries()
    machine.is_ready('echo "$*"; case "$*" in *mypy*) exit 1 ;; esac')
    ran = machine.run("test")
    assert ran.stdout.splitlines()[-1] == "-m pytest -n 2 --dist worksteal"
    assert ran.returncode == 1


def test_qt_finds_every_library_on_a_machine_that_was_set_up() -> None:
    packages = Path(sys.prefix, f"lib/python{sys.version_info.major}.{sys.version_info.minor}")
    qt = packages / "site-packages/PySide6/Qt"
    asked = [
        *(qt / f"lib/libQt6{part}.so.6" for part in ("WebEngineWidgets", "XcbQpa", "Multimedia")),
        *qt.glob("plugins/platforms/libq*.so"),
        qt / "libexec/QtWebEngineProcess",
    ]
    answer = subprocess.run(["ldd", *asked], capture_output=True, text=True, check=True).stdout
    assert "libGL.so.1" in answer
    assert [line for line in answer.splitlines() if "not found" in line] == []
