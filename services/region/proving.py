"""Proves a region complete: every file is there with the sum that was written down, and can be read."""

from __future__ import annotations

import csv
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.errors import TroubleError
from services.region.locating import Locator
from services.region.manifest import FILE, FORMAT, sha256_of
from services.region.package import unpack
from services.region.region import Region
from services.region.trade import DICTIONARIES
from services.tiles import FILE as TILES
from services.tiles import TileArchive

Tell = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Proof:
    """What a proven region has: its title, and how many of what by part."""

    region: Region
    counts: Mapping[str, Mapping[str, int]]
    size: int


def prove_region(path: Path, tell: Tell = lambda part: None) -> Proof:
    """Return what a region has, a folder or a `.region` file.

    TroubleError `region.unreadable`, `region.newer`, `region.part_missing`, `region.damaged` name the first file that
    will not do; `region.foreign` what is no region at all.
    """
    if path.is_file():
        with tempfile.TemporaryDirectory(prefix="region-") as name:
            unpack(path, Path(name), lambda part: tell(part / 2))
            return _prove(Path(name), lambda part: tell(0.5 + part / 2))
    return _prove(path, tell)


def _prove(folder: Path, tell: Tell) -> Proof:
    if not (folder / FILE).is_file():
        raise TroubleError("region.foreign", path=folder.name)
    about = _about(folder / FILE)
    size = 0
    for at, file in enumerate(about["files"]):
        size += _sum(folder, file)
        tell((at + 1) / (len(about["files"]) + 1))
    region = Region.load(folder)
    Locator(region)
    _open_all(folder, about)
    tell(1.0)
    return Proof(region, about.get("counts", {}), size)


def _about(file: Path) -> dict[str, Any]:
    try:
        about = json.loads(file.read_text(encoding="utf-8"))
        form = int(about["format"])
        [str(one["path"]) for one in about["files"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TroubleError("region.unreadable", file=FILE, why=str(error)) from error
    if form > FORMAT:
        raise TroubleError("region.newer", format=form)
    return dict(about)


def _sum(folder: Path, file: Mapping[str, Any]) -> int:
    """The size of a file that is what the manifest says."""
    name = str(file["path"])
    path = folder / name
    if not path.is_file() or path.parent != folder:
        raise TroubleError("region.part_missing", file=name)
    if sha256_of(path) != file.get("sha256"):
        raise TroubleError("region.damaged", file=name, why="SHA-256")
    return path.stat().st_size


def _open_all(folder: Path, about: Mapping[str, Any]) -> None:
    """A sum proves the copy, not the original: what each part counted must be there."""
    names = {str(file["path"]) for file in about["files"]}
    if TILES not in names:
        raise TroubleError("region.part_missing", file=TILES)
    archive = TileArchive(folder / TILES)
    try:
        if archive.count() != about.get("counts", {}).get("tiles", {}).get("tiles"):
            raise TroubleError("region.damaged", file=TILES, why="count")
    finally:
        archive.close()
    if "roads.npz" in names and not zipfile.is_zipfile(folder / "roads.npz"):
        raise TroubleError("region.damaged", file="roads.npz", why="zip")
    trade = about.get("counts", {}).get("trade", {})
    for name, count in trade.items():
        _count(folder, str(name), count)
    if "names.sqlite" in names:
        _quick_check(folder / "names.sqlite")


def _count(folder: Path, name: str, count: Any) -> None:
    """A list has the lines that were counted, the dictionaries are as many."""
    file = folder / (DICTIONARIES if name == "dictionaries" else f"{name}.csv")
    try:
        if file.suffix == ".zip":
            with zipfile.ZipFile(file) as archive:
                found = len(archive.namelist())
        else:
            with file.open(encoding="utf-8-sig", newline="") as lines:
                found = sum(1 for _ in csv.reader(lines)) - 1
    except (OSError, ValueError, csv.Error, zipfile.BadZipFile) as error:
        raise TroubleError("region.damaged", file=file.name, why=str(error)) from error
    if found != count:
        raise TroubleError("region.damaged", file=file.name, why="count")


def _quick_check(file: Path) -> None:
    try:
        address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
        database = sqlite3.connect(address, uri=True)
        try:
            answer = database.execute("PRAGMA quick_check").fetchone()[0]
        finally:
            database.close()
    except sqlite3.Error as error:
        raise TroubleError("region.damaged", file=file.name, why=str(error)) from error
    if answer != "ok":
        raise TroubleError("region.damaged", file=file.name, why=str(answer))
