"""Sources of calls and positions in the window: a drill or a replayed log comes through a feed, like real ones."""

from __future__ import annotations

import asyncio
import logging
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from models.board import Board, Delta
from services.database import Job
from services.step import Step
from ui.desk import Desk
from ui.feed import Feed

log = logging.getLogger(__name__)

STEP_S = 0.1
# While this many commands wait for the disk, the drill holds its breath.
WAITING_AT_MOST = 200


class Source(Protocol):
    """Something that makes calls and positions by the desk's clock: a drill, a replayed log."""

    def setup(self, board: Board) -> list[Job]:
        """Return the commands the board still lacks."""

    def observe(self, board: Board, delta: Delta | None) -> None:
        """See what people did."""

    def advance(self, until_ms: int) -> Step:
        """Return what happens up to an instant."""


class SourceFeed(QObject):
    """Drives a source by the desk's clock on the feed's thread.

    Signals:
        lost(): it ended by itself; nothing comes from it any more.
    """

    lost = Signal()

    def __init__(self, desk: Desk, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._source = desk, source
        self._feed = Feed("source", self)
        self._feed.connect_to(desk.store.do_all, desk.positions.report)
        self._feed.failed.connect(self._lost)

    def start(self) -> None:
        """Set the scene on the board as it is now, then run."""
        store = self._desk.store
        store.do_all(self._source.setup(store.board))
        store.changed.connect(self._observe)
        self._source.observe(store.board, None)
        self._feed.start(self._run)

    def close(self) -> None:
        """Stop; nothing comes after this."""
        self._feed.close()

    async def _run(self) -> None:
        clock, store = self._desk.clock, self._desk.store
        while True:
            if store.writing < WAITING_AT_MOST:
                step = self._source.advance(clock.now())
                if step.jobs:
                    self._feed.jobs_came.emit(step.jobs)
                if step.fixes:
                    self._feed.fixes_came.emit(step.fixes)
            await asyncio.sleep(STEP_S)

    def _observe(self, delta: Delta) -> None:
        self._feed.tell(self._source.observe, self._desk.store.board, delta)

    def _lost(self, error: Exception) -> None:
        log.error("the source of calls and positions ended", exc_info=error)
        self._desk.store.changed.disconnect(self._observe)
        kind = type(error).__name__
        self._desk.say(
            "danger",
            lambda: self.tr(
                "来话与位置信号已中断（%1），屏幕上的位置不再更新。请用电话和电台核实，并重启程序。"
            ).replace("%1", kind),
        )
        self.lost.emit()
