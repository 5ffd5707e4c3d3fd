"""What the desk does with regions: which one it shows, how one is made of a file, when another takes its place."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal
from PySide6.QtWidgets import QWidget

from models.errors import CodedError, TroubleError
from services.region import Region, home_of, installed_region
from services.region.source import Estimate, estimate_of, look_at
from services.resource import RESOURCES
from ui.desk import Desk
from ui.lane import Lane, call_each
from ui.refusal import sentence
from ui.region.dialog import RegionDialog
from ui.region.process import RegionProcess

log = logging.getLogger(__name__)

DEFAULT = RESOURCES / "region" / "zhangzhou"
PACKED = (".region",)
BUILT = "building"


def region_to_show(given: Path | None, store: Path) -> tuple[Region, TroubleError | None]:
    """Return the region that the window begins with, and what was wrong with the installed one if it cannot be read.

    That is the one given (TroubleError where it will not do), else the installed one, else the outline that ships.
    """
    if given is not None:
        return Region.load(given), None
    folder = installed_region(home_of(store.parent))
    try:
        return Region.load(folder or DEFAULT), None
    except TroubleError as error:
        return Region.load(DEFAULT), error


class RegionWork(QObject):
    """Makes regions of files and notices when another one is in use.

    Signals:
        region_changed(Region): this one is to be shown from now on.
    """

    region_changed = Signal(object)

    def __init__(self, desk: Desk, store: Path, window: QWidget, *, fixed: bool = False) -> None:
        """`fixed`: the window shows the region that it was given, whatever is installed."""
        super().__init__(window)
        self._desk, self._store, self._window = desk, store, window
        self._home = home_of(store.parent)
        self._shown = installed_region(self._home)
        self._dialog: RegionDialog | None = None
        self._building: Path | None = None
        self._lane: Lane[Callable[[], object]] = Lane("region", call_each, parent=self)
        self._process = RegionProcess(self)
        self._process.progressed.connect(self._take_progress)
        self._process.done.connect(self._take_done)
        self._process.failed.connect(self._take_failure)
        self._process.stopped.connect(self._take_stop)
        self._watcher = QFileSystemWatcher(self)
        if not fixed:
            self._watch()
        desk.actions.on({"map.region": self.open})

    def open(self) -> None:
        """Open the wizard."""
        dialog = self._made()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def take_file(self, path: Path) -> None:
        """Open the wizard with a file that was dropped or chosen; a region is told from an extract by its name."""
        self.open()
        if self._process.is_running:
            return
        look = partial(self._looked_at, path, self._home)
        self._lane.submit(look, partial(self._show_file, path), self._refuse)

    def close(self) -> None:
        """End what runs; a build goes on when it is asked for again."""
        self._process.close()
        self._lane.close()

    def _made(self) -> RegionDialog:
        if self._dialog is None:
            self._dialog = RegionDialog(self._window)
            self._dialog.file_chosen.connect(self.take_file)
            self._dialog.start_asked.connect(self._start)
            self._dialog.stop_asked.connect(self._process.stop)
        return self._dialog

    @staticmethod
    def _looked_at(path: Path, home: Path) -> Estimate | None:
        """What a build of a file takes, None for a region that is made already."""
        if path.is_dir() or path.suffix in PACKED:
            return None
        return estimate_of(look_at(path), home)

    def _show_file(self, path: Path, estimate: Estimate | None) -> None:
        self._made().show_file(path, estimate)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, CodedError):
            raise error
        self._made().refuse(sentence(error))

    def _start(self, path: Path, clip: str, name: str) -> None:
        self._made().begin()
        if path.is_dir() or path.suffix in PACKED:
            self._install(path)
            return
        # The same file with the same wishes is built in the same place: there it goes on.
        self._building = self._home.parent / f"region-{BUILT}" / path.name.split(".")[0]
        wishes = [f"--clip={clip}"] * bool(clip) + [f"--name={name}"] * bool(name)
        store = ("--store", str(self._store))
        self._run("build", str(path), "--out", str(self._building), *store, "--lines", *wishes)

    def _install(self, path: Path) -> None:
        self._made().show_progress("install", 0.99)
        self._run("install", str(path), "--store", str(self._store))

    def _run(self, *arguments: str) -> None:
        self._process.run([*arguments, "--lang", self._desk.language.name])

    def _take_progress(self, step: str, part: float) -> None:
        self._made().show_progress(step, part * 0.99)

    def _take_done(self) -> None:
        if self._building is not None:
            built, self._building = self._building, None
            self._install(built)
            return
        self._made().end(self.tr("地区已启用，地图已换上。"))
        self._look()

    def _take_failure(self, why: str) -> None:
        self._building = None
        self._made().refuse(why or self.tr("没有成功，原因不明。请查看日志。"))

    def _take_stop(self) -> None:
        self._building = None
        self._made().refuse(self.tr("已停止。再按“开始”从中断处继续。"))

    # Another program, or our own process, puts a region in use.

    def _watch(self) -> None:
        try:
            self._home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            log.info("regions are not watched: %s", error)
            return
        self._watcher.addPath(str(self._home))
        self._watcher.directoryChanged.connect(self._look)

    def _look(self) -> None:
        """Show the region in use where it is another one than before."""
        folder = installed_region(self._home)
        if folder is None or folder == self._shown:
            return
        self._shown = folder
        self._lane.submit(
            partial(Region.load, folder), self.region_changed.emit, self._refuse_shown
        )

    def _refuse_shown(self, error: Exception) -> None:
        if not isinstance(error, CodedError):
            raise error
        self._desk.say("warning", lambda: sentence(error))
