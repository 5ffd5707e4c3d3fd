"""Puts a region in its place: proved first; the one in use stays until then, and beside it afterwards."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from models.errors import TroubleError
from services.region.home import CURRENT, INCOMING, installed_region
from services.region.manifest import FILE, HOLDS, sha256_of
from services.region.package import unpack
from services.region.proving import Proof, prove_region

DIGITS = 12
Tell = Callable[[float], None]


def install_region(path: Path, home: Path, tell: Tell = lambda part: None) -> Proof:
    """Bring a region (a folder or a `.region` file) to this machine and use it from now on.

    Until it is proved nothing changes; the one in use before stays, older ones go. TroubleErrors as `prove_region`,
    `file.missing`, `file.unwritable`.
    """
    if not path.exists():
        raise TroubleError("file.missing", path=str(path))
    incoming = home / f"{INCOMING}{os.getpid()}"
    try:
        shutil.rmtree(incoming, ignore_errors=True)
        incoming.mkdir(parents=True)
        _bring(path, incoming, tell)
        proof = prove_region(incoming, lambda part: tell(0.5 + part / 2))
        folder = _settle(incoming, home)
        _use(folder, home)
    except OSError as error:
        detail = error.strerror or str(error)
        raise TroubleError("file.unwritable", path=str(home), detail=detail) from error
    finally:
        shutil.rmtree(incoming, ignore_errors=True)
    return proof


def _bring(path: Path, incoming: Path, tell: Tell) -> None:
    if path.is_file():
        unpack(path, incoming, lambda part: tell(part / 2))
        return
    for name in (FILE, *HOLDS):
        if (path / name).is_file():
            shutil.copyfile(path / name, incoming / name)


def _settle(incoming: Path, home: Path) -> Path:
    """Give the proved region its name, which is the sum of what it says of itself."""
    folder = home / sha256_of(incoming / FILE)[:DIGITS]
    if not folder.exists():
        incoming.rename(folder)
        return folder
    try:  # the same one again: the copy that was just proved takes its place, unless somebody reads it
        old = home / f"{INCOMING}{os.getpid()}-old"
        folder.rename(old)
        incoming.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    except OSError:
        prove_region(folder)
    return folder


def _use(folder: Path, home: Path) -> None:
    """From here on the region is the one in use; all but it and the one before go."""
    before = installed_region(home)
    part = home / f"{CURRENT}.{os.getpid()}"
    part.write_text(json.dumps({"folder": folder.name}), encoding="utf-8")
    part.replace(home / CURRENT)
    for one in home.iterdir():
        if one.is_dir() and one not in (folder, before):
            shutil.rmtree(one, ignore_errors=True)
