"""What the desk does with overlays: reads files in a lane of its own, keeps them as layers, writes what is drawn."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from models.board import MarkingCard
from models.errors import CodedError
from models.identity import new_id
from models.marking import DICTIONARIES
from models.place import Datum
from services.overlay import (
    Layer,
    add_layer,
    change_layer,
    listed_layers,
    overlay_home,
    remove_layer,
)
from services.overlay.home import KINDS, LOOKS
from ui.desk import Desk
from ui.lane import Lane, call_each
from ui.overlay.dialog import OverlayDialog
from ui.refusal import sentence

if TYPE_CHECKING:
    from services.overlay.reading import Overlay

log = logging.getLogger(__name__)
FILTER = "GeoJSON, KML, KMZ, GPX, Shapefile ({});;* (*)".format(
    " ".join(f"*{kind} *{kind.upper()}" for kind in KINDS)
)
OUT = "GeoJSON (*.geojson);;GPX (*.gpx)"
Measured = Callable[[Callable[[list[list[float]]], None]], None]


class OverlayWork(QObject):
    """Overlays of one desk, kept beside its store; `measured` tells the points that are being measured on the map.

    Signals:
        changed(Path, list[tuple[str, str, int]]): the folder, and key, name and look of what is shown of it.
        view_asked(tuple[float, float, float, float]): this box is wanted in view.
    """

    changed = Signal(object, object)
    view_asked = Signal(object)

    def __init__(self, desk: Desk, store: Path, window: QWidget, measured: Measured) -> None:
        super().__init__(window)
        self._desk, self._window, self._measured = desk, window, measured
        self._home = overlay_home(store.parent)
        self._layers: list[Layer] = []
        self._dialog: OverlayDialog | None = None
        self._file: Path | None = None
        self._lane: Lane[Callable[[], object]] = Lane("overlay", call_each, parent=self)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _path: self.look())
        desk.actions.on({"map.overlays": self.open, "map.export": self.choose_place})

    def start(self) -> None:
        """Show what is kept."""
        if self._home.is_dir():
            self.look()

    def close(self) -> None:
        """Do what is begun, and end."""
        self._lane.close()

    def takes(self, path: Path) -> bool:
        """Tell whether a file that was dropped is one of ours, by its name."""
        return path.suffix.lower() in KINDS

    def open(self) -> None:
        """Open the list."""
        dialog = self._made()
        dialog.show_layers(self._layers)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        dialog.list.setFocus()

    def take_file(self, path: Path) -> None:
        """Ask for name and datum of a file, then read it."""
        self.open()
        self._file = path
        self._made().ask(path.name, path.stem[:80], lambda: self._hint(path))

    def look(self) -> None:
        """Read what is kept, and show it."""
        self._work(partial(listed_layers, self._home), self._take)

    def choose_place(self) -> None:
        """Ask where what is drawn goes, then write it."""
        dialog = QFileDialog(self._window, self.tr("导出所画的图形"), "", OUT)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("geojson")
        dialog.selectFile(f"{self.tr('封路与警戒区')}.geojson")
        dialog.fileSelected.connect(lambda file: self.write(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path) -> None:
        """Write closures, cordons and the measured line into a file."""
        cards = list(self._desk.store.board.all(MarkingCard).values())
        names = {card.id: self._name(card) for card in cards}

        def done(count: int) -> None:
            self._desk.say("info", lambda: self._say_written(path, count))

        self._measured(lambda points: self._work(partial(_write, path, cards, names, points), done))

    def _name(self, card: MarkingCard) -> str:
        return self._desk.trade.name(DICTIONARIES[card.sort], card.code) if card.code else ""

    def _say_written(self, path: Path, count: int) -> str:
        words = self.tr("已导出 %1 个图形：%2").replace("%1", str(count))
        return words.replace("%2", str(path))

    def _hint(self, path: Path) -> str:
        if path.suffix.lower() in (".kml", ".kmz", ".gpx"):
            return self.tr(
                "这类文件应为 WGS-84；从国内地图导出的常是 GCJ-02，位置偏几百米时请改选。"
            )
        return self.tr("坐标系不明时先用 WGS-84，位置偏几百米时移除后改选重导。")

    def _made(self) -> OverlayDialog:
        if self._dialog is None:
            dialog = self._dialog = OverlayDialog(self._desk, self._window)
            dialog.add_asked.connect(self._choose)
            dialog.given.connect(self._read)
            dialog.shown_asked.connect(self._toggle)
            dialog.look_asked.connect(self._dress)
            dialog.remove_asked.connect(self._remove)
            dialog.view_asked.connect(self._view)
        return self._dialog

    def _choose(self) -> None:
        dialog = QFileDialog(self._window, self.tr("导入图层"), "", FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.take_file(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read(self, values: dict[str, Any]) -> None:
        path = self._file
        if path is None:
            return
        keep = partial(_keep, self._home, path, str(values["name"]), Datum(values["datum"]))
        self._lane.submit(keep, self._added, self._refuse)

    def _added(self, layer: Layer) -> None:
        self._made().form.done()
        self.look()
        self.view_asked.emit(layer.box)

    def _toggle(self, id: str) -> None:
        self._change(id, lambda layer: {"shown": not layer.shown})

    def _dress(self, id: str) -> None:
        self._change(id, lambda layer: {"look": (layer.look + 1) % LOOKS})

    def _change(self, id: str, fields: Callable[[Layer], dict[str, Any]]) -> None:
        layer = next((one for one in self._layers if one.id == id), None)
        if layer is not None:
            change = partial(change_layer, self._home, id, **fields(layer))
            self._work(change, lambda _layer: self.look())

    def _remove(self, id: str) -> None:
        self._work(partial(remove_layer, self._home, id), lambda _layer: self.look())

    def _view(self, id: str) -> None:
        layer = next((one for one in self._layers if one.id == id), None)
        if layer is not None:
            self.view_asked.emit(layer.box)

    def _take(self, layers: list[Layer]) -> None:
        self._layers = layers
        if self._home.is_dir() and not self._watcher.directories():
            self._watcher.addPath(str(self._home))
        shown = [(layer.id, layer.name, layer.look) for layer in layers if layer.shown]
        self.changed.emit(self._home, shown)
        if self._dialog is not None:
            self._dialog.show_layers(layers)

    def _work(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        self._lane.submit(work, then, self._tell)

    def _refuse(self, error: Exception) -> None:
        """What is wrong with a file stands in its form."""
        if not isinstance(error, CodedError):
            raise error
        self._made().form.refuse(error)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, CodedError):
            raise error
        self._desk.say("warning", lambda: sentence(error))


def _keep(home: Path, path: Path, name: str, datum: Datum) -> Layer:
    # Reading takes libraries with it that a desk without overlays need not load.
    from services.overlay.reading import read_overlay  # noqa: PLC0415

    overlay: Overlay = read_overlay(path, datum)
    return add_layer(home, overlay, id=new_id(), source=path.name, name=name)


def _write(
    path: Path,
    cards: Iterable[MarkingCard],
    names: dict[str, str],
    points: Sequence[Sequence[float]],
) -> int:
    # The same reason.
    from services.overlay.writing import write_shapes  # noqa: PLC0415

    return write_shapes(path, cards, names, points)
