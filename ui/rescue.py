"""Rescue: when the store's file is gone, everything it held is written to another place, and work goes on there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from models.errors import TroubleError
from services.keeping import give_room, try_room
from ui.banner import BannerArea
from ui.desk import Desk
from ui.refusal import sentence


class Rescue(QObject):
    """Offers the way out in the banner that tells of the trouble; asks where, without a loop of its own."""

    def __init__(self, desk: Desk, banners: BannerArea, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._banners, self._window = desk, banners, window
        self.dialog: QFileDialog | None = None
        desk.store.troubled.connect(self._tell)

    def ask(self) -> None:
        """Ask where the data shall go."""
        path = self._desk.store.path
        if self.dialog is None:
            self.dialog = QFileDialog(self._window)
            self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            self.dialog.fileSelected.connect(lambda name: self.move_to(Path(name)))
        self.dialog.setWindowTitle(self.tr("把数据写到"))
        if path.parent.is_dir():
            self.dialog.setDirectory(str(path.parent))
        self.dialog.selectFile(path.name)
        self.dialog.open()

    def move_to(self, path: Path) -> None:
        """Write everything there and go on with it."""
        self._desk.store.move_to(path, lambda _none: self._moved(path))

    def _moved(self, path: Path) -> None:
        self._desk.say(
            "danger",
            lambda: self.tr(
                "数据已完整写入 %1，现在用的就是它。下次启动也请打开这个文件。"
            ).replace("%1", str(path)),
        )
        # Whether it can be written is said by writing, and what could not be saved follows at once.
        self._desk.store.do(try_room, quiet=True)
        self._desk.store.do(give_room, quiet=True)
        self._desk.store.look()

    def _tell(self, error: TroubleError) -> None:
        if error.code == "store.gone":
            self._banners.say(
                "danger",
                lambda: sentence(error),
                offer=(lambda: self.tr("另存并继续…"), self.ask),
            )
        else:
            self._desk.say("danger", lambda: sentence(error))
