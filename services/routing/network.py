"""The road network of a region in one file: arrays by name, no pickle, a version that is looked at first."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.errors import TroubleError
from services.routing.contracting import Contraction

FILE = "roads.npz"
VERSION = 2
# Arrays of the contraction have this before their names.
SMALL = "small_"


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Network:
    """Junctions, edges and the search graph. Arrays by edge unless said otherwise; x and y are 1e-7 degrees WGS-84.

    `tail`, `head`: junctions; `metres`; `kind`: number of the class in `kinds`; `marks`: see `Mark`; `limits` (2, edges):
    signed km/h along and against, 0 none; `seconds`: time a ferry needs, 0 none given; `label`: number of its name;
    `first` (edges + 1): its points among `x`, `y` (points); `along` (points): metres from the start of the edge.
    `origin`, `target`, `arc` (moves): the search graph of `services/routing/turning.py`, by origin; `split`: junctions
    of the states after the junctions; `main` (moves): whether it lies in the largest part where everything reaches
    everything. `cells`, `pieces`: the grid of `services/routing/grid.py`. `kinds`, `words`, `words_en`, `refs`: texts,
    UTF-8, one a line. `about`: JSON with the counts, the cells' sizes and where the grid begins. `small`: the search graph
    made small.
    """

    tail: NDArray[np.int32]
    head: NDArray[np.int32]
    metres: NDArray[np.float32]
    kind: NDArray[np.uint8]
    marks: NDArray[np.uint8]
    limits: NDArray[np.float32]
    seconds: NDArray[np.float32]
    label: NDArray[np.int32]
    first: NDArray[np.int32]
    x: NDArray[np.int32]
    y: NDArray[np.int32]
    along: NDArray[np.float32]
    origin: NDArray[np.int32]
    target: NDArray[np.int32]
    arc: NDArray[np.int32]
    split: NDArray[np.int32]
    main: NDArray[np.bool_]
    cells: NDArray[np.int64]
    pieces: NDArray[np.int32]
    kinds: NDArray[np.uint8]
    words: NDArray[np.uint8]
    words_en: NDArray[np.uint8]
    refs: NDArray[np.uint8]
    about: NDArray[np.uint8]
    small: Contraction


ARRAYS = tuple(field.name for field in fields(Network) if field.name != "small")
SMALL_ARRAYS = tuple(field.name for field in fields(Contraction))


def bytes_of(texts: list[str]) -> NDArray[np.uint8]:
    """Return texts as one array of bytes; line breaks within a text become spaces."""
    joined = "\n".join(" ".join(text.splitlines()) for text in texts)
    return np.frombuffer(joined.encode(), np.uint8)


def texts_of(array: NDArray[np.uint8]) -> list[str]:
    """Return the texts that were put in."""
    return array.tobytes().decode().split("\n")


def write(network: Network, folder: Path) -> None:
    """Write the file whole or not at all."""
    arrays = {name: getattr(network, name) for name in ARRAYS}
    arrays |= {SMALL + name: getattr(network.small, name) for name in SMALL_ARRAYS}
    half = folder / f".{FILE}.half"
    with half.open("wb") as file:
        np.savez(file, version=np.int64(VERSION), **arrays)
    half.replace(folder / FILE)


def read(folder: Path) -> Network:
    """Read the file; TroubleError `roads.missing`, `roads.version` or `roads.damaged`."""
    path = folder / FILE
    if not path.is_file():
        raise TroubleError("roads.missing", file=path.name)
    try:
        with np.load(path, allow_pickle=False) as file:
            if int(file["version"]) != VERSION:
                raise TroubleError("roads.version", file=path.name, version=int(file["version"]))
            small = Contraction(**{name: file[SMALL + name] for name in SMALL_ARRAYS})
            network = Network(**{name: file[name] for name in ARRAYS}, small=small)
        json.loads(network.about.tobytes())
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise TroubleError("roads.damaged", file=path.name, why=str(error)) from error
    return network
