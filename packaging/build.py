"""Makes the frozen program: its own locked environment, PyInstaller, then what it weighs and how quickly it starts.

packaging/build.py              build/venv, dist/zhangzhou-110
packaging/build.py --no-start   without the start, as on a machine that cannot open windows

The same on Linux, Windows and macOS; it builds for the system it runs on. uv is taken from .setup/uv or the PATH.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from icu import make_small
from identity import EXECUTABLE, NAME, commit_time, version

ROOT = Path(__file__).resolve().parent.parent
BUILD, DIST = ROOT / "build", ROOT / "dist"
VENV, DRAWN = BUILD / "venv", BUILD / "drawn"
WINDOWS = sys.platform == "win32"
FOLDER_MB, START_S = 350, 4.0
STARTS = 3
MB = 1_000_000


def environment() -> Path:
    """Make the build's own environment exactly as uv.lock says; return its Python."""
    own = ROOT / ".setup" / "uv" / ("Scripts/uv.exe" if WINDOWS else "bin/uv")
    uv = str(own) if own.exists() else shutil.which("uv")
    if uv is None:
        raise SystemExit("uv is not there: run ./test once, or install it")
    command = [uv, "sync", "--frozen", "--no-default-groups", "--group", "build", "--quiet"]
    settings = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(VENV)}
    subprocess.run(command, cwd=ROOT, env=settings, check=True)
    return VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def freeze(python: Path) -> Path:
    """Draw the icon, run PyInstaller; return the folder with the program."""
    subprocess.run([python, ROOT / "packaging" / "icon.py", DRAWN], check=True)
    command = [str(python), "-m", "PyInstaller", str(ROOT / "build.spec"), "--noconfirm"]
    places = ["--distpath", str(DIST), "--workpath", str(BUILD / "work")]
    # The same commit gives the same bytes as far as PyInstaller lets it.
    settings = {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": commit_time()}
    subprocess.run([*command, *places, "--log-level", "WARN"], cwd=ROOT, env=settings, check=True)
    folder: Path = DIST / NAME
    if sys.platform == "linux":
        strip_python(folder)
        for library in folder.glob("_internal/PySide6/Qt/lib/libicudata.so.*"):
            make_small(library)
    settle(folder, int(commit_time()))
    return folder


def settle(folder: Path, at: int) -> None:
    """Give every file and folder the time of the commit (Unix s), so that archives of it are the same each time."""
    for file in (*folder.rglob("*"), folder):
        # Windows cannot give a link a time of its own; the folder has none there.
        os.utime(file, (at, at), follow_symlinks=WINDOWS)


def strip_python(folder: Path) -> None:
    """Take the notes for debuggers out of the libraries of Python and SQLAlchemy; numpy's would not survive it."""
    inside = folder / "_internal"
    own = [
        *inside.glob("libpython3*.so*"),
        *inside.glob("python3.*/lib-dynload/*.so"),
        *inside.glob("sqlalchemy/**/*.so"),
    ]
    for file in own if shutil.which("strip") else []:
        subprocess.run(["strip", "--strip-unneeded", str(file)], check=True)


def weights(folder: Path) -> Counter[str]:
    """Return bytes by what they are for; links weigh nothing."""
    found: Counter[str] = Counter()
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            found[part_of(file.relative_to(folder).as_posix())] += file.stat().st_size
    return found


PARTS = (
    ("WebEngine", "Chromium (Qt WebEngine)"),
    ("Qt/resources", "Chromium (Qt WebEngine)"),
    ("qtwebengine_locales", "Chromium (Qt WebEngine)"),
    ("libicu", "ICU of Qt"),
    ("Qt6Qml", "Qt Quick and QML (WebEngine asks for them)"),
    ("Qt6Quick", "Qt Quick and QML (WebEngine asks for them)"),
    ("PySide6", "Qt and PySide6"),
    ("shiboken6", "Qt and PySide6"),
    ("numpy", "NumPy with OpenBLAS (roads; folium and shapely ask for it)"),
    ("scipy", "SciPy: sparse graphs (roads)"),
    ("osmium", "osmium (extracts)"),
    ("shapely", "shapely with GEOS"),
    ("resources/fonts", "Chinese fonts"),
    ("resources", "region, dictionaries, page"),
    ("sqlalchemy", "SQLAlchemy"),
    ("pypinyin", "pypinyin"),
    ("python3", "Python"),
    (".so", "Python and its libraries"),
)


def part_of(place: str) -> str:
    """Return what a file of the folder is for."""
    return next((name for sign, name in PARTS if sign in place), "the rest")


def table(found: Counter[str]) -> list[str]:
    """Return what takes the room, the largest first."""
    lines = [f"| {name} | {size / MB:.0f} |" for name, size in found.most_common()]
    return ["| what | MB |", "|---|---:|", *lines, f"| **all** | **{found.total() / MB:.0f}** |"]


def start_times(folder: Path) -> list[float]:
    """Start the program on a new store, then on the same again; return seconds until the map is drawn and it has ended."""
    program = folder / (f"{EXECUTABLE}.exe" if WINDOWS else EXECUTABLE)
    with tempfile.TemporaryDirectory() as place:
        command = [str(program), "--exit-when-ready", "--store", str(Path(place) / "d.sqlite")]
        return [timed(command) for _ in range(STARTS + 1)]


def timed(command: list[str]) -> float:
    """Return how many seconds a command takes; CalledProcessError where it fails."""
    began = time.monotonic()
    settings = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    subprocess.run(command, env=settings, check=True, capture_output=True, timeout=120)
    return time.monotonic() - began


def main() -> int:
    """Build, weigh, start."""
    folder = freeze(environment())
    found = weights(folder)
    print(f"{NAME} {version()}  {folder}")
    print("\n".join(table(found)))
    size = found.total() / MB
    print(f"folder: {size:.0f} MB, goal {FOLDER_MB}: {'met' if size <= FOLDER_MB else 'NOT met'}")
    if "--no-start" not in sys.argv[1:]:
        first, *rest = start_times(folder)
        usual = statistics.median(rest)
        words = "met" if usual <= START_S else "NOT met"
        print(f"first start, new store: {first:.1f} s; then {usual:.1f} s, goal {START_S}: {words}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
