"""The queue pane at a desk with a real store."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from models.board import IncidentCard
from services.closing import close, reopen
from services.database import Database
from services.dictionary import import_terms, read_terms
from services.dispatching import arrive
from services.taking import change_sheet
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
from tests.ui.rows import colour, ids, load, shown, text
from tests.ui.test_table import move_pointer
from ui.desk import Desk
from ui.option import OptionBox
from ui.queue import QueuePane
from ui.setting import QUEUE_COLUMNS
from ui.table import ROW_HEIGHT, CardView

SECOND = 1000


def fill(database: Database) -> None:
    """Write four sheets: late, new, grave and sent."""
    write_all(
        database,
        [
            unit_job("u1", "巷口01"),
            unit_job("u2", "巷口02"),
            *sheet_jobs("late", at=NOW - 100 * SECOND, class_taken="100100", address="打锡巷9号"),
            *sheet_jobs("new", level=4, caller_number="13860912345"),
            *sheet_jobs("grave", level=2, drill=True),
            *sheet_jobs("sent", at=NOW - 400 * SECOND),
            order_job("sent", "u1", "u2", at=NOW - 300 * SECOND),
        ],
    )


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    """A desk with four live incidents."""
    return make_desk(qtbot, tmp_path, fill=fill)


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> QueuePane:
    """A shown pane with the board loaded."""
    pane = QueuePane(desk)
    return shown(qtbot, desk, pane, pane.table)


def test_live_incidents_stand_in_the_order_in_which_time_runs_out(pane: QueuePane) -> None:
    assert ids(pane) == ["late", "grave", "new", "sent"]


def test_a_row_says_all_that_a_glance_needs(pane: QueuePane) -> None:
    columns = "level left number state class place crew channel reported".split()
    assert [text(pane, "sent", column) for column in columns] == [
        "3级",
        "到场 3:20",
        "1-00004",
        "已派警",
        "治安·打架斗殴",
        "芗城区胜利西路118号",
        "[1]巷口01 [1]巷口02",
        "110电话",
        "10:33:20",
    ]


def test_time_runs_and_then_says_by_how_much_it_is_late(desk: Desk, pane: QueuePane) -> None:
    assert text(pane, "new", "left") == "派警 1:25"
    assert text(pane, "late", "left") == "▲派警 +0:15"
    assert colour(pane, "late", "left") == desk.colour("danger")
    move_clock(desk, 30 * SECOND)
    assert text(pane, "new", "left") == "派警 0:55"
    assert colour(pane, "new", "left") == desk.colour("warning")
    move_clock(desk, 60 * SECOND)
    assert text(pane, "new", "left") == "▲派警 +0:05"


def test_counts_follow_the_clock(desk: Desk, pane: QueuePane) -> None:
    assert pane.counts.text() == "4 件 · 待派 3"
    assert pane.overdue.text() == "▲ 超时 1"
    move_clock(desk, 90 * SECOND)
    assert pane.overdue.text() == "▲ 超时 3"


def test_the_step_that_is_counted_follows_the_incident(
    qtbot: QtBot, desk: Desk, pane: QueuePane
) -> None:
    card = desk.store.board.get(IncidentCard, "sent")
    assert card is not None
    run(qtbot, desk, arrive, card.assignments[0].id)
    assert text(pane, "sent", "left") == "反馈 30:00"
    assert text(pane, "sent", "state") == "已到场"
    assert text(pane, "sent", "crew") == "[5]巷口01 [1]巷口02"


def test_a_drill_is_marked_on_its_row(pane: QueuePane) -> None:
    assert text(pane, "grave", "number").startswith("演练 ")
    assert not text(pane, "new", "number").startswith("演练")


def test_choosing_a_row_chooses_the_incident_everywhere(desk: Desk, pane: QueuePane) -> None:
    pane.view.choose("new")
    assert desk.selection.incident_id == "new"


def test_an_incident_chosen_elsewhere_is_marked_here(desk: Desk, pane: QueuePane) -> None:
    desk.selection.choose_incident("sent")
    assert pane.view.current_id() == "sent"
    desk.selection.choose_incident("unknown")
    assert pane.view.current_id() == ""


def test_the_selection_survives_whatever_changes(qtbot: QtBot, desk: Desk, pane: QueuePane) -> None:
    desk.selection.choose_incident("new")
    run(qtbot, desk, change_sheet, "new", {"level": 1, "address": "延安北路"})
    move_clock(desk, 500 * SECOND)
    load(qtbot, desk)
    assert pane.view.selected_ids() == ["new"]
    assert desk.selection.incident_id == "new"


def test_a_selected_incident_that_is_closed_stays_selected_and_the_queue_does_not_jump(
    qtbot: QtBot, desk: Desk, pane: QueuePane
) -> None:
    pane.view.choose("grave")
    run(qtbot, desk, close, "grave", "D10")
    assert ids(pane) == ["late", "new", "sent"]
    assert desk.selection.incident_id == "grave"
    assert pane.view.current_id() == ""


def test_an_incident_that_passes_the_filter_again_is_marked_again(
    qtbot: QtBot, desk: Desk, pane: QueuePane
) -> None:
    pane.view.choose("late")
    QTest.mouseClick(pane.bar.levels["3"], Qt.MouseButton.LeftButton)
    assert desk.selection.incident_id == "late"
    assert pane.view.current_id() == ""
    QTest.mouseClick(pane.bar.levels["3"], Qt.MouseButton.LeftButton)
    assert pane.view.current_id() == "late"


def test_enter_on_a_row_opens_it(qtbot: QtBot, pane: QueuePane) -> None:
    pane.view.choose("new")
    with qtbot.waitSignal(pane.opened) as opened:
        QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert opened.args == ["new"]


@pytest.mark.parametrize(
    ("stage", "shown"),
    [
        ("waiting", ["late", "grave", "new"]),
        ("working", ["sent"]),
        ("handled", []),
        ("all", ["late", "grave", "new", "sent"]),
    ],
)
def test_a_stage_shows_its_incidents(pane: QueuePane, stage: str, shown: list[str]) -> None:
    button = next(button for key, button in pane.bar.stages.items() if key == stage)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ids(pane) == shown


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ("打锡", ["late"]),
        ("dxx9", ["late"]),
        ("daxi", ["late"]),
        ("13860912345", ["new"]),
        ("00003", ["grave"]),
        ("盗窃", ["late"]),
        ("巷口02", ["sent"]),
        ("没有这个", []),
    ],
)
def test_a_search_finds_by_characters_pinyin_and_initials(
    qtbot: QtBot, pane: QueuePane, wanted: str, shown: list[str]
) -> None:
    pane.bar.search.setText(wanted)
    with qtbot.waitSignal(pane.bar.filtered):
        QTest.keyClick(pane.bar.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ids(pane) == shown)


def test_what_the_filter_hides_is_said_and_escape_shows_all(desk: Desk, pane: QueuePane) -> None:
    QTest.mouseClick(pane.bar.stages[next(iter(pane.bar.stages))], Qt.MouseButton.LeftButton)
    assert not pane.hidden.isVisible()
    QTest.mouseClick(pane.bar.levels["3"], Qt.MouseButton.LeftButton)
    assert pane.hidden.isVisible()
    assert "2" in pane.hidden.text()
    QTest.mouseClick(pane.show_all, Qt.MouseButton.LeftButton)
    assert len(ids(pane)) == 4
    assert not pane.hidden.isVisible()


def test_the_filter_is_kept_for_the_next_start(qtbot: QtBot, desk: Desk, pane: QueuePane) -> None:
    QTest.mouseClick(pane.bar.levels["3"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(pane.bar.levels["4"], Qt.MouseButton.LeftButton)
    next_start = QueuePane(desk)
    qtbot.addWidget(next_start)
    load(qtbot, desk)
    assert ids(next_start) == ["grave"]


def test_a_new_incident_enters_the_filtered_queue_only_if_it_passes(
    qtbot: QtBot, desk: Desk, pane: QueuePane
) -> None:
    QTest.mouseClick(pane.bar.levels["3"], Qt.MouseButton.LeftButton)
    for id, level in (("third", 3), ("first", 1)):
        for job in sheet_jobs(id, level=level):
            run(qtbot, desk, job.command, *job.args, **job.kwargs)
    assert "first" in ids(pane)
    assert "third" not in ids(pane)


def test_a_sheet_being_taken_has_no_level_and_is_never_hidden_by_levels(
    qtbot: QtBot, desk: Desk, pane: QueuePane
) -> None:
    for level in "1234":
        QTest.mouseClick(pane.bar.levels[level], Qt.MouseButton.LeftButton)
    (job,) = sheet_jobs("taking", taken=False, level=None)
    run(qtbot, desk, job.command, *job.args, **job.kwargs)
    assert ids(pane) == ["taking"]
    assert text(pane, "taking", "level") == "未定"


def test_other_limits_bring_the_queue_into_another_order(
    qtbot: QtBot, desk: Desk, pane: QueuePane, tmp_path: Path
) -> None:
    table = tmp_path / "promise.csv"
    table.write_text(
        "code,name,name_en,parent,valid_from,valid_to,arrival_minutes,dispatch_seconds\n"
        "2,二级,Level 2,,2000-01-01,,,600\n3,三级,Level 3,,2000-01-01,,,600\n"
        "4,四级,Level 4,,2000-01-01,,,600\n",
        encoding="utf-8",
    )
    rows, refused = read_terms(table)
    assert not refused
    run(qtbot, desk, import_terms, "promise", rows)
    assert ids(pane) == ["sent", "late", "grave", "new"]
    assert not pane.overdue.isVisible()


def test_a_district_has_limits_of_its_own(qtbot: QtBot, desk: Desk, pane: QueuePane) -> None:
    assert text(pane, "sent", "left") == "到场 3:20"
    run(qtbot, desk, change_sheet, "sent", {"division": "350602001"})
    assert text(pane, "sent", "left") == "▲到场 +1:40"
    run(qtbot, desk, change_sheet, "sent", {"division": "350623104"})
    assert text(pane, "sent", "left") == "到场 3:20"


def test_a_small_screen_shows_five_rows_at_least(qtbot: QtBot, pane: QueuePane) -> None:
    # The room that the compact arrangement of 1366 x 768 leaves: its narrowest column, under half of its height.
    pane.resize(520, 300)
    qtbot.waitUntil(lambda: pane.view.viewport().height() >= 5 * ROW_HEIGHT)


def test_an_empty_queue_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(qtbot, tmp_path, terms=False)
    pane = QueuePane(desk)
    qtbot.addWidget(pane)
    load(qtbot, desk)
    said = pane.view.accessibleDescription()
    assert "F4" in said
    assert "F2" in said


def test_the_menu_holds_actions_of_the_one_table(desk: Desk, pane: QueuePane) -> None:
    pane.view.choose("new")
    pane.view.menu_wanted.emit(pane.mapToGlobal(pane.rect().center()))
    (menu,) = pane.findChildren(QMenu)
    assert desk.actions["dispatch.choose"] in menu.actions()
    menu.close()


def test_the_pane_speaks_the_language_of_the_screen_again_after_a_change(
    pane: QueuePane,
) -> None:
    QApplication.sendEvent(pane, QEvent(QEvent.Type.LanguageChange))
    assert pane.counts.text().startswith("4 件")


def test_enter_in_the_search_box_goes_to_the_first_row_found(
    qtbot: QtBot, desk: Desk, pane: QueuePane
) -> None:
    pane.bar.search.setText("巷口")
    QTest.keyClick(pane.bar.search, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert pane.view.current_id() == "sent"


def aim(view: CardView, row: int) -> QPoint:
    """Move the pointer to a row; return the point."""
    at = view.visualRect(view.model().index(row, 0)).center()
    move_pointer(view, at)
    return at


def test_nothing_moves_under_the_pointer_until_it_is_let_go(
    qtbot: QtBot, desk: Desk, pane: QueuePane
) -> None:
    before = ids(pane)
    at = aim(pane.view, 1)
    run(qtbot, desk, close, "late", "D10")
    run(qtbot, desk, change_sheet, "new", {"level": 1, "address": "延安北路"})
    for job in sheet_jobs("urgent", at=NOW - 900 * SECOND):
        run(qtbot, desk, job.command, *job.args, at=job.at, **job.kwargs)
    assert ids(pane) == before
    assert pane.view.indexAt(at).row() == 1
    assert pane.waiting.isVisible()
    assert pane.waiting.text().startswith("3 ")
    assert text(pane, "new", "place") == "延安北路"
    assert colour(pane, "late", "place") == desk.colour("muted")
    assert pane.counts.text().startswith("4 件")
    assert not pane.hidden.isVisible()
    pane.view._aim.timeout.emit()
    assert ids(pane) == ["urgent", "new", "grave", "sent"]
    assert not pane.waiting.isVisible()


def test_a_key_in_the_queue_holds_it_still_and_the_sign_lets_go(
    qtbot: QtBot, desk: Desk, pane: QueuePane
) -> None:
    pane.view.choose("grave")
    QTest.keyClick(pane.view, Qt.Key.Key_Down)
    before = ids(pane)
    for job in sheet_jobs("urgent", at=NOW - 900 * SECOND):
        run(qtbot, desk, job.command, *job.args, at=job.at, **job.kwargs)
    assert ids(pane) == before
    QTest.mouseClick(pane.waiting, Qt.MouseButton.LeftButton)
    assert ids(pane)[0] == "urgent"
    assert pane.view.current_id() == "new"


def test_what_leaves_and_comes_back_while_held_is_as_if_nothing_was(
    qtbot: QtBot, desk: Desk, pane: QueuePane
) -> None:
    before = ids(pane)
    aim(pane.view, 0)
    run(qtbot, desk, close, "late", "D10")
    run(qtbot, desk, reopen, "late", "复查")
    assert not pane.waiting.isVisible()
    pane.view.let_go()
    assert ids(pane) == before


def test_areas_classes_mine_and_overdue_choose_and_are_kept(
    qtbot: QtBot, desk: Desk, pane: QueuePane
) -> None:
    run(qtbot, desk, change_sheet, "new", {"division": "350623104"})
    run(qtbot, desk, change_sheet, "sent", {"division": "350622100"})
    pick(pane.bar.area, "350623")
    assert ids(pane) == ["late", "grave", "new"]
    pick(pane.bar.group, "10")
    assert ids(pane) == ["late"]
    next_start = QueuePane(desk)
    qtbot.addWidget(next_start)
    load(qtbot, desk)
    assert ids(next_start) == ["late"]
    pane.bar.open()
    QTest.mouseClick(pane.bar.late, Qt.MouseButton.LeftButton)
    assert ids(pane) == ["late"]
    move_clock(desk, 90 * SECOND)
    assert ids(pane) == ["late", "grave", "new"]
    pane.bar.open()
    QTest.mouseClick(pane.bar.mine, Qt.MouseButton.LeftButton)
    assert len(ids(pane)) == 4
    for job in sheet_jobs("foreign"):
        run(qtbot, desk, job.command, *job.args, by="350999", **job.kwargs)
    assert "foreign" not in ids(pane)


def test_columns_stay_as_somebody_has_put_them(qtbot: QtBot, desk: Desk, pane: QueuePane) -> None:
    titles = pane.view.horizontalHeader()
    titles.moveSection(titles.visualIndex(3), 0)
    pane.view.setColumnWidth(3, 133)
    pane._columns.keep()
    assert desk.settings.get(QUEUE_COLUMNS).startswith("state:133 level:")
    again = QueuePane(desk)
    qtbot.addWidget(again)
    assert again.view.horizontalHeader().logicalIndex(0) == 3
    assert again.view.columnWidth(3) == 133


@pytest.mark.parametrize("kept", ["", "nothing:10", "state:wide", "state", "place:999999999"])
def test_kept_columns_that_cannot_be_read_do_no_harm(qtbot: QtBot, desk: Desk, kept: str) -> None:
    desk.settings.set(QUEUE_COLUMNS, kept)
    pane = QueuePane(desk)
    qtbot.addWidget(pane)
    titles = pane.view.horizontalHeader()
    assert titles.count() == len({titles.logicalIndex(at) for at in range(titles.count())})


def pick(box: OptionBox, code: str) -> None:
    """Choose as a person does."""
    at = box.findData(code)
    box.setCurrentIndex(at)
    box.activated.emit(at)
