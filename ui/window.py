"""The main window: makes the panes, and wires what one pane says to another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QMainWindow, QTableView, QVBoxLayout, QWidget

from models.board import IncidentCard, UnitCard
from services.region import Region
from ui.action import MENUS, menu_title
from ui.arrangement import Arrangement
from ui.band import Bands
from ui.banner import BannerArea
from ui.call import CallPane
from ui.checklist_editor import Checklists
from ui.command import CommandLine
from ui.desk import Desk
from ui.details import DetailsPane
from ui.directory import DirectoryPane
from ui.dispatch import DispatchChooser
from ui.exchange import Exchange
from ui.foresight import Foresights
from ui.help import Help
from ui.history import HistoryPane
from ui.map.pane import MapPane
from ui.overdue import OverdueWatch
from ui.person import PersonPane
from ui.queue import QueuePane
from ui.reminding import ReminderWatch
from ui.setting import FONT_PERCENT, LANGUAGE, THEME
from ui.sheet import SheetPane
from ui.status import StatusLine
from ui.units import UnitsPane
from ui.wall import WallView
from ui.warning import WarningList

# From this height of the screen on (px, in rows of usual text) so many rows of the queue stay in sight.
USUAL_ROW = 28
ROWS_KEPT = ((900, 5), (0, 1))


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
        self.units = UnitsPane(desk, self, region.points)
        self.history = HistoryPane(desk, self)
        self.sheet = SheetPane(desk, self)
        self.details = DetailsPane(desk, self)
        self.directory = DirectoryPane(desk, self)
        self.person = PersonPane(desk, self)
        self.chooser = DispatchChooser(desk, self)
        self.foresight = Foresights(desk, self)
        self.map = MapPane(desk, region, self)
        self.wall: WallView | None = None
        self.command = CommandLine(desk, self)
        self.exchange = Exchange(desk, self)
        self.overdue = OverdueWatch(desk, self)
        self.reminders, self.bands = ReminderWatch(desk, self), Bands(desk, self)
        self.checklists = Checklists(desk, self)
        self.warnings = WarningList(desk, self)
        self.status = StatusLine(desk, self)
        self.setStatusBar(self.status)
        self.arrangement = Arrangement(self, self._panes(), desk.settings)
        self._wire()
        self._fill_menus()
        self._translate()
        self.arrangement.begin()
        banners.lay_over(self, self.map, self.map.bar)
        self.help = Help(desk, self, self._places())
        desk.actions.on({"banner.close": banners.close_newest})
        self.queue.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Translate titles and menus when the language changes; with another text size keep as many rows in sight."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._keep_rows()
        if event.type() is QEvent.Type.LanguageChange:
            self._desk.actions.translate()
            self._translate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the rows of the queue that the screen has room for, however many calls wait above it."""
        self._keep_rows()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the layout; what was typed is on disk before this is asked."""
        self.arrangement.keep()
        event.accept()
        self.closed.emit()

    def _keep_rows(self) -> None:
        keep_rows(self.queue.view, self.screen().availableGeometry().height())

    def _panes(self) -> dict[str, QWidget]:
        return {
            "queue": stacked(self.calls, self.queue),
            "history": self.history,
            "units": self.units,
            "directory": self.directory,
            "map": self.map,
            "sheet": self.sheet,
            "details": self.details,
            "person": self.person,
        }

    def _places(self) -> dict[QWidget, str]:
        """Return the page of the help that belongs to each part of the window."""
        return {
            self.calls: "start",
            self.sheet: "start",
            self.queue: "follow",
            self.details: "follow",
            self.details.parts.panels: "close",
            self.details.parts.panels.linking: "duplicate",
            self.details.parts.orders: "agency",
            self.details.parts.stops: "fraud",
            self.details.parts.panels.stop: "fraud",
            self.chooser: "dispatch",
            self.chooser.mover: "dispatch",
            self.units: "units",
            self.map: "map",
            self.directory: "agency",
            self.history: "search",
            self.command: "command",
            self.person: "start",
            self.warnings: "fraud",
        }

    def _wire(self) -> None:
        desk, store = self._desk, self._desk.store
        store.loaded.connect(desk.trade.load)
        store.changed.connect(lambda delta: desk.trade.apply(delta, store.board))
        view = self.map.view
        view.clicked.connect(self._choose)
        view.picked.connect(self._take_place)
        view.cancelled.connect(lambda: self.arrangement.go("sheet"))
        view.boxed.connect(self._choose_box)
        self.calls.answered.connect(self._open_sheet)
        self.sheet.called_up.connect(lambda: self.arrangement.go("sheet"))
        self.sheet.picking.connect(self._pick)
        self.sheet.completed.connect(self._sheet_completed)
        opened = (self.queue.opened, self.history.opened, self.command.sheet_asked)
        for asked in (*opened, self.warnings.sheet_asked):
            asked.connect(self._open_details)
        self.warnings.draft_asked.connect(self._open_sheet)
        self.command.unit_asked.connect(lambda id: self._choose(UnitCard.kind, id))
        self.command.find_asked.connect(self._find)
        self.units.send_asked.connect(self._send)
        self.queue.view.units_dropped.connect(self.chooser.choose)
        self.details.called_up.connect(lambda: self.arrangement.raise_("details"))
        self.units.called_up.connect(lambda: self.arrangement.raise_("units"))
        self.directory.called_up.connect(lambda: self.arrangement.raise_("directory"))
        self.person.done.connect(self._person_done)
        desk.actions.explain({"sound.silence": self._why_no_silence})
        desk.actions.on(
            {
                "desk.hand_over": self.ask_who,
                "view.wall": self._wall_here,
                "view.wall_beside": self._wall_beside,
                "sound.silence": desk.bell.silenced.emit,
                "sound.mute": desk.bell.mute,
                "go.queue": lambda: self.arrangement.go("queue"),
                "go.units": lambda: self.arrangement.go("units"),
                "go.map": lambda: self.arrangement.go("map"),
                "go.sheet": lambda: self.arrangement.go("sheet"),
                "go.details": lambda: self.arrangement.go("details"),
                "go.directory": lambda: self.arrangement.go("directory"),
                "go.search": lambda: self.arrangement.go("history"),
                "view.layout": self.arrangement.arrange,
                "view.carry": self.arrangement.carry,
                "view.language": self._next_language,
                "view.theme": self._next_theme,
                "view.font": self._next_font,
                "app.quit": self.close,
            }
        )
        for name in ("sheet.new", "sheet.edit"):
            desk.actions[name].triggered.connect(lambda _on=False: self.arrangement.go("sheet"))

    def _fill_menus(self) -> None:
        actions = self._desk.actions
        actions.refused.connect(lambda why: self._desk.say("info", why))
        actions.answer_keys(self)
        self._menus = {name: self.menuBar().addMenu("") for name in MENUS}
        for name, menu in self._menus.items():
            menu.addActions(self._desk.actions.of_menu(name))

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("漳州110 接处警工作站"))
        self.arrangement.translate()
        for name, menu in self._menus.items():
            menu.setTitle(menu_title(name))

    def _choose(self, kind: str, id: str) -> None:
        if kind == IncidentCard.kind:
            self._desk.selection.choose_incident(id)
            self.arrangement.raise_("details")
        elif kind == UnitCard.kind:
            self._desk.selection.choose_unit(id)
            self.arrangement.raise_("units")

    def _choose_box(self, found: list[tuple[str, str]]) -> None:
        units = [id for kind, id in found if kind == UnitCard.kind]
        if units:
            self.units.choose(units)
            self.arrangement.raise_("units")

    def _send(self, unit_ids: list[str]) -> None:
        if self._desk.incident() is None:
            self._desk.say("warning", self.say_nothing_chosen)
            return
        self.chooser.choose(self._desk.selection.incident_id, unit_ids)

    def ask_who(self) -> None:
        """Bring up the pane of who sits here."""
        self.person.call_up()
        self.arrangement.go("person")

    def _person_done(self) -> None:
        self.arrangement.dismiss("person")
        self.arrangement.raise_("sheet")
        self.queue.setFocus()

    def _wall_here(self) -> None:
        self._open_wall(self.screen())

    def _wall_beside(self) -> None:
        self._open_wall(self.arrangement.other_screen() or self.screen())

    def _open_wall(self, screen: QScreen) -> None:
        """Open the wall on a screen; the key that opened it closes it."""
        if self.wall is not None:
            self.wall.close()
            return
        self.wall = WallView(self._desk, self.map.region, self)
        self.wall.left.connect(self._wall_left)
        self.wall.show_on(screen)

    def _wall_left(self) -> None:
        if self.wall is not None:
            self.wall.deleteLater()
            self.wall = None
        self.activateWindow()

    def _why_no_silence(self) -> str:
        sounds = self.calls.ringer.is_ringing or self.units.alarm.is_ringing
        return "" if sounds else self.tr("现在没有响铃。")

    def say_nothing_chosen(self) -> str:
        """Say that units were asked for and no incident."""
        return self.tr("请先在队列中选中要派警的警情。")

    def _open_details(self, incident_id: str) -> None:
        self._desk.selection.choose_incident(incident_id)
        self.arrangement.go("details")

    def _find(self, text: str) -> None:
        self.arrangement.go("history")
        self.history.search_for(text)

    def _open_sheet(self, incident_id: str) -> None:
        if self.wall is not None and self.wall.screen() is self.screen():
            self.wall.close()
        self._desk.selection.choose_incident(incident_id)
        self.sheet.open_sheet(incident_id)
        self.arrangement.go("sheet")

    def _sheet_completed(self, incident_id: str) -> None:
        self._desk.selection.choose_incident(incident_id)
        self.arrangement.go("details")

    def _pick(self, wanted: bool) -> None:
        if wanted:
            self.map.view.start_picking()
            self.map.setFocus()
        else:
            self.map.view.stop_picking()

    def _take_place(self, lon: float, lat: float) -> None:
        self.sheet.take_place(lon, lat)
        self.arrangement.go("sheet")

    def _next_language(self) -> None:
        self._desk.settings.set(LANGUAGE, "en" if self._desk.language.name == "zh" else "zh")

    def _next_theme(self) -> None:
        following = {"light": "dark", "dark": "contrast", "contrast": "light"}
        self._desk.settings.set(THEME, following[self._desk.settings.get(THEME)])

    def _next_font(self) -> None:
        following = {100: 115, 115: 130}
        settings = self._desk.settings
        settings.set(FONT_PERCENT, following.get(settings.get(FONT_PERCENT), 100))


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


def keep_rows(view: QTableView, room: int) -> None:
    """Let a table never get smaller than the rows that a screen of this height (px) has room for."""
    row = view.verticalHeader().defaultSectionSize()
    rows = next(rows for least, rows in ROWS_KEPT if room * USUAL_ROW / row >= least)
    head, foot = view.horizontalHeader(), view.horizontalScrollBar()
    view.setMinimumHeight(rows * row + head.sizeHint().height() + foot.sizeHint().height() + 4)
