"""The map pane: hands board, positions and scene to the page, a frame at a time, and passes on what people do there."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.board import Board, Delta
from models.fix import Fix
from services.region import Region
from ui.covering import CoverageMessage
from ui.map.bridge import Bridge
from ui.map.layer import LAYERS
from ui.map.message import name_messages
from ui.map.pending import Pending
from ui.map.text import words
from ui.map.web import MapWeb
from ui.road import Areas

# Less than what positions come by (`ui/position.py`), so that a batch never waits for the next.
FRAME_MS = 50
# A page that has this many frames to draw gets no more: what waits is the newest anyway.
UNDRAWN = 2
# So near is shown what somebody looked for.
FOUND_ZOOM = 16
STALE_MS = 60_000

TOKENS = (
    *("free", "moving", "scene", "paused", "alarm"),
    *("level1", "level2", "level3", "level4"),
    *("selected", "land", "water", "boundary", "text", "halo"),
    *("street", "major", "casing", "building", "green"),
)
Answer = Callable[[QPoint | None], None]
Lines = Sequence[Sequence[tuple[float, float]]]


class MapView(QWidget):
    """The map of a region.

    Signals:
        clicked(str, str): kind (`unit`, `incident`) and id of what was clicked.
        picked(float, float): WGS-84 longitude and latitude of the place picked after `start_picking`.
        cancelled(): picking was given up with Esc.
        unmeasured(): measuring was ended with Esc.
        outlined(str, list[list[float]], float): form, points and radius (m) of what was drawn after `start_drawing`.
        undrawn(): drawing was given up with Esc.
        released(): the map was taken in hand while it followed something.
        boxed(list[tuple[str, str]]): kinds and ids within the rubber band.
        ready(): the page has loaded; again after its process died.
        trouble(str): `map.died` (it is loaded again), `map.dead` (it is not: see `reload`).
        drawn(int): the page has drawn the frame of this number.
    """

    clicked = Signal(str, str)
    picked = Signal(float, float)
    cancelled = Signal()
    unmeasured = Signal()
    outlined = Signal(str, object, float)
    undrawn = Signal()
    released = Signal()
    boxed = Signal(object)
    ready = Signal()
    trouble = Signal(str)
    drawn = Signal(int)

    def __init__(
        self,
        region: Region,
        palette: Mapping[str, str],
        language: str = "zh",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._region = region
        self._language = language
        self._board = Board()
        self._pending = Pending(language)
        self._loaded = self._gone = self._drawing = False
        self._number = self._acked = 0
        self._sent_at = 0.0
        self._questions = 0
        self._answers: dict[int, Answer] = {}
        self.requests_refused = 0
        self._frame = QTimer(self, singleShot=True)
        self._frame.timeout.connect(self._send)
        self._bridge = Bridge(self)
        self._web = MapWeb(region, self._bridge, self)
        self.setFocusProxy(self._web)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._web)
        self._connect()
        self._set(now=0, stale_ms=STALE_MS, road_factor=1.0, picking=False, legend=False)
        self._set(layers=dict.fromkeys(LAYERS, True), attribution=region.attribution)
        self._set(selected=None, followed=None, trail=None)
        self._set(
            route=None,
            found=None,
            measuring=False,
            drawing=None,
            draft=None,
            closed={},
            overlays=[],
            coverage=None,
        )
        self.set_palette(palette)
        self._say_words()
        self.reload()

    def _connect(self) -> None:
        bridge, web = self._bridge, self._web
        bridge.started.connect(self._start)
        bridge.acked.connect(self._take_ack)
        bridge.told.connect(self._take_answer)
        bridge.looked.connect(self._take_look)
        bridge.clicked.connect(self.clicked)
        bridge.picked.connect(self._take_place)
        bridge.boxed.connect(self.boxed)
        bridge.unmeasured.connect(self.unmeasured)
        bridge.outlined.connect(self._take_outline)
        bridge.cancelled.connect(self._take_cancel)
        bridge.released.connect(self._take_release)
        for refused in (bridge.violated, web.refused):
            refused.connect(self._count_refusal)
        web.trouble.connect(self._take_trouble)

    def use_region(self, region: Region) -> None:
        """Show another region, all that is on the board on it; TroubleError where it cannot be read, and nothing changes."""
        self._web.use(region)
        self._region = region
        self._set(attribution=region.attribution)
        self._say_words()
        self._lose_page()
        self._gone = False
        self.fit()

    # What the window says.

    def show_board(self, board: Board) -> None:
        """Show a whole board."""
        self._board = board
        self._pending.show(board, self._language)
        self._soon()

    def apply(self, delta: Delta, board: Board) -> None:
        """Show a delta; `board` is the board after it."""
        self._board = board
        self._pending.change(delta, board)
        self._soon()

    def put_fixes(self, fixes: Sequence[Fix]) -> None:
        """Show the newest positions of units; an older one than is shown changes nothing."""
        self._pending.move(fixes)
        self._soon()

    def select(self, kind: str = "", id: str = "") -> None:
        """Highlight one thing, and bring it into view where it is outside; nothing without arguments."""
        self._set(selected=[kind, id] if id else None)
        if id:
            self._wish(show=[kind, id])

    def follow(self, kind: str = "", id: str = "") -> None:
        """Keep one thing in view while it moves, until `released`; nothing without arguments."""
        self._set(followed=[kind, id] if id else None)

    def show_trail(self, unit_id: str, line: Sequence[tuple[float, float]]) -> None:
        """Show where a unit has been, [(lon, lat)], oldest first."""
        points = [[round(lon, 6), round(lat, 6)] for lon, lat in line]
        self._set(trail={"id": unit_id, "points": points} if points else None)

    def show_route(
        self, unit_id: str, incident_id: str, line: Sequence[tuple[float, float]], words: str
    ) -> None:
        """Show the way by road of a unit to an incident, [(lon, lat)], and how long it is; nothing without a line."""
        points = [[round(lon, 6), round(lat, 6)] for lon, lat in line]
        route = {"unit": unit_id, "incident": incident_id, "points": points, "words": words}
        self._set(route=route if points else None)

    def show_rings(self, areas: Areas) -> None:
        """Show what is reached within some minutes; nothing for no areas."""
        rings = [
            {
                "minutes": minutes,
                "outlines": [[[round(x, 5), round(y, 5)] for x, y in line] for line in outlines],
            }
            for minutes, outlines in areas
        ]
        self._set(rings=rings or None)

    def show_coverage(self, cells: CoverageMessage | None) -> None:
        """Show where few units reach, or nothing."""
        self._set(coverage=cells)

    def show_legend(self, shown: bool) -> None:
        """Show what every sign means, or hide it."""
        self._set(legend=shown)

    def show_found(self, lon: float, lat: float, name: str) -> None:
        """Mark a WGS-84 point (degrees) that somebody looked for, and bring it to the middle."""
        self._set(found={"lon": lon, "lat": lat, "name": name})
        self._wish(look=(lat, lon, FOUND_ZOOM))

    def drop_found(self) -> None:
        """Take the mark of what was looked for off the map."""
        self._set(found=None)

    def set_layers(self, shown: Mapping[str, bool]) -> None:
        """Show and hide layers, see `ui/map/layer.py`."""
        self._set(layers=dict(shown))

    def set_road_factor(self, factor: float) -> None:
        """Take how much longer roads are than straight lines, while no roads are known."""
        self._set(road_factor=factor)

    def start_picking(self) -> None:
        """Let the next click pick a place."""
        self._set(picking=True)

    def stop_picking(self) -> None:
        """Let a click mean what it meant before."""
        self._set(picking=False)

    def measure(self, on: bool) -> None:
        """Let clicks measure, or mean again what they meant before."""
        self._set(measuring=on)

    def start_drawing(self, sort: str, forms: Sequence[str]) -> None:
        """Let clicks and keys draw a marking of a sort, in one of these forms, the first at first."""
        self._drawing = True
        self._set(drawing={"sort": sort, "forms": list(forms)}, draft=None)

    def stop_drawing(self) -> None:
        """Let clicks and keys mean what they meant before."""
        self._drawing = False
        self._set(drawing=None)

    def show_draft(
        self, form: str = "", points: Sequence[Sequence[float]] = (), radius: float = 0.0
    ) -> None:
        """Show what was drawn while it is being named; nothing without points."""
        draft = {"form": form, "points": [list(point) for point in points], "radius": radius}
        self._set(draft=draft if points else None)

    def show_closed(self, lines: Mapping[str, Lines]) -> None:
        """Show the stretches of road ((lon, lat)) that closures close, by their keys."""
        self._set(closed={id: rounded(some) for id, some in sorted(lines.items())})

    def show_overlays(self, folder: Path, layers: Sequence[tuple[str, str, int]]) -> None:
        """Show layers (key, name, look) whose GeoJSON files lie in a folder."""
        self._web.serve("overlay", folder)
        shown = [{"id": id, "name": name, "look": look} for id, name, look in layers]
        self._set(overlays=shown)

    def fit_box(self, box: tuple[float, float, float, float]) -> None:
        """Show a box (west, south, east, north) whole."""
        west, south, east, north = box
        self._wish(fit=[[south, west], [north, east]])

    def measured(self, answer: Callable[[list[list[float]]], None]) -> None:
        """Call `answer` with the points ([lon, lat]) that are being measured."""

        def take(found: object) -> None:
            answer(json.loads(str(found)) if found else [])

        points = "window.desk.live.measure.points.map((p) => [p.lng, p.lat])"
        self._web.page().runJavaScript(f"JSON.stringify({points})", take)

    def look_at(self, lon: float, lat: float) -> None:
        """Bring a WGS-84 point (degrees) to the middle."""
        self._wish(look=(lat, lon, FOUND_ZOOM))

    def fit(self) -> None:
        """Show the whole city."""
        west, south, east, north = self._region.bbox
        self._wish(fit=[[south, west], [north, east]])

    def set_now(self, ms: int) -> None:
        """Count the age of positions by this instant (Unix ms)."""
        self._set(now=ms)

    def set_stale_after(self, ms: int) -> None:
        """Call a position stale past this age (ms)."""
        self._set(stale_ms=ms)

    def set_datum(self, datum: str) -> None:
        """Write the place under the pointer in this datum."""
        self._bridge.spell_in(datum)

    def set_palette(self, palette: Mapping[str, str]) -> None:
        """Take the colours (`#rrggbb`) by meaning, see `TOKENS`; KeyError where one is missing."""
        colours = {token: palette[token] for token in TOKENS}
        self._web.page().setBackgroundColor(QColor(colours["water"]))
        self._set(palette=colours)

    def set_language(self, language: str) -> None:
        """Speak `zh` or `en`; the translators are installed by then."""
        self._language = language
        self._pending.show(self._board, language)
        self._say_words()

    def position_of(self, kind: str, id: str, answer: Answer) -> None:
        """Call `answer` with the pixel of this widget where a thing is drawn, None where it is not on the map.

        A page that is gone answers None, at once; one that is being loaded answers when it is ready.
        """
        if self._gone:
            answer(None)
            return
        self._questions += 1
        self._answers[self._questions] = answer
        self._wish(ask=[[self._questions, kind, id]])

    def surface(self) -> QWidget:
        """Return the widget that gets the mouse; another one after the page's process died."""
        return self._web.surface()

    def inspect(self, question: str, answer: Callable[[object], None]) -> None:
        """Run a script that only looks, in the page; for tests and reports of faults."""
        self._web.page().runJavaScript(question, answer)

    def crash(self) -> None:
        """End the page's process, as a fault of it would; for tests."""
        self._web.crash()

    def reload(self) -> None:
        """Load the page (again)."""
        self._lose_page()
        self._gone = False
        self._web.open_anew()

    def changeEvent(self, event: QEvent) -> None:
        """Say the words again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_words()

    # What goes to the page.

    def _say_words(self) -> None:
        names = name_messages(self._region, self._language)
        self._set(language=self._language, text=words(), names=names)

    def _set(self, **parts: Any) -> None:
        self._pending.set(**parts)
        self._soon()

    def _wish(self, **wishes: Any) -> None:
        self._pending.wish(**wishes)
        self._soon()

    def _soon(self) -> None:
        """The first word goes at once, what follows within a frame goes together."""
        if self._loaded and self._pending.waits and not self._frame.isActive():
            passed = round((time.monotonic() - self._sent_at) * 1000)
            self._frame.start(max(0, FRAME_MS - passed))

    def _send(self) -> None:
        """One frame; what cannot go now goes when the page has caught up."""
        if not self._loaded or self._number - self._acked >= UNDRAWN:
            return
        fixes = self._pending.take_fixes()
        frame = self._pending.take()
        if fixes:
            frame = {**(frame or {}), "fixes": self._web.offer(fixes)}
        if frame is not None:
            self._number += 1
            self._sent_at = time.monotonic()
            self._bridge.send({"number": self._number, **frame})

    # What the page says.

    def _start(self) -> None:
        """The page is new: it gets everything, at once."""
        self._loaded = True
        self._web.arrived()
        self._acked = self._number
        self._pending.restart()
        self._send()
        self.ready.emit()

    def _take_ack(self, number: int) -> None:
        self._acked = max(self._acked, number)
        self.drawn.emit(number)
        self._soon()

    def _take_answer(self, number: int, x: float, y: float, found: bool) -> None:
        answer = self._answers.pop(number, None)
        if answer is not None:
            answer(QPoint(round(x), round(y)) if found else None)

    def _take_look(self, lon: float, lat: float, zoom: float) -> None:
        self._pending.keep(look=[lat, lon, zoom])

    def _take_place(self, lon: float, lat: float) -> None:
        self.stop_picking()
        self.picked.emit(lon, lat)

    def _take_cancel(self) -> None:
        if self._drawing:
            self.stop_drawing()
            self.undrawn.emit()
            return
        self.stop_picking()
        self.cancelled.emit()

    def _take_outline(self, form: str, points: list[list[float]], radius: float) -> None:
        self.stop_drawing()
        self.show_draft(form, points, radius)
        self.outlined.emit(form, points, radius)

    def _take_release(self) -> None:
        self.follow()
        self.released.emit()

    def _take_trouble(self, code: str) -> None:
        self._gone = code != "map.died"
        self._lose_page()
        self.trouble.emit(code)

    def _lose_page(self) -> None:
        """Nothing is sent until the next page is ready; questions to the lost one have no answer."""
        self._loaded = False
        answers, self._answers = self._answers, {}
        for answer in answers.values():
            answer(None)

    def _count_refusal(self) -> None:
        self.requests_refused += 1


def rounded(lines: Lines) -> list[list[list[float]]]:
    """Return lines as the page draws them, to a tenth of a metre."""
    return [[[round(lon, 6), round(lat, 6)] for lon, lat in line] for line in lines]
