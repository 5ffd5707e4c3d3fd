"""Where the panes are: docks around nothing, a first arrangement by the size of the screen, kept and put back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QByteArray, QObject, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDockWidget,
    QMainWindow,
    QWidget,
)

from ui.fitting import Room
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.setting import Setting, Settings

# A layout that knows other docks is of no use: it is left alone, and the first arrangement taken.
LAYOUT_VERSION = 3
# Texts of Qt's own.
QDOCK, FLOAT, FLOAT_HINT = "QDockWidget", "Float", "Undocks and re-attaches the dock widget"
TITLES = {
    "queue": QT_TRANSLATE_NOOP("MainWindow", "警情队列"),
    "history": QT_TRANSLATE_NOOP("MainWindow", "查找警单"),
    "units": QT_TRANSLATE_NOOP("MainWindow", "警力"),
    "directory": QT_TRANSLATE_NOOP("MainWindow", "联动通讯录"),
    "map": QT_TRANSLATE_NOOP("MainWindow", "地图"),
    "sheet": QT_TRANSLATE_NOOP("MainWindow", "接警单"),
    "details": QT_TRANSLATE_NOOP("MainWindow", "警情详情"),
    "person": QT_TRANSLATE_NOOP("MainWindow", "值守登记"),
}
# Shown only while it is needed.
PASSING = "person"
# Narrower than this a pane's buttons and columns no longer say what they are.
LEAST = {
    # Heights of their own: what comes into a pane takes room from its table, never more than the screen has.
    "queue": QSize(520, 260),
    **dict.fromkeys(("history", "units", "directory"), QSize(520, 190)),
    **dict.fromkeys(("sheet", "details", PASSING), QSize(420, 0)),
    "map": QSize(300, 300),
}
# So much of a window must be on some screen for a hand to take hold of it.
HOLD = QSize(120, 40)


@dataclass(frozen=True, slots=True)
class Plan:
    """A first arrangement: from which width of a screen on, its columns' widths, and what stands apart.

    `queue` is the queue's share of the left column's height; `apart` puts the details beside the sheet.
    """

    name: str
    width: int
    left: int
    right: int
    queue: float
    apart: bool = False


PLANS = (
    Plan("wide", 2300, 820, 520, 0.55, apart=True),
    Plan("usual", 1600, 720, 500, 0.57),
    Plan("compact", 0, 572, 472, 0.58),
)


def plan_for(width: int) -> Plan:
    """Return the plan of a screen of this width (px, as the desktop counts them)."""
    return next(plan for plan in PLANS if width >= plan.width)


# Where geometry and layout are kept: each size of screen has its own.
KEPT = {
    plan.name: (
        Setting(f"window/{plan.name}/geometry", b"", fixable=False),
        Setting(f"window/{plan.name}/layout", b"", fixable=False),
    )
    for plan in PLANS
}


class Arrangement(QObject):
    """The docks of a main window."""

    def __init__(
        self, window: QMainWindow, panes: Mapping[str, QWidget], settings: Settings
    ) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        # Qt wants something in the middle; hidden it leaves all room to the docks, the map among them.
        middle = QWidget()
        window.setCentralWidget(middle)
        middle.hide()
        window.setDockNestingEnabled(True)
        self.docks = {name: self._dock(name, pane) for name, pane in panes.items()}
        self._plan = self._fitting()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self.bring_back)
        self.translate()

    def begin(self) -> None:
        """Stand as the last time on a screen of this size, else as planned."""
        self.arrange()
        geometry, layout = (self._settings.get(setting) for setting in KEPT[self._plan.name])
        if geometry:
            self._window.restoreGeometry(QByteArray(geometry))
        if layout and not self._window.restoreState(QByteArray(layout), LAYOUT_VERSION):
            self._split()
        self.docks[PASSING].hide()
        self.bring_back()

    def keep(self) -> None:
        """Keep geometry and layout for the next start."""
        geometry, layout = KEPT[self._plan.name]
        self._settings.set(geometry, bytes(self._window.saveGeometry().data()))
        self._settings.set(layout, bytes(self._window.saveState(LAYOUT_VERSION).data()))

    def arrange(self) -> None:
        """Put everything where it was planned for the screen that the window is on."""
        self._plan = self._fitting()
        self._window.setWindowState(Qt.WindowState.WindowNoState)
        self._window.setGeometry(self._window.screen().availableGeometry())
        self._window.setWindowState(Qt.WindowState.WindowMaximized)
        self._split()

    def raise_(self, name: str) -> None:
        """Bring a pane to the front."""
        self.docks[name].show()
        self.docks[name].raise_()

    def go(self, name: str) -> None:
        """Bring a pane to the front and give it the keyboard."""
        self.raise_(name)
        dock = self.docks[name]
        widget = dock.widget()
        assert widget is not None
        if dock.isFloating():
            dock.activateWindow()
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self, name: str) -> None:
        """Put a pane away that was needed for a while."""
        self.docks[name].hide()

    def carry(self) -> None:
        """Carry the pane that has the keyboard to the next screen and fill it; a pane that floats comes back."""
        name = self._focused()
        if not name:
            return
        dock = self.docks[name]
        floating = not dock.isFloating()
        dock.setFloating(floating)
        if floating and (screen := self.other_screen()) is not None:
            dock.setGeometry(screen.availableGeometry())
        self.go(name)

    def other_screen(self) -> QScreen | None:
        """Return a screen on which the main window is not, None with one screen."""
        here = self._window.screen()
        return next((one for one in QGuiApplication.screens() if one is not here), None)

    def bring_back(self) -> None:
        """Bring every window that no screen shows any more to where the main window is."""
        rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        home = self._window.screen().availableGeometry()
        if not within_reach(self._window.frameGeometry(), rooms):
            self._window.setGeometry(home)
        for dock in self.docks.values():
            if dock.isFloating() and not within_reach(dock.frameGeometry(), rooms):
                size = dock.size().boundedTo(home.size())
                dock.setGeometry(QRect(home.topLeft(), size))

    def translate(self) -> None:
        """Write the titles in the language of the screen."""
        for name, dock in self.docks.items():
            dock.setWindowTitle(translate("MainWindow", TITLES[name]))
            name_float_button(dock)

    def _dock(self, name: str, pane: QWidget) -> QDockWidget:
        dock = QDockWidget(self._window)
        dock.setObjectName(f"dock_{name}")
        pane.setMinimumSize(LEAST[name])
        dock.setWidget(Room(pane))
        dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetFloatable
        )
        return dock

    def _fitting(self) -> Plan:
        return plan_for(self._window.screen().availableGeometry().width())

    def _split(self) -> None:
        window, docks, plan = self._window, self.docks, self._plan
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        for dock in docks.values():
            dock.setFloating(False)
            window.removeDockWidget(dock)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, docks["queue"])
        columns = ["queue", "map", "sheet", *(["details"] if plan.apart else [])]
        for left, right in pairwise(columns):
            window.splitDockWidget(docks[left], docks[right], across)
        window.splitDockWidget(docks["queue"], docks["units"], down)
        window.tabifyDockWidget(docks["queue"], docks["history"])
        window.tabifyDockWidget(docks["units"], docks["directory"])
        if not plan.apart:
            window.tabifyDockWidget(docks["sheet"], docks["details"])
        window.tabifyDockWidget(docks["sheet"], docks[PASSING])
        for name, dock in docks.items():
            dock.setVisible(name != PASSING)
        for name in ("queue", "units", "sheet"):
            docks[name].raise_()
        wide, high = window.width(), window.height()
        rest = wide - plan.left - plan.right * (2 if plan.apart else 1)
        sizes = {"queue": plan.left, "map": rest, "sheet": plan.right, "details": plan.right}
        window.resizeDocks(
            [docks[name] for name in columns], [sizes[name] for name in columns], across
        )
        queue = round(high * plan.queue)
        window.resizeDocks([docks["queue"], docks["units"]], [queue, high - queue], down)

    def _focused(self) -> str:
        """Return the name of the pane that has the keyboard, "" none."""
        widget: QWidget | None = QApplication.focusWidget() or self._window.focusWidget()
        while widget is not None:
            for name, dock in self.docks.items():
                if widget is dock:
                    return name
            widget = widget.parentWidget()
        return ""


def within_reach(frame: QRect, rooms: list[QRect]) -> bool:
    """Tell whether enough of a window's head is on one of the screens to take hold of it."""
    head = QRect(frame.topLeft(), QSize(frame.width(), HOLD.height()))
    shown = (head.intersected(room) for room in rooms)
    return any(
        part.width() >= min(HOLD.width(), frame.width()) and part.height() >= HOLD.height() // 2
        for part in shown
    )


def name_float_button(dock: QDockWidget) -> None:
    """Name a dock's button in the language of the screen; Qt does so only when it makes the dock."""
    button = dock.findChild(QAbstractButton, "qt_dockwidget_floatbutton")
    if button is not None:
        button.setAccessibleName(translate(QDOCK, FLOAT))
        button.setAccessibleDescription(translate(QDOCK, FLOAT_HINT))
