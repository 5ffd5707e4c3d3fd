"""The start at log-in: on, off, and how it is, on the system's own place."""

from __future__ import annotations

import shlex
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform != "linux", reason="the desktops of Linux")
def test_the_window_comes_at_log_in_when_it_is_on(tmp_path: Path) -> None:
    environment = {"PATH": "", "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    file = tmp_path / "config/autostart/zhangzhou-110.desktop"

    def said(how: str) -> str:
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "autostart", how, "--lang", "en"],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    assert said("show") == f"opens at log-in: no ({file})\n"
    assert said("on") == f"opens at log-in: yes ({file})\n"
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(file, encoding="utf-8")
    command = shlex.split(entry["Desktop Entry"]["Exec"])
    assert command == [sys.executable, str(ROOT / "main.py"), "--keep-running"]
    assert said("off") == f"opens at log-in: no ({file})\n"
    assert not file.exists()
