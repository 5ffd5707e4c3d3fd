"""Reminders and band tables at the real window: what is owed is reminded, climbs, stops when answered; the tables count it."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtCore import Qt

from models.board import AssignmentLine
from models.state import AssignmentState
from services.dispatching import arrive as arrived
from services.dossier import read_dossier
from tests.stories.shift import Shift
from ui.setting import REMIND_SIGN

CONTROL = Qt.KeyboardModifier.ControlModifier


def job(shift: Shift, sign: str) -> AssignmentLine:
    line = shift.unit(sign).job
    assert line is not None
    return line


def test_a_unit_that_does_not_sign_is_reminded_until_it_answers(
    shift: Shift, tmp_path: Path
) -> None:
    shift.desk.settings.set(REMIND_SIGN, "1 2 3 9999")
    shift.ring()
    sheet = shift.take_sheet()
    shift.send("618")
    shift.wait(lambda: job(shift, "618").reminded == 3)
    assert (job(shift, "618").reminded_step, job(shift, "618").reminder_state) == (
        "sign",
        "running",
    )
    shift.key("r", CONTROL)
    shift.wait(lambda: job(shift, "618").reminder_state == "answered")
    shift.key(Qt.Key.Key_F6)
    shift.wait(lambda: shift.unit("618").status == AssignmentState.SIGNED)
    assert job(shift, "618").reminder_state == "done"
    shift.key(Qt.Key.Key_F6)
    shift.wait(lambda: shift.unit("618").status == AssignmentState.DEPARTED)
    shift.settle()
    dossier = shift.station.database.read(read_dossier, sheet.id)
    assert dossier is not None
    told = [it.code for it in dossier.entries if it.code.startswith("reminder.")]
    assert told[:4] == ["reminder.sent", "reminder.sent", "reminder.chief", "reminder.answered"]
    assert shift.board == shift.station.database.board()

    bands = shift.window.bands
    shift.key("b", CONTROL)
    shift.wait(lambda: bands.dialog is not None and bands.dialog._rows)
    dialog = bands.dialog
    assert [row.orders for row in dialog._rows] == [1, 1]
    assert dialog.table.item(0, 0).text() == "618"
    # It goes on while the tables are open.
    shift.desk.store.do(arrived, job(shift, "618").id)
    shift.wait(lambda: dialog._rows[-1].open["arrive"] == 0)
    shift.key(Qt.Key.Key_Right)
    assert dialog.steps.currentIndex() == 1
    out = tmp_path / "bands.csv"
    dialog.write(out)
    lines = list(csv.reader(out.read_text("utf-8-sig").splitlines()))
    assert lines[1][:3] == ["618", "1", "1"]
    dialog.reject()
    shift.wait(lambda: bands.dialog is None)
