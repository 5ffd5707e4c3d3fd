"""The queue pane at a desk with a real store."""

from pathlib import Path

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.desk import NOW, make_desk, order_job, sheet_jobs, unit_job, write_all
from ui.queue import QueuePane


def test_the_queue_shows_live_incidents_by_the_time_left(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(
        qtbot,
        tmp_path,
        fill=lambda database: write_all(
            database,
            [
                unit_job("u1", "芗城101"),
                *sheet_jobs("late", at=NOW - 100_000),
                *sheet_jobs("new"),
                *sheet_jobs("sent", at=NOW - 400_000),
                order_job("sent", "u1"),
            ],
        ),
    )
    pane = QueuePane(desk)
    qtbot.addWidget(pane)
    QAbstractItemModelTester(pane.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with qtbot.waitSignal(desk.store.loaded):
        desk.store.load()
    assert [card.id for card in pane.table.cards()] == ["late", "new", "sent"]
