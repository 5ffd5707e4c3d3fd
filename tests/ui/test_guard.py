"""The guard and the status line: what is wrong with store, clock and feeds has a plain sign, and it goes when it is mended."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.clock import pack
from models.errors import TroubleError
from models.fix import Fix
from models.identity import new_id
from services.database import wall_ms
from services.fleet import add_unit
from tests.ui.desk import NOW, StillClock, make_desk, move_clock, run, settle
from ui.desk import Desk
from ui.guard import EVERY_TICKS, Guard
from ui.setting import LEAST_FREE_MB
from ui.status import StatusLine

Said = list[tuple[str, str]]


def watched(
    qtbot: QtBot, folder: Path, *, now: int = NOW
) -> tuple[Desk, StatusLine, Guard, list[str]]:
    """Return a desk with a status line and a guard, and what its banners say."""
    said: Said = []
    desk = make_desk(qtbot, folder, terms=False, said=said, now=now)
    object.__setattr__(desk, "say", lambda _kind, words: heard.append(text_of(words)))
    heard: list[str] = []
    line = StatusLine(desk)
    qtbot.addWidget(line)
    guard = Guard(desk, line)
    return desk, line, guard, heard


def text_of(words: object) -> str:
    """Return what a banner says."""
    return words if isinstance(words, str) else str(words())  # type: ignore[operator]


def pass_looks(qtbot: QtBot, desk: Desk, looks: int = 1) -> None:
    """Let the clock tick until the store was looked at so often."""
    for _ in range(EVERY_TICKS * looks):
        move_clock(desk, 500)
        settle(qtbot, desk)


def test_a_store_taken_away_while_nobody_works_is_said_and_so_is_its_return(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, line, _guard, heard = watched(qtbot, tmp_path)
    told: list[TroubleError] = []
    desk.store.troubled.connect(told.append)
    away = tmp_path / "away.db"
    desk.store.path.rename(away)
    pass_looks(qtbot, desk, 2)
    assert [error.code for error in told] == ["store.gone"]
    assert "不能保存" in line.store.text()
    assert line.store.property("role") == "danger"
    away.rename(desk.store.path)
    pass_looks(qtbot, desk, 1)
    assert line.store.text() == "✓ 已全部保存"
    assert any("又可以保存了" in words for words in heard)


def test_a_disk_that_is_nearly_full_is_said_once_before_it_is_full(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, line, guard, heard = watched(qtbot, tmp_path)
    desk.settings.set(LEAST_FREE_MB, 10**9)
    guard.start()
    pass_looks(qtbot, desk, 2)
    assert [words[:4] for words in heard if "MB" in words] == ["磁盘只剩"]
    assert line.store.text().startswith("▲ 磁盘只剩")
    desk.settings.set(LEAST_FREE_MB, 0)
    pass_looks(qtbot, desk)
    assert line.store.text() == "✓ 已全部保存"


def test_a_store_on_a_disk_that_became_read_only_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("may not mount here")
    try:
        desk, line, _guard, heard = watched(qtbot, disk)
        desk.settings.set(LEAST_FREE_MB, 0)
        subprocess.run(["mount", "--bind", str(disk), str(disk)], check=True)
        try:
            subprocess.run(["mount", "-o", "remount,bind,ro", str(disk)], check=True)
            pass_looks(qtbot, desk)
            assert line.store.text() == "■ 数据文件只读，不能保存"
            assert any("只读" in words for words in heard)
        finally:
            subprocess.run(["umount", str(disk)], check=True)
        pass_looks(qtbot, desk)
        assert line.store.text() == "✓ 已全部保存"
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_the_status_line_says_that_nothing_is_saved_until_something_is(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, line, _guard, _heard = watched(qtbot, tmp_path)
    with monkeypatch.context() as broken:
        broken.setattr(
            desk.store._write, "_run", lambda works: [TroubleError("store.full")] * len(works)
        )
        desk.store.do(add_unit, id=new_id(), call_sign="618")
        settle(qtbot, desk)
        pass_looks(qtbot, desk, 3)
        assert "不能保存" in line.store.text()
        assert "磁盘已满" in line.store.toolTip()
    run(qtbot, desk, add_unit, id=new_id(), call_sign="619")
    assert line.store.text() == "✓ 已全部保存"


def test_a_query_that_fails_is_no_sign_that_nothing_is_saved(qtbot: QtBot, tmp_path: Path) -> None:
    desk, line, _guard, _heard = watched(qtbot, tmp_path)

    def broken(_session: object) -> None:
        raise TroubleError("store.io", path="x")

    desk.store.ask(broken, lambda _none: None)
    settle(qtbot, desk)
    move_clock(desk, 500)
    assert line.store.text() == "✓ 已全部保存"


def test_a_clock_that_was_set_says_by_how_much(qtbot: QtBot, tmp_path: Path) -> None:
    desk, line, _guard, heard = watched(qtbot, tmp_path)
    assert isinstance(desk.clock, StillClock)
    desk.clock.stepped.emit(-3_600_000)
    desk.clock.stepped.emit(90_000)
    assert "拨慢 1:00:00" in heard[0]
    assert "拨快 1:30" in heard[1]
    desk.clock._ahead = 3_600_000
    move_clock(desk, 500)
    assert line.clock.text().startswith("⚠ 本机时钟慢 1:00:00")


def test_a_start_before_the_last_record_warns_and_lets_people_work(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, _line, guard, heard = watched(qtbot, tmp_path)
    guard._compare(pack(wall_ms() + 3_600_000, 0))
    assert "差 1:00:00" in heard[0] or "差 59:59" in heard[0]
    heard.clear()
    guard._compare(pack(wall_ms(), 0))
    assert heard == []
    run(qtbot, desk, add_unit, id=new_id(), call_sign="618")


def test_a_silent_feed_and_a_lost_feed_have_their_signs(qtbot: QtBot, tmp_path: Path) -> None:
    desk, line, _guard, _heard = watched(qtbot, tmp_path)
    desk.positions.report([Fix("u", NOW, 117.6, 24.5)])
    desk.positions.flush()
    move_clock(desk, 500)
    assert line.feed.text() == "位置：正常"
    move_clock(desk, 60_000)
    assert line.feed.text() == "⚠ 位置中断 60 秒"
    assert line.feed.property("role") == "danger"
    line.lose_feed()
    assert line.feed.text() == "■ 来话与位置已中断"
