"""Feeds: what comes on the feed's thread reaches the main thread; ending leaves nothing behind."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.board import Board, Delta
from models.fix import Fix
from models.identity import new_id
from services.database import Job
from services.fleet import add_unit
from services.step import Step
from tests.ui.desk import make_desk, run
from ui.feed import Feed
from ui.source import SourceFeed


def test_fixes_come_on_the_main_thread(qtbot: QtBot) -> None:
    feed = Feed("test")
    seen: list[tuple[list[Fix], threading.Thread]] = []
    feed.connect_to(lambda _jobs: None, lambda f: seen.append((f, threading.current_thread())))

    async def work() -> None:
        feed.fixes_came.emit([Fix("u", 1, 117.6, 24.5)])
        await asyncio.sleep(3600)

    feed.start(work)
    qtbot.waitUntil(lambda: bool(seen))
    feed.close()
    assert seen[0][1] is threading.main_thread()
    assert seen[0][0][0].unit_id == "u"


def test_a_feed_that_breaks_says_so(qtbot: QtBot) -> None:
    feed = Feed("broken")

    async def work() -> None:
        raise OSError("line cut")

    with qtbot.waitSignal(feed.failed) as failed:
        feed.start(work)
    feed.close()
    assert isinstance(failed.args[0], OSError)


def test_what_is_told_runs_between_two_steps_of_the_feed(qtbot: QtBot) -> None:
    feed = Feed("told")
    threads: list[str] = []

    async def work() -> None:
        while True:
            await asyncio.sleep(0.01)

    feed.start(work)
    feed.tell(lambda: threads.append(threading.current_thread().name))
    qtbot.waitUntil(lambda: bool(threads))
    feed.close()
    assert threads == ["feed-told"]


def test_a_source_that_fails_between_two_steps_ends_the_feed_and_says_so(qtbot: QtBot) -> None:
    feed = Feed("observer")

    async def work() -> None:
        while True:
            await asyncio.sleep(0.01)

    feed.start(work)
    with qtbot.waitSignal(feed.failed) as failed:
        feed.tell(lambda: 1 // 0)
    feed.close()
    assert isinstance(failed.args[0], ZeroDivisionError)


class BrokenSource:
    """A source that has nothing to say and breaks at the first thing people do."""

    def setup(self, board: Board) -> list[Job]:
        """Bring nothing."""
        return []

    def observe(self, board: Board, delta: Delta | None) -> None:
        """Break at the first change."""
        if delta is not None:
            raise KeyError("138 0000 1234")

    def advance(self, until_ms: int) -> Step:
        """Let nothing happen."""
        return Step([], [])


def test_a_source_that_is_lost_is_said_once_with_nobodys_data_and_work_goes_on(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    said: list[tuple[str, str]] = []
    desk = make_desk(qtbot, tmp_path, terms=False, said=said)
    source = SourceFeed(desk, BrokenSource(), desk.store)
    source.start()
    with caplog.at_level("CRITICAL", logger="ui.source"), qtbot.waitSignal(source.lost):
        run(qtbot, desk, add_unit, id=new_id(), call_sign="618")
    run(qtbot, desk, add_unit, id=new_id(), call_sign="619")
    source.close()
    ((kind, words),) = [
        (kind, words if isinstance(words, str) else words()) for kind, words in said
    ]
    assert kind == "danger"
    assert "已中断" in words
    assert "138" not in words
