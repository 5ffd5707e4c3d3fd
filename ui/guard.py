"""The guard over store and clock: what is wrong with them is said before somebody trusts them, and what is mended, too."""

from __future__ import annotations

from PySide6.QtCore import QObject

from models.clock import wall
from models.errors import TroubleError
from services.condition import Condition
from services.context import last_stamp
from services.database import wall_ms
from services.keeping import give_room, try_room
from ui.desk import Desk
from ui.moment import day_time_of, span_of
from ui.refusal import sentence
from ui.setting import CLOCK_STEP_SECONDS, LEAST_FREE_MB
from ui.status import MEGABYTE

# Ticks of the desk's clock (real half seconds) between two looks at the store.
EVERY_TICKS = 10


class Guard(QObject):
    """Looks every five seconds whether the store is there, can be written and has room; listens to the clock."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ticks = 0
        self._is_tight = False
        self._is_locked = False
        desk.clock.tolerance_ms = desk.settings.get(CLOCK_STEP_SECONDS) * 1000
        desk.clock.ticked.connect(self._tick)
        desk.clock.stepped.connect(self._stepped)
        desk.store.looked.connect(self._looked)
        desk.store.eased.connect(self._eased)

    def start(self) -> None:
        """Look at once, and compare the machine's clock with the last record of this seat."""
        self._desk.store.look()
        if self._desk.clock.rate == 1.0:
            self._desk.store.ask(last_stamp, self._compare)

    def _tick(self, _now: int) -> None:
        self._ticks += 1
        if self._ticks % EVERY_TICKS:
            return
        store = self._desk.store
        store.look()
        if store.trouble is not None and not store.writing:
            store.do(try_room, quiet=True)
            store.do(give_room, quiet=True)

    def _looked(self, condition: Condition) -> None:
        if condition.gone:
            return
        least = self._desk.settings.get(LEAST_FREE_MB)
        is_tight = condition.free < least * MEGABYTE
        if is_tight and not self._is_tight:
            left = str(condition.free // MEGABYTE)
            self._desk.say(
                "danger",
                lambda: (
                    self.tr("磁盘只剩 %1 MB，写满后将不能保存。请尽快腾出空间：%2")
                    .replace("%1", left)
                    .replace("%2", str(self._desk.store.path.parent))
                ),
            )
        if not condition.writable and not self._is_locked:
            trouble = TroubleError("store.read_only", path=str(self._desk.store.path))
            self._desk.say("danger", lambda: sentence(trouble))
        self._is_tight, self._is_locked = is_tight, not condition.writable

    def _eased(self) -> None:
        self._desk.say("info", lambda: self.tr("又可以保存了。未保存的内容正在自动补存，请核对。"))

    def _stepped(self, step_ms: int) -> None:
        span = span_of(abs(step_ms))
        if step_ms > 0:
            self._desk.say(
                "danger",
                lambda: self.tr(
                    "本机时钟被拨快 %1，此后按新时间记录。请核对时间；此前后的用时不可比。"
                ).replace("%1", span),
            )
        else:
            self._desk.say(
                "danger",
                lambda: self.tr(
                    "本机时钟被拨慢 %1。本席位仍按原时间继续，先后次序不乱。请核对时间；如新时间正确，请重启程序。"
                ).replace("%1", span),
            )

    def _compare(self, stamp: int) -> None:
        """Say that the machine's clock is before the last record: it was put back while nobody worked here."""
        last, now = wall(stamp), wall_ms()
        if last - now > self._desk.clock.tolerance_ms:
            self._desk.say(
                "danger",
                lambda: (
                    self.tr(
                        "本机时钟（%1）早于本席位最后一条记录（%2），差 %3。请校准时钟；可以继续工作，用时可能不准。"
                    )
                    .replace("%1", day_time_of(now))
                    .replace("%2", day_time_of(last))
                    .replace("%3", span_of(last - now))
                ),
            )
