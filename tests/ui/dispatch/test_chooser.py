"""Units are chosen for an incident, and another incident for a unit, by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.assignment import Assignment, Role
from models.board import IncidentCard, UnitCard
from models.fix import Fix
from models.place import Method, Place
from models.state import AssignmentState, Duty, IncidentState
from services.closing import close
from services.database import Database, Job
from services.dispatching import arrive, assign_units, depart
from services.dossier import read_dossier
from services.fleet import draw_beat, set_duty
from services.keeping import unsent_texts
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
from tests.ui.keyboard import CTRL, K, Person
from ui.desk import Desk
from ui.dispatch import DispatchChooser
from ui.dispatch.choice import Group
from ui.dispatch.sentence import sentence as sentence_of
from ui.moment import span_of
from ui.reason import ReasonDialog
from ui.setting import ROAD_FACTOR, SPEED_KMH

HERE = Place(117.6464, 24.513, Method.PICKED, NOW)
THERE = Place(117.70, 24.55, Method.PICKED, NOW)
RING = [[117.6, 24.5], [117.7, 24.5], [117.7, 24.6]]
FIXES = [
    Fix("far", NOW - 1_000, 117.70, 24.55),
    Fix("near", NOW - 5_000, 117.65, 24.515),
    Fix("old", NOW - 200_000, 117.655, 24.515),
    Fix("busy", NOW - 3_000, 117.648, 24.513),
]


def evening(store: Database) -> None:
    """Six units and two open sheets; one unit is on the far one."""
    beat = {"id": "b1", "code": "X1", "name": "东铺头巡区", "ring": RING}
    jobs = [
        Job(draw_beat, (), NOW, ACTOR, beat),
        unit_job("far", "655"),
        unit_job("near", "618", beat_id="b1", leader="陈建国"),
        unit_job("old", "621"),
        unit_job("lost", "633"),
        unit_job("busy", "640"),
        unit_job("off", "650", duty=Duty.PAUSED),
        *sheet_jobs("here", place=HERE),
        *sheet_jobs("there", place=THERE, address="龙文区建元东路", class_taken="300100"),
        order_job("there", "busy"),
    ]
    write_all(store, jobs)


def chooser_at(
    qtbot: QtBot, folder: Path, said: list[tuple[str, str]] | None = None
) -> tuple[Desk, DispatchChooser, Person]:
    """Return a desk with positions, its chooser, and somebody in front of it."""
    desk = make_desk(qtbot, folder, said=said, fill=evening)
    desk.positions.report(FIXES)
    host = QWidget()
    chooser = DispatchChooser(desk, host)
    QAbstractItemModelTester(
        chooser.table, QAbstractItemModelTester.FailureReportingMode.Fatal, chooser
    )
    QAbstractItemModelTester(
        chooser.mover.table, QAbstractItemModelTester.FailureReportingMode.Fatal, chooser
    )
    return desk, chooser, Person(qtbot, desk, host)


def advised(qtbot: QtBot, desk: Desk, incident_id: str = "here") -> None:
    """Wait until it is worked out whom to send."""
    qtbot.waitUntil(lambda: desk.advice.of(incident_id) is not None)


def asked_why(qtbot: QtBot, chooser: DispatchChooser) -> ReasonDialog:
    """Return the dialog that asks for a reason, once it has the keyboard."""
    shown = [one for one in chooser.findChildren(ReasonDialog) if one.isVisible()]
    qtbot.waitUntil(lambda: shown[0].isActiveWindow())
    shown[0].reasons.setFocus()
    return shown[0]


def card_of(desk: Desk, id: str) -> IncidentCard:
    """Return a sheet's card."""
    card = desk.store.board.get(IncidentCard, id)
    assert card is not None
    return card


def cells(chooser: DispatchChooser, id: str) -> list[str]:
    """Return what the row of a unit says."""
    row = chooser.table.row_of(id)
    assert row is not None
    count = chooser.table.columnCount()
    return [str(chooser.table.index(row, column).data()) for column in range(count)]


def test_units_stand_by_estimate_then_unknown_then_busy_then_unfit(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, chooser, _person = chooser_at(qtbot, tmp_path)
    chooser.choose("here")
    rows = chooser.table.cards()
    assert [row.id for row in rows] == ["near", "old", "far", "lost", "busy", "off"]
    assert [row.group for row in rows] == [Group.FREE] * 4 + [Group.BUSY, Group.UNFIT]
    chooser.reject()
    assert desk.selection.incident_id == ""


def test_an_estimate_says_how_it_was_made_and_how_old_the_position_is(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, chooser, _person = chooser_at(qtbot, tmp_path)
    chooser.choose("here")
    way = chooser.table.cards()[0].way
    assert way is not None
    assert way.metres == pytest.approx(428, abs=3)
    assert way.seconds == pytest.approx(way.metres * 1.4 / (40 / 3.6))
    assert "直线×1.4 估算" in chooser._method.text()
    assert cells(chooser, "near")[3:5] == ["估 1 分 · 430 米", "0:05 前"]
    assert cells(chooser, "near")[6] == "东铺头巡区"
    assert cells(chooser, "old")[4] == "⚠ 3:20 前"
    assert cells(chooser, "lost")[3:5] == ["–", "位置未知"]
    assert cells(chooser, "off")[7] == "暂停，不能派警"
    assert "龙文区建元东路" in cells(chooser, "busy")[7]
    desk.settings.set(ROAD_FACTOR, 2.0)
    desk.settings.set(SPEED_KMH, 20.0)
    move_clock(desk, 10_000)
    slower = chooser.table.cards()[0].way
    assert slower is not None
    assert slower.seconds == pytest.approx(way.metres * 2 / (20 / 3.6))
    assert cells(chooser, "near")[4] == "0:15 前"
    chooser.reject()


def test_a_call_sign_and_enter_send_a_unit(qtbot: QtBot, tmp_path: Path) -> None:
    desk, chooser, person = chooser_at(qtbot, tmp_path)
    desk.selection.choose_incident("here")
    person.press(K.Key_F5)
    qtbot.waitUntil(lambda: chooser.isActiveWindow())
    advised(qtbot, desk)
    person.type("618")
    assert chooser.chosen() == ["near"]
    with qtbot.waitSignal(chooser.accepted):
        person.press(K.Key_Return)
    (job,) = card_of(desk, "here").assignments
    assert (job.unit_id, job.role) == ("near", Role.MAIN)
    assert person.keys == 5


def test_who_sends_another_unit_than_the_proposed_says_why_and_it_is_kept(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, chooser, person = chooser_at(qtbot, tmp_path)
    chooser.choose("here")
    qtbot.waitUntil(lambda: chooser.isActiveWindow())
    advised(qtbot, desk)
    assert cells(chooser, "near")[0] == "★"
    person.type("655")
    person.press(K.Key_Return)
    dialog = asked_why(qtbot, chooser)
    assert card_of(desk, "here").assignments == (), "nothing is sent before the reason is given"
    dialog.reject()
    chooser.activateWindow()
    qtbot.waitUntil(lambda: chooser.isActiveWindow())
    chooser.search.setFocus()
    person.press(K.Key_Return)
    dialog = asked_why(qtbot, chooser)
    with qtbot.waitSignal(chooser.accepted):
        person.press(K.Key_Down, K.Key_Down, K.Key_Return)
    (sent,) = desk.store._database.read(
        lambda session: [
            (job.unit_id, job.override_code, job.best_unit_id, job.estimate or 0.0)
            for job in session.query(Assignment).where(Assignment.incident_id == "here")
        ]
    )
    assert sent[:3] == ("far", "20", "near")
    assert sent[3] > 600
    lines = desk.store._database.read(read_dossier, "here")
    assert lines is not None
    assert "unit.overridden" in [entry.code for entry in lines.entries]


def test_the_whole_proposal_goes_by_one_key_and_the_next_tier_by_one_more(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk, chooser, person = chooser_at(qtbot, tmp_path, said)
    for job in sheet_jobs("water", place=HERE, class_taken="500400"):
        run(qtbot, desk, job.command, *job.args, **job.kwargs)
    chooser.choose("water")
    qtbot.waitUntil(lambda: chooser.isActiveWindow())
    advised(qtbot, desk, "water")
    assert "溺水" in chooser.offer.text()
    assert "★ 618" in chooser.offer.text()
    assert "缺 船艇/水上 ×1" in chooser.offer.text()
    with qtbot.waitSignal(chooser.accepted):
        person.press(K.Key_F5, mod=CTRL)
    card = card_of(desk, "water")
    assert (card.alarm, [job.unit_id for job in card.active]) == (1, ["near"])
    desk.selection.choose_incident("water")
    person.window.activateWindow()
    qtbot.waitUntil(lambda: person.window.isActiveWindow())
    person.press(K.Key_F5, mod=CTRL)
    qtbot.waitUntil(lambda: card_of(desk, "water").alarm == 2)
    assert {job.unit_id for job in card_of(desk, "water").active} == {"near", "old", "far"}
    assert said[-1] == ("warning", "二级出动：已派 621 655；缺 船艇/水上 ×1")


def test_a_sentence_says_why_when_and_at_what_cost_with_the_numbers_of_the_candidate(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, chooser, _person = chooser_at(qtbot, tmp_path)
    chooser.choose("here")
    advised(qtbot, desk)
    found = desk.advice.of("here")
    assert found is not None
    first = found.ranking.candidates[0]
    assert first.arrival is not None
    said = cells(chooser, "near")[7]
    assert said == sentence_of(first, 5)
    assert span_of(round(first.arrival.seconds) * 1000) in said
    assert chooser.why.text() == f"618  {said}"
    assert "位置是 3:20 前的" in cells(chooser, "old")[7]
    chooser.reject()


def test_rows_keep_their_places_under_a_hand_while_new_times_come(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, chooser, person = chooser_at(qtbot, tmp_path)
    chooser.choose("here")
    qtbot.waitUntil(lambda: chooser.isActiveWindow())
    advised(qtbot, desk)
    person.press(K.Key_Down)
    before = [row.id for row in chooser.table.cards()]
    current = chooser.view.current_id()
    desk.positions.report([Fix("far", NOW + 3_000, 117.6465, 24.5131)])
    with qtbot.waitSignal(desk.advice.answered):
        move_clock(desk, 3_000)
    assert [row.id for row in chooser.table.cards()] == before
    assert chooser.view.current_id() == current
    chooser.view.let_go()
    assert next(row.id for row in chooser.table.cards()) == "far"
    assert chooser.view.current_id() == current
    chooser.reject()


def test_a_unit_complained_of_is_never_offered(qtbot: QtBot, tmp_path: Path) -> None:
    desk, chooser, _person = chooser_at(qtbot, tmp_path)
    words = "618 执法态度不好"
    for job in sheet_jobs("said", place=HERE, class_taken="950200", narrative=words):
        run(qtbot, desk, job.command, *job.args, **job.kwargs)
    chooser.choose("said", ["near"])
    assert chooser._chosen == []
    assert cells(chooser, "near")[7] == "与投诉有关，须回避", "from the first moment on"
    advised(qtbot, desk, "said")
    assert cells(chooser, "near")[7] == "与投诉有关，须回避"
    assert chooser.table.cards()[0].id == "old"
    chooser.reject()


def test_several_units_are_ticked_by_space_and_sent_at_once_the_first_as_main(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, chooser, person = chooser_at(qtbot, tmp_path)
    chooser.choose("here")
    qtbot.waitUntil(lambda: chooser.isActiveWindow())
    person.press(K.Key_Down, K.Key_Space, K.Key_Up, K.Key_Space)
    assert chooser.search.hasFocus(), "one types on while walking"
    assert chooser.chosen() == ["old", "near"]
    assert [cells(chooser, id)[0] for id in ("old", "near", "far")] == ["✓1", "✓2", ""]
    assert chooser.ok.text() == "下达 2 支  回车"
    qtbot.waitUntil(lambda: chooser.isActiveWindow())
    chooser.words.setFocus()
    person.say("先控制持刀人")
    with qtbot.waitSignal(chooser.accepted):
        person.press(K.Key_Return)
    jobs = {job.unit_id: job for job in card_of(desk, "here").assignments}
    assert jobs["old"].role == Role.MAIN
    assert jobs["near"].role == Role.REINFORCING
    assert {job.instruction for job in jobs.values()} == {"先控制持刀人"}


def test_ticked_units_stay_in_sight_while_one_searches_on(qtbot: QtBot, tmp_path: Path) -> None:
    _desk, chooser, person = chooser_at(qtbot, tmp_path)
    chooser.choose("here", ["far", "off"])
    qtbot.waitUntil(lambda: chooser.isActiveWindow())
    assert chooser.chosen() == ["far"], "a unit that cannot go is not ticked"
    person.type("chenjianguo")
    assert [row.id for row in chooser.table.cards()] == ["near", "far"]
    assert chooser.view.current_id() == "near"
    person.press(K.Key_Space)
    assert chooser.chosen() == ["far", "near"]
    chooser.reject()


def test_a_busy_unit_is_moved_and_keeps_the_clock_of_its_run(qtbot: QtBot, tmp_path: Path) -> None:
    desk, chooser, person = chooser_at(qtbot, tmp_path)
    (job,) = card_of(desk, "there").assignments
    run(qtbot, desk, depart, job.id, at=NOW + 1_000)
    chooser.choose("here")
    qtbot.waitUntil(lambda: chooser.isActiveWindow())
    advised(qtbot, desk)
    person.type("640")
    person.press(K.Key_Return)
    asked_why(qtbot, chooser)
    with qtbot.waitSignal(chooser.accepted):
        person.press(K.Key_Down, K.Key_Return)
    (moved,) = card_of(desk, "here").assignments
    assert (moved.unit_id, moved.moved_from_id, moved.out_since) == ("busy", job.id, NOW + 1_000)
    (left,) = card_of(desk, "there").assignments
    assert left.state is AssignmentState.MOVED
    assert left.departed_at == NOW + 1_000


def test_free_and_busy_units_go_together(qtbot: QtBot, tmp_path: Path) -> None:
    desk, chooser, _person = chooser_at(qtbot, tmp_path)
    chooser.choose("here", ["near", "busy", "far"])
    with qtbot.waitSignal(chooser.accepted):
        chooser.give()
    settle(qtbot, desk)
    assert {job.unit_id for job in card_of(desk, "here").active} == {"near", "busy", "far"}
    assert card_of(desk, "there").active == ()


def test_a_unit_that_cannot_go_is_refused_with_its_reason(qtbot: QtBot, tmp_path: Path) -> None:
    desk, chooser, person = chooser_at(qtbot, tmp_path)
    chooser.choose("here")
    qtbot.waitUntil(lambda: chooser.isActiveWindow())
    person.type("650")
    person.press(K.Key_Space)
    assert chooser.wrong == "650：暂停，不能派警"
    person.press(K.Key_Return)
    assert chooser.isVisible()
    assert card_of(desk, "here").assignments == ()
    chooser.reject()


def test_what_the_rules_refuse_is_said_in_the_dialog_which_stays(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk, chooser, _person = chooser_at(qtbot, tmp_path, said)
    chooser.choose("here", ["near"])
    # Somebody else is quicker; this desk has not heard of it yet.
    desk.store._database.write(set_duty, "near", Duty.PAUSED, at=NOW, by=ACTOR)
    chooser.give()
    settle(qtbot, desk)
    assert chooser.wrong == "警力 618 现在是“暂停”，不能派警。"
    assert chooser.isVisible()
    assert chooser.ok.isEnabled()
    assert said == []
    chooser.reject()


def test_a_unit_that_another_desk_takes_is_no_longer_ticked(qtbot: QtBot, tmp_path: Path) -> None:
    desk, chooser, _person = chooser_at(qtbot, tmp_path)
    chooser.choose("here", ["near", "far"])
    run(qtbot, desk, set_duty, "near", Duty.OFFLINE)
    assert chooser.chosen() == ["far"]
    assert chooser.table.cards()[-1].id in ("near", "off")
    chooser.reject()


def test_a_sheet_that_is_closed_meanwhile_takes_the_dialog_away(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk, chooser, _person = chooser_at(qtbot, tmp_path, said)
    chooser.choose("here")
    run(qtbot, desk, close, "here", "D10")
    assert not chooser.isVisible()
    assert said


def test_a_sheet_that_is_still_being_taken_gets_no_units(qtbot: QtBot, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    desk = make_desk(
        qtbot,
        tmp_path,
        said=said,
        fill=lambda store: write_all(store, sheet_jobs("i1", taken=False)),
    )
    host = QWidget()
    qtbot.addWidget(host)
    chooser = DispatchChooser(desk, host)
    with qtbot.waitSignal(desk.selection.completion_asked) as asked:
        chooser.choose("i1")
    assert asked.args == ["i1"], "whoever fills it is asked to complete it first"
    chooser.choose("unknown")
    assert not chooser.isVisible()
    assert said == [("info", "请先在队列中选中要派警的警情。")]


def test_without_coordinates_units_stand_by_call_sign_and_it_is_said(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, chooser, _person = chooser_at(qtbot, tmp_path)
    for job in sheet_jobs("blind"):
        run(qtbot, desk, job.command, *job.args, **job.kwargs)
    chooser.choose("blind")
    assert [row.unit.call_sign for row in chooser.table.cards()][:4] == ["618", "621", "633", "655"]
    assert chooser._method.text() == "警情没有坐标，无法估算，按呼号排列。"
    chooser.reject()


def test_a_unit_moves_to_another_incident_nearest_first(qtbot: QtBot, tmp_path: Path) -> None:
    desk, chooser, person = chooser_at(qtbot, tmp_path)
    for job in sheet_jobs("third", place=Place(117.75, 24.6, Method.PICKED, NOW)):
        run(qtbot, desk, job.command, *job.args, **job.kwargs)
    desk.selection.choose_unit("busy")
    person.press(K.Key_F6, mod=CTRL)
    mover = chooser.mover
    qtbot.waitUntil(lambda: mover.isActiveWindow())
    assert [row.id for row in mover.table.cards()] == ["here", "third"]
    with qtbot.waitSignal(mover.accepted):
        person.press(K.Key_Return)
    unit = desk.store.board.get(UnitCard, "busy")
    assert unit is not None
    assert unit.job is not None
    assert unit.job.incident_id == "here"


def test_a_unit_without_a_job_is_not_moved_and_it_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    desk, chooser, _person = chooser_at(qtbot, tmp_path, said)
    desk.selection.choose_unit("near")
    desk.actions["dispatch.move"].trigger()
    assert not chooser.mover.isVisible()
    assert said == [("info", "请先选中一支正在处警的警力。")]


def test_units_on_the_sheet_already_are_shown_and_not_sent_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, chooser, _person = chooser_at(qtbot, tmp_path)
    (job,) = run(qtbot, desk, assign_units, "here", ["near"])
    run(qtbot, desk, arrive, job)
    assert card_of(desk, "here").state is IncidentState.ON_SCENE
    chooser.choose("here", ["near"])
    assert chooser._chosen == []
    assert cells(chooser, "near")[7] == "已在本警情"
    chooser.reject()


def test_an_instruction_half_written_is_kept_for_its_sheet_and_gone_when_it_is_given(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, chooser, person = chooser_at(qtbot, tmp_path)
    chooser.choose("here")
    assert chooser.again.isHidden()
    qtbot.waitUntil(lambda: chooser.isActiveWindow())
    chooser.words.setFocus()
    person.say("带防弹衣")
    assert desk.unsent.unkept() == [f"警单 {card_of(desk, 'here').number} 未下达的派警指令"]
    desk.unsent.keep()
    settle(qtbot, desk)
    (kept,) = desk.store._database.read(unsent_texts)
    assert (kept.kind, kept.subject) == ("assign_units", "here")
    assert kept.values == {"words": "带防弹衣"}
    chooser.reject()
    chooser.choose("there")
    assert chooser.words.text() == "", "another sheet has words of its own"
    chooser.reject()
    chooser.choose("here")
    assert chooser.words.text() == "带防弹衣"
    assert chooser.again.text() == (
        "已恢复 02-02 10:40:00 写下、还没有提交的内容，会一同提交；不要就清空。"
    )
    qtbot.waitUntil(lambda: chooser.isActiveWindow())
    chooser.search.setFocus()
    person.press(K.Key_Return)
    settle(qtbot, desk)
    assert card_of(desk, "here").assignments[0].instruction == "带防弹衣"
    assert desk.store._database.read(unsent_texts) == []
    chooser.choose("here")
    assert (chooser.words.text(), chooser.again.isHidden()) == ("", True)
    chooser.reject()


def test_words_that_are_emptied_are_not_offered_again(qtbot: QtBot, tmp_path: Path) -> None:
    desk, chooser, person = chooser_at(qtbot, tmp_path)
    chooser.choose("here")
    qtbot.waitUntil(lambda: chooser.isActiveWindow())
    chooser.words.setFocus()
    person.say("误")
    chooser.reject()
    chooser.choose("here")
    assert chooser.again.isVisible()
    qtbot.waitUntil(lambda: chooser.isActiveWindow())
    chooser.words.setFocus()
    person.press(K.Key_Backspace)
    assert chooser.again.isHidden()
    chooser.reject()
    settle(qtbot, desk)
    assert desk.store._database.read(unsent_texts) == []


def test_the_reason_of_a_move_half_written_is_kept_for_that_job(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, chooser, person = chooser_at(qtbot, tmp_path)
    mover = chooser.mover
    mover.choose_for("busy")
    qtbot.waitUntil(lambda: mover.isActiveWindow())
    mover.words.setFocus()
    person.say("那边有人受伤")
    assert desk.unsent.unkept() == ["640 未下达的改派原因"]
    mover.reject()
    mover.choose_for("busy")
    assert mover.words.text() == "那边有人受伤"
    qtbot.waitUntil(lambda: mover.isActiveWindow())
    mover.search.setFocus()
    person.press(K.Key_Return)
    settle(qtbot, desk)
    former = next(line for line in card_of(desk, "there").assignments if line.unit_id == "busy")
    assert (former.state, former.reason) == (AssignmentState.MOVED, "那边有人受伤")
    assert desk.store._database.read(unsent_texts) == []
