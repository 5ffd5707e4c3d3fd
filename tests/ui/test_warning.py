"""Warnings of fraud at the desk: listed by level with clocks, taken, answered, called off; taken from files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.board import IncidentCard
from models.fraudcard import WarningCard
from models.state import IncidentState
from services.fraud.warning import take_warning
from tests.ui.desk import NOW, make_desk, move_clock, run, settle, watch
from tests.ui.keyboard import CTRL, K, Person
from tests.ui.rows import ids, text
from ui.desk import Desk
from ui.incident import short_number
from ui.warning import WarningList

HOUR = 3_600_000
HEAD = "预警编号,预警级别,姓名,电话,住址,预警内容\n"
GOOD = f"{HEAD}Y1,紧急,林小红,13850001234,胜利西路 1 号,正在转账\nY2,高危,陈大明,,新华南路,刷单\n"
BAD = f"{HEAD}Y3,特急,林小红,,,\nY4,高危,,,,\nY4,低危,陈,没有,,\n"


def opened(
    qtbot: QtBot, folder: Path, said: list[tuple[str, str]]
) -> tuple[Desk, WarningList, Person]:
    """The list of warnings over a desk, opened by its action, and somebody in front of it."""
    desk = make_desk(qtbot, folder, said=said)
    person = Person(qtbot, desk)
    warnings = WarningList(desk, person.window)
    watch(warnings.table)
    with qtbot.waitActive(warnings):
        desk.actions["warning.list"].trigger()
    qtbot.waitUntil(warnings.view.hasFocus)
    return desk, warnings, person


def rows(warnings: WarningList) -> list[tuple[str, str]]:
    """Level and clock of every row."""
    return [(text(warnings, id, "level"), text(warnings, id, "clock")) for id in ids(warnings)]


def test_warnings_are_worked_off_by_keys(qtbot: QtBot, tmp_path: Path) -> None:
    drafts: list[str] = []
    desk, warnings, person = opened(qtbot, tmp_path, [])
    warnings.draft_asked.connect(drafts.append)
    run(qtbot, desk, take_warning, "low", id="w1", name="陈大明")
    came = NOW - 24 * HOUR + 60_000
    run(qtbot, desk, take_warning, "high", id="w2", name="王五", received_at=came)
    person.press(K.Key_N)
    person.type("jinji")
    person.press(K.Key_Return)
    person.say("林小红")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    sheet = next(iter(desk.store.board.all(IncidentCard).values()))
    assert rows(warnings) == [
        ("紧急", f"▲ 警单 {short_number(sheet.number)}"),
        ("高危", "剩 1:00"),
        ("低危", "已等 0:00"),
    ]
    move_clock(desk, 120_000)
    assert text(warnings, "w2", "clock") == "⚠ 超时 1:00"
    warnings.view.choose("w2")
    person.press(K.Key_T)
    settle(qtbot, desk)
    assert desk.store.board.all(WarningCard)["w2"].taken_by == desk.store.actor
    assert not warnings.buttons["warning.take"].isEnabled()
    person.press(K.Key_Return)
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert warnings.ending.form.fields["result"].marked, "a result needs words"
    person.say("已当面劝阻")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    urgent, low = ids(warnings)
    assert low == "w1", "what has a result is over"
    warnings.view.choose(urgent)
    person.press(K.Key_S)
    assert not warnings.isVisible()
    assert drafts == [sheet.id]
    assert (sheet.state, sheet.caller_name) == (IncidentState.TAKING, "林小红")


def test_a_file_of_warnings_is_taken_whole_or_not_at_all(qtbot: QtBot, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    desk, warnings, person = opened(qtbot, tmp_path, said)
    bad, good = tmp_path / "bad.csv", tmp_path / "good.csv"
    bad.write_text(BAD, "utf-8")
    good.write_text(GOOD, "utf-8")
    person.press(K.Key_I)
    chooser = warnings.findChild(QFileDialog)
    assert chooser is not None
    chooser.fileSelected.emit(str(bad))
    chooser.reject()
    settle(qtbot, desk)
    dialog = warnings.importing
    assert dialog is not None
    assert not dialog.go.isVisible()
    assert [(row[0], row[3]) for row in dialog.report()[1:]] == [
        ("2", "没有预警等级“特急”，或已停用。"),
        ("3", "请至少写上姓名、电话或地址。"),
        ("4", "电话“没有”里没有数字。"),
    ]
    dialog.reject()
    for taken, known in ((2, 0), (0, 2)):
        warnings.read(good)
        settle(qtbot, desk)
        dialog = warnings.importing
        assert dialog is not None
        assert not dialog.replace.isVisible()
        dialog.go.click()
        settle(qtbot, desk)
        assert said[-1] == ("info", f"已接收预警 {taken} 条；{known} 条编号已有，没有重复接收。")
    urgent, high = ids(warnings)
    with qtbot.waitActive(warnings):
        warnings.begin()
    warnings.view.choose(high)
    person.press(K.Key_Delete)
    person.say("误报")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert ids(warnings) == [urgent]
