"""The status line: who sits here, what time it is, whether everything is on disk and the feeds are alive."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from services.context import LOCAL
from ui.desk import Desk
from ui.refusal import sentence

STALE_FEED_MS = 15_000


class StatusLine(QStatusBar):
    """Running truth at the foot of the window."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._last_fix = 0
        self._trouble = ""
        self._drill = ""
        self._seat, self._feed, self._store, self._clock = (QLabel() for _ in range(4))
        for label in (self._seat, self._feed, self._store, self._clock):
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.addPermanentWidget(label)
        desk.clock.ticked.connect(self._tick)
        desk.positions.moved.connect(self._moved)
        desk.store.changed.connect(lambda _delta: self._saved())
        desk.store.troubled.connect(self._troubled)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything again when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._tick(self._desk.clock.now())
        super().changeEvent(event)

    def set_drill(self, seed: int, speed: float) -> None:
        """Say that this is a drill."""
        self._drill = f"{seed} · {speed:g}×"
        self._tick(self._desk.clock.now())

    def _tick(self, now: int) -> None:
        local = datetime.fromtimestamp(now / 1000, UTC) + LOCAL
        self._clock.setText(f"{local:%Y-%m-%d %H:%M:%S}")
        seat = self._who()
        drill = self.tr("演练 %1").replace("%1", self._drill) if self._drill else ""
        self._seat.setText(f"  {drill}    {seat}  " if drill else f"  {seat}  ")
        self._feed.setText(self._feed_text(now))
        self._store.setText(self._store_text())

    def _who(self) -> str:
        desk, watch = self._desk, self._desk.watch()
        seat = self.tr("席位：%1").replace("%1", (watch.seat_name if watch else "") or desk.seat)
        if watch is None:
            return f"{seat} · {self.tr('未登记')}"
        return f"{seat} · {desk.person(watch.officer_id)} {watch.officer_id}"

    def _feed_text(self, now: int) -> str:
        if not self._last_fix:
            return self.tr("位置：无来源")
        age = max(0, now - self._last_fix)
        if age > STALE_FEED_MS * max(1.0, self._desk.clock.rate):
            return self.tr("⚠ 位置中断 %1 秒").replace("%1", str(age // 1000))
        return self.tr("位置：正常")

    def _store_text(self) -> str:
        if self._trouble:
            return f"■ {self._trouble}"
        waiting = self._desk.store.writing
        if waiting:
            return self.tr("正在保存 %1").replace("%1", str(waiting))
        return self.tr("✓ 已全部保存")

    def _moved(self, fixes: list[object]) -> None:
        newest = max((fix.at for fix in self._desk.positions.latest.values()), default=0)
        self._last_fix = max(self._last_fix, newest)

    def _saved(self) -> None:
        self._trouble = ""

    def _troubled(self, error: Exception) -> None:
        self._trouble = sentence(error)  # type: ignore[arg-type]
        self._tick(self._desk.clock.now())
