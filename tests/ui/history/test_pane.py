"""The history pane at a desk with a real store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.board import IncidentCard
from services.closing import close
from services.database import Database, Job
from services.gram import places_of
from services.searching import PAGE, Wanted
from services.taking import change_sheet
from tests.ui.desk import ACTOR, NOW, make_desk, run, settle, sheet_jobs, watch, write_all
from ui.desk import Desk
from ui.history import HistoryPane
from ui.option import OptionBox

MINUTE, DAY = 60_000, 86_400_000
# Tests ring these timers themselves.
NEVER_MS = 3_600_000


def fill(database: Database) -> None:
    """Write an open and a closed sheet."""
    write_all(
        database,
        [
            *sheet_jobs("old", at=NOW - MINUTE, address="打锡巷9号", caller_number="13860912345"),
            *sheet_jobs("new", address="延安北路", narrative="两人\n打架"),
            Job(close, ("old", "D10"), NOW, ACTOR),
        ],
    )


def many(database: Database) -> None:
    """Write more sheets than a page holds."""
    jobs = [
        job
        for at in range(PAGE + 30)
        for job in sheet_jobs(f"i{at:03d}", at=NOW - at * MINUTE, taken=False)
    ]
    write_all(database, jobs)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    """A desk with an open and a closed sheet."""
    return make_desk(qtbot, tmp_path, fill=fill)


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> HistoryPane:
    """A shown pane."""
    return show(qtbot, desk)


def show(qtbot: QtBot, desk: Desk) -> HistoryPane:
    """Return a shown pane that has searched."""
    pane = HistoryPane(desk)
    watch(pane.table)
    qtbot.addWidget(pane)
    pane.resize(900, 400)
    for timer in (pane._typing, pane._renewing):
        timer.setInterval(NEVER_MS)
    with qtbot.waitSignal(pane.search.found):
        pane.show()
    return pane


def ids(pane: HistoryPane) -> list[str]:
    """Return the sheets in the order shown."""
    return [card.id for card in pane.table.cards()]


def test_all_sheets_are_there_the_newest_first_before_a_word_is_typed(pane: HistoryPane) -> None:
    assert ids(pane) == ["new", "old"]
    assert pane.counts.text() == "2 张警单"


def test_a_closed_sheet_is_found_by_its_number_and_says_its_state(
    qtbot: QtBot, pane: HistoryPane
) -> None:
    pane.box.setText("13860912345")
    with qtbot.waitSignal(pane.search.found):
        QTest.keyClick(pane.box, Qt.Key.Key_Return)
    assert ids(pane) == ["old"]
    assert "已处结" in shown(pane, "old")


def test_typing_searches_after_a_short_pause(qtbot: QtBot, pane: HistoryPane) -> None:
    QTest.keyClicks(pane.box, "13860")
    assert pane._typing.isActive()
    with qtbot.waitSignal(pane.search.found):
        pane._typing.timeout.emit()
    assert ids(pane) == ["old"]


def test_an_answer_to_an_older_question_is_dropped(
    qtbot: QtBot, desk: Desk, pane: HistoryPane
) -> None:
    found: list[Sequence[IncidentCard]] = []
    pane.search.found.connect(found.append)
    pane.search.start(Wanted("延安"))
    pane.search.start(Wanted("打锡"))
    settle(qtbot, desk)
    assert [[card.id for card in cards] for cards in found] == [["old"]]
    assert ids(pane) == ["old"]


def test_nothing_found_is_said(qtbot: QtBot, desk: Desk, pane: HistoryPane) -> None:
    pane.search.start(Wanted("没有这个"))
    settle(qtbot, desk)
    assert "没有这个" in pane.view.accessibleDescription()


def test_enter_goes_to_the_first_sheet_found_and_chooses_it(
    qtbot: QtBot, desk: Desk, pane: HistoryPane
) -> None:
    pane.activateWindow()
    pane.box.setText("打锡巷")
    QTest.keyClick(pane.box, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert desk.selection.incident_id == "old"


def test_choosing_and_opening_a_closed_sheet(qtbot: QtBot, desk: Desk, pane: HistoryPane) -> None:
    pane.view.choose("old")
    assert desk.selection.incident_id == "old"
    with qtbot.waitSignal(pane.opened) as opened:
        QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert opened.args == ["old"]


def test_enter_before_the_answer_opens_what_is_found(
    qtbot: QtBot, desk: Desk, pane: HistoryPane
) -> None:
    opened: list[str] = []
    pane.opened.connect(opened.append)
    pane.activateWindow()
    pane.view.choose("new")
    pane.box.setFocus()
    QTest.keyClicks(pane.box, "dxx")
    QTest.keyClick(pane.box, Qt.Key.Key_Return)
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert opened == [], "the row shown answers another question"
    settle(qtbot, desk)
    assert opened == ["old"]
    assert pane.view.hasFocus()
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert opened == ["old", "old"]


def test_nothing_found_opens_nothing(qtbot: QtBot, desk: Desk, pane: HistoryPane) -> None:
    opened: list[str] = []
    pane.opened.connect(opened.append)
    pane.activateWindow()
    pane.box.setFocus()
    QTest.keyClicks(pane.box, "qqqq")
    for widget in (pane.box, pane.view):
        QTest.keyClick(widget, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert opened == []
    type_and_search(qtbot, pane, "打锡巷")
    assert opened == [], "what was wanted of one question is not done by the next"


def test_a_late_answer_keeps_row_and_keyboard(qtbot: QtBot, desk: Desk, pane: HistoryPane) -> None:
    opened: list[str] = []
    pane.opened.connect(opened.append)
    pane.activateWindow()
    pane.view.choose("old")
    pane.view.setFocus()
    desk.selection.incident_id = "elsewhere"
    for answer in (pane._start, pane._renew, pane.search.again):
        answer()
        settle(qtbot, desk)
        assert pane.view.current_id() == "old"
        assert pane.view.hasFocus()
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert opened == ["old"]


def test_the_next_page_comes_when_the_end_is_near(qtbot: QtBot, tmp_path: Path) -> None:
    pane = show(qtbot, make_desk(qtbot, tmp_path, fill=many, terms=False))
    assert len(ids(pane)) == PAGE
    assert str(PAGE) in pane.counts.text()
    with qtbot.waitSignal(pane.search.more):
        pane.view.scrollToBottom()
    assert len(ids(pane)) == PAGE + 30
    assert pane.counts.text() == f"{PAGE + 30} 张警单"
    assert ids(pane) == sorted(ids(pane))


@pytest.mark.parametrize(
    ("change", "sign"),
    [
        (lambda qtbot, desk: run(qtbot, desk, close, "new", "D10"), "已处结"),
        (
            lambda qtbot, desk: run(qtbot, desk, change_sheet, "new", {"address": "新华路"}),
            "新华路",
        ),
    ],
)
def test_a_sheet_shown_follows_what_happens_to_it(
    qtbot: QtBot,
    desk: Desk,
    pane: HistoryPane,
    change: Callable[[QtBot, Desk], None],
    sign: str,
) -> None:
    change(qtbot, desk)
    with qtbot.waitSignal(pane.search.renewed):
        pane._renewing.timeout.emit()
    assert sign in shown(pane, "new")


def test_a_new_sheet_that_fits_the_search_joins_it(
    qtbot: QtBot, desk: Desk, pane: HistoryPane
) -> None:
    for job in sheet_jobs("newest", at=NOW + MINUTE):
        run(qtbot, desk, job.command, *job.args, at=job.at, **job.kwargs)
    with qtbot.waitSignal(pane.search.renewed):
        pane._renewing.timeout.emit()
    assert ids(pane) == ["newest", "new", "old"]


def test_nothing_is_asked_before_somebody_looks(qtbot: QtBot, desk: Desk) -> None:
    pane = HistoryPane(desk)
    qtbot.addWidget(pane)
    settle(qtbot, desk)
    assert ids(pane) == []


def shown(pane: HistoryPane, id: str) -> list[str]:
    """Return the texts of a row."""
    row = pane.table.row_of(id)
    assert row is not None
    return [str(pane.table.index(row, column).data()) for column in range(pane.table.columnCount())]


def type_and_search(qtbot: QtBot, pane: HistoryPane, text: str) -> None:
    """Type a text and let the pause pass."""
    with qtbot.waitSignal(pane.search.found):
        pane.box.setText(text)
        pane._start()


@pytest.mark.parametrize(
    ("text", "wanted"), [("dxx", ["old"]), ("打", ["old", "new"]), ("2345", ["old"])]
)
def test_initials_single_characters_and_phone_tails_find(
    qtbot: QtBot, pane: HistoryPane, text: str, wanted: list[str]
) -> None:
    type_and_search(qtbot, pane, text)
    assert set(ids(pane)) == set(wanted)


def test_the_choices_narrow_the_search_and_are_kept_for_the_next_start(
    qtbot: QtBot, desk: Desk, pane: HistoryPane
) -> None:
    with qtbot.waitSignal(pane.search.found):
        pick(pane.choices.state, "closed")
    assert ids(pane) == ["old"]
    again = show(qtbot, desk)
    assert ids(again) == ["old"]
    with qtbot.waitSignal(pane.search.found):
        pick(pane.choices.group, "30")
    assert ids(pane) == []
    assert "Esc" in pane.view.accessibleDescription()


@pytest.mark.parametrize(
    ("period", "shown"), [("today", ["new"]), ("7", ["new", "week"]), ("", ["new", "week", "past"])]
)
def test_a_span_of_days_begins_at_midnight_here(
    qtbot: QtBot, tmp_path: Path, period: str, shown: list[str]
) -> None:
    days = {"new": 0, "week": 1, "past": 300}
    jobs = [job for id, ago in days.items() for job in sheet_jobs(id, at=NOW - ago * DAY)]
    pane = show(qtbot, make_desk(qtbot, tmp_path, fill=lambda database: write_all(database, jobs)))
    if period:
        with qtbot.waitSignal(pane.search.found):
            pick(pane.choices.period, period)
    assert ids(pane) == shown


def test_days_of_ones_own_can_be_chosen(qtbot: QtBot, desk: Desk, pane: HistoryPane) -> None:
    assert not pane.choices.since.isVisible()
    with qtbot.waitSignal(pane.search.found):
        pick(pane.choices.period, "own")
    assert pane.choices.since.isVisible()
    assert ids(pane) == ["new", "old"]
    with qtbot.waitSignal(pane.search.found):
        pane.choices.until.setDate(pane.choices.until.date().addDays(-1))
    assert ids(pane) == []


def test_escape_gives_back_the_words_and_then_the_choices(
    qtbot: QtBot, desk: Desk, pane: HistoryPane
) -> None:
    with qtbot.waitSignal(pane.search.found):
        pick(pane.choices.state, "closed")
    type_and_search(qtbot, pane, "延安")
    assert ids(pane) == []
    with qtbot.waitSignal(pane.search.found):
        pane._clear()
    assert ids(pane) == ["old"]
    with qtbot.waitSignal(pane.search.found):
        pane._clear()
    assert ids(pane) == ["new", "old"]


def test_the_arrow_goes_from_the_box_into_the_list(
    qtbot: QtBot, desk: Desk, pane: HistoryPane
) -> None:
    pane.activateWindow()
    pane.box.setFocus()
    QTest.keyClick(pane.box, Qt.Key.Key_Down)
    assert desk.selection.incident_id == "new"


def test_what_was_found_is_marked_where_it_is_seen(qtbot: QtBot, pane: HistoryPane) -> None:
    type_and_search(qtbot, pane, "dxx")
    assert places_of("打锡巷9号", pane._words, said=True) == [(0, 3)]
    marked = pane.view.viewport().grab().toImage()
    pane._words = ()
    assert pane.view.viewport().grab().toImage() != marked


def pick(box: OptionBox, code: str) -> None:
    """Choose as a person does."""
    at = box.findData(code)
    box.setCurrentIndex(at)
    box.activated.emit(at)
