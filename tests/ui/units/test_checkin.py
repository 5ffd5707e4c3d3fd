"""Check-ins: counted from stored instants, late ones seen and heard, answered by one key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.board import UnitCard
from models.errors import CodedError
from models.state import Duty
from services.database import Database, Job
from services.dispatching import arrive, depart, job_of, sign
from services.dossier import read_dossier
from services.fleet import check_in, set_duty
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
from tests.ui.rows import ids, shown, text
from ui.desk import Desk
from ui.happening import line
from ui.units import UnitsPane
from ui.units.checkin import CHECK_IN_MINUTES, OVERDUE_FIRST, due_at, limits_of, limits_text

MINUTE = 60_000


def fill(database: Database) -> None:
    """Two units on scene since ten and twenty minutes, one on patrol."""
    at = NOW - 60 * MINUTE
    write_all(
        database,
        [
            *(unit_job(id, id, at=at) for id in ("u1", "u2", "u3")),
            *sheet_jobs("i1", at=at),
            order_job("i1", "u1", "u2", at=at),
        ],
    )
    for id, minutes in (("u1", 20), ("u2", 10)):
        job = database.read(job_of, id)
        assert job is not None
        for step in (sign, depart, arrive):
            write_all(database, [Job(step, (job.id,), NOW - minutes * MINUTE, ACTOR)])


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, said: list[tuple[str, str]]) -> Desk:
    """A desk with three units."""
    return make_desk(qtbot, tmp_path, fill=fill, said=said)


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> UnitsPane:
    """A shown pane with the board loaded."""
    pane = UnitsPane(desk)
    return shown(qtbot, desk, pane, pane.table)


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("arrived 30", {"arrived": 30 * MINUTE}),
        ("arrived 30 escort 60", {"arrived": 30 * MINUTE, "escort": 60 * MINUTE}),
        ("", {}),
        ("arrived", {}),
        ("arrived x sleeping 5 escort -3 patrol 0", {}),
    ],
)
def test_limits_are_read_from_a_setting_and_nonsense_is_no_limit(
    text: str, limits: dict[str, int]
) -> None:
    assert limits_of(text) == limits


def test_limits_are_kept_as_they_are_read() -> None:
    text = limits_text({"arrived": 30, "escort": 60, "patrol": 0})
    assert limits_of(text) == {"arrived": 30 * MINUTE, "escort": 60 * MINUTE}


def test_a_check_in_is_due_after_the_newest_of_step_and_answer(desk: Desk) -> None:
    limits = {"arrived": 30 * MINUTE}
    card = desk.store.board.all(UnitCard)["u1"]
    assert due_at(card, limits) == NOW + 10 * MINUTE
    answered = replace(card, checked_in_at=NOW)
    assert due_at(answered, limits) == NOW + 30 * MINUTE
    before = replace(card, checked_in_at=NOW - 40 * MINUTE)
    assert due_at(before, limits) == NOW + 10 * MINUTE
    assert due_at(desk.store.board.all(UnitCard)["u3"], limits) is None


def test_a_late_unit_is_marked_told_once_and_stands_above_the_others(
    pane: UnitsPane, desk: Desk, said: list[tuple[str, str]]
) -> None:
    desk.selection.choose_unit("u3")
    assert text(pane, "u1", "check") == "10:00"
    assert text(pane, "u3", "check") == ""
    assert said == []
    move_clock(desk, 10 * MINUTE)
    assert text(pane, "u1", "check") == "▲逾期 0:00"
    assert ids(pane)[0] == "u1"
    assert pane.view.current_id() == "u3"
    assert [kind for kind, _ in said] == ["warning"]
    assert "u1" in said[0][1]
    move_clock(desk, MINUTE)
    assert len(said) == 1
    assert "签到逾期 1" in pane.counts.text()


def test_without_an_answer_the_alarm_climbs_once_and_rings_until_somebody_looks(
    pane: UnitsPane, desk: Desk, said: list[tuple[str, str]]
) -> None:
    move_clock(desk, 10 * MINUTE)
    assert not pane.alarm.is_ringing
    move_clock(desk, 5 * MINUTE)
    assert [kind for kind, _ in said] == ["warning", "danger"]
    assert pane.alarm.is_ringing
    move_clock(desk, MINUTE)
    assert len(said) == 2
    desk.selection.choose_unit("u1")
    assert not pane.alarm.is_ringing


@pytest.mark.parametrize("key", [Qt.Key.Key_Q, None])
def test_one_key_answers_and_the_timer_starts_again(
    qtbot: QtBot, pane: UnitsPane, desk: Desk, key: Qt.Key | None
) -> None:
    move_clock(desk, 12 * MINUTE)
    pane.view.choose("u1")
    if key is None:
        desk.actions["unit.check_in"].trigger()
    else:
        QTest.keyClick(pane.view, key)
    settle(qtbot, desk)
    assert text(pane, "u1", "check") == "30:00"
    assert pane.watch.overdue == frozenset()
    dossier = desk.store._database.read(read_dossier, "i1")
    assert dossier is not None
    newest = dossier.entries[-1]
    assert newest.code == "unit.checked_in"
    assert line(newest.code, newest.params, newest.text, desk.trade) == "u1 签到，平安"


def test_a_start_finds_the_late_ones_as_they_were(
    qtbot: QtBot, pane: UnitsPane, desk: Desk, said: list[tuple[str, str]]
) -> None:
    move_clock(desk, 17 * MINUTE)
    said.clear()
    again = UnitsPane(desk)
    qtbot.addWidget(again)
    with qtbot.waitSignal(desk.store.loaded):
        desk.store.load()
    assert again.watch.overdue == {"u1"}
    assert again.watch.climbed == {"u1"}
    assert any(kind == "danger" for kind, _ in said)


def test_limits_and_order_are_settings(pane: UnitsPane, desk: Desk) -> None:
    desk.settings.set(CHECK_IN_MINUTES, "patrol 30")
    assert pane.watch.overdue == {"u3"}
    assert text(pane, "u1", "check") == ""
    assert ids(pane)[0] == "u3"
    desk.settings.set(OVERDUE_FIRST, False)
    assert ids(pane)[0] != "u3"


def test_a_unit_off_duty_cannot_check_in(qtbot: QtBot, desk: Desk) -> None:
    run(qtbot, desk, set_duty, "u3", Duty.OFFLINE)
    refused: list[CodedError] = []
    desk.store.do(check_in, "u3", failed=refused.append)
    settle(qtbot, desk)
    assert [error.code for error in refused] == ["unit.off_duty"]


def test_the_limits_form_keeps_what_was_given(pane: UnitsPane, desk: Desk) -> None:
    desk.actions["unit.limits"].trigger()
    assert not pane.view.isVisible()
    assert pane.forms.limits.form.value("arrived") == 30
    pane.forms.limits.form.show_values({"arrived": 45, "escort": 20})
    pane.forms.limits.ok.click()
    assert desk.settings.get(CHECK_IN_MINUTES) == "arrived 45 escort 20"
    assert pane.view.isVisible()
    assert text(pane, "u1", "check") == "25:00"
