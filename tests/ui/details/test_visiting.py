"""A closed sheet's caller is asked what they thought of it; a call is marked as nuisance, and the mark taken off."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.state import IncidentState
from services.closing import close
from services.dispatching import arrive, finish
from services.taking import answer, hang_up, mark_nuisance, ring
from tests.ui.desk import run, settle
from tests.ui.details.test_details import card_of, dossier_of, lines, pane_at
from tests.ui.keyboard import CTRL, SHIFT, K
from ui.desk import Desk

NUMBER = "13860001234"


def close_first(qtbot: QtBot, desk: Desk) -> None:
    """Let the units of i1 finish and close it."""
    for line in card_of(desk).assignments:
        run(qtbot, desk, arrive, line.id)
        run(qtbot, desk, finish, line.id)
    run(qtbot, desk, close, "i1", "D10")


def called(qtbot: QtBot, desk: Desk, id: str = "c1", sheet: str = "i9") -> str:
    """Let a call ring and be answered; return its sheet, selected."""
    run(qtbot, desk, ring, id=id, caller_number=NUMBER)
    run(qtbot, desk, answer, id, id=sheet)
    desk.selection.choose_incident(sheet)
    settle(qtbot, desk)
    return sheet


def test_a_closed_sheet_is_visited_by_keys_and_shows_what_was_said(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    close_first(qtbot, desk)
    bar = pane.parts.bar.buttons
    assert bar["sheet.visit"].isVisible()
    assert not bar["sheet.feed_back"].isVisible(), "they take turns at one place"
    person.press(K.Key_F9, mod=CTRL)
    panel = pane.parts.panels.visiting
    person.press(K.Key_Return)
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert panel.form.fields["visit_result"].marked == "“回访结果”不能为空。"
    person.press(K.Key_Down, K.Key_Down, K.Key_Down, K.Key_Return)
    person.say("来得太慢")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert panel.isHidden()
    fields = dossier_of(desk).fields
    assert (fields["visit_result"], fields["visit_note"]) == ("3", "来得太慢")
    assert lines(pane)[-1] == "回访：不满意 来得太慢"
    head = pane.parts.head
    assert head.marks.text() == "演练 · 保密 · ⚠ 回访不满意"
    assert head.ending.text().splitlines()[1] == "回访 02-02 10:40:00 · 不满意 · 来得太慢"


def test_an_open_sheet_is_not_visited_and_the_key_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said)
    assert card_of(desk).state is not IncidentState.CLOSED
    assert not pane.parts.bar.buttons["sheet.visit"].isVisible()
    person.press(K.Key_F9, mod=CTRL)
    assert pane.parts.panels.visiting.isHidden()
    assert said == [("info", f"警单 {card_of(desk).number} 现在是“已派警”，不能这样做。")]


def test_a_call_is_marked_as_nuisance_and_the_mark_taken_off_by_one_key(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said)
    sheet = called(qtbot, desk)
    person.press(K.Key_N, mod=CTRL | SHIFT)
    settle(qtbot, desk)
    assert dossier_of(desk, sheet).is_nuisance
    assert pane.parts.head.marks.text() == "骚扰来电"
    assert "⚠ 骚扰标记" in pane.parts.calls.text()
    assert lines(pane)[-1] == f"把来电 {NUMBER} 标为骚扰，不影响接听"
    assert said == [("info", f"来电 {NUMBER} 已标为骚扰；以后照样能打进来，会带着标记。")]
    person.press(K.Key_N, mod=CTRL | SHIFT)
    settle(qtbot, desk)
    assert not dossier_of(desk, sheet).is_nuisance
    assert pane.parts.head.marks.text() == ""
    assert said[1:] == [("info", f"已取消来电 {NUMBER} 的骚扰标记。")]


def test_a_mark_is_turned_by_what_the_store_holds_even_before_the_sheet_is_read(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, _pane, person = pane_at(qtbot, tmp_path)
    sheet = called(qtbot, desk)
    run(qtbot, desk, mark_nuisance, sheet, on=True)
    desk.selection.choose_incident("i2")
    settle(qtbot, desk)
    desk.selection.choose_incident(sheet)
    person.press(K.Key_N, mod=CTRL | SHIFT)
    settle(qtbot, desk)
    assert not dossier_of(desk, sheet).is_nuisance


def test_a_sheet_without_a_call_has_none_to_mark_and_the_key_says_so(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk, _pane, person = pane_at(qtbot, tmp_path, said)
    person.press(K.Key_N, mod=CTRL | SHIFT)
    settle(qtbot, desk)
    assert said == [("info", f"警单 {card_of(desk).number} 不是来电报的，没有可以标记的来电。")]


def test_the_bar_is_a_way_to_visit_by_mouse_too(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, _person = pane_at(qtbot, tmp_path)
    close_first(qtbot, desk)
    button = pane.parts.bar.buttons["sheet.visit"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pane.parts.panels.visiting.isVisible()


def test_the_recordings_number_is_entered_by_keys_once_the_call_is_over(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said)
    sheet = called(qtbot, desk)
    person.press(K.Key_F4, mod=CTRL)
    settle(qtbot, desk)
    assert said == [("info", "通话还没有结束，录音编号挂断后才有。")]
    run(qtbot, desk, hang_up, "c1")
    person.press(K.Key_F4, mod=CTRL)
    settle(qtbot, desk)
    panel = pane.parts.panels.calling
    assert panel.isVisible()
    person.say("R-0815")
    person.press(K.Key_Return)
    person.say("09:00")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert panel.form.fields["rang_back_at"].marked == (
        "这是打进来的电话；对方振铃时间只用于回拨。"
    )
    panel.form.fields["rang_back_at"].show_value(None)
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert panel.isHidden()
    assert dossier_of(desk, sheet).calls[0].recording == "R-0815"
    assert lines(pane)[-1] == "录音编号 R-0815"
