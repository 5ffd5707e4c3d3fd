"""The call pane at a desk with a real store."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.board import CallCard, IncidentCard
from models.place import Place
from models.state import CallState
from services.database import Database, Job
from services.taking import answer, complete_sheet, hang_up, ring
from tests.ui.desk import ACTOR, NOW, call_job, make_desk, move_clock, run, settle, write_all
from ui.call import CallPane
from ui.desk import Desk

SECOND = 1000
PLACE = Place(117.65, 24.51, "carrier", NOW, accuracy=120.0)


def fill(database: Database) -> None:
    """Let two calls ring; one was missed, one is on another seat's line."""
    write_all(
        database,
        [
            call_job("second", at=NOW - 5 * SECOND, caller_number="18150567788"),
            call_job(
                "first",
                at=NOW - 8 * SECOND,
                caller_number="13860912345",
                owner_name="黄丽萍",
                owner_address="打锡巷9号",
                place=PLACE,
            ),
            call_job("missed", at=NOW - 60 * SECOND, caller_number="15260000911"),
            Job(hang_up, ("missed",), NOW - 50 * SECOND, ACTOR),
            call_job("theirs", at=NOW - 70 * SECOND),
            Job(answer, ("theirs",), NOW - 65 * SECOND, "350099", {"id": "their-sheet"}),
        ],
    )


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, said: list[tuple[str, str]]) -> Desk:
    """A desk at which two calls ring."""
    return make_desk(qtbot, tmp_path, fill=fill, said=said)


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> CallPane:
    """A shown pane with the board loaded."""
    return show(qtbot, desk)


def show(qtbot: QtBot, desk: Desk) -> CallPane:
    """Return a shown pane with the board loaded."""
    pane = CallPane(desk)
    qtbot.addWidget(pane)
    pane.show()
    with qtbot.waitSignal(desk.store.loaded):
        desk.store.load()
    return pane


def rows(pane: CallPane) -> list[str]:
    """Return the calls from top to bottom."""
    return sorted(pane.rows, key=lambda id: pane._column.indexOf(pane.rows[id]))


def sheets(desk: Desk, call_id: str) -> list[str]:
    """Return the sheets of a call."""
    cards = desk.store.board.all(IncidentCard).values()
    return [card.id for card in cards if card.call_id == call_id]


def state(desk: Desk, call_id: str) -> CallState | None:
    """Return the state of a call, None once it is over."""
    card = desk.store.board.get(CallCard, call_id)
    return None if card is None else card.state


def test_what_rings_stands_first_the_longest_waiting_on_top(pane: CallPane) -> None:
    assert rows(pane) == ["first", "second", "missed"]


def test_a_row_says_who_calls_and_from_where(pane: CallPane) -> None:
    row = pane.rows["first"]
    assert row.number.text() == "13860912345"
    assert row.about.text() == "110电话 · 黄丽萍 · 打锡巷9号 · 已定位 ±120 米"
    assert row.wait.text() == "振铃 0:08"
    assert row.buttons["answer"].text() == "接听 F4"
    assert pane.rows["second"].buttons["answer"].text() == "接听"
    assert pane.rows["missed"].wait.text() == "▲未接 1:00 前"


def test_a_call_that_waits_too_long_gets_a_sign_and_a_louder_ground(
    desk: Desk, pane: CallPane
) -> None:
    row = pane.rows["first"]
    assert row.property("banner") == "warning"
    move_clock(desk, 3 * SECOND)
    assert row.wait.text() == "▲振铃 0:11"
    assert row.property("banner") == "danger"
    assert pane.rows["second"].property("banner") == "warning"


def test_the_key_answers_the_longest_waiting_call_and_opens_its_sheet(
    qtbot: QtBot, desk: Desk, pane: CallPane
) -> None:
    with qtbot.waitSignal(pane.answered) as answered:
        desk.actions["call.answer"].trigger()
    assert answered.args is not None
    sheet = desk.store.board.get(IncidentCard, answered.args[0])
    assert sheet is not None
    assert sheet.call_id == "first"
    assert sheet.caller_number == "13860912345"
    assert state(desk, "first") is CallState.TALKING
    assert rows(pane) == ["second", "first", "missed"]


def test_the_key_struck_twice_opens_one_sheet_and_leaves_the_next_caller_waiting(
    qtbot: QtBot, desk: Desk, pane: CallPane, said: list[tuple[str, str]]
) -> None:
    desk.actions["call.answer"].trigger()
    desk.actions["call.answer"].trigger()
    settle(qtbot, desk)
    desk.actions["call.answer"].trigger()
    settle(qtbot, desk)
    assert len(sheets(desk, "first")) == 1
    assert state(desk, "second") is CallState.RINGING
    assert said == []
    move_clock(desk, SECOND)
    desk.actions["call.answer"].trigger()
    settle(qtbot, desk)
    assert len(sheets(desk, "second")) == 1


def test_a_button_answers_its_own_call(qtbot: QtBot, desk: Desk, pane: CallPane) -> None:
    with qtbot.waitSignal(pane.answered):
        QTest.mouseClick(pane.rows["second"].buttons["answer"], Qt.MouseButton.LeftButton)
    assert state(desk, "first") is CallState.RINGING
    assert state(desk, "second") is CallState.TALKING


def test_a_call_that_another_seat_took_first_is_refused_in_words(
    qtbot: QtBot, desk: Desk, pane: CallPane, said: list[tuple[str, str]]
) -> None:
    desk.store.do(answer, "first", id="theirs-too", by="350099")
    desk.actions["call.answer"].trigger()
    settle(qtbot, desk)
    assert said == [("info", "现在是“通话中”，不能改为“通话中”。")]
    desk.actions["call.answer"].trigger()
    settle(qtbot, desk)
    assert state(desk, "second") is CallState.TALKING


def test_hanging_up_ends_the_call_of_the_selected_sheet(
    qtbot: QtBot, desk: Desk, pane: CallPane
) -> None:
    run(qtbot, desk, answer, "first", id="i1")
    run(qtbot, desk, answer, "second", id="i2")
    desk.selection.choose_incident("i2")
    desk.actions["call.hang_up"].trigger()
    settle(qtbot, desk)
    assert state(desk, "second") is None
    assert state(desk, "first") is CallState.TALKING


def test_with_no_sheet_selected_the_one_call_on_the_line_is_hung_up(
    qtbot: QtBot, desk: Desk, pane: CallPane
) -> None:
    assert not desk.actions["call.hang_up"].isEnabled()
    run(qtbot, desk, answer, "first", id="i1")
    desk.actions["call.hang_up"].trigger()
    settle(qtbot, desk)
    assert state(desk, "first") is None


def test_completing_the_sheet_takes_its_call_off_the_strip(
    qtbot: QtBot, desk: Desk, pane: CallPane
) -> None:
    run(qtbot, desk, answer, "first", id="i1")
    fields = {"address": "打锡巷9号", "class_taken": "200100", "level": 3}
    run(qtbot, desk, complete_sheet, "i1", fields)
    assert rows(pane) == ["second", "missed"]


def test_ringing_back_opens_a_sheet_for_the_missed_call(
    qtbot: QtBot, desk: Desk, pane: CallPane
) -> None:
    with qtbot.waitSignal(pane.answered):
        QTest.mouseClick(pane.rows["missed"].buttons["call_back"], Qt.MouseButton.LeftButton)
    (back,) = (
        call for call in desk.store.board.all(CallCard).values() if call.direction == "outgoing"
    )
    assert back.state is CallState.TALKING
    assert len(sheets(desk, back.id)) == 1
    assert "missed" not in desk.store.board.all(CallCard)


def test_a_missed_call_that_was_rung_back_leaves_the_strip(
    qtbot: QtBot, desk: Desk, pane: CallPane
) -> None:
    QTest.mouseClick(pane.rows["missed"].buttons["dismiss"], Qt.MouseButton.LeftButton)
    settle(qtbot, desk)
    assert rows(pane) == ["first", "second"]


def test_calls_that_have_no_room_are_counted(qtbot: QtBot, desk: Desk, pane: CallPane) -> None:
    for at in range(4):
        run(qtbot, desk, ring, id=f"more{at}")
    assert len(rows(pane)) == 4
    assert pane.more.text() == "▲ 另有 3 个来电等待"


def test_a_quiet_strip_says_so_and_offers_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(qtbot, tmp_path, terms=False)
    pane = show(qtbot, desk)
    assert pane.quiet.isVisible()
    assert pane.quiet.text() == "无来电"
    assert pane.rows == {}
    assert not desk.actions["call.answer"].isEnabled()
    assert not pane.ringer.is_ringing


def test_it_rings_until_somebody_answers_or_says_quiet(
    qtbot: QtBot, desk: Desk, pane: CallPane
) -> None:
    assert pane.ringer.is_ringing
    quiet = pane.rows["first"].buttons["silence"]
    QTest.mouseClick(quiet, Qt.MouseButton.LeftButton)
    assert not pane.ringer.is_ringing
    assert not quiet.isVisible()
    run(qtbot, desk, ring, id="third")
    assert pane.ringer.is_ringing
    for call in ("first", "second", "third"):
        run(qtbot, desk, answer, call, id=f"sheet-{call}")
    assert not pane.ringer.is_ringing


def test_the_strip_speaks_the_language_of_the_screen_after_a_change(pane: CallPane) -> None:
    QApplication.sendEvent(pane, QEvent(QEvent.Type.LanguageChange))
    assert pane.rows["first"].buttons["answer"].text() == "接听 F4"
