"""Limits of bodies count down and reminders climb; a body without a sign of life is to be rung."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from models.board import AgencyCard, IncidentCard, OrderLine
from services.database import Database
from services.linkage import deliver_order, send_order, sign_order
from tests.ui.desk import NOW, StillClock, make_desk, run, settle, sheet_jobs, write_all
from ui.chasing import ChaseWatch

MINUTE = 60_000


def evening(store: Database) -> None:
    """One sheet."""
    write_all(store, sheet_jobs("i1", at=NOW - 100_000, level=4))


def test_reminders_of_a_body_climb_and_begin_anew_with_the_next_step(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk = make_desk(qtbot, tmp_path, fill=evening, said=said)
    clock = desk.clock
    assert isinstance(clock, StillClock)
    alive: dict[str, int | None] = {}
    root = QObject()
    watch = ChaseWatch(desk, lambda: alive, root)
    assert watch.parent() is root
    body = next(it for it in desk.store.board.all(AgencyCard).values() if it.code == "G19")
    run(qtbot, desk, send_order, "i1", body.id, "请办理", id="o1")

    def line() -> OrderLine:
        return desk.store.board.all(IncidentCard)["i1"].orders[0]

    assert line().sign_by == NOW + 30 * MINUTE
    clock.move(30 * MINUTE - 1)
    settle(qtbot, desk)
    assert line().reminded == 0
    for rank, minutes in ((1, 0), (2, 15), (3, 15)):
        clock.move(minutes * MINUTE + 1)
        settle(qtbot, desk)
        assert (line().reminded_step, line().reminded) == ("sign", rank)
        # The same instant again says nothing more.
        count = len(said)
        clock.move(1)
        settle(qtbot, desk)
        assert len(said) == count
    assert said[-1][0] == "danger"
    assert "报指挥长" in said[-1][1]
    run(qtbot, desk, sign_order, "o1")
    assert line().reminded == 0
    # A body that takes no part has no terminal to be silent; one that does is rung, once.
    run(qtbot, desk, send_order, "i1", body.id, "再办一件", id="o2")
    clock.move(5 * MINUTE)
    settle(qtbot, desk)
    assert desk.store.board.all(IncidentCard)["i1"].orders[1].ring_since is None
    alive[body.code] = None
    clock.move(1)
    settle(qtbot, desk)
    assert desk.store.board.all(IncidentCard)["i1"].orders[1].wants_ring
    assert "打电话通知" in said[-1][1]
    run(qtbot, desk, send_order, "i1", body.id, "第三件", id="o3")
    run(qtbot, desk, deliver_order, "o3")
    clock.move(5 * MINUTE)
    settle(qtbot, desk)
    assert desk.store.board.all(IncidentCard)["i1"].orders[2].ring_since is None
