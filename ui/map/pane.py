"""The map pane: the map, wired to the desk, and what stands in its place while the page is gone."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from models.board import Delta
from services.region import Region
from ui.desk import Desk
from ui.map.lost import LostMap
from ui.map.view import MapView
from ui.setting import LANGUAGE, STALE_SECONDS, THEME
from ui.theme import palette_of


class MapPane(QWidget):
    """Shows the desk's board, positions and selection on the map; what people do there is the view's signals."""

    def __init__(self, desk: Desk, region: Region, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.view = MapView(region, self._palette(), desk.language.name, self)
        self.view.set_stale_after(desk.settings.get(STALE_SECONDS) * 1000)
        self._lost = LostMap(desk.actions["view.map_reload"], self)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self.view)
        self._layers.addWidget(self._lost)
        self.setFocusProxy(self.view)
        self._wire()

    def _wire(self) -> None:
        desk, view = self._desk, self.view
        desk.store.loaded.connect(view.show_board)
        desk.store.changed.connect(self._show_delta)
        desk.positions.moved.connect(view.put_fixes)
        desk.clock.ticked.connect(view.set_now)
        desk.settings.changed.connect(self._setting_changed)
        desk.selection.incident_changed.connect(lambda id: view.select("incident", id))
        desk.selection.unit_changed.connect(lambda id: view.select("unit", id))
        view.trouble.connect(self._tell_trouble)
        view.ready.connect(self._show_map)
        desk.actions.on({"view.fit": view.fit, "view.map_reload": self.reload})

    def reload(self) -> None:
        """Load the map's page again; it shows everything as it is now."""
        self._show_map()
        self.view.reload()

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
        elif key == STALE_SECONDS.key:
            self.view.set_stale_after(settings.get(STALE_SECONDS) * 1000)

    def _palette(self) -> dict[str, str]:
        return palette_of(self._desk.settings.get(THEME))

    def _tell_trouble(self, code: str) -> None:
        if code == "map.died":
            words = self.tr("地图进程中断，正在恢复。队列和派警不受影响。")
            self._desk.say("warning", words)
            return
        self._show_lost()
        words = self.tr("地图无法自行恢复，请按 %1 重新载入。队列和派警不受影响。")
        key = self._desk.actions["view.map_reload"].shortcut().toString()
        self._desk.say("danger", words.replace("%1", key))
