"""The bar above the map: layers, follow, legend, the whole city, and the line that finds names."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from models.place import Datum
from ui.desk import Desk
from ui.holding import hold_choices
from ui.map.finder import MapFinder
from ui.map.layer import LAYERS, keep_layer, layer_name, shown_layers
from ui.naming import datum_text
from ui.setting import MAP_DATUM, MAP_LAYERS

BUTTONS = ("map.follow", "map.legend", "map.measure", "view.fit")
# The line of the search keeps so much (px).
FINDER_LEAST = 90


class MapBar(QWidget):
    """Buttons of the table's actions, and a menu of the layers and of how places are written."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = desk.settings
        self.menu = QMenu(self)
        self.layers = {layer: self._layer_action(layer) for layer in LAYERS}
        self.menu.addSeparator()
        self._datums = QActionGroup(self)
        self.datums = {datum: self._datum_action(datum) for datum in Datum}
        self.menu.setToolTipsVisible(True)
        self.button = self._tool_button(desk.actions["map.layers"])
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(4)
        row.addWidget(self.button)
        self.tools = [self._tool_button(desk.actions[name]) for name in BUTTONS]
        for tool in self.tools:
            row.addWidget(tool)
        row.addStretch(1)
        self.finder = MapFinder(desk, self)
        row.addWidget(self.finder, 2)
        desk.actions.on({"map.layers": self.open_layers})
        desk.settings.changed.connect(self._setting_changed)
        self._translate()

    def changeEvent(self, event: QEvent) -> None:
        """Name the layers in the language of the screen."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the buttons that there is room for; the menu and the keys have them all."""
        super().resizeEvent(event)
        self._fit()

    def open_layers(self) -> None:
        """Open the menu of the layers, for keys too."""
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
        self.menu.setActiveAction(self.layers["units"])

    def _layer_action(self, layer: str) -> QAction:
        action = QAction(self)
        action.setCheckable(True)
        action.setChecked(shown_layers(self._settings)[layer])
        action.toggled.connect(lambda on: keep_layer(self._settings, layer, shown=on))
        self.menu.addAction(action)
        return action

    def _datum_action(self, datum: Datum) -> QAction:
        """In which datum the place under the pointer is written."""
        action = self._datums.addAction(QAction(str(datum), self))
        action.setCheckable(True)
        action.setChecked(self._settings.get(MAP_DATUM) == datum)
        action.triggered.connect(lambda _on: self._settings.set(MAP_DATUM, str(datum)))
        self.menu.addAction(action)
        return action

    def _tool_button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAutoRaise(True)
        return button

    def _fit(self) -> None:
        row = self.layout()
        assert row is not None
        gap = row.spacing()
        left = self.width() - self.button.sizeHint().width() - FINDER_LEAST - 4 * gap
        for tool in self.tools:
            left -= tool.sizeHint().width() + gap
            tool.setVisible(left >= 0)

    def _setting_changed(self, key: str) -> None:
        if key == MAP_LAYERS.key:
            for layer, shown in shown_layers(self._settings).items():
                self.layers[layer].setChecked(shown)

    def _translate(self) -> None:
        for layer, action in self.layers.items():
            action.setText(layer_name(layer))
        for datum, action in self.datums.items():
            action.setText(self.tr("坐标：%1").replace("%1", datum_text(datum)))
        self._fit()
        hold_choices([*self.layers.values()], self._settings, MAP_LAYERS)
        hold_choices([*self.datums.values()], self._settings, MAP_DATUM)
