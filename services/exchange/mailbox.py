"""The folder of one linked body: files appear whole or not at all, and none is dropped before it is done with.

`to/` holds what the desk says, `from/` what the body says; in each, `done/` is what was read and `bad/` what could not be
taken, with the reason beside it.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.errors import RuleError, TroubleError
from services.exchange.message import KEY, MOST_BYTES
from services.exchange.photo import MOST

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,30}")
ALIVE = "alive.json"
DONE, BAD, ENDING = "done", "bad", ".json"


def boxes(root: Path) -> dict[str, Mailbox]:
    """Return the bodies that take part in an exchange by their codes; TroubleError `file.unreadable`."""
    if not root.is_dir():
        return {}
    try:
        names = [entry.name for entry in os.scandir(root) if entry.is_dir()]
    except OSError as error:
        raise TroubleError("file.unreadable", path=str(root), detail=error.strerror) from error
    return {name: Mailbox(root / name) for name in sorted(names) if CODE.fullmatch(name)}


def open_box(root: Path, code: str) -> Mailbox:
    """Return a body's own folder, made where there is none; RuleError `exchange.body`, TroubleError `file.unwritable`."""
    if not CODE.fullmatch(code):
        raise RuleError("exchange.body", body=code[:40])
    box = Mailbox(root / code)
    try:
        for side in (box.to, box.back):
            for part in (DONE, BAD):
                (side / part).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TroubleError("file.unwritable", path=str(root), detail=error.strerror) from error
    return box


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One body's folder."""

    folder: Path

    @property
    def to(self) -> Path:
        """What the desk says."""
        return self.folder / "to"

    @property
    def back(self) -> Path:
        """What the body says."""
        return self.folder / "from"

    def alive_at(self) -> int | None:
        """Return when the body last showed that it is there (Unix ms, by the clock of the disk), None never."""
        try:
            return int((self.back / ALIVE).stat().st_mtime * 1000)
        except OSError:
            return None

    def show_alive(self) -> None:
        """Let the desk know that the body is there."""
        put(self.back / ALIVE, b'{"format": "zhangzhou-110/exchange", "version": 1}\n')


def post(side: Path, key: str, content: Mapping[str, Any]) -> None:
    """Put a message into one side of a folder: there whole, on disk, or not at all. Written again it is the same file."""
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    put(side / f"{key}{ENDING}", text.encode())


def put(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever reads half of it; TroubleError `file.unwritable`."""
    half = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with half.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except OSError as error:
        raise TroubleError("file.unwritable", path=str(path), detail=error.strerror) from error


def waiting(side: Path) -> list[Path]:
    """Return the messages of a side that nobody is done with, oldest first; half-written ones have other names."""
    try:
        names = sorted(entry.name for entry in os.scandir(side) if entry.name.endswith(ENDING))
    except OSError:
        return []
    return [side / name for name in names if name != ALIVE and not name.startswith(".")]


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return a file's bytes, at most one more than `most`, and only of a plain file.

    TroubleErrors `file.missing`, `file.unreadable`; RuleError `message.not_file`.
    """
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise RuleError("message.not_file")
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError as error:
        raise TroubleError("file.missing", path=str(path)) from error
    except OSError as error:
        raise TroubleError("file.unreadable", path=str(path), detail=error.strerror) from error


def read_photo(side: Path, name: str) -> bytes:
    """Return the bytes of a picture that a message names; RuleError `photo.missing` where it is not there."""
    for folder in (side, side / DONE):
        try:
            return read_bytes(folder / name, MOST)
        except TroubleError as error:
            if error.code != "file.missing":
                raise
    raise RuleError("photo.missing", file=name)


def key_in(path: Path) -> str:
    """Return the key in a message's name, "" where the name is none."""
    return path.stem if KEY.fullmatch(path.stem) else ""


def pictures_of(path: Path) -> tuple[str, ...]:
    """Return the files that lie beside a message under its key."""
    if not key_in(path):
        return ()
    return tuple(sorted(file.name for file in path.parent.glob(f"{path.stem}-*")))


def finish(path: Path, files: tuple[str, ...] = ()) -> None:
    """Put a message that was dealt with, and the pictures that it names, among those that are done."""
    for name in (*files, path.name):
        shift(path.with_name(name), path.parent / DONE / name)


def set_aside(path: Path, error: RuleError, files: tuple[str, ...] = ()) -> None:
    """Put a message that cannot be taken, and its pictures, aside with the reason; nothing of it is lost."""
    reason = {"code": error.code, "params": error.params, "at": int(time.time() * 1000)}
    put(path.parent / BAD / f"{path.name}.reason", json.dumps(reason, ensure_ascii=False).encode())
    for name in (*files, path.name):
        shift(path.with_name(name), path.parent / BAD / name)


def shift(old: Path, new: Path) -> None:
    """Move a file within the folder; one that has gone already is no matter. TroubleError `file.unwritable`."""
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        old.replace(new)
    except FileNotFoundError:
        return
    except OSError as error:
        raise TroubleError("file.unwritable", path=str(new), detail=error.strerror) from error
