"""What the one before left at this seat (交接事项): shown until whoever sits here says that it is read."""

from __future__ import annotations

from PySide6.QtCore import QObject

from services.watchkeeping import note_handover
from ui.banner import Banner, BannerArea
from ui.desk import Desk
from ui.scope import with_key


class Handover(QObject):
    """Keeps one message over the map as long as the watch has something unread; no other message takes its place."""

    def __init__(self, desk: Desk, banners: BannerArea, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._banners = desk, banners
        self._shown: tuple[str, str] = ("", "")
        self._banner: Banner | None = None
        desk.actions.explain({"desk.note_read": self._why_not})
        desk.actions.on({"desk.note_read": self.acknowledge})
        desk.store.loaded.connect(lambda _board: self._follow())
        desk.store.changed.connect(lambda _delta: self._follow())

    def acknowledge(self) -> None:
        """Say that it is read."""
        self._desk.store.do(note_handover)

    def _follow(self) -> None:
        watch = self._desk.watch()
        wanted = (watch.id, watch.unread) if watch is not None and watch.unread else ("", "")
        if wanted == self._shown:
            return
        self._shown = wanted
        if self._banner is not None:
            self._banners.withdraw(self._banner)
            self._banner = None
        if wanted[1]:
            self._banner = self._banners.put_up(
                "note", self._words, offer=(self._say_read, self.acknowledge)
            )

    def _words(self) -> str:
        return self.tr("上一班交接：{note}").format(note=self._shown[1])

    def _say_read(self) -> str:
        return with_key(self.tr("已阅"), "desk.note_read")

    def _why_not(self) -> str:
        watch = self._desk.watch()
        if watch is None:
            return self.tr("本席没有登记值守人员。")
        return "" if watch.unread else self.tr("没有未读的交接事项。")
