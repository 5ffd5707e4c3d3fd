"""Brings the English translation up to date: gathers the source texts of ui/, compiles what is translated.

packaging/translation.py            update resources/translations/desk_en.ts and compile it
packaging/translation.py --check    exit 1 where a text is untranslated or a file is out of date
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).resolve().parent.parent
TS = ROOT / "resources" / "translations" / "desk_en.ts"
QM = TS.with_suffix(".qm")


def tool(name: str) -> str:
    """Return the path of one of Qt's translation tools, as PySide6 ships them."""
    folder = Path(PySide6.__file__).parent
    for file in (folder / name, folder / f"{name}.exe"):
        if file.exists():
            return str(file)
    raise FileNotFoundError(name)


def sources() -> list[str]:
    """Return the Python files whose texts people see."""
    return sorted(str(file.relative_to(ROOT)) for file in (ROOT / "ui").rglob("*.py"))


def gather(ts: Path) -> None:
    """Bring a .ts file up to the source texts; texts that are gone leave it."""
    command = [tool("lupdate"), *sources(), "-ts", str(ts), "-locations", "none", "-no-obsolete"]
    command += ["-source-language", "zh_CN", "-target-language", "en_GB", "-silent"]
    subprocess.run(command, cwd=ROOT, check=True)


def compile_into(ts: Path, qm: Path) -> None:
    """Compile a .ts file."""
    command = [tool("lrelease"), str(ts), "-qm", str(qm), "-silent"]
    subprocess.run(command, cwd=ROOT, check=True)


def untranslated(ts: Path) -> list[str]:
    """Return the source texts without a finished translation, with their context."""
    missing = []
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            text = "".join(translation.itertext()).strip() if translation is not None else ""
            if not text or (translation is not None and translation.get("type") == "unfinished"):
                missing.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return missing


def check() -> list[str]:
    """Return what is wrong with the files on disk."""
    faults = [f"untranslated: {text}" for text in untranslated(TS)]
    with tempfile.TemporaryDirectory() as folder:
        ts, qm = Path(folder) / TS.name, Path(folder) / QM.name
        shutil.copy(TS, ts)
        gather(ts)
        if ts.read_bytes() != TS.read_bytes():
            faults.append(f"{TS.name} does not hold the source texts of today")
        compile_into(TS, qm)
        if not QM.exists() or qm.read_bytes() != QM.read_bytes():
            faults.append(f"{QM.name} is not compiled from {TS.name}")
    return faults


def main() -> int:
    """Update, or check."""
    if "--check" in sys.argv[1:]:
        faults = check()
        print("\n".join(faults) or "every text is translated")
        return 1 if faults else 0
    gather(TS)
    compile_into(TS, QM)
    missing = untranslated(TS)
    print("\n".join(missing) or "every text is translated")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
