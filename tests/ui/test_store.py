"""The store: one board, changed only by committed commands."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.board import Delta, IncidentCard, UnitCard
from models.errors import CodedError, RuleError, TroubleError
from models.identity import new_id
from models.state import Duty, IncidentState
from services.dispatching import assign_units
from services.fleet import add_unit, set_duty
from services.taking import complete_sheet, open_sheet
from tests.ui.desk import make_desk, run, settle


def test_a_command_changes_the_board_before_anybody_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(qtbot, tmp_path)
    seen: list[bool] = []
    id = new_id()
    desk.store.changed.connect(
        lambda _delta: seen.append(desk.store.board.get(IncidentCard, id) is not None)
    )
    run(qtbot, desk, open_sheet, id=id)
    assert seen == [True]


def test_the_result_comes_after_the_board_has_changed(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(qtbot, tmp_path)
    found: list[UnitCard | None] = []
    desk.store.do(
        add_unit,
        id=new_id(),
        call_sign="618",
        then=lambda id: found.append(desk.store.board.get(UnitCard, id)),
    )
    settle(qtbot, desk)
    assert found[0] is not None
    assert found[0].call_sign == "618"


def test_a_refusal_leaves_the_board_and_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(qtbot, tmp_path)
    sheet = run(qtbot, desk, open_sheet, id=new_id())
    before = desk.store.board
    with qtbot.waitSignal(desk.store.refused) as refused:
        desk.store.do(complete_sheet, sheet)
    assert desk.store.board is before
    error = refused.args[0]
    assert isinstance(error, RuleError)
    assert error.code == "sheet.incomplete"


def test_commands_queued_together_are_each_told_in_order(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(qtbot, tmp_path)
    deltas: list[Delta] = []
    desk.store.changed.connect(deltas.append)
    signs = [str(600 + number) for number in range(100)]
    for sign in signs:
        desk.store.do(add_unit, id=new_id(), call_sign=sign)
    settle(qtbot, desk)
    assert [delta.of(UnitCard)[0].call_sign for delta in deltas] == signs
    assert desk.store.board == desk.store._database.board()


def test_a_store_that_cannot_write_says_so_and_keeps_the_board(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = make_desk(qtbot, tmp_path)
    unit = run(qtbot, desk, add_unit, id=new_id(), call_sign="618")
    before = desk.store.board
    full(desk.store._database)
    with qtbot.waitSignal(desk.store.troubled) as troubled:
        for number in range(200):
            desk.store.do(add_unit, id=new_id(), call_sign=f"{number:020}")
        desk.store.do(set_duty, unit, Duty.PATROL)
    assert isinstance(troubled.args[0], TroubleError)
    assert troubled.args[0].code == "store.full"
    settle(qtbot, desk)
    assert set(before.all(UnitCard)) <= set(desk.store.board.all(UnitCard))
    assert desk.store.board == desk.store._database.board()


def test_a_trouble_is_told_once_and_to_everybody_who_asked(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_desk(qtbot, tmp_path)
    told: list[object] = []
    mine: list[Exception] = []
    desk.store.troubled.connect(told.append)
    trouble = TroubleError("store.full")
    with monkeypatch.context() as broken:
        broken.setattr(desk.store._write, "_run", lambda works: [trouble for _ in works])
        for sign in ("618", "619", "620"):
            desk.store.do(add_unit, id=new_id(), call_sign=sign, failed=mine.append)
        settle(qtbot, desk)
    assert mine == [trouble] * 3
    assert told == [trouble]


def test_the_trouble_of_one_is_not_told_to_another(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(qtbot, tmp_path)
    wrong: list[Exception] = []
    done: list[object] = []
    desk.store.ask(broken_query, done.append, failed=wrong.append)
    desk.store.do(add_unit, id=new_id(), call_sign="618", then=done.append, failed=wrong.append)
    settle(qtbot, desk)
    assert [str(error) for error in wrong] == ["store.io(path='x')"]
    assert len(done) == 1


def test_a_fault_is_reported_and_frees_whoever_waits_for_the_command(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_desk(qtbot, tmp_path)
    wrong: list[CodedError] = []
    faults: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: faults.append(error))
    desk.store.do(broken_command, failed=wrong.append)
    settle(qtbot, desk)
    assert [error.code for error in wrong] == ["command.fault"]
    assert isinstance(faults[0], ZeroDivisionError)


def broken_query(_session: object) -> None:
    """Fail as a query does whose disk cannot be read."""
    raise TroubleError("store.io", path="x")


def broken_command(_session: object, *, at: int, by: str) -> float:
    """Fail as a command with a fault does."""
    return 1 / 0


def test_a_unit_shows_the_same_status_on_its_card_and_on_its_job(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = make_desk(qtbot, tmp_path)
    unit = run(qtbot, desk, add_unit, id=new_id(), call_sign="618", duty=Duty.PATROL)
    sheet = run(qtbot, desk, open_sheet, id=new_id())
    fields = {"address": "胜利西路", "class_taken": "200100", "level": 3}
    run(qtbot, desk, complete_sheet, sheet, fields)
    run(qtbot, desk, assign_units, sheet, [unit])
    card = desk.store.board.get(IncidentCard, sheet)
    sent = desk.store.board.get(UnitCard, unit)
    assert card is not None
    assert sent is not None
    assert card.state is IncidentState.DISPATCHED
    assert card.assignments[0] == sent.job


def full(database: object) -> None:
    """Let SQLite find no room for another page."""
    from sqlalchemy import event  # noqa: PLC0415

    @event.listens_for(database._writer, "begin")  # type: ignore[attr-defined]
    def on_begin(connection: object) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count=1")  # type: ignore[attr-defined]
