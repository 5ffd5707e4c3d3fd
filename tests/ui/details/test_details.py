"""The details of the selected incident follow the store and let people go on with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from models.board import IncidentCard, UnitCard
from models.place import Method, Place
from models.state import AssignmentState, Duty, IncidentState, OrderState
from models.unit import UnitKind
from services.closing import close, feed_back
from services.database import Database
from services.dispatching import (
    arrive,
    ask_return,
    assign_units,
    assignments_of,
    deliver,
    depart,
    finish,
    sign,
)
from services.dossier import Dossier, read_dossier
from services.fleet import add_unit
from services.linkage import send_order
from services.linking import link, merge
from services.timeline import write_note
from tests.ui.desk import (
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
from tests.ui.keyboard import CTRL, SHIFT, K, Person
from ui.desk import Desk
from ui.details import DetailsPane

HERE = Place(117.6464, 24.513, Method.PICKED, NOW)
BESIDE = Place(117.6470, 24.513, Method.PICKED, NOW)


def evening(store: Database) -> None:
    """Three sheets: i1 with two units under way, i2 next door, i3 by the same number as i1."""
    jobs = [
        unit_job("u1", "618"),
        unit_job("u2", "621"),
        *sheet_jobs(
            "i1",
            at=NOW - 100_000,
            place=HERE,
            caller_number="13860001234",
            caller_name="林阿妹",
            narrative="两人互殴",
            weapon=True,
            drill=True,
            secret=True,
        ),
        *sheet_jobs("i2", at=NOW - 50_000, place=BESIDE, narrative="听到打架声"),
        *sheet_jobs("i3", at=NOW - 40_000, caller_number="13860001234", narrative="再次来电"),
        order_job("i1", "u1", "u2", at=NOW - 80_000),
    ]
    write_all(store, jobs)


def pane_at(
    qtbot: QtBot, folder: Path, said: list[tuple[str, str]] | None = None, chosen: str = "i1"
) -> tuple[Desk, DetailsPane, Person]:
    """Return a desk with an incident selected, its details, and somebody in front of them."""
    desk = make_desk(qtbot, folder, said=said, fill=evening)
    pane = DetailsPane(desk)
    for table in (
        pane.parts.jobs.table,
        pane.parts.orders.table,
        pane.parts.timeline.table,
        pane.parts.branches.table,
        pane.parts.panels.linking.table,
    ):
        QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal, pane)
    person = Person(qtbot, desk, pane)
    desk.selection.choose_incident(chosen)
    settle(qtbot, desk)
    return desk, pane, person


def card_of(desk: Desk, id: str = "i1") -> IncidentCard:
    """Return a sheet's card on the board."""
    card = desk.store.board.get(IncidentCard, id)
    assert card is not None
    return card


def dossier_of(desk: Desk, id: str = "i1") -> Dossier:
    """Return what the store holds about a sheet."""
    dossier = desk.store._database.read(read_dossier, id)
    assert dossier is not None
    return dossier


def cell(table: Any, row: int, column: int) -> str:
    """Return what a cell says."""
    return str(table.index(row, column).data())


def lines(pane: DetailsPane) -> list[str]:
    """Return the sentences of the timeline as they stand on the screen."""
    table = pane.parts.timeline.table
    return [cell(table, row, 1) for row in range(table.rowCount())]


def test_the_head_says_what_where_who_and_what_is_owed(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, _person = pane_at(qtbot, tmp_path)
    head = pane.parts.head
    assert head.number.text() == card_of(desk).number
    assert head.state.text() == "已派警"
    assert head.level.text() == "3级"
    assert head.marks.text() == "演练 · 保密"
    assert head.what.text() == "治安·打架斗殴"
    assert head.where.text().startswith("芗城区胜利西路118号\n117.64640, 24.51300")
    assert head.told.text() == "两人互殴"
    assert head.warned.text() == "⚠ 涉凶器"
    assert "13860001234 林阿妹" in head.caller.text()
    assert head.times.text() == (
        "报警 02-02 10:38:20 · 接警 10:38:20 (+0:00) · 完成 10:38:20 (+0:00) · 首派 10:38:40 (+0:20)"
    )
    assert head.owed.text() == "应在 10:48:20 前到场 · 还剩 8:20"
    move_clock(desk, 510_000)
    assert head.owed.text() == "应在 10:48:20 前到场 · ⚠ 已超时 0:10"


def test_the_class_fed_back_stands_first_and_the_one_taken_beside_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, _person = pane_at(qtbot, tmp_path)
    settled = {"dispute_kind": "dispute_kind.01", "dispute_outcome": "dispute_outcome.01"}
    given = {"class_code": "200200", "result": "D11", "narrative": "已调解"}
    run(qtbot, desk, feed_back, "i1", particulars=settled, **given)
    assert pane.parts.head.what.text() == "治安·治安纠纷（反馈；接警时为 治安·打架斗殴）"
    assert pane.parts.reports.text() == (
        "F1 10:40:00 · 治安·治安纠纷 · 现场调解 · 已调解 · 纠纷类型 邻里 · 调处结果 当场调解成功"
    )


def test_units_stand_with_every_instant_and_how_long_it_took(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, _person = pane_at(qtbot, tmp_path)
    job = card_of(desk).assignments[0]
    for command, ms in ((deliver, 1_000), (sign, 9_000), (depart, 20_000), (arrive, 95_000)):
        run(qtbot, desk, command, job.id, at=job.issued_at + ms)
    table = pane.parts.jobs.table
    row = table.row_of(job.id)
    assert row is not None
    assert [cell(table, row, column) for column in range(6)] == [
        "618\n主 在现场",
        "10:38:40\n达 +0:01",
        "10:38:49\n+0:09",
        "10:39:00\n+0:20",
        "10:40:15\n+1:35",
        "",
    ]
    hint = table.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert hint.splitlines()[:6] == [
        f"{card_of(desk).number}-1",
        "2 人 · 1 车",
        "回车 或双击修改派警单",
        "下达  10:38:40",
        "送达  10:38:41  +0:01",
        "签收  10:38:49  +0:08",
    ]


def test_buttons_take_the_current_unit_on_as_far_as_the_rules_allow(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, _person = pane_at(qtbot, tmp_path)
    jobs = pane.parts.jobs
    one, other = card_of(desk).assignments
    assert jobs.view.current_id() == one.id
    assert [button.isEnabled() for button in jobs.steps.values()] == [True, True, True, False]
    for state in (AssignmentState.SIGNED, AssignmentState.DEPARTED, AssignmentState.ARRIVED):
        jobs.steps[state].click()
        settle(qtbot, desk)
        assert card_of(desk).assignments[0].state is state
    assert [button.isEnabled() for button in jobs.steps.values()] == [False, False, False, True]
    jobs.view.choose(other.id)
    jobs.main.click()
    settle(qtbot, desk)
    assert card_of(desk).assignments[1].role == "main"


def test_a_unit_is_called_off_with_a_reason_only(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    pane.parts.jobs.cancel.click()
    panel = pane.parts.panels.cancelling
    assert panel.isVisible()
    person.press(K.Key_Return)
    settle(qtbot, desk)
    assert panel.form.fields["reason"].marked == "“原因”不能为空。"
    person.say("重复派警")
    person.press(K.Key_Return)
    settle(qtbot, desk)
    assert panel.isHidden()
    line = card_of(desk).assignments[0]
    assert line.state is AssignmentState.CANCELLED
    assert (line.reason, line.reason_code) == ("", "20"), "what is in the list is kept by its code"
    assert lines(pane)[-2:] == ["撤回 618：重复派警", "621 接替 618 为主处警力量"]
    desk.language.use("en")
    cell = pane.parts.jobs.table.index(0, 0)
    qtbot.waitUntil(
        lambda: cell.data(Qt.ItemDataRole.ToolTipRole).splitlines()[-1] == "Ordered twice"
    )
    assert lines(pane)[-2] == "618 called off: Ordered twice"


def test_a_wish_to_return_is_granted_or_refused(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, _person = pane_at(qtbot, tmp_path)
    jobs = pane.parts.jobs
    one, other = card_of(desk).assignments
    assert jobs.grant.isHidden()
    run(qtbot, desk, ask_return, one.id, "车辆故障")
    run(qtbot, desk, ask_return, other.id, "力量不足")
    assert jobs.grant.isVisible()
    jobs.refuse.click()
    settle(qtbot, desk)
    jobs.view.choose(other.id)
    jobs.grant.click()
    settle(qtbot, desk)
    assert [line.state.value for line in card_of(desk).assignments] == ["signed", "returned"]


def test_the_timeline_grows_by_itself_and_shows_person_seat_and_time(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, _person = pane_at(qtbot, tmp_path)
    job = card_of(desk).assignments[0]
    run(qtbot, desk, depart, job.id)
    table = pane.parts.timeline.table
    assert lines(pane)[-1] == "618 出警"
    last = table.rowCount() - 1
    assert [cell(table, last, column) for column in (0, 2)] == ["10:40:00", "350001 S001"]


def test_a_new_line_does_not_take_away_what_one_is_reading(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, _person = pane_at(qtbot, tmp_path)
    for number in range(30):
        run(qtbot, desk, write_note, "i1", f"第 {number} 条")
    bar = pane.parts.timeline.view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    bar.setValue(0)
    run(qtbot, desk, write_note, "i1", "新的一条")
    assert bar.value() == 0
    bar.setValue(bar.maximum())
    run(qtbot, desk, write_note, "i1", "又一条")
    assert bar.value() == bar.maximum()


def test_a_note_is_written_and_struck_and_stays_readable(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    person.press(K.Key_N, mod=CTRL)
    person.say("报警人称对方已离开")
    person.press(K.Key_Return)
    settle(qtbot, desk)
    assert pane.parts.note.text() == ""
    assert lines(pane)[-1] == "报警人称对方已离开"
    timeline = pane.parts.timeline
    timeline.view.setFocus()
    timeline.view.choose(dossier_of(desk).entries[-1].id)
    assert timeline.strike.isVisible()
    person.press(K.Key_Delete)
    settle(qtbot, desk)
    assert lines(pane)[-1] == "报警人称对方已离开"
    index = timeline.table.index(timeline.table.rowCount() - 1, 1)
    assert index.data(Qt.ItemDataRole.FontRole).strikeOut()
    assert "划除" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert timeline.strike.isHidden()


def test_what_the_program_recorded_or_others_wrote_cannot_be_struck(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    id = run(qtbot, desk, write_note, "i1", "别人写的", by="350002")
    timeline = pane.parts.timeline
    timeline.view.setFocus()
    for each in (id, dossier_of(desk).entries[0].id):
        timeline.view.choose(each)
        person.press(K.Key_Delete)
        settle(qtbot, desk)
    assert all(entry.struck_at is None for entry in dossier_of(desk).entries)


def test_an_empty_note_is_refused_at_its_line(qtbot: QtBot, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said)
    person.press(K.Key_N, mod=CTRL)
    person.press(K.Key_Return)
    settle(qtbot, desk)
    assert pane.parts.note_mark.text() == "⚠ “流水内容”不能为空。"
    assert said == []


def test_a_note_half_written_waits_until_its_sheet_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    person.press(K.Key_N, mod=CTRL)
    person.say("写到一半")
    desk.selection.choose_incident("i2")
    settle(qtbot, desk)
    assert pane.parts.note.text() == ""
    desk.selection.choose_incident("i1")
    assert pane.parts.note.text() == "写到一半"
    settle(qtbot, desk)


def test_feedback_is_given_by_keys_with_the_class_of_the_sheet_as_default(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    run(qtbot, desk, arrive, card_of(desk).assignments[0].id)
    person.press(K.Key_F8)
    panel = pane.parts.panels.feedback
    assert panel.form.value("class_code") == "200100"
    person.press(K.Key_Return)
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert panel.form.fields["result"].marked == "“处理结果”不能为空。"
    person.type("xctj\r")
    person.say("双方和解")
    panel.more_button.setChecked(True)
    assert panel.more is not None
    panel.more.focus("injured")
    person.type("1")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert panel.isHidden()
    (report,) = dossier_of(desk).feedbacks
    assert (report.class_code, report.result, report.narrative) == ("200100", "D11", "双方和解")
    assert (report.unit_id, report.injured, report.dead) == ("u1", 1, 0)
    assert card_of(desk).fed_back


def test_closing_waits_for_the_units_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said)
    assert not pane.parts.bar.buttons["sheet.close"].isEnabled()
    person.press(K.Key_F9)
    assert pane.parts.panels.closing.isHidden()
    assert said == [("info", f"警单 {card_of(desk).number} 还有警力未完毕，请先完毕、撤回或改派。")]


def test_a_sheet_is_closed_by_keys_and_reopened_with_a_reason(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    for line in card_of(desk).assignments:
        run(qtbot, desk, arrive, line.id)
        run(qtbot, desk, finish, line.id)
    assert card_of(desk).state is IncidentState.HANDLED
    person.press(K.Key_F9, K.Key_Return)
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    panel = pane.parts.panels.closing
    assert panel.form.fields["result"].marked == "“处理结果”不能为空。"
    person.type("D10\r")
    person.say("当场处结")
    person.press(K.Key_Return)
    settle(qtbot, desk)
    assert desk.store.board.get(IncidentCard, "i1") is None
    assert pane.card is not None
    assert pane.card.state is IncidentState.CLOSED
    assert pane.parts.head.state.text() == "已处结"
    assert pane.parts.head.ending.text() == "处结 02-02 10:40:00 · 现场处结 · 当场处结"
    assert pane.parts.head.owed.isHidden()
    assert pane.parts.bar.buttons["sheet.reopen"].isVisible()
    person.press(K.Key_F9, mod=SHIFT)
    person.press(K.Key_Return)
    settle(qtbot, desk)
    assert pane.parts.panels.reopening.form.fields["reason"].marked == "“原因”不能为空。"
    person.say("报警人再次来电")
    person.press(K.Key_Return)
    settle(qtbot, desk)
    assert card_of(desk).state is IncidentState.HANDLED
    assert pane.parts.head.marks.text() == "演练 · 保密 · 重开 1 次"


def test_what_the_rules_refuse_after_all_is_said_in_the_form(qtbot: QtBot, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said, chosen="i2")
    person.press(K.Key_F9)
    person.type("D10\r")
    # Somebody else sends a unit at the same moment; this desk has not heard of it yet.
    database = desk.store._database
    database.write(finish_both, at=NOW, by="350002")
    person.press(K.Key_Return)
    settle(qtbot, desk)
    panel = pane.parts.panels.closing
    assert panel.isVisible()
    assert (
        panel.wrong == f"警单 {card_of(desk, 'i2').number} 还有警力未完毕，请先完毕、撤回或改派。"
    )
    assert said == []


def finish_both(session: Any, *, at: int, by: str) -> None:
    """Take the units off i1 and send one of them to i2."""
    for job in assignments_of(session, "i1"):
        arrive(session, job.id, at=at, by=by)
        finish(session, job.id, at=at, by=by, duty=Duty.PATROL)
    assign_units(session, "i2", ["u1"], at=at, by=by)


def test_a_sheet_is_linked_by_keys_to_one_of_the_same_number_or_the_nearest(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path, chosen="i3")
    person.press(K.Key_L, mod=CTRL)
    linking = pane.parts.panels.linking
    assert linking.main_id() == "i1", "the same number comes first"
    person.press(K.Key_Return, K.Key_Down, K.Key_Return)
    settle(qtbot, desk)
    assert (card_of(desk, "i3").main_id, card_of(desk, "i3").link_type) == ("i1", "2")
    assert pane.parts.branches.table.cards()[0].is_main
    pane.parts.branches.undo.click()
    settle(qtbot, desk)
    assert card_of(desk, "i3").main_id is None
    assert pane.parts.branches.isHidden()


def test_a_sheet_is_merged_into_its_neighbour_and_taken_back_whole(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path, chosen="i2")
    person.press(K.Key_L, mod=CTRL)
    linking = pane.parts.panels.linking
    assert linking.main_id() == "i1", "the nearest comes first"
    linking.form.fields["how"].show_value("merge")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert desk.store.board.get(IncidentCard, "i2") is None
    assert pane.parts.head.state.text() == "已并单"
    desk.selection.choose_incident("i1")
    settle(qtbot, desk)
    assert pane.parts.head.marks.text() == "演练 · 保密 · 并入 1 单"
    (row,) = pane.parts.branches.table.cards()
    assert (row.id, row.merged) == ("i2", True)
    assert pane.parts.branches.undo.text() == "取消并单"
    pane.parts.branches.undo.click()
    settle(qtbot, desk)
    assert card_of(desk, "i2").state is IncidentState.TAKEN


def test_a_main_sheet_cannot_be_hung_on_another_and_the_form_says_why(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    run(qtbot, desk, link, "i3", "i1", "1")
    run(qtbot, desk, merge, "i2", "i1")
    for job in sheet_jobs("i4"):
        run(qtbot, desk, job.command, *job.args, **job.kwargs)
    person.press(K.Key_L, mod=CTRL)
    person.press(K.Key_Return, K.Key_Return)
    settle(qtbot, desk)
    linking = pane.parts.panels.linking
    assert linking.isVisible()
    assert linking.wrong.startswith(f"警单 {card_of(desk).number} 下还挂着 ")


def test_enter_on_a_branch_goes_there(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    run(qtbot, desk, link, "i3", "i1", "1")
    pane.parts.branches.view.setFocus()
    person.press(K.Key_Return)
    assert desk.selection.incident_id == "i3"
    settle(qtbot, desk)


def test_a_sheet_is_sent_back_and_taken_up_again(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path, chosen="i2")
    bar = pane.parts.bar
    bar.buttons["return"].click()
    person.say("非本辖区")
    person.press(K.Key_Return)
    settle(qtbot, desk)
    assert card_of(desk, "i2").state is IncidentState.RETURNED
    assert bar.buttons["return"].isHidden()
    assert not bar.buttons["dispatch.choose"].isEnabled()
    bar.buttons["accept"].click()
    settle(qtbot, desk)
    assert card_of(desk, "i2").state is IncidentState.TAKEN


def test_an_order_to_an_agency_goes_round_by_its_buttons(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    agency = agency_id(desk)
    run(qtbot, desk, send_order, "i1", agency, "请派救护车", id="o1")
    orders = pane.parts.orders
    assert cell(orders.table, 0, 0).endswith("已发送 · 签收 剩 15:00")
    orders.buttons[OrderState.SIGNED].click()
    settle(qtbot, desk)
    assert not orders.buttons[OrderState.SIGNED].isEnabled()
    orders.buttons[OrderState.ARRIVED].click()
    settle(qtbot, desk)
    orders.buttons[OrderState.FED_BACK].click()
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    panel = pane.parts.panels.answering
    assert panel.form.fields["answer"].marked == "“反馈内容”不能为空。"
    person.say("已送医")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    (order,) = card_of(desk).orders
    assert (order.state, order.answer) == (OrderState.FED_BACK, "已送医")
    assert lines(pane)[-1].endswith("反馈：已送医")
    assert not any(button.isEnabled() for button in orders.buttons.values())


def agency_id(desk: Desk) -> str:
    """Return an agency, entered where the shipped dictionaries have none."""
    agencies = desk.store.board.cards.get("agency", {})
    return next(iter(agencies))


def test_keys_without_a_selected_sheet_say_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    _desk, pane, person = pane_at(qtbot, tmp_path, said, chosen="")
    person.press(K.Key_F8)
    assert said == [("info", "请先选中一张警单。")]
    assert pane.parts.empty.isVisible()


def test_the_answer_about_another_sheet_is_dropped_when_it_comes_too_late(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, _person = pane_at(qtbot, tmp_path)
    desk.selection.choose_incident("i2")
    desk.selection.choose_incident("i3")
    settle(qtbot, desk)
    assert pane.card is not None
    assert pane.card.id == "i3"
    assert pane.parts.head.told.text() == "再次来电"


def test_keys_work_on_a_sheet_from_the_moment_it_is_selected(qtbot: QtBot, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said)
    desk.selection.choose_incident("i2")
    assert pane.parts.head.told.text() == "听到打架声", "nothing of the sheet before is left"
    assert lines(pane) == []
    person.press(K.Key_F9)
    assert pane.parts.panels.closing.isVisible()
    settle(qtbot, desk)
    assert len(lines(pane)) == 2
    assert pane.parts.panels.closing.isVisible(), "what was begun is not taken away by the reading"
    assert said == []


def test_the_buttons_tell_of_the_board_in_the_turn_in_which_it_changes(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, _person = pane_at(qtbot, tmp_path, chosen="i2")
    bar, jobs = pane.parts.bar.buttons, pane.parts.jobs
    told: list[tuple[bool, bool, int]] = []
    desk.store.changed.connect(
        lambda _delta: told.append(
            (bar["sheet.close"].isEnabled(), bar["return"].isEnabled(), jobs.table.rowCount())
        )
    )
    job = run(qtbot, desk, send_free, "i2")
    assert told.pop() == (False, False, 1)
    run(qtbot, desk, arrive, job)
    run(qtbot, desk, finish, job)
    assert told.pop()[0]
    run(qtbot, desk, close, "i2", "D10")
    assert told.pop()[:2] == (False, False), "what has left the board is acted upon when it is read"
    assert bar["sheet.reopen"].isEnabled()


def send_free(session: Any, incident_id: str, *, at: int, by: str) -> str:
    """Send a unit that is entered for it; return the key of its order."""
    add_unit(session, id="u9", call_sign="699", duty=Duty.PATROL, kind=UnitKind.CAR, at=at, by=by)
    return assign_units(session, incident_id, ["u9"], at=at, by=by)[0]


def test_a_key_struck_while_a_closed_sheet_is_read_acts_on_no_other_and_says_so(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said)
    run(qtbot, desk, close, "i2", "D10")
    desk.selection.choose_incident("i2")
    assert pane.parts.empty.isVisible(), "nothing of the sheet before is left to press"
    person.press(K.Key_F9, mod=SHIFT)
    assert pane.parts.panels.reopening.isHidden()
    assert said == [("info", "警单正在读取，请再按一次。")]
    settle(qtbot, desk)
    person.press(K.Key_F9, mod=SHIFT)
    assert pane.parts.panels.reopening.isVisible()
    desk.selection.choose_incident("i1")
    assert pane.parts.panels.reopening.isHidden()
    settle(qtbot, desk)


def test_a_refusal_that_comes_when_another_form_is_open_is_told_beside_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said, chosen="i2")
    person.press(K.Key_F9)
    person.type("D10\r")
    desk.store._database.write(finish_both, at=NOW, by="350002")
    person.press(K.Key_Return)
    desk.selection.choose_incident("i3")
    person.press(K.Key_F9)
    settle(qtbot, desk)
    closing = pane.parts.panels.closing
    assert closing.isVisible()
    assert closing.wrong == ""
    assert closing.ok.isEnabled()
    assert [kind for kind, _ in said] == ["info"]


def test_choosing_a_unit_here_chooses_it_everywhere(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    pane.parts.jobs.view.setFocus()
    person.press(K.Key_Down)
    assert desk.selection.unit_id == "u2"
    assert desk.store.board.get(UnitCard, "u2") is not None


def test_a_form_goes_away_by_escape_and_with_the_selection(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    person.press(K.Key_F8)
    panel = pane.parts.panels.feedback
    assert panel.isVisible()
    person.press(K.Key_Escape)
    assert panel.isHidden()
    person.press(K.Key_F8)
    desk.selection.choose_incident("i2")
    assert panel.isHidden()
    settle(qtbot, desk)
