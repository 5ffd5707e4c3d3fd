"""Makes the installer for Windows of the folder that packaging/build.py froze there; needs makensis (NSIS 3).

packaging/windows.py                     dist/zhangzhou-110-VERSION-setup.exe
packaging/windows.py FOLDER OUT.exe      of another folder, as a test does
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from identity import EXECUTABLE, MAINTAINER, NAME, TITLE_ZH, commit_time, four_numbers, version

ROOT = Path(__file__).resolve().parent.parent
DIST, DRAWN = ROOT / "dist", ROOT / "build" / "drawn"
SCRIPT = ROOT / "packaging" / "setup.nsi"


def main() -> int:
    """Make the installer."""
    given = [Path(name).resolve() for name in sys.argv[1:3]]
    folder, out = given or (DIST / NAME, DIST / f"{NAME}-{version()}-setup.exe")
    make(folder, DRAWN / "icon.ico", out)
    print(f"{out.stat().st_size / 1_000_000:6.1f} MB  {out.name}")
    return 0


def make(folder: Path, icon: Path, out: Path) -> None:
    """Run makensis; every warning is an error."""
    makensis = shutil.which("makensis")
    if makensis is None:
        raise SystemExit("makensis is not there: install NSIS")
    words = {
        "NAME": NAME,
        "EXECUTABLE": EXECUTABLE,
        "TITLE": TITLE_ZH,
        "PUBLISHER": MAINTAINER.split(" <")[0],
        "VERSION": version(),
        "NUMBERS": ".".join(map(str, four_numbers())),
        "KILOBYTES": str(sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) // 1024),
        "FOLDER": str(folder),
        "SLASH": os.sep,
        "ICON": str(icon),
        "OUT": str(out),
    }
    # On Windows options begin with a slash, elsewhere with a dash; both take the dash.
    command = [makensis, "-V2", "-WX", "-INPUTCHARSET", "UTF8"]
    command += [f"-D{name}={word}" for name, word in words.items()]
    settings = {**os.environ, "SOURCE_DATE_EPOCH": commit_time()}
    subprocess.run([*command, str(SCRIPT)], env=settings, check=True)


if __name__ == "__main__":
    sys.exit(main())
