"""The bridge: the only object that page and desk share; JSON goes in, typed values come out."""

from __future__ import annotations

import json
import logging
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from models.board import Key
from models.place import Datum
from services.datum import from_wgs84

# What stands before a place that is written in another datum than ours.
SHORT = {Datum.WGS84: "", Datum.GCJ02: "GCJ-02 ", Datum.BD09: "BD-09 "}
logger = logging.getLogger(__name__)


class Bridge(QObject):
    """Slots are what the page says, each passes on as the signal of the same matter; `send` talks to the page.

    Signals:
        sent(str): a frame for the page, JSON.
        started(): the page has loaded and knows nothing.
        clicked(str, str): kind and id of what was clicked.
        picked(float, float): WGS-84 longitude and latitude of a picked place.
        boxed(list[tuple[str, str]]): kinds and ids within the rubber band.
        cancelled(): Esc while picking.
        released(): the map was taken in hand: nothing is followed any more.
        looked(float, float, float): longitude and latitude of the centre, zoom.
        acked(int): the page has drawn the frame of this number.
        told(int, float, float, bool): answer to a question: x, y in pixels, whether it is drawn at all.
        unmeasured(): Esc while measuring.
        outlined(str, list[list[float]], float): form, points ([lon, lat], WGS-84) and radius (m) of what was drawn.
        violated(str): the page's policy refused this address.
    """

    sent = Signal(str)
    started = Signal()
    clicked = Signal(str, str)
    picked = Signal(float, float)
    boxed = Signal(object)
    cancelled = Signal()
    released = Signal()
    looked = Signal(float, float, float)
    acked = Signal(int)
    told = Signal(int, float, float, bool)
    unmeasured = Signal()
    outlined = Signal(str, object, float)
    violated = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._datum = Datum.WGS84

    def spell_in(self, datum: str) -> None:
        """Write places in this datum from now on."""
        self._datum = Datum(datum)

    @Slot(float, float, result=str)
    def spell(self, lon: float, lat: float) -> str:
        """Return the place under the pointer (WGS-84 degrees) as people read it, "" where it is none of the earth."""
        try:
            x, y = from_wgs84(lon, lat, self._datum)
        except ValueError:
            return ""
        name = SHORT[self._datum]
        return f"{name}{x:.5f}, {y:.5f}"

    def send(self, frame: dict[str, Any]) -> None:
        """Send a frame to the page."""
        self.sent.emit(
            json.dumps(frame, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        )

    @Slot()
    def ready(self) -> None:
        """The page has loaded."""
        self.started.emit()

    @Slot(str, str)
    def click(self, kind: str, id: str) -> None:
        """Something was clicked."""
        self.clicked.emit(kind, id)

    @Slot(float, float)
    def pick(self, lon: float, lat: float) -> None:
        """A place was picked."""
        self.picked.emit(lon, lat)

    @Slot(str)
    def box(self, ids: str) -> None:
        """A rubber band was drawn around these (JSON: list of [kind, id])."""
        keys: list[Key] = [(str(kind), str(id)) for kind, id in json.loads(ids)]
        self.boxed.emit(keys)

    @Slot()
    def cancel(self) -> None:
        """Esc while picking."""
        self.cancelled.emit()

    @Slot()
    def measured(self) -> None:
        """Esc while measuring."""
        self.unmeasured.emit()

    @Slot(str, str, float)
    def outline(self, form: str, points: str, radius: float) -> None:
        """A shape was drawn to its end (points as JSON)."""
        kept = [[float(lon), float(lat)] for lon, lat in json.loads(points)]
        self.outlined.emit(form, kept, radius)

    @Slot()
    def release(self) -> None:
        """The map was dragged while it followed."""
        self.released.emit()

    @Slot(float, float, float)
    def look(self, lon: float, lat: float, zoom: float) -> None:
        """The view was moved."""
        self.looked.emit(lon, lat, zoom)

    @Slot(int)
    def ack(self, number: int) -> None:
        """A frame was drawn."""
        self.acked.emit(number)

    @Slot(int, float, float, bool)
    def tell(self, number: int, x: float, y: float, found: bool) -> None:
        """The answer to a question."""
        self.told.emit(number, x, y, found)

    @Slot(str)
    def violate(self, address: str) -> None:
        """The page's policy refused something before any request was made."""
        logger.warning("the map page's policy refused %s", address)
        self.violated.emit(address)
