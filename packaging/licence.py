"""The licence texts that come with the Python packages of this environment, for the folder `licences` of the frozen program."""

from __future__ import annotations

from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePosixPath

SIGNS = ("LICEN", "COPYING", "NOTICE", "AUTHORS")
# They build the program and are no part of it; its boot loader may be passed on with any program.
TOOLS = {"pip", "setuptools", "wheel", "pyinstaller", "pyinstaller-hooks-contrib", "altgraph"}


def licence_texts() -> list[tuple[str, str]]:
    """Return (file, folder in the program) of every licence text, in the order of the packages' names."""
    found = sorted((name_of(each), each) for each in distributions())
    return [entry for name, each in found if name not in TOOLS for entry in texts_of(name, each)]


def name_of(package: Distribution) -> str:
    """Return the name of a package as uv.lock writes it."""
    return str(package.metadata["Name"]).lower().replace("_", "-")


def texts_of(name: str, package: Distribution) -> list[tuple[str, str]]:
    """Return the licence texts of one package, each in a folder like the one it came in."""
    entries = []
    for file in package.files or []:
        path = PurePosixPath(str(file))
        in_notes = path.parts[0].endswith(".dist-info") and ".." not in path.parts
        if in_notes and path.name.upper().startswith(SIGNS):
            target = Path("licences") / name / Path(*path.parts[1:-1])
            entries.append((str(Path(str(package.locate_file(file)))), str(target)))
    return sorted(entries)
