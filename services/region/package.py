"""One file to hand a region over (`*.region`): a zip of its folder, not compressed, for what is in it already is."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from models.errors import TroubleError
from services.region.manifest import FILE, HOLDS

SUFFIX = ".region"
KNOWN = frozenset({FILE, *HOLDS})
BLOCK = 1 << 20


def pack(folder: Path, file: Path) -> None:
    """Write a region as one file; OSError where it cannot be written."""
    part = file.with_name(f"{file.name}.new")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        for name in sorted(KNOWN):
            if (folder / name).is_file():
                archive.write(folder / name, name)
    part.replace(file)


def unpack(file: Path, folder: Path, tell: Callable[[float], None]) -> None:
    """Write the files of a region into an empty folder; only those a region has, never past its edge.

    TroubleError `region.foreign` where the file is none, `region.damaged` where it is not whole.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            if FILE not in archive.namelist() or any(_strange(entry) for entry in entries):
                raise TroubleError("region.foreign", path=file.name)
            whole = sum(entry.file_size for entry in entries) or 1
            done = 0
            for entry in entries:
                with archive.open(entry) as source, (folder / entry.filename).open("wb") as made:
                    while block := source.read(BLOCK):
                        made.write(block)
                        done += len(block)
                        tell(done / whole)
    except zipfile.BadZipFile as error:
        code = "region.damaged" if file.suffix == SUFFIX else "region.foreign"
        raise TroubleError(code, path=file.name, file=file.name, why=str(error)) from error


def _strange(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry is none of a region's: another name, or packed to look smaller than it is."""
    name = PurePosixPath(entry.filename)
    return str(name) not in KNOWN or entry.compress_type != zipfile.ZIP_STORED
