"""The status line: who sits here, what time it is, whether everything is on disk and the feeds are alive."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from ui.covering import cover_hint, cover_text
from ui.desk import Desk
from ui.hearing import HearingSign
from ui.moment import local, span_of, time_of
from ui.refusal import sentence
from ui.setting import LEAST_FREE_MB
from ui.table import as_data

STALE_FEED_MS = 15_000
MEGABYTE = 1_000_000


class StatusLine(QStatusBar):
    """Running truth at the foot of the window."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._last_fix = 0
        self._unwritable_since: int | None = None
        self._feed_lost = False
        self._drill = ""
        self.seat, self.cover, self.feed, self.store, self.clock = (QLabel() for _ in range(5))
        for label in (self.seat, self.cover, self.feed, self.store, self.clock):
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.addPermanentWidget(label)
        self.hearing = HearingSign(desk)
        self.insertPermanentWidget(1, self.hearing)
        desk.clock.ticked.connect(self._tick)
        desk.positions.moved.connect(self._moved)
        desk.coverage.changed.connect(self._show_cover)
        for told in (desk.store.eased, desk.store.troubled, desk.store.looked, desk.store.rested):
            told.connect(self._show_store)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything again when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._tick(self._desk.clock.now())
            self._show_cover()
        super().changeEvent(event)

    def set_drill(self, seed: int, speed: float) -> None:
        """Say that this is a drill."""
        self._drill = f"{seed} · {speed:g}×"
        self._tick(self._desk.clock.now())

    def lose_feed(self) -> None:
        """Say that calls and positions come no more."""
        self._feed_lost = True
        self._tick(self._desk.clock.now())

    def _tick(self, now: int) -> None:
        seat = self._who()
        drill = self.tr("演练 %1").replace("%1", self._drill) if self._drill else ""
        self.seat.setText(f"  {drill}    {seat}  " if drill else f"  {seat}  ")
        self._show(self.clock, *self._clock_text(now))
        self._show(self.feed, *self._feed_text(now))
        self._show_store()

    def _who(self) -> str:
        desk, watch = self._desk, self._desk.watch()
        seat = self.tr("席位：%1").replace("%1", (watch.seat_name if watch else "") or desk.seat)
        if watch is None:
            return self.tr("席位：%1 · 未登记").replace("%1", desk.seat)
        return f"{seat} · {desk.person(watch.officer_id)} {watch.officer_id}"

    def _show_store(self, _what: object = None) -> None:
        trouble = self._desk.store.trouble
        if trouble is None:
            self._unwritable_since = None
        elif self._unwritable_since is None:
            self._unwritable_since = self._desk.clock.now()
        self._show(self.store, *self._store_text())
        self.store.setToolTip(as_data(sentence(trouble)) if trouble else "")

    def _show_cover(self) -> None:
        found = self._desk.coverage.newest
        self.cover.setVisible(found is not None)
        if found is not None:
            self.cover.setText(cover_text(found))
            self.cover.setToolTip(as_data(cover_hint(found, self._desk.coverage.rules)))

    def _show(self, label: QLabel, text: str, role: str) -> None:
        label.setText(text)
        if label.property("role") != role:
            label.setProperty("role", role)
            label.style().unpolish(label)
            label.style().polish(label)

    def _clock_text(self, now: int) -> tuple[str, str]:
        text = f"{local(now):%Y-%m-%d %H:%M:%S}"
        ahead = self._desk.clock.ahead_ms
        if not ahead:
            return text, ""
        slow = self.tr("⚠ 本机时钟慢 %1").replace("%1", span_of(ahead))
        return f"{slow}   {text}", "danger"

    def _feed_text(self, now: int) -> tuple[str, str]:
        if self._feed_lost:
            return self.tr("■ 来话与位置已中断"), "danger"
        if not self._last_fix:
            return self.tr("位置：无来源"), ""
        age = max(0, now - self._last_fix)
        if age > STALE_FEED_MS * max(1.0, self._desk.clock.rate):
            return self.tr("⚠ 位置中断 %1 秒").replace("%1", str(age // 1000)), "danger"
        return self.tr("位置：正常"), ""

    def _store_text(self) -> tuple[str, str]:
        store = self._desk.store
        if self._unwritable_since is not None:
            since = self.tr("■ %1 起不能保存")
            return since.replace("%1", time_of(self._unwritable_since)), "danger"
        if store.condition is not None and not store.condition.writable:
            return self.tr("■ 数据文件只读，不能保存"), "danger"
        if store.condition is not None and self._is_tight(store.condition.free):
            left = str(store.condition.free // MEGABYTE)
            return self.tr("▲ 磁盘只剩 %1 MB").replace("%1", left), "danger"
        if store.writing:
            return self.tr("正在保存 %1").replace("%1", str(store.writing)), ""
        return self.tr("✓ 已全部保存"), ""

    def _is_tight(self, free: int) -> bool:
        return free < self._desk.settings.get(LEAST_FREE_MB) * MEGABYTE

    def _moved(self, fixes: list[object]) -> None:
        newest = max((fix.at for fix in self._desk.positions.latest.values()), default=0)
        self._last_fix = max(self._last_fix, newest)
