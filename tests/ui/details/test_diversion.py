"""A sheet goes to 12345 by one key; both refuse, the rule decides in time; the caller is asked afterwards."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.board import AgencyCard, IncidentCard, OrderLine
from models.diversion import DiversionState
from models.diversioncard import DiversionCard
from services.database import Database
from services.dossier import read_dossier
from services.linkage import feed_back_order, return_order
from tests.ui.desk import NOW, StillClock, make_desk, run, settle, sheet_jobs, write_all
from ui.desk import Desk
from ui.details import DetailsPane
from ui.panel import Panel

CONTROL = Qt.KeyboardModifier.ControlModifier


def evening(store: Database) -> None:
    """Three sheets that are no matter of the police."""
    jobs = [
        job
        for number in ("i1", "i2", "i3")
        for job in sheet_jobs(number, at=NOW - 100_000, level=4, narrative="车挡住门口")
    ]
    write_all(store, jobs)


def order_of(desk: Desk, id: str) -> OrderLine:
    """Return the newest order of a sheet."""
    return desk.store.board.all(IncidentCard)[id].orders[-1]


def give(qtbot: QtBot, desk: Desk, panel: Panel, **values: str) -> None:
    """Fill a form and give it."""
    qtbot.waitUntil(panel.isVisible)
    for name, value in values.items():
        panel.form.fields[name].show_value(value)
    first = next(iter(panel.form.fields.values()))
    QTest.keyClick(first.editor, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, desk)
    assert panel.isHidden()


def test_a_sheet_is_diverted_disputed_decided_and_visited_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk = make_desk(qtbot, tmp_path, fill=evening, said=said)
    pane = DetailsPane(desk)
    qtbot.addWidget(pane)
    pane.show()
    part = pane.parts.diversion
    press = desk.actions
    press["divert.hotline"].trigger()
    assert said[-1][1] == "请先选中一张警单。"
    desk.selection.choose_incident("i1")
    settle(qtbot, desk)
    press["divert.agree"].trigger()
    assert "没有进行中的分流" in said[-1][1]
    press["divert.hotline"].trigger()
    settle(qtbot, desk)
    agency = desk.store.board.all(AgencyCard)[order_of(desk, "i1").agency_id]
    assert agency.code == "G19"
    assert "待对方受理" in part.told.text()
    press["divert.three_way"].trigger()
    settle(qtbot, desk)
    assert "三方通话" in part.told.text()
    # Both refuse, nobody decides: when the time is up the desk that had it first takes it.
    run(qtbot, desk, return_order, order_of(desk, "i1").id, "不属我台")
    assert "5:00" in part.told.text()
    clock = desk.clock
    assert isinstance(clock, StillClock)
    clock.move(301_000)
    settle(qtbot, desk)
    assert not desk.store.board.all(DiversionCard)
    assert "首接的110先行办理" in said[-1][1]
    # The second one is agreed upon, done, and the caller is asked.
    desk.selection.choose_incident("i2")
    settle(qtbot, desk)
    press["divert.hotline"].trigger()
    settle(qtbot, desk)
    press["divert.agree"].trigger()
    give(qtbot, desk, part.agreement, taker="other")
    (card,) = desk.store.board.all(DiversionCard).values()
    assert card.state is DiversionState.ACCEPTED
    run(qtbot, desk, feed_back_order, order_of(desk, "i2").id, "已办结")
    press["divert.visit"].trigger()
    give(qtbot, desk, part.visit, rating="1", visit_note="满意")
    dossier = desk.store._database.read(read_dossier, "i2")
    assert dossier is not None
    assert dossier.entries[-1].code == "diversion.visited"
    # A car is moved.
    desk.selection.choose_incident("i3")
    settle(qtbot, desk)
    press["divert.car"].trigger()
    give(qtbot, desk, part.car, plate="闽E12345")
    assert order_of(desk, "i3").text.startswith("闽E12345；")
