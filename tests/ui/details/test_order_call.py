"""An agency that calls for police, or that has to be rung, is dealt with by one key and a few words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.board import AgencyCard, IncidentCard, OrderLine
from services.database import Database
from services.linkage import call_police, ring_agency, send_order
from tests.ui.desk import NOW, make_desk, run, settle, sheet_jobs, write_all
from ui.details import DetailsPane


def evening(store: Database) -> None:
    """One sheet."""
    write_all(store, sheet_jobs("i1", at=NOW - 100_000))


def test_a_call_for_police_and_a_call_by_telephone_are_answered_by_keys(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk = make_desk(qtbot, tmp_path, fill=evening, said=said)
    pane = DetailsPane(desk)
    qtbot.addWidget(pane)
    pane.show()
    agency = min(desk.store.board.all(AgencyCard).values(), key=lambda card: card.code)
    run(qtbot, desk, send_order, "i1", agency.id, "请到场", id="o1")
    desk.selection.choose_incident("i1")
    settle(qtbot, desk)
    orders = pane.parts.orders

    def line() -> OrderLine:
        return desk.store.board.all(IncidentCard)["i1"].orders[0]

    assert all(button.isHidden() for button in orders.extra.values())
    QTest.keyClicks(orders.view, "8")
    assert "没有待答复" in said[-1][1]
    run(qtbot, desk, call_police, "o1", "有人阻拦")
    run(qtbot, desk, ring_agency, "o1")
    settle(qtbot, desk)
    shown = orders.table.index(0, 0).data()
    assert "求警" in shown
    assert "电话" in shown
    for key, wanted in (("8", "wants_police"), ("9", "wants_ring")):
        assert getattr(line(), wanted)
        QTest.keyClicks(orders.view, key)
        panel = pane.parts.panels.sending_police if key == "8" else pane.parts.panels.ringing
        qtbot.waitUntil(panel.isVisible)
        field = panel.form.fields["answer"]
        field.show_value("已派漳101")
        QTest.keyClick(field.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, desk)
        assert not getattr(line(), wanted)
