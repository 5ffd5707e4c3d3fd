"""Overdue sheets and grave ones without anybody: heard once, or until somebody looks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from models.promise import USUAL
from services.database import Database
from tests.ui.desk import (
    NOW,
    make_desk,
    move_clock,
    order_job,
    run,
    sheet_jobs,
    unit_job,
    write_all,
)
from tests.ui.test_ringer import Loudspeaker
from ui.bell import Bell
from ui.desk import Desk
from ui.hearing import HearingSign
from ui.overdue import OverdueWatch
from ui.setting import SOUND

LATE_MS = USUAL[4].dispatch + 1000


class Heard:
    """A desk that can be heard, with its watch over what is overdue."""

    def __init__(self, qtbot: QtBot, folder: Path, *sheets: tuple[str, int]) -> None:
        def fill(database: Database) -> None:
            write_all(
                database, [job for id, level in sheets for job in sheet_jobs(id, level=level)]
            )
            write_all(database, [unit_job("u1", "618")])

        self.loudspeaker = Loudspeaker()
        desk = make_desk(qtbot, folder, fill=fill)
        desk.settings.set(SOUND, True)
        self.owner = QObject()
        bell = Bell(desk.settings, self.loudspeaker, desk.clock.now, self.owner)
        self.desk: Desk = replace(desk, bell=bell)
        self.watch = OverdueWatch(self.desk, self.owner)
        self.watch._load(desk.store.board)

    def tones(self) -> list[str]:
        """Return what sounded."""
        return [name for name, _ in self.loudspeaker.played]


@pytest.fixture
def plain(qtbot: QtBot, tmp_path: Path) -> Heard:
    """One plain sheet."""
    return Heard(qtbot, tmp_path, ("a", 3))


def test_a_promise_broken_is_heard_once(plain: Heard) -> None:
    assert plain.tones() == []
    move_clock(plain.desk, LATE_MS)
    move_clock(plain.desk, 5000)
    assert plain.tones() == ["overdue"]
    assert plain.desk.bell.meter.count(plain.desk.clock.now()) == 1


def test_what_was_late_before_the_desk_opened_is_not_heard(plain: Heard) -> None:
    move_clock(plain.desk, LATE_MS)
    plain.loudspeaker.played.clear()
    plain.watch._load(plain.desk.store.board)
    move_clock(plain.desk, 1000)
    assert plain.tones() == []


def test_a_grave_sheet_rings_until_somebody_is_sent(qtbot: QtBot, tmp_path: Path) -> None:
    heard = Heard(qtbot, tmp_path, ("a", 1))
    assert heard.tones() == ["grave"]
    heard.watch.ringer.timer.timeout.emit()
    assert heard.tones() == ["grave", "grave"]
    job = order_job("a", "u1", at=NOW)
    run(qtbot, heard.desk, job.command, *job.args)
    assert not heard.watch.ringer.is_ringing


def test_a_grave_sheet_is_quiet_for_who_looks_at_it(qtbot: QtBot, tmp_path: Path) -> None:
    heard = Heard(qtbot, tmp_path, ("a", 1))
    heard.desk.selection.choose_incident("a")
    assert not heard.watch.ringer.is_ringing


def test_the_sign_says_what_can_be_heard(qtbot: QtBot, plain: Heard) -> None:
    sign = HearingSign(plain.desk)
    qtbot.addWidget(sign)
    assert sign.text() == "提示音 0/10 分钟 · 正常"
    plain.desk.bell.strike("call", ["1", "2", "3"])
    assert sign.text() == "提示音 3/10 分钟 · 偏多"
    assert "EEMUA 191" in sign.toolTip()
    plain.desk.bell.mute()
    assert sign.text() == "■ 静音，5:00 后恢复"
    plain.loudspeaker.audible = False
    sign.show_now()
    assert sign.text() == "■ 无声音：没有音频设备"
    plain.desk.settings.set(SOUND, False)
    sign.show_now()
    assert sign.text() == "■ 声音已关"
