"""The units pane at a desk with a real store."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QMenu
from pytestqt.qtbot import QtBot

from models.assignment import Role
from models.board import IncidentCard, UnitCard
from models.fix import Fix
from models.reason import Reason
from models.state import AssignmentState, Duty
from services.database import Database, Job
from services.dispatching import assign_units
from services.fleet import add_organisation, draw_beat, set_duty
from services.taking import change_sheet
from tests.ui.desk import (
    ACTOR,
    NOW,
    make_desk,
    move_clock,
    order_job,
    run,
    settle,
    sheet_jobs,
    unit_job,
    write_all,
)
from tests.ui.rows import ids, load, shown, text
from ui.desk import Desk
from ui.move import moves_of
from ui.reason import ReasonDialog
from ui.units import UnitsPane

SECOND, MINUTE = 1000, 60_000
RING = [[117.6, 24.5], [117.7, 24.5], [117.7, 24.6]]


def fill(database: Database) -> None:
    """Write seven units, one in each kind of state, and two sheets."""
    station = {"id": "o1", "code": "3506020001", "name": "巷口派出所", "kind": "station"}
    beat = {"id": "b1", "code": "01", "name": "巷口警区", "ring": RING}
    at = NOW - 5 * MINUTE
    write_all(
        database,
        [
            Job(add_organisation, (), NOW, ACTOR, station),
            Job(draw_beat, (), NOW, ACTOR, beat),
            unit_job("help", "特巡10", duty=Duty.EMERGENCY, at=at),
            unit_job("busy", "巷口02", at=at, organisation_id="o1", beat_id="b1"),
            unit_job("also", "巷口03", at=at),
            unit_job("free10", "巷口10", at=at),
            unit_job("free9", "巷口9", at=at, drill=True),
            unit_job("rest", "巷口01", duty=Duty.PAUSED, at=at),
            unit_job("off", "巷口00", duty=Duty.OFFLINE, at=at),
            *sheet_jobs("i1", at=NOW - 4 * MINUTE, address="打锡巷9号"),
            *sheet_jobs("i2"),
            order_job("i1", "busy", "also", at=NOW - 3 * MINUTE),
        ],
    )


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, said: list[tuple[str, str]]) -> Desk:
    """A desk with seven units."""
    return make_desk(qtbot, tmp_path, fill=fill, said=said)


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> UnitsPane:
    """A shown pane with the board loaded."""
    pane = UnitsPane(desk)
    return shown(qtbot, desk, pane, pane.table)


def unit(desk: Desk, id: str) -> UnitCard:
    """Return a unit as the board has it."""
    card = desk.store.board.get(UnitCard, id)
    assert card is not None
    return card


def step(desk: Desk, id: str) -> AssignmentState | None:
    """Return the step of a unit's job."""
    job = unit(desk, id).job
    return None if job is None else job.state


def test_units_stand_by_what_they_do_then_by_call_sign(pane: UnitsPane) -> None:
    assert ids(pane) == ["help", "busy", "also", "free9", "free10", "rest", "off"]


def test_a_row_says_all_that_a_glance_needs(pane: UnitsPane) -> None:
    columns = "call_sign state since check job where fix organisation kind".split()
    assert [text(pane, "busy", column) for column in columns] == [
        "巷口02",
        "1 已下达",
        "10:37  3:00",
        "",
        "1-00001 打锡巷9号",
        "警区 巷口警区",
        "无位置",
        "巷口派出所",
        "汽车 2人",
    ]


def test_a_drill_is_marked_on_its_row(pane: UnitsPane) -> None:
    assert text(pane, "free9", "call_sign") == "演练 巷口9"


def test_time_runs(desk: Desk, pane: UnitsPane) -> None:
    move_clock(desk, 65 * SECOND)
    assert text(pane, "busy", "since") == "10:37  4:05"


def test_a_position_shows_its_age_and_a_stale_one_a_sign(desk: Desk, pane: UnitsPane) -> None:
    desk.positions.report([Fix("busy", NOW - 7 * SECOND, 117.6, 24.5)])
    move_clock(desk, SECOND)
    assert text(pane, "busy", "fix") == "0:08 前"
    move_clock(desk, 60 * SECOND)
    assert text(pane, "busy", "fix") == "▲1:08 前"


def test_the_place_of_the_job_follows_the_sheet(qtbot: QtBot, desk: Desk, pane: UnitsPane) -> None:
    with qtbot.waitSignal(pane.table.dataChanged):
        run(qtbot, desk, change_sheet, "i1", {"address": "延安北路"})
    assert text(pane, "busy", "job").endswith("延安北路")


def test_the_next_step_by_key_leads_to_the_end_of_the_job(
    qtbot: QtBot, desk: Desk, pane: UnitsPane
) -> None:
    desk.selection.choose_unit("busy")
    seen = []
    while desk.actions["dispatch.next"].isEnabled():
        desk.actions["dispatch.next"].trigger()
        settle(qtbot, desk)
        seen.append(step(desk, "busy"))
    assert seen == [
        AssignmentState.SIGNED,
        AssignmentState.DEPARTED,
        AssignmentState.ARRIVED,
        None,
    ]
    assert unit(desk, "busy").duty is Duty.RETURNING


def test_the_next_step_struck_twice_at_once_is_one_step(
    qtbot: QtBot, desk: Desk, pane: UnitsPane, said: list[tuple[str, str]]
) -> None:
    desk.selection.choose_unit("busy")
    before = list(said)
    desk.actions["dispatch.next"].trigger()
    desk.actions["dispatch.next"].trigger()
    settle(qtbot, desk)
    assert step(desk, "busy") is AssignmentState.SIGNED
    assert said == before


def test_steps_may_be_skipped_by_key(qtbot: QtBot, desk: Desk, pane: UnitsPane) -> None:
    pane.view.choose("busy")
    QTest.keyClicks(pane.view, "5")
    settle(qtbot, desk)
    assert step(desk, "busy") is AssignmentState.ARRIVED


def test_a_step_that_is_not_legal_is_refused_in_words(
    qtbot: QtBot, desk: Desk, pane: UnitsPane, said: list[tuple[str, str]]
) -> None:
    pane.view.choose("busy")
    QTest.keyClicks(pane.view, "6")
    settle(qtbot, desk)
    assert step(desk, "busy") is AssignmentState.ISSUED
    assert said[-1] == ("info", "巷口02 现在不能“处理完毕”。")


def test_a_refusal_of_the_store_is_shown_and_the_unit_can_move_again(
    qtbot: QtBot, desk: Desk, pane: UnitsPane, said: list[tuple[str, str]]
) -> None:
    pane.view.choose("busy")
    stale = unit(desk, "busy")
    QTest.keyClicks(pane.view, "5")
    settle(qtbot, desk)
    move = next(move for move in moves_of(stale) if move.key == "3")
    pane.mover.make([stale], move)
    settle(qtbot, desk)
    assert said[-1][0] == "info"
    QTest.keyClicks(pane.view, "6")
    settle(qtbot, desk)
    assert step(desk, "busy") is None


@pytest.mark.parametrize(
    ("key", "duty"),
    [("Z", Duty.STANDBY), ("t", Duty.PAUSED), ("-", Duty.OFFLINE), ("!", Duty.EMERGENCY)],
)
def test_a_letter_changes_the_duty_of_a_free_unit(
    qtbot: QtBot, desk: Desk, pane: UnitsPane, key: str, duty: Duty
) -> None:
    pane.view.choose("free9")
    QTest.keyClicks(pane.view, key)
    settle(qtbot, desk)
    assert unit(desk, "free9").duty is duty
    assert pane.view.current_id() == "free9"


def test_a_call_for_help_is_said_once_and_stands_on_top(
    qtbot: QtBot, desk: Desk, pane: UnitsPane, said: list[tuple[str, str]]
) -> None:
    assert said == [("danger", "特巡10 紧急求助！")]
    run(qtbot, desk, set_duty, "also", Duty.EMERGENCY)
    move_clock(desk, SECOND)
    assert said[1:] == [("danger", "巷口03 紧急求助！")]
    assert ids(pane)[:2] == ["also", "help"]
    assert "▲ 紧急求助 2" in pane.counts.text()


def test_the_alarm_of_a_unit_in_need_sounds_until_somebody_selects_it(
    desk: Desk, pane: UnitsPane
) -> None:
    assert pane.alarm.is_ringing
    desk.selection.choose_unit("free9")
    assert pane.alarm.is_ringing
    desk.selection.choose_unit("help")
    assert not pane.alarm.is_ringing


def test_a_unit_in_need_keeps_its_job_and_its_steps(
    qtbot: QtBot, desk: Desk, pane: UnitsPane
) -> None:
    run(qtbot, desk, set_duty, "busy", Duty.EMERGENCY)
    pane.view.choose("busy")
    QTest.keyClicks(pane.view, "5")
    settle(qtbot, desk)
    assert step(desk, "busy") is AssignmentState.ARRIVED
    assert unit(desk, "busy").duty is Duty.EMERGENCY


def test_the_menu_offers_the_moves_of_all_selected_units(
    qtbot: QtBot, desk: Desk, pane: UnitsPane
) -> None:
    pane.view.choose_all(["busy", "also"])
    pane.view.menu_wanted.emit(pane.mapToGlobal(pane.rect().center()))
    (menu,) = pane.findChildren(QMenu)
    titles = [action.text() for action in menu.actions()]
    assert titles[:4] == ["指令送达\t2", "签收\t3", "出警\t4", "到场\t5"]
    assert "处理完毕\t6" not in titles
    next(action for action in menu.actions() if action.text().startswith("到场")).trigger()
    menu.close()
    settle(qtbot, desk)
    assert step(desk, "busy") is step(desk, "also") is AssignmentState.ARRIVED


def test_calling_a_unit_off_asks_for_a_reason_and_records_it(
    qtbot: QtBot, desk: Desk, pane: UnitsPane
) -> None:
    desk.selection.choose_unit("busy")
    desk.actions["dispatch.cancel"].trigger()
    (dialog,) = pane.findChildren(ReasonDialog)
    dialog.reasons.setCurrentText("重复派警")
    dialog.words.setText("与前单相同")
    assert dialog.reason() == Reason("与前单相同", "20")
    dialog.accept()
    settle(qtbot, desk)
    assert step(desk, "busy") is None
    assert unit(desk, "busy").is_free
    lines = [
        line for card in desk.store.board.all(IncidentCard).values() for line in card.assignments
    ]
    (job,) = [line for line in lines if line.state is AssignmentState.CANCELLED]
    assert (job.reason, job.reason_code) == ("与前单相同", "20")


def test_a_reason_not_given_calls_nobody_off(qtbot: QtBot, desk: Desk, pane: UnitsPane) -> None:
    desk.selection.choose_unit("busy")
    desk.actions["dispatch.cancel"].trigger()
    (dialog,) = pane.findChildren(ReasonDialog)
    dialog.reject()
    settle(qtbot, desk)
    assert step(desk, "busy") is AssignmentState.ISSUED


def test_a_return_that_was_asked_for_is_decided_by_key(
    qtbot: QtBot, desk: Desk, pane: UnitsPane
) -> None:
    pane.view.choose("busy")
    QTest.keyClicks(pane.view, "?")
    (dialog,) = pane.findChildren(ReasonDialog)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert dialog.reason() == Reason(), "nobody's reason is chosen by the program"
    assert not ok.isEnabled()
    QTest.keyClick(dialog.reasons, Qt.Key.Key_Down)
    assert dialog.reason() == Reason(code="10")
    assert ok.isEnabled()
    dialog.accept()
    settle(qtbot, desk)
    assert step(desk, "busy") is AssignmentState.RETURN_ASKED
    assert ids(pane)[1] == "busy"
    assert not desk.actions["dispatch.next"].isEnabled()
    QTest.keyClicks(pane.view, "7")
    settle(qtbot, desk)
    assert step(desk, "busy") is None


def test_another_unit_is_made_the_main_one(qtbot: QtBot, desk: Desk, pane: UnitsPane) -> None:
    desk.selection.choose_unit("busy")
    assert not desk.actions["dispatch.main"].isEnabled()
    desk.selection.choose_unit("also")
    desk.actions["dispatch.main"].trigger()
    settle(qtbot, desk)
    job = unit(desk, "also").job
    assert job is not None
    assert job.role == Role.MAIN


def test_actions_are_enabled_by_the_rules_of_the_selected_unit(
    qtbot: QtBot, desk: Desk, pane: UnitsPane
) -> None:
    names = ("dispatch.next", "dispatch.cancel")
    desk.selection.choose_unit("free9")
    assert [desk.actions[name].isEnabled() for name in names] == [False, False]
    run(qtbot, desk, assign_units, "i2", ["free9"])
    assert [desk.actions[name].isEnabled() for name in names] == [True, True]


def test_enter_sends_the_free_ones_of_the_selected_units(qtbot: QtBot, pane: UnitsPane) -> None:
    pane.view.choose_all(["free9", "free10", "rest"])
    with qtbot.waitSignal(pane.send_asked) as asked:
        QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert asked.args == [["free9", "free10"]]


def test_enter_on_a_unit_on_a_job_goes_to_its_incident(desk: Desk, pane: UnitsPane) -> None:
    pane.view.choose("busy")
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert desk.selection.incident_id == "i1"


def test_choosing_a_row_chooses_the_unit_everywhere(desk: Desk, pane: UnitsPane) -> None:
    pane.view.choose("rest")
    assert desk.selection.unit_id == "rest"
    desk.selection.choose_unit("off")
    assert pane.view.current_id() == "off"


def test_the_selection_survives_whatever_changes(qtbot: QtBot, desk: Desk, pane: UnitsPane) -> None:
    desk.selection.choose_unit("free9")
    run(qtbot, desk, assign_units, "i2", ["free9", "free10"])
    load(qtbot, desk)
    move_clock(desk, MINUTE)
    assert pane.view.selected_ids() == ["free9"]


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ("xk9", ["free9"]),
        ("打锡巷", ["busy", "also"]),
        ("巷口派出所", ["busy"]),
        ("暂停", ["rest"]),
    ],
)
def test_the_box_finds_units_by_all_that_is_shown(
    pane: UnitsPane, wanted: str, shown: list[str]
) -> None:
    pane.box.setText(wanted)
    QTest.keyClick(pane.box, Qt.Key.Key_Return)
    assert ids(pane) == shown
    assert pane.hidden.isVisible()
    QTest.mouseClick(pane.show_all, Qt.MouseButton.LeftButton)
    assert len(ids(pane)) == 7


def test_units_chosen_on_the_map_are_shown_whatever_the_box_hides(
    desk: Desk, pane: UnitsPane
) -> None:
    pane.box.setText("暂停")
    QTest.keyClick(pane.box, Qt.Key.Key_Return)
    pane.choose(["free9", "free10"])
    assert pane.view.selected_ids() == ["free9", "free10"]


def test_counts_say_who_can_be_sent(pane: UnitsPane) -> None:
    assert pane.counts.text().startswith("▲ 紧急求助 1 · 7 支 · 可派 2 · 在警 2 · 离线 1")
