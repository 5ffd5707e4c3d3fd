"""The desk that panes are tested at."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from models.board import IncidentCard, UnitCard
from models.state import IncidentState
from services.dispatching import assign_units
from tests.ui.desk import make_desk, order_job, run, sheet_jobs, unit_job, write_all


def test_a_desk_shows_what_was_written_before_it_opened(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(
        qtbot,
        tmp_path,
        fill=lambda database: write_all(
            database, [unit_job("u1", "芗城101"), *sheet_jobs("i1"), order_job("i1", "u1")]
        ),
    )
    card = desk.store.board.get(IncidentCard, "i1")
    assert card is not None
    assert card.state is IncidentState.DISPATCHED
    assert desk.trade.class_name(card.class_code) == "治安·打架斗殴"


def test_a_desk_runs_commands_through_its_store(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(
        qtbot,
        tmp_path,
        fill=lambda database: write_all(database, [unit_job("u1", "芗城101"), *sheet_jobs("i1")]),
    )
    (job,) = run(qtbot, desk, assign_units, "i1", ["u1"])
    unit = desk.store.board.get(UnitCard, "u1")
    assert unit is not None
    assert unit.job is not None
    assert unit.job.id == job


def test_a_refusal_at_a_desk_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    desk = make_desk(
        qtbot, tmp_path, said=said, fill=lambda database: write_all(database, sheet_jobs("i1"))
    )
    with qtbot.waitSignal(desk.store.refused):
        desk.store.do(assign_units, "i1", [])
    assert said == [("info", "请先选择至少一支警力。")]
