"""Figures of a region made of a real extract and of its eightfold copy: building it, its roads, its map, its names.

Method: Heidelberg's extract lies in the folder that ZHANGZHOU_110_EXTRACTS names; the eightfold copy of it is made once
and kept. Each part measures in a module of its own and is listed in `PARTS`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import names
from benchmarks.base import measure_base
from benchmarks.city import kept_folder
from benchmarks.eightfold import eightfold
from benchmarks.figure import Figure
from benchmarks.road import measure_roads

EXTRACTS = "ZHANGZHOU_110_EXTRACTS"
NAME = "heidelberg.osm.pbf"


@dataclass(frozen=True, slots=True)
class Given:
    """What the parts measure on: the extract, its eightfold copy, an empty folder to build in."""

    extract: Path
    eightfold: Path
    folder: Path


PARTS: tuple[Callable[[Given], list[Figure]], ...] = (
    lambda given: measure_base(given.extract, given.eightfold, given.folder),
    lambda given: measure_roads(given.extract, given.eightfold, given.folder),
    lambda _given: names.measure(),
)


def measure() -> list[Figure]:
    """Return the figures of all parts; without the extract it says what is missing and ends."""
    extract = Path(os.environ.get(EXTRACTS, "")) / NAME
    if not extract.is_file():
        sys.exit(f"{EXTRACTS} must name the folder that holds {NAME}")
    with TemporaryDirectory() as folder:
        given = Given(extract, eightfold(extract, kept_folder()), Path(folder))
        return [figure for part in PARTS for figure in part(given)]
