"""Wires the parts of the window and runs them; called by `main.py` once the arguments are read."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QProcess, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from models.board import Board, IncidentCard, TermCard
from models.errors import TroubleError
from models.state import IncidentState
from services.database import Database, wall_ms
from services.dictionary import install_defaults
from services.levelling import FILE, own_rules
from services.region import Region
from services.resource import RESOURCES
from services.searching import latest_instant
from services.tracking import newest_fixes
from services.watchkeeping import who_sits_here
from ui.action import Actions
from ui.advice import AdviceWork
from ui.banner import BannerArea
from ui.bell import Bell
from ui.chasing import ChaseWatch
from ui.clock import DeskClock
from ui.closure import ClosureWatch
from ui.courier import Courier
from ui.coverage import CoverageWatch
from ui.desk import Desk, Selection
from ui.fault import Faults, watch_native_crashes
from ui.garbage import Garbage
from ui.guard import Guard
from ui.holding import SCREEN, fixed_words, hold_actions
from ui.instance import Instance, bring_up, wake
from ui.lane import Lane, call_each
from ui.language import Language, translate
from ui.leaving import Leaving
from ui.logbook import keep_log
from ui.map.scheme import register_scheme
from ui.moment import full_time_of
from ui.names import Names
from ui.overlay import OverlayWork
from ui.override import guard_overrides
from ui.person import Handover
from ui.picture import Pictures
from ui.policy import machine_policy
from ui.position import Positions, Thinning
from ui.print import Plate, Printing
from ui.refusal import sentence
from ui.region import RegionWork, region_to_show
from ui.rescue import Rescue
from ui.road import RoadWork
from ui.screen import VirtualScreen, has_screen, prepare_graphics
from ui.setting import FONT_PERCENT, LANGUAGE, STARTED, THEME, Settings
from ui.sound import Speaker
from ui.source import Source, SourceFeed
from ui.store import Store
from ui.theme import apply_theme, load_fonts, prepare_theme
from ui.track import Tracks
from ui.trade import Trade, warm
from ui.unsent import UnsentTexts
from ui.window import MainWindow

if TYPE_CHECKING:
    from ui.origin import Log

log = logging.getLogger(__name__)

ORGANISATION, PROGRAM = "zhangzhou-110", "workstation"
SCREENLESS_SECONDS = 45
EXIT_TROUBLE = 3


@dataclass(frozen=True, slots=True)
class Options:
    """How the window starts: the store, who sits here, and whether and how a drill runs."""

    store: Path
    seat: str = "S001"
    block: int = 1
    language: str = ""
    theme: str = ""
    drill: bool = False
    seed: int = 1
    speed: float = 1.0
    automatic: bool = False
    replay: Path | None = None
    mapping: Path | None = None
    pictures: Path | None = None
    region: Path | None = None
    gpu: bool = False
    exit_when_ready: bool = False


class Workstation(QObject):
    """One running desk: owns database, store, feeds and window, and ends them in order.

    Signals:
        ready(): the board is shown and the map page has drawn it.
    """

    ready = Signal()

    def __init__(self, application: QApplication, options: Options, settings: Settings) -> None:
        super().__init__()
        self._options = options
        self._application = application
        self._garbage = Garbage(self)
        self.database = Database(options.store, seat=options.seat, block=options.block)
        start = max(wall_ms(), self.database.read(latest_instant)) if options.drill else None
        rate = options.speed if options.drill else 1.0
        clock = DeskClock(start_ms=start, rate=rate, parent=self)
        for setting, given in ((LANGUAGE, options.language), (THEME, options.theme)):
            if given:
                settings.lay_over(setting, given)
        language = Language(application)
        language.use(settings.get(LANGUAGE))
        look = settings.get(THEME), settings.get(FONT_PERCENT)
        prepare_theme(application, *look)
        self._banners = BannerArea()
        seat, officer = self.database.read(who_sits_here)
        store = Store(self.database, clock, officer or seat, self)
        trade, roads = Trade(language, self), RoadWork(self)
        positions = Positions(self, now=clock.now, thinning=Thinning.of(settings))
        coverage = CoverageWatch(store, positions, settings, clock, self)
        self.desk = Desk(
            store=store,
            clock=clock,
            trade=trade,
            positions=positions,
            settings=settings,
            actions=Actions(self),
            selection=Selection(self),
            language=language,
            unsent=UnsentTexts(store, clock, self),
            say=self._banners.say,
            bell=Bell(settings, Speaker(self), clock.now, self),
            names=Names(store, self),
            roads=roads,
            advice=AdviceWork(store, trade, positions, settings, roads, coverage, clock, self),
            coverage=coverage,
            seat=seat,
        )
        self._tracks = Tracks(self.database, store, settings, self)
        region, unreadable = region_to_show(options.region, options.store)
        self.desk.names.show(region)
        self.window = MainWindow(self.desk, self._banners, region)
        apply_theme(application, *look)
        if unreadable is not None:
            self.desk.say("warning", lambda: sentence(unreadable))
        self.regions = RegionWork(
            self.desk, options.store, self.window, fixed=options.region is not None
        )
        self.overlays = OverlayWork(
            self.desk, options.store, self.window, self.window.map.view.measured
        )
        self.printing = Printing(self.desk, self.window, self)
        self._take_rules(options.store.parent)
        self._feed: SourceFeed | None = None
        self._reading: Lane[Callable[[], object]] | None = None
        self._closures = ClosureWatch(self.desk, self)
        self.courier = Courier(self.desk, beside(options.store, ".exchange"), self)
        self._chases = ChaseWatch(self.desk, lambda: self.courier.alive, self)
        self._guard = Guard(self.desk, self)
        self.handover = Handover(self.desk, self._banners, self)
        self.rescue = Rescue(self.desk, self._banners, self.window)
        self.leaving = Leaving(self.desk, self.window)
        self._instance = Instance(options.store, self)
        self.is_open = True
        self._wire()

    def start(self) -> None:
        """Show the window and read the board; the rest follows when it is there."""
        self.window.show()
        self.desk.store.loaded.connect(self._begin)
        self.desk.unsent.load(self.desk.store.load)

    def close(self) -> None:
        """Stop the feeds, put everything on disk, let go of the page and the store."""
        self.is_open = False
        self._instance.close()
        if self._reading is not None:
            self._reading.abandon()
        if self._feed is not None:
            self._feed.close()
        self.courier.close()
        self.desk.positions.flush()
        self._tracks.close()
        self.desk.names.close()
        self.desk.store.close()
        self.printing.close()
        self.regions.close()
        self.overlays.close()
        self.desk.roads.close()
        self.desk.advice.close()
        self.desk.coverage.close()
        # The page must be gone before the application that owns its profile.
        shiboken6.delete(self.window)
        self.database.close()
        self._garbage.close()

    def _wire(self) -> None:
        desk = self.desk
        desk.store.refused.connect(lambda error: desk.say("info", lambda: sentence(error)))
        desk.positions.due.connect(self._tracks.keep)
        self._tracks.failed.connect(desk.store.tell)
        desk.settings.changed.connect(self._setting_changed)
        desk.settings.held.connect(lambda _key: desk.say("info", fixed_words))
        hold_actions(desk.actions, desk.settings, SCREEN)
        self._instance.woken.connect(self._wake)
        self.window.person.drill_wanted.connect(start_drill)
        desk.actions.on({"map.pdf": self._ask_map})
        self.regions.region_changed.connect(self.window.map.use_region)
        self.regions.region_changed.connect(self._tell_wall)
        self.regions.region_changed.connect(self._offer_beats)
        self.regions.region_changed.connect(lambda region: self.desk.roads.use(region.folder))
        self.desk.roads.use(self.window.map.region.folder)
        self.regions.region_changed.connect(desk.coverage.show)
        desk.coverage.show(self.window.map.region)
        self.regions.region_changed.connect(desk.names.show)
        self.window.map.file_dropped.connect(self._take_file)
        self.overlays.changed.connect(self.window.map.view.show_overlays)
        self.overlays.view_asked.connect(self.window.map.view.fit_box)
        self.overlays.start()

    def _wake(self) -> None:
        log.info("woken: the program was started once more")
        bring_up(self.window)

    def _take_file(self, path: Path) -> None:
        """A file that was dropped on the map is an overlay or a region, by its name."""
        if self.overlays.takes(path):
            self.overlays.take_file(path)
        else:
            self.regions.take_file(path)

    def _offer_beats(self, region: Region) -> None:
        """Show the beats that a region brings as any list that is imported: nothing is taken before a person says so."""
        file = region.folder / "beats.csv"
        if file.is_file():
            self.window.exchange.read(file, "beats")

    def _tell_wall(self, region: Region) -> None:
        if self.window.wall is not None:
            self.window.wall.use_region(region)

    def _ask_map(self) -> None:
        """Write the map as it is now; the picture is taken before anybody is asked where to."""
        pane, when = self.window.map, full_time_of(self.desk.clock.now())
        self.printing.ask_plate(
            Plate(pane.picture(), pane.region.name, when, pane.region.attribution)
        )

    def _begin(self, board: Board) -> None:
        self.desk.store.loaded.disconnect(self._begin)
        self.window.map.view.drawn.connect(self._tell_ready)
        self._guard.start()
        self.desk.store.ask(newest_fixes, self.desk.positions.restore)
        if not board.all(TermCard):
            self.desk.store.do(install_defaults, then=lambda _count: self._start_source())
        else:
            self._start_source()

    def _tell_ready(self, _frame: int) -> None:
        self.window.map.view.drawn.disconnect(self._tell_ready)
        self.desk.store.ask(warm, lambda _none: None)
        self.desk.names.warm()
        self._garbage.settle()
        if not self.desk.settings.get(STARTED):
            self.window.ask_who()
        if passed_by := " ".join(self.desk.settings.passed_by()):
            self.desk.say(
                "warning",
                lambda: self.tr("本机管理员设置中有不起作用的项：{keys}").format(keys=passed_by),
            )
        sheets = len(self.desk.store.board.all(IncidentCard))
        log.info("ready: the board is shown with %d sheets and the map has drawn it", sheets)
        self.ready.emit()

    def _start_source(self) -> None:
        """Let calls come from where the options say, besides people: a drill, or a replayed log."""
        options, store = self._options, self.desk.store
        if not options.drill and options.replay is None:
            return
        # Drills bring geometry with them, which takes its time to load; a real shift needs none of it.
        from ui.origin import drill_of, read_replay, replay_of  # noqa: PLC0415

        now = self.desk.clock.now()
        if options.drill:
            self.window.status.set_drill(options.seed, options.speed)
            region = self.window.map.region
            self._feed_from(drill_of(options.seed, now, automatic=options.automatic, region=region))
        elif options.replay is not None and options.mapping is not None:

            def begin(log: Log) -> None:
                self._say_refused(log.refused)
                at, by = self.desk.clock.now(), store.actor
                self._feed_from(replay_of(log, at, speed=options.speed, by=by))

            # A log may be long: nobody waits for it, neither a search nor the end of the program.
            read = partial(read_replay, options.replay, options.mapping)
            self._reading = Lane("replay", call_each, parent=self)
            self._reading.submit(read, begin, store.tell)

    def _take_rules(self, folder: Path) -> None:
        """Level by the rules of this site where it keeps some; a file that is no good is told and not used."""
        try:
            own = own_rules(folder)
        except TroubleError as error:
            told = error
            self.desk.say("danger", lambda: sentence(told))
            return
        if own is not None:
            self.desk.trade.rules = own
            self.desk.say(
                "info",
                lambda: self.tr("定级规则用本单位的文件：{path}，共 {count} 条。").format(
                    path=folder / FILE.name, count=len(own.rules)
                ),
            )

    def _say_refused(self, rows: int) -> None:
        if rows:
            self.desk.say(
                "warning",
                lambda: self.tr("记录中有 %1 行不合格，未回放。").replace("%1", str(rows)),
            )

    def _feed_from(self, source: Source) -> None:
        self._feed = SourceFeed(self.desk, source, self)
        self._feed.lost.connect(self.window.status.lose_feed)
        self._feed.start()

    def _setting_changed(self, key: str) -> None:
        if key == LANGUAGE.key:
            self.desk.language.use(self.desk.settings.get(LANGUAGE))
        elif key in (THEME.key, FONT_PERCENT.key):
            settings = self.desk.settings
            apply_theme(self._application, settings.get(THEME), settings.get(FONT_PERCENT))

    def photograph(self, folder: Path) -> None:
        """Take pictures of the shift for a bounded time, then quit."""
        plan = [
            (8, "shift-1", lambda: None),
            (SCREENLESS_SECONDS // 2, "shift-2", self._choose_busy),
            (SCREENLESS_SECONDS, "shift-3", self._choose_busy),
        ]
        pictures = Pictures(self.window, folder, plan, self)
        pictures.done.connect(self.leaving.leave_anyway)

    def _choose_busy(self) -> None:
        sheets = self.desk.store.board.all(IncidentCard).values()
        busy = [card for card in sheets if card.assignments] or list(sheets)
        if busy:
            best = max(busy, key=lambda card: (card.state is IncidentState.ON_SCENE, card.number))
            self.desk.selection.choose_incident(best.id)


def start(options: Options) -> int:
    """Run the window until it is closed; return the exit status (0, or 3 where the store cannot be opened)."""
    keep_log(beside(options.store, ".log"))
    screen = None
    if not has_screen():
        sys.stderr.write(f"{SCREENLESS}\n")
        screen = VirtualScreen()
    application = new_application(gpu=options.gpu)
    try:
        return run(application, options, screenless=screen is not None)
    finally:
        if screen is not None:
            screen.close()


def new_application(*, gpu: bool = False) -> QApplication:
    """Make Qt ready for the window, in the order that Qt wants it; once in a program."""
    guard_overrides()
    prepare_graphics(gpu=gpu)
    register_scheme()
    application = QApplication([PROGRAM])
    application.setOrganizationName(ORGANISATION)
    application.setApplicationName(PROGRAM)
    application.setQuitOnLastWindowClosed(False)
    load_fonts(application)
    application.setWindowIcon(QIcon(str(RESOURCES / "icon" / "desk.png")))
    return application


SCREENLESS = (
    "没有显示器：在虚拟屏幕上运行一段时间，图片写入 out/\n"
    "No display: running on a virtual screen for a bounded time, pictures go to out/"
)


def run(application: QApplication, options: Options, *, screenless: bool) -> int:
    """Run the workstation in an application that exists."""
    kept = kept_settings(options, screenless=screenless)
    settings = Settings(kept, policy=machine_policy())
    faults = Faults()
    faults.install()
    try:
        station = Workstation(application, options, settings)
    except TroubleError as error:
        if error.code == "store.in_use" and wake(options.store):
            # The window is there already; a person who starts the program twice wants to see it.
            faults.uninstall()
            return 0
        Language(application).use(options.language or settings.get(LANGUAGE))
        tell_trouble(sentence(error), screenless=screenless)
        faults.uninstall()
        return EXIT_TROUBLE
    # Only who holds the store may touch the trace that its last window left.
    last_crash, end_watch = watch_native_crashes(beside(options.store, ".crash"))
    close_on_signals(station.leaving)
    faults.found.connect(lambda line, _report: station.desk.say("danger", line))
    if last_crash:
        log.error("the last run ended in a native crash\n%s", last_crash)
        QTimer.singleShot(
            0,
            lambda: station.desk.say(
                "warning", lambda: translate("Workstation", "上次异常退出，数据已恢复。")
            ),
        )
    station.window.closed.connect(application.quit)
    if options.exit_when_ready:
        station.ready.connect(lambda: sys.stdout.write("ready\n") and sys.stdout.flush())
        station.ready.connect(station.leaving.leave_anyway)
    station.start()
    pictures = options.pictures or (Path("out") if screenless else None)
    if pictures is not None:
        station.photograph(pictures)
    status = application.exec()
    station.close()
    faults.uninstall()
    end_watch()
    return status


def beside(store: Path, ending: str) -> Path:
    """Return a file beside the store: its whole name and an ending, so that it can never be the store itself."""
    return Path(f"{store}{ending}")


def close_on_signals(leaving: Leaving) -> None:
    """Let Ctrl+C and a system that shuts down close the window when what was typed is saved."""
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    for number in (getattr(signal, name) for name in names if hasattr(signal, name)):
        signal.signal(number, lambda *_: QTimer.singleShot(0, leaving.leave_anyway))


def kept_settings(options: Options, *, screenless: bool) -> QSettings:
    """Return where settings are kept: this person's place, or for pictures one that starts blank."""
    if options.pictures is None and not screenless:
        return QSettings()
    file = beside(options.store, ".pictures.ini")
    blank = QSettings(str(file), QSettings.Format.IniFormat)
    blank.clear()
    blank.setValue(STARTED.key, True)
    return blank


def drill_command() -> tuple[str, list[str]]:
    """Return program and arguments of a drill beside this desk, on the drill's own store."""
    frozen = getattr(sys, "frozen", False)
    main = Path(__file__).parent.parent / "main.py"
    return sys.executable, [*([] if frozen else [str(main)]), "--drill"]


def start_drill() -> None:
    """Start a drill in a window of its own; it ends on its own too."""
    program, arguments = drill_command()
    QProcess.startDetached(program, arguments)


def tell_trouble(text: str, *, screenless: bool) -> None:
    """Say why the program cannot start, on the screen and on the terminal."""
    sys.stderr.write(f"{text}\n")
    if not screenless and QGuiApplication.platformName() != "offscreen":
        box = QMessageBox(QMessageBox.Icon.Warning, "110", text)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.exec()
