"""The map pane: the map, wired to the desk, and what stands in its place while the page is gone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QMessageBox, QStackedLayout, QVBoxLayout, QWidget

from models.board import Delta
from models.errors import TroubleError
from services.region import Region
from ui.aliases import AliasList
from ui.desk import Desk
from ui.map.bar import MapBar
from ui.map.course import Course
from ui.map.guide import route_lines
from ui.map.layer import keep_layer, shown_layers
from ui.map.lost import LostMap
from ui.map.marking import Markings
from ui.map.ring import Rings
from ui.map.trail import Trail
from ui.map.view import MapView
from ui.refusal import sentence
from ui.setting import LANGUAGE, MAP_DATUM, MAP_LAYERS, ROAD_FACTOR, STALE_SECONDS, THEME
from ui.theme import palette_of


class MapPane(QWidget):
    """Shows the desk's board, positions and selection on the map; what people do there is the view's signals.

    Signals:
        file_dropped(Path): a file was dropped on the map.
    """

    file_dropped = Signal(object)

    def __init__(self, desk: Desk, region: Region, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.region = region
        self._selected = ("", "")
        self._follow_action = desk.actions["map.follow"]
        self.view = MapView(region, self._palette(), desk.language.name, self)
        self._lost = LostMap(desk.actions["view.map_reload"], self)
        self._trail = Trail(desk, self)
        self._course = Course(desk, self)
        self._rings = Rings(desk, self)
        self.bar = MapBar(desk, self)
        self.markings = Markings(desk, self.view, self)
        self.aliases = AliasList(desk, self)
        self._layers = QStackedLayout()
        self._layers.addWidget(self.view)
        self._layers.addWidget(self._lost)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.markings.forms)
        column.addLayout(self._layers, 1)
        self.setFocusProxy(self.view)
        self.setAcceptDrops(True)
        for key in (MAP_DATUM.key, STALE_SECONDS.key, MAP_LAYERS.key, ROAD_FACTOR.key):
            self._setting_changed(key)
        self._wire()

    def _wire(self) -> None:
        desk, view = self._desk, self.view
        desk.store.loaded.connect(view.show_board)
        desk.store.changed.connect(self._show_delta)
        desk.positions.moved.connect(view.put_fixes)
        desk.clock.ticked.connect(view.set_now)
        desk.settings.changed.connect(self._setting_changed)
        desk.selection.incident_changed.connect(lambda id: self._select("incident", id))
        desk.selection.unit_changed.connect(lambda id: self._select("unit", id))
        view.trouble.connect(self._tell_trouble)
        view.ready.connect(self._show_map)
        self.bar.finder.found.connect(self._show_found)
        self.aliases.show_asked.connect(self._show_found)
        self.bar.finder.dropped.connect(view.drop_found)
        view.released.connect(lambda: self._follow_action.setChecked(False))
        self._trail.changed.connect(view.show_trail)
        self._rings.changed.connect(view.show_rings)
        self._course.changed.connect(view.show_route)
        desk.coverage.changed.connect(self._show_coverage)
        measuring = desk.actions["map.measure"]
        view.unmeasured.connect(self._end_measuring)
        for action in (self._follow_action, desk.actions["map.legend"], measuring):
            action.setCheckable(True)
        desk.actions.on(
            {
                "view.fit": self.fit,
                "view.map_reload": self.reload,
                "map.follow": self._follow,
                "map.measure": self._measure,
                "map.coverage": self._toggle_coverage,
                "map.route": self._say_route,
                "map.legend": lambda: view.show_legend(desk.actions["map.legend"].isChecked()),
            }
        )

    def use_region(self, region: Region) -> None:
        """Show another region with all that is on the desk; where it cannot be read the one before stays, and that is told."""
        try:
            self.view.use_region(region)
        except TroubleError as error:
            trouble = error
            self._desk.say("warning", lambda: sentence(trouble))
            return
        self.region = region
        self._show_map()
        name = region.name
        self._desk.say("info", lambda: self.tr("地图已换成“%1”。").replace("%1", name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let one local file come."""
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file that was dropped."""
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def fit(self) -> None:
        """Show the whole city, and follow nothing."""
        self._stop_following()
        self.view.fit()

    def reload(self) -> None:
        """Load the map's page again; it shows everything as it is now."""
        self._show_map()
        self.view.reload()

    def _show_found(self, lon: float, lat: float, name: str) -> None:
        self._stop_following()
        self.view.show_found(lon, lat, name)
        self.view.setFocus()

    def _select(self, kind: str, id: str) -> None:
        self._selected = (kind, id)
        self.view.select(kind, id)

    def _follow(self) -> None:
        """Follow what was selected last, or stop."""
        if not self._follow_action.isChecked():
            self.view.follow()
        elif self._selected[1]:
            self.view.follow(*self._selected)
        else:
            self._follow_action.setChecked(False)
            self._desk.say("info", lambda: self.tr("请先选中要跟随的警力或警情。"))

    def picture(self) -> QImage:
        """Return what the map shows at this moment."""
        return self.view.grab().toImage()

    def _end_measuring(self) -> None:
        self._desk.actions["map.measure"].setChecked(False)
        self.view.measure(False)

    def _measure(self) -> None:
        """Measure, or stop; the keys are the map's meanwhile."""
        on = self._desk.actions["map.measure"].isChecked()
        self.view.stop_drawing()
        self.view.measure(on)
        if on:
            self.setFocus()

    def _say_route(self) -> None:
        """Say how the selected unit gets to its incident, turn by turn."""
        route = self._course.route
        if route is None:
            self._desk.say("info", self._say_no_route)
            return
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("路线说明"), "", parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText("\n".join(route_lines(route.steps, self._desk.language.name)))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _say_no_route(self) -> str:
        return self.tr("没有可说的路线：请选中警力和警情；只有装了道路数据的地区才有路线。")

    def _stop_following(self) -> None:
        self._follow_action.setChecked(False)
        self.view.follow()

    def _toggle_coverage(self) -> None:
        settings = self._desk.settings
        shown = shown_layers(settings)["coverage"]
        keep_layer(settings, "coverage", shown=not shown)

    def _show_coverage(self) -> None:
        """Cells are told only while somebody looks at them."""
        shown = shown_layers(self._desk.settings)["coverage"]
        self.view.show_coverage(self._desk.coverage.message if shown else None)

    def _show_map(self) -> None:
        self._layers.setCurrentWidget(self.view)
        self.setFocusProxy(self.view)

    def _show_lost(self) -> None:
        self._layers.setCurrentWidget(self._lost)
        self.setFocusProxy(self._lost)

    def _show_delta(self, delta: Delta) -> None:
        self.view.apply(delta, self._desk.store.board)

    def _setting_changed(self, key: str) -> None:
        settings = self._desk.settings
        if key == THEME.key:
            self.view.set_palette(self._palette())
        elif key == LANGUAGE.key:
            self.view.set_language(settings.get(LANGUAGE))
        elif key == MAP_LAYERS.key:
            self.view.set_layers(shown_layers(settings))
            self._show_coverage()
        elif key == MAP_DATUM.key:
            self.view.set_datum(settings.get(MAP_DATUM))
        elif key == ROAD_FACTOR.key:
            self.view.set_road_factor(settings.get(ROAD_FACTOR))
        elif key == STALE_SECONDS.key:
            self.view.set_stale_after(settings.get(STALE_SECONDS) * 1000)

    def _palette(self) -> Mapping[str, str]:
        return palette_of(self._desk.settings.get(THEME))

    def _tell_trouble(self, code: str) -> None:
        if code == "map.died":
            self._desk.say(
                "warning", lambda: self.tr("地图进程中断，正在恢复。队列和派警不受影响。")
            )
            return
        self._show_lost()
        self._desk.say("danger", self._say_lost)

    def _say_lost(self) -> str:
        words = self.tr("地图无法自行恢复，请按 %1 重新载入。队列和派警不受影响。")
        return words.replace("%1", self._desk.actions["view.map_reload"].shortcut().toString())


def dropped_file(event: QDropEvent) -> Path | None:
    """Return the one local file that something brings, None where it is anything else."""
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None
