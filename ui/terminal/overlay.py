"""`overlay add`, `list` and `remove`: files of other programs as layers of the map of a store."""

from __future__ import annotations

from argparse import Namespace
from typing import TextIO

from models.errors import TroubleError
from models.identity import new_id
from models.place import Datum
from services.overlay import add_layer, listed_layers, overlay_home, remove_layer
from services.overlay.reading import read_overlay
from ui.terminal.arguments import store_path
from ui.terminal.wording import Wording

DONE = 0


def run_add(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Read a file and keep it as a layer; TroubleErrors `overlay.…` name what is wrong with it."""
    overlay = read_overlay(parsed.file, Datum(parsed.datum))
    home = overlay_home(store_path(parsed).parent)
    layer = add_layer(home, overlay, id=new_id(), source=parsed.file.name, name=parsed.name)
    out.write(say("overlay.added", name=layer.name, count=layer.count) + "\n")
    return DONE


def run_list(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """List the layers."""
    for layer in listed_layers(overlay_home(store_path(parsed).parent)):
        mark = "*" if layer.shown else " "
        of = {"name": layer.name, "datum": layer.datum, "id": layer.id}
        out.write(say("overlay.listed", mark=mark, count=layer.count, **of) + "\n")
    return DONE


def run_remove(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Take away the layer of a key or of a name that only one has; TroubleError `overlay.gone`."""
    home = overlay_home(store_path(parsed).parent)
    layers = listed_layers(home)
    meant = [layer.id for layer in layers if parsed.layer in (layer.id, layer.name)]
    if len(meant) != 1:
        raise TroubleError("overlay.gone")
    out.write(say("overlay.removed", name=remove_layer(home, meant[0]).name) + "\n")
    return DONE


RUNS = {"add": run_add, "list": run_list, "remove": run_remove}


def run_overlay(parsed: Namespace, say: Wording, out: TextIO) -> int:
    """Run what is to be done with overlays."""
    return RUNS[parsed.what](parsed, say, out)
