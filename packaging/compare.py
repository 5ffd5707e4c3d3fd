"""Compares two frozen folders, or two archives, byte by byte; the exit status is 0 where they are the same.

packaging/compare.py ONE OTHER
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path


def main() -> int:
    """Name every difference."""
    one, other = (digests(Path(name)) for name in sys.argv[1:3])
    differing = sorted(
        place for place in one.keys() | other.keys() if one.get(place) != other.get(place)
    )
    for place in differing:
        print(
            f"{'only in the other' if place not in one else 'differs' if place in other else 'only in the first'}: {place}"
        )
    print(f"{len(one.keys() | other.keys())} files, {len(differing)} differ")
    return 1 if differing else 0


def digests(root: Path) -> dict[str, str]:
    """Return the SHA-256, or where a link leads to, of every file of a folder by its place; of one file, its own."""
    files = [root] if root.is_file() else [file for file in root.rglob("*") if not is_folder(file)]
    return {
        "" if file == root else file.relative_to(root).as_posix(): digest(file) for file in files
    }


def is_folder(file: Path) -> bool:
    """Tell whether there is a folder of its own, not a link to one."""
    return file.is_dir() and not file.is_symlink()


def digest(file: Path) -> str:
    """Return what tells a file from another."""
    if file.is_symlink():
        return f"→ {os.readlink(file)}"  # noqa: PTH115  as it was written
    return hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
