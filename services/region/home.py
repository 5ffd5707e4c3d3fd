"""Where the regions of this machine are kept, and which of them is in use."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

DATA_FOLDER = "zhangzhou-110"
CURRENT = "current.json"
INCOMING = "incoming-"
MANIFEST = "region.json"


@dataclass(frozen=True, slots=True)
class Installed:
    """A region that is kept on this machine; `used` is the one that the map shows."""

    folder: Path
    name: str
    date: str
    used: bool


def home_of(data: Path | None = None) -> Path:
    """Return the folder that keeps the regions of this machine: of this person, or within another data folder."""
    return (data or user_data_path(DATA_FOLDER, appauthor=False)) / "region"


def installed_region(home: Path) -> Path | None:
    """Return the folder of the region in use, None where none was installed or it is gone."""
    try:
        name = str(json.loads((home / CURRENT).read_text(encoding="utf-8"))["folder"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    folder = home / name
    return folder if folder.parent == home and (folder / MANIFEST).is_file() else None


def listed_regions(home: Path) -> list[Installed]:
    """Return the regions that are kept, the one in use first."""
    used = installed_region(home)
    found = []
    for file in sorted(home.glob(f"*/{MANIFEST}")):
        if file.parent.name.startswith(INCOMING):
            continue
        try:
            about = json.loads(file.read_text(encoding="utf-8"))
            found.append(
                Installed(file.parent, str(about["name"]), str(about["date"]), file.parent == used)
            )
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return sorted(found, key=lambda one: not one.used)
