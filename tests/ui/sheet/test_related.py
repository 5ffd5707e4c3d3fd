"""Sheets beside the typed one: what is sure is linked by one key, the rest by choice; every link is taken back by key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from models.board import IncidentCard
from models.place import Method, Place
from services.closing import close
from services.database import Database
from services.matching import Kinship
from services.taking import answer
from tests.ui.desk import NOW, call_job, make_desk, run, settle, sheet_jobs, write_all
from tests.ui.keyboard import CTRL, SHIFT, K, Person
from ui.desk import Desk
from ui.setting import ALIKE_METRES, NEAR_METRES
from ui.sheet import SheetPane

NUMBER = "13860001234"
CALLERS = Place(117.6464, 24.513, Method.CARRIER, NOW)
NEAR = Place(117.6470, 24.5132, Method.PICKED, NOW)
FAR = Place(117.70, 24.60, Method.PICKED, NOW)


def taking(
    qtbot: QtBot, folder: Path, *others: dict[str, Any], closed: tuple[str, ...] = ()
) -> tuple[Desk, SheetPane, Person]:
    """Return a desk that has just answered a call of NUMBER, with other sheets on the board."""

    def fill(store: Database) -> None:
        jobs = [job for other in others for job in sheet_jobs(**other)]
        call = call_job("c1", caller_number=NUMBER, place=CALLERS)
        write_all(store, [*jobs, call])

    desk = make_desk(qtbot, folder, fill=fill)
    for id in closed:
        run(qtbot, desk, close, id, "D10")
    run(qtbot, desk, answer, "c1", id="i1")
    pane = SheetPane(desk)
    QAbstractItemModelTester(
        pane.parts.related.table, QAbstractItemModelTester.FailureReportingMode.Fatal, pane
    )
    person = Person(qtbot, desk, pane)
    with qtbot.waitSignal(desk.store.loaded):
        desk.store.load()
    settle(qtbot, desk)
    pane.open_sheet("i1")
    settle(qtbot, desk)
    return desk, pane, person


def sheet(desk: Desk) -> IncidentCard:
    """Return the sheet in the form."""
    card = desk.store.board.get(IncidentCard, "i1")
    assert card is not None
    return card


def rows(pane: SheetPane) -> list[tuple[str, Kinship]]:
    """Return what the list shows."""
    return [(row.id, row.match.kinship) for row in pane.parts.related.table.cards()]


def test_the_same_number_within_the_hour_is_linked_by_one_key_and_taken_back_by_one(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, person = taking(
        qtbot,
        tmp_path,
        {"id": "near", "place": NEAR},
        {"id": "far", "place": FAR},
        {"id": "same", "caller_number": NUMBER, "place": FAR, "at": NOW - 12 * 60_000},
    )
    assert rows(pane) == [("same", Kinship.REPEAT), ("near", Kinship.NEAR)]
    table = pane.parts.related.table
    assert table.index(0, 0).data() == "▲ 重复 同号 12 分钟"
    assert table.index(1, 0).data() == "附近 60 米"
    assert pane.parts.related.title.text() == "疑似重复 1 · 500 米内在办 1"
    assert pane.parts.related.link.text() == "关联  Ctrl+L"
    person.press(K.Key_L, mod=CTRL)
    settle(qtbot, desk)
    assert (sheet(desk).main_id, sheet(desk).link_type) == ("same", "1")
    assert pane.parts.form.field("address").is_reached, "typing goes on"
    person.press(K.Key_J, mod=CTRL | SHIFT)
    settle(qtbot, desk)
    assert sheet(desk).main_id is None


def test_another_numbers_sheet_is_never_linked_by_one_key_but_by_a_choice(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, person = taking(
        qtbot, tmp_path, {"id": "near", "place": NEAR}, {"id": "beside", "place": CALLERS}
    )
    related = pane.parts.related
    assert related.link.text() == "选择关联  Ctrl+L"
    person.press(K.Key_L, mod=CTRL)
    settle(qtbot, desk)
    assert sheet(desk).main_id is None, "nothing is linked before somebody has chosen"
    assert related.view.hasFocus()
    person.press(K.Key_Escape)
    assert pane.parts.form.field("address").is_reached
    person.press(K.Key_L, mod=CTRL)
    person.press(K.Key_Down, K.Key_Return)
    settle(qtbot, desk)
    assert sheet(desk).main_id == "near"
    person.press(K.Key_J, mod=CTRL | SHIFT)
    settle(qtbot, desk)
    assert sheet(desk).main_id is None


def test_two_open_sheets_of_the_number_are_a_choice_too(qtbot: QtBot, tmp_path: Path) -> None:
    desk, _pane, person = taking(
        qtbot,
        tmp_path,
        {"id": "one", "caller_number": NUMBER},
        {"id": "two", "caller_number": NUMBER, "at": NOW - 60_000},
    )
    person.press(K.Key_L, mod=CTRL)
    settle(qtbot, desk)
    assert sheet(desk).main_id is None
    person.press(K.Key_Return)
    settle(qtbot, desk)
    assert sheet(desk).main_id == "one"


def test_a_quarrel_of_yesterday_is_suspected_and_chosen_not_linked_at_once(
    qtbot: QtBot, tmp_path: Path
) -> None:
    yesterday = NOW - 20 * 3_600_000
    quarrel = {"id": "q", "caller_number": NUMBER, "class_taken": "200200", "at": yesterday}
    _desk, pane, person = taking(qtbot, tmp_path, quarrel)
    assert rows(pane) == [("q", Kinship.DISPUTE)]
    assert pane.parts.related.table.index(0, 0).data() == "▲ 重复 同号纠纷 20 小时"
    pane.parts.form.main.focus("class_taken")
    person.type("100100\r")
    assert rows(pane) == [("q", Kinship.HISTORY)], "a theft is no quarrel taken up again"


def test_the_same_class_close_by_is_suspected_as_soon_as_the_class_is_chosen(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, person = taking(
        qtbot, tmp_path, {"id": "near", "place": NEAR, "class_taken": "200400", "at": NOW - 480_000}
    )
    assert rows(pane) == [("near", Kinship.NEAR)]
    pane.parts.form.main.focus("class_taken")
    person.type("dj\r")
    assert rows(pane) == [("near", Kinship.ALIKE)]
    assert pane.parts.related.table.index(0, 0).data() == "▲ 疑似 49 分 60 米 8 分钟"
    person.press(K.Key_L, mod=CTRL)
    settle(qtbot, desk)
    assert sheet(desk).main_id is None


def test_a_closed_sheet_of_the_number_is_history_and_cannot_be_linked(
    qtbot: QtBot, tmp_path: Path
) -> None:
    old = {"id": "old", "caller_number": NUMBER, "at": NOW - 86_400_000}
    desk, pane, person = taking(qtbot, tmp_path, old, closed=("old",))
    assert rows(pane) == [("old", Kinship.HISTORY)]
    assert not pane.parts.related.is_offering
    assert not pane.parts.related.link.isEnabled()
    person.press(K.Key_L, mod=CTRL)
    pane.parts.related.view.setFocus()
    person.press(K.Key_Return)
    settle(qtbot, desk)
    assert sheet(desk).main_id is None


def test_how_far_near_is_is_a_setting(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, _person = taking(qtbot, tmp_path, {"id": "near", "place": NEAR})
    assert rows(pane) == [("near", Kinship.NEAR)]
    desk.settings.set(NEAR_METRES, 50.0)
    desk.settings.set(ALIKE_METRES, 50.0)
    pane._filling.show_related()
    assert rows(pane) == []


def test_the_caller_card_says_how_often_the_number_called_and_what_was_invalid(
    qtbot: QtBot, tmp_path: Path
) -> None:
    olds = [
        {"id": f"o{at}", "caller_number": NUMBER, "invalid": at < 2, "at": NOW - 90_000_000 - at}
        for at in range(6)
    ]
    _desk, pane, _person = taking(qtbot, tmp_path, *olds, closed=tuple(f"o{at}" for at in range(6)))
    record = pane.parts.head.record
    assert not record.isHidden()
    assert record.text() == "此号来电 1 次，警单 7 张 · ▲ 其中无效 2 张"
    assert len(rows(pane)) == 4, "the last five of the number, this one among them"


def test_a_sheet_without_a_call_is_compared_by_the_number_to_ring_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = make_desk(
        qtbot,
        tmp_path,
        fill=lambda store: write_all(store, sheet_jobs("same", caller_number=NUMBER)),
    )
    pane = SheetPane(desk)
    person = Person(qtbot, desk, pane)
    person.press(K.Key_F2)
    settle(qtbot, desk)
    pane.parts.form.main.focus("contact_phone")
    person.type(NUMBER)
    assert rows(pane) == [("same", Kinship.REPEAT)]
    pane.save_now()
    settle(qtbot, desk)
    assert not pane.parts.head.record.isHidden() or rows(pane)
