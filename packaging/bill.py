"""The list of parts of the frozen program (CycloneDX 1.5): packages with licence and hashes, scripts, fonts, libraries.

The lock file says where the packages come from and what asks for what; the build's own environment which of them are there.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from identity import LICENCE, NAME, TITLE_EN, version

ROOT = Path(__file__).resolve().parent.parent
VENDORED = ROOT / "resources" / "vendor" / "vendor.json"
LIBRARIES = (".so", ".dll", ".dylib", ".pyd")
Part = dict[str, Any]


def bill_of(folder: Path, site: Path) -> Part:
    """Return the list of parts of a frozen folder whose packages came from a folder `site-packages`; the same each time."""
    locked = exported()
    there = {name_of(each): each for each in distributions(path=[str(site)])}
    packages = [
        part | {"licenses": licences(there[part["name"]])}
        for part in locked["components"]
        if part["name"] in there and there[part["name"]].version == part["version"]
    ]
    parts = [*packages, *vendored(), *libraries(folder)]
    known = {part["bom-ref"] for part in parts} | {locked["metadata"]["component"]["bom-ref"]}
    links = [
        {**link, "dependsOn": [ref for ref in link.get("dependsOn", []) if ref in known]}
        for link in locked.get("dependencies", [])
        if link["ref"] in known
    ]
    program = locked["metadata"]["component"] | {
        "type": "application",
        "name": NAME,
        "version": version(),
        "description": TITLE_EN,
        "licenses": [{"license": {"id": LICENCE}}],
    }
    # Neither a number of this run nor its time: the same folder has the same list.
    about = {"tools": locked["metadata"]["tools"], "component": program}
    kept = {key: locked[key] for key in ("bomFormat", "specVersion", "version")}
    return {**kept, "metadata": about, "components": parts, "dependencies": links}


def exported() -> Part:
    """Return what uv says of the lock file."""
    own = ROOT / ".setup/uv/bin/uv"
    uv = str(own) if own.exists() else "uv"
    command = [uv, "export", "--frozen", "--no-default-groups", "--format", "cyclonedx1.5"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    bill: Part = json.loads(done.stdout)
    return bill


def name_of(package: Distribution) -> str:
    """Return the name of a package as uv.lock writes it."""
    return str(package.metadata["Name"]).lower().replace("_", "-")


def licences(package: Distribution) -> list[Part]:
    """Return the licence as the package itself says it: an expression, or words."""

    def said(field: str) -> list[str]:
        return [str(line) for line in package.metadata.get_all(field) or []]

    if expressions := said("License-Expression"):
        return [{"expression": expressions[0]}]
    words = [
        line.rpartition(" :: ")[2]
        for line in said("Classifier")
        if line.startswith("License :: OSI Approved ::")
    ]
    lines = [line.partition("\n")[0] for line in said("License")]
    names = words or lines or ["see THIRD_PARTY_NOTICES.md"]
    return [{"license": {"name": name}} for name in names]


def vendored() -> Iterator[Part]:
    """Return the scripts and fonts that ship with the program, by their lock file."""
    for package in json.loads(VENDORED.read_text(encoding="utf-8"))["packages"]:
        name, release = package["name"], package["version"]
        address = f"pkg:npm/{name.replace('@', '%40')}@{release}"
        yield {
            "type": "library",
            "bom-ref": address,
            "name": name,
            "version": release,
            "purl": address,
            "licenses": [{"license": {"name": package["licence"]}}],
        }


def libraries(folder: Path) -> Iterator[Part]:
    """Return every native library of the folder with its hash: what a report of a weak spot is compared with."""
    for file in sorted(folder.rglob("*")):
        if file.is_symlink() or not any(sign in file.name for sign in LIBRARIES):
            continue
        place = file.relative_to(folder).as_posix()
        hashed = hashlib.sha256(file.read_bytes()).hexdigest()
        yield {
            "type": "file",
            "bom-ref": place,
            "name": place,
            "hashes": [{"alg": "SHA-256", "content": hashed}],
        }
