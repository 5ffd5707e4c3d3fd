"""The main window: arranges the panes, and wires what one pane says to another."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QMainWindow, QVBoxLayout, QWidget

from models.board import Board, Delta, IncidentCard, UnitCard
from services.region import Region
from ui.action import MENUS, menu_title
from ui.banner import BannerArea
from ui.call import CallPane
from ui.desk import Desk
from ui.details import DetailsPane
from ui.directory import DirectoryPane
from ui.dispatch import DispatchChooser
from ui.history import HistoryPane
from ui.keys import KeyList
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.map.view import MapView
from ui.queue import QueuePane
from ui.setting import LANGUAGE, THEME, WINDOW_GEOMETRY, WINDOW_LAYOUT
from ui.sheet import SheetPane
from ui.status import StatusLine
from ui.theme import palette_of
from ui.units import UnitsPane

LAYOUT_VERSION = 1
SIZE = (1680, 980)
LEFT, RIGHT = 720, 500
# Narrower than this a pane's buttons and columns no longer say what they are.
LEAST = {Qt.DockWidgetArea.LeftDockWidgetArea: 520, Qt.DockWidgetArea.RightDockWidgetArea: 420}

# Texts of Qt's own.
QDOCK, FLOAT, FLOAT_HINT = "QDockWidget", "Float", "Undocks and re-attaches the dock widget"
TITLES = {
    "queue": QT_TRANSLATE_NOOP("MainWindow", "警情队列"),
    "history": QT_TRANSLATE_NOOP("MainWindow", "查找警单"),
    "units": QT_TRANSLATE_NOOP("MainWindow", "警力"),
    "directory": QT_TRANSLATE_NOOP("MainWindow", "联动通讯录"),
    "sheet": QT_TRANSLATE_NOOP("MainWindow", "接警单"),
    "details": QT_TRANSLATE_NOOP("MainWindow", "警情详情"),
}


class MainWindow(QMainWindow):
    """Queue, units, map, sheet, details and directory around one store.

    Signals:
        closed(): the window was closed by a person.
    """

    closed = Signal()

    def __init__(self, desk: Desk, banners: BannerArea, region: Region) -> None:
        super().__init__()
        self._desk = desk
        self.calls = CallPane(desk, self)
        self.queue = QueuePane(desk, self)
        self.units = UnitsPane(desk, self)
        self.history = HistoryPane(desk, self)
        self.sheet = SheetPane(desk, self)
        self.details = DetailsPane(desk, self)
        self.directory = DirectoryPane(desk, self)
        self.chooser = DispatchChooser(desk, self)
        self.map = MapView(region, self._palette(), desk.language.name, self)
        self.status = StatusLine(desk, self)
        self._docks: dict[str, QDockWidget] = {}
        self._arrange(banners)
        self._wire()
        self._fill_menus()
        self._translate()
        self._restore_layout()
        self.queue.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Translate titles and menus when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._desk.actions.translate()
            self._translate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the layout and let the application finish what is queued."""
        settings = self._desk.settings
        settings.set(WINDOW_GEOMETRY, bytes(self.saveGeometry().data()))
        settings.set(WINDOW_LAYOUT, bytes(self.saveState(LAYOUT_VERSION).data()))
        self.sheet.save_now()
        event.accept()
        self.closed.emit()

    def _arrange(self, banners: BannerArea) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(banners)
        column.addWidget(self.map, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)
        self.setDockNestingEnabled(True)
        for side in (Qt.Corner.BottomLeftCorner, Qt.Corner.TopLeftCorner):
            self.setCorner(side, Qt.DockWidgetArea.LeftDockWidgetArea)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        queue = stacked(self.calls, self.queue)
        for name, pane, area in (
            ("queue", queue, left),
            ("units", self.units, left),
            ("sheet", self.sheet, right),
            ("details", self.details, right),
            ("history", self.history, left),
            ("directory", self.directory, left),
        ):
            self._add_dock(name, pane, area)
        self.tabifyDockWidget(self._docks["queue"], self._docks["history"])
        self.tabifyDockWidget(self._docks["units"], self._docks["directory"])
        self.tabifyDockWidget(self._docks["sheet"], self._docks["details"])
        for name in ("queue", "units", "details"):
            self._docks[name].raise_()
        self.resize(*SIZE)
        horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        docks = [self._docks["queue"], self._docks["details"]]
        self.resizeDocks(docks, [LEFT, RIGHT], horizontal)
        self.resizeDocks([self._docks["queue"], self._docks["units"]], [560, 400], vertical)

    def _add_dock(self, name: str, pane: QWidget, area: Qt.DockWidgetArea) -> None:
        dock = QDockWidget(self)
        dock.setObjectName(f"dock_{name}")
        pane.setMinimumWidth(LEAST[area])
        dock.setWidget(pane)
        dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetFloatable
        )
        self.addDockWidget(area, dock)
        self._docks[name] = dock

    def _wire(self) -> None:
        desk, selection, store = self._desk, self._desk.selection, self._desk.store
        store.loaded.connect(self._show_board)
        store.changed.connect(self._show_delta)
        desk.positions.moved.connect(self.map.put_fixes)
        desk.clock.ticked.connect(self.map.set_now)
        desk.settings.changed.connect(self._setting_changed)
        selection.incident_changed.connect(lambda id: self.map.select("incident", id))
        selection.unit_changed.connect(lambda id: self.map.select("unit", id))
        self.map.clicked.connect(self._choose)
        self.map.picked.connect(self._take_place)
        self.map.cancelled.connect(lambda: self._go("sheet"))
        self.map.boxed.connect(self._choose_box)
        self.map.trouble.connect(self._map_trouble)
        self.calls.answered.connect(self._open_sheet)
        self.sheet.picking.connect(self._pick)
        self.sheet.completed.connect(self._sheet_completed)
        for finder in (self.queue, self.history):
            finder.opened.connect(lambda _id: self._go("details"))
        self.units.send_asked.connect(self._send)
        self.details.called_up.connect(lambda: self._raise("details"))
        self.directory.called_up.connect(lambda: self._raise("directory"))
        desk.actions.on(
            {
                "go.queue": lambda: self._go("queue"),
                "go.units": lambda: self._go("units"),
                "go.map": self.map.setFocus,
                "go.sheet": lambda: self._go("sheet"),
                "go.details": lambda: self._go("details"),
                "go.directory": lambda: self._go("directory"),
                "go.search": lambda: self._go("history"),
                "view.fit": self.map.fit,
                "view.language": self._next_language,
                "view.theme": self._next_theme,
                "help.keys": self._show_keys,
                "app.quit": self.close,
            }
        )
        for name in ("sheet.new", "sheet.edit"):
            desk.actions[name].triggered.connect(lambda _on=False: self._go("sheet"))

    def _fill_menus(self) -> None:
        self._menus = {name: self.menuBar().addMenu("") for name in MENUS}
        for name, menu in self._menus.items():
            menu.addActions(self._desk.actions.of_menu(name))

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("漳州110 接处警工作站"))
        for name, dock in self._docks.items():
            dock.setWindowTitle(translate("MainWindow", TITLES[name]))
            name_float_button(dock)
        for name, menu in self._menus.items():
            menu.setTitle(menu_title(name))

    def _restore_layout(self) -> None:
        settings = self._desk.settings
        if geometry := settings.get(WINDOW_GEOMETRY):
            self.restoreGeometry(QByteArray(geometry))
        if layout := settings.get(WINDOW_LAYOUT):
            self.restoreState(QByteArray(layout), LAYOUT_VERSION)

    def _show_board(self, board: Board) -> None:
        self._desk.trade.load(board)
        self.map.show_board(board)

    def _show_delta(self, delta: Delta) -> None:
        self._desk.trade.apply(delta, self._desk.store.board)
        self.map.apply(delta, self._desk.store.board)

    def _choose(self, kind: str, id: str) -> None:
        if kind == IncidentCard.kind:
            self._desk.selection.choose_incident(id)
            self._raise("details")
        elif kind == UnitCard.kind:
            self._desk.selection.choose_unit(id)
            self._raise("units")

    def _choose_box(self, found: list[tuple[str, str]]) -> None:
        units = [id for kind, id in found if kind == UnitCard.kind]
        if units:
            self.units.choose(units)
            self._raise("units")

    def _send(self, unit_ids: list[str]) -> None:
        if self._desk.incident() is None:
            self._desk.say("warning", self.tr("请先在队列中选中要派警的警情。"))
            return
        self.chooser.choose(self._desk.selection.incident_id, unit_ids)

    def _open_sheet(self, incident_id: str) -> None:
        self._desk.selection.choose_incident(incident_id)
        self.sheet.open_sheet(incident_id)
        self._go("sheet")

    def _sheet_completed(self, incident_id: str) -> None:
        self._desk.selection.choose_incident(incident_id)
        self._go("details")

    def _pick(self, wanted: bool) -> None:
        if wanted:
            self.map.start_picking()
            self.map.setFocus()
        else:
            self.map.stop_picking()

    def _take_place(self, lon: float, lat: float) -> None:
        self.sheet.take_place(lon, lat)
        self._go("sheet")

    def _map_trouble(self, code: str) -> None:
        if code == "map.died":
            words = self.tr("地图进程中断，正在恢复。队列和派警不受影响。")
            self._desk.say("warning", words)
        else:
            words = self.tr("地图无法恢复，请重启程序。队列和派警不受影响。")
            self._desk.say("danger", words)

    def _raise(self, name: str) -> None:
        self._docks[name].show()
        self._docks[name].raise_()

    def _go(self, name: str) -> None:
        self._raise(name)
        widget = self._docks[name].widget()
        assert widget is not None
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _setting_changed(self, key: str) -> None:
        if key == THEME.key:
            self.map.set_palette(self._palette())
        elif key == LANGUAGE.key:
            self.map.set_language(self._desk.settings.get(LANGUAGE))

    def _palette(self) -> dict[str, str]:
        return palette_of(self._desk.settings.get(THEME))

    def _next_language(self) -> None:
        self._desk.settings.set(LANGUAGE, "en" if self._desk.language.name == "zh" else "zh")

    def _next_theme(self) -> None:
        following = {"light": "dark", "dark": "contrast", "contrast": "light"}
        self._desk.settings.set(THEME, following[self._desk.settings.get(THEME)])

    def _show_keys(self) -> None:
        keys = KeyList(self)
        keys.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keys.open()


def name_float_button(dock: QDockWidget) -> None:
    """Name a dock's button in the language of the screen; Qt does so only when it makes the dock."""
    button = dock.findChild(QAbstractButton, "qt_dockwidget_floatbutton")
    if button is not None:
        button.setAccessibleName(translate(QDOCK, FLOAT))
        button.setAccessibleDescription(translate(QDOCK, FLOAT_HINT))


def stacked(*panes: QWidget) -> QWidget:
    """Return the panes one above the other; the last takes the room and the focus."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for pane in panes:
        column.addWidget(pane)
    column.setStretchFactor(panes[-1], 1)
    box.setFocusProxy(panes[-1])
    return box
