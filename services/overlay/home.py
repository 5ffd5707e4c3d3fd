"""Where the overlays of a desk are kept: a folder beside its regions, two files a layer: what it is, and what it shows."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.errors import TroubleError
from models.text import SHORT, clean_required

if TYPE_CHECKING:
    from services.overlay.reading import Overlay

FOLDER = "overlay"
ABOUT, SHAPES = ".about.json", ".geojson"
# The endings of files that may be overlays.
KINDS = (".geojson", ".json", ".kml", ".kmz", ".gpx", ".shp", ".zip")
MOST_LAYERS = 30
# Looks by number; their colours belong to the themes.
LOOKS = 6


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: its key, name, look (0 to LOOKS - 1), whether it is shown, where it came from, how much it holds."""

    id: str
    name: str
    look: int
    shown: bool
    source: str
    datum: str
    count: int
    box: tuple[float, float, float, float]


def overlay_home(data: Path) -> Path:
    """Return the folder that keeps the layers of a store, by the folder of the store."""
    return data / FOLDER


def listed_layers(home: Path) -> list[Layer]:
    """Return the layers by age; a file that is none is passed over."""
    found = []
    for file in sorted(home.glob(f"*{ABOUT}")):
        try:
            layer = layer_of(json.loads(file.read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if file.name == f"{layer.id}{ABOUT}" and shapes_of(home, layer.id).is_file():
            found.append(layer)
    return found


def layer_of(about: Mapping[str, Any]) -> Layer:
    """Return a layer from what is kept of it."""
    west, south, east, north = (float(value) for value in about["box"])
    return Layer(
        **{name: str(about[name]) for name in ("id", "name", "source", "datum")},
        look=int(about["look"]) % LOOKS,
        shown=bool(about["shown"]),
        count=int(about["count"]),
        box=(west, south, east, north),
    )


def add_layer(home: Path, overlay: Overlay, *, id: str, source: str, name: str = "") -> Layer:
    """Keep an overlay as a layer; TroubleErrors `overlay.many`, `overlay.unwritable`, RuleError `text.…`."""
    layers = listed_layers(home)
    if len(layers) >= MOST_LAYERS:
        raise TroubleError("overlay.many", limit=MOST_LAYERS)
    layer = Layer(
        id=id,
        name=clean_required("name", name or overlay.name, SHORT),
        look=len(layers) % LOOKS,
        shown=True,
        source=source,
        datum=overlay.datum.value,
        count=len(overlay.features),
        box=overlay.box,
    )
    shapes = {"type": "FeatureCollection", "features": overlay.features}
    keep(shapes_of(home, id), shapes)
    keep(home / f"{id}{ABOUT}", asdict(layer))
    return layer


def change_layer(home: Path, id: str, **fields: Any) -> Layer:
    """Change name, look or whether a layer is shown; TroubleErrors `overlay.gone`, `overlay.unwritable`."""
    layer = replace(layer_at(home, id), **fields)
    keep(home / f"{id}{ABOUT}", asdict(layer))
    return layer


def remove_layer(home: Path, id: str) -> Layer:
    """Take a layer away; TroubleErrors `overlay.gone`, `overlay.unwritable`. The file it came from is not touched."""
    layer = layer_at(home, id)
    try:
        for file in (home / f"{id}{ABOUT}", shapes_of(home, id)):
            file.unlink(missing_ok=True)
    except OSError as error:
        raise TroubleError("overlay.unwritable", path=str(home), why=str(error)) from error
    return layer


def layer_at(home: Path, id: str) -> Layer:
    """Return a layer by its key; TroubleError `overlay.gone`."""
    found = next((layer for layer in listed_layers(home) if layer.id == id), None)
    if found is None:
        raise TroubleError("overlay.gone")
    return found


def shapes_of(home: Path, id: str) -> Path:
    """Return the file of what a layer shows."""
    return home / f"{id}{SHAPES}"


def keep(file: Path, value: Any) -> None:
    """Write a file whole or not at all."""
    half = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        half.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), "utf-8")
        half.replace(file)
    except OSError as error:
        raise TroubleError("overlay.unwritable", path=str(file.parent), why=str(error)) from error
