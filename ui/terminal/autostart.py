"""The window comes by itself when a person logs in: on, off, or how it is; by the means of each system."""

from __future__ import annotations

import os
import plistlib
import shlex
import subprocess
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from ui.terminal.keeper import own_command
from ui.terminal.wording import Wording

NAME = "zhangzhou-110"
LABEL = f"cn.{NAME}.workstation"
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
ENTRY = """[Desktop Entry]
Type=Application
Name=漳州110调度台
Name[en]=Zhangzhou 110 dispatch workstation
Exec={command}
Icon={name}
X-GNOME-Autostart-enabled=true
"""


def run_autostart(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Turn the start at log-in on or off, or tell how it is."""
    if parsed.how == "on":
        turn_on(own_command(["--keep-running"]))
    elif parsed.how == "off":
        turn_off()
    out.write(say("autostart.on" if is_on() else "autostart.off", path=str(place())) + "\n")
    return 0


def place() -> Path | str:
    """Return where the system looks for what it starts: a file, on Windows a key of the registry."""
    if sys.platform == "win32":
        return rf"HKEY_CURRENT_USER\{RUN}\{NAME}"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"
    kept = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(kept) / "autostart" / f"{NAME}.desktop"


def turn_on(command: Sequence[str]) -> None:
    """Let the system start a command when this person logs in."""
    file = place()
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415  only Windows has it

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN) as key:
            winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, subprocess.list2cmdline(command))
        return
    assert isinstance(file, Path)
    file.parent.mkdir(parents=True, exist_ok=True)
    if sys.platform == "darwin":
        wanted = {"Label": LABEL, "ProgramArguments": list(command), "RunAtLoad": True}
        file.write_bytes(plistlib.dumps(wanted))
    else:
        # In a desktop entry a percent sign begins a field.
        line = shlex.join(command).replace("%", "%%")
        file.write_text(ENTRY.format(command=line, name=NAME), encoding="utf-8")


def turn_off() -> None:
    """Let it be."""
    file = place()
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415  only Windows has it

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN) as key:
            if is_on():
                winreg.DeleteValue(key, NAME)
        return
    assert isinstance(file, Path)
    file.unlink(missing_ok=True)


def is_on() -> bool:
    """Tell whether the system would start the window."""
    file = place()
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415  only Windows has it

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN) as key:
            try:
                winreg.QueryValueEx(key, NAME)
            except FileNotFoundError:
                return False
        return True
    assert isinstance(file, Path)
    return file.exists()
