"""What the program is called and which version it is, for everything that is built from it; the version is pyproject's."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NAME = "zhangzhou-110"
EXECUTABLE = "zhangzhou-110"
TITLE_ZH, TITLE_EN = "漳州110 接处警工作站", "Zhangzhou 110 Dispatch Workstation"
SUMMARY = "Dispatch workstation for the 110 police service of Zhangzhou"
MAINTAINER = "Zhangzhou 110 workstation maintainers <maintainers@zhangzhou-110.invalid>"
LICENCE = "MIT"


def version() -> str:
    """Return the version, as pyproject.toml says it."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        found: str = tomllib.load(file)["project"]["version"]
    return found


def commit_time() -> str:
    """Return the time of the commit (Unix s), "0" outside a checkout."""
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "0"


def four_numbers() -> tuple[int, int, int, int]:
    """Return the version as Windows counts: four numbers."""
    numbers = [int(part) for part in version().split(".")]
    return tuple([*numbers, 0, 0, 0, 0][:4])  # type: ignore[return-value]


def version_resource() -> Any:
    """Return the version resource of the Windows executable."""
    from PyInstaller.utils.win32 import versioninfo as win  # noqa: PLC0415  only Windows asks

    numbers = four_numbers()
    texts = {
        "CompanyName": MAINTAINER.split(" <")[0],
        "FileDescription": TITLE_EN,
        "FileVersion": version(),
        "InternalName": EXECUTABLE,
        "LegalCopyright": LICENCE,
        "OriginalFilename": f"{EXECUTABLE}.exe",
        "ProductName": TITLE_ZH,
        "ProductVersion": version(),
    }
    strings = [win.StringStruct(name, text) for name, text in texts.items()]
    # Simplified Chinese, Unicode.
    table = win.StringTable("080404B0", strings)
    return win.VSVersionInfo(
        ffi=win.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            win.StringFileInfo([table]),
            win.VarFileInfo([win.VarStruct("Translation", [0x0804, 1200])]),
        ],
    )
