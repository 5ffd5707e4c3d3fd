"""Overlays: layers of other people's files on the map, and what is drawn here as a file for others.

`reading` and `writing` are imported by those who read and write: a desk that does neither need not load them.
"""

from services.overlay.home import (
    Layer,
    add_layer,
    change_layer,
    listed_layers,
    overlay_home,
    remove_layer,
)

__all__ = [
    "Layer",
    "add_layer",
    "change_layer",
    "listed_layers",
    "overlay_home",
    "remove_layer",
]
