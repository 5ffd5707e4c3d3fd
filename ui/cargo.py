"""What people carry with the mouse from one pane to another: units, by their ids."""

from __future__ import annotations

import json
from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QMimeData

UNITS = "application/x-desk110-units"
MOST = 200


def pack(unit_ids: Iterable[str]) -> QMimeData:
    """Return units as they are carried."""
    cargo = QMimeData()
    cargo.setData(UNITS, QByteArray(json.dumps(list(unit_ids)).encode()))
    return cargo


def unpack(cargo: QMimeData) -> list[str]:
    """Return the units that are carried, none where it is something else or not fit to read."""
    if not cargo.hasFormat(UNITS):
        return []
    try:
        found = json.loads(bytes(cargo.data(UNITS).data()))
    except (ValueError, RecursionError):
        return []
    if not isinstance(found, list):
        return []
    return [id for id in found[:MOST] if isinstance(id, str)]
