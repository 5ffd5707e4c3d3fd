"""A sheet goes from the queue onto paper by keys alone, and the file says what happened."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog

from models.board import IncidentCard
from models.state import AssignmentState
from tests.stories.shift import Shift
from ui.moment import full_time_of, time_of

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize("held", [SHIFT, ALT], ids=["the printer's key", "the file's key"])
def test_the_sheet_in_hand_is_a_pdf_after_one_key_and_a_name(
    shift: Shift, tmp_path: Path, held: Qt.KeyboardModifier
) -> None:
    if held is SHIFT and QPrinterInfo.availablePrinterNames():
        pytest.skip("this machine has a printer")
    shift.ring("13860001234")
    id = shift.take_sheet("胜利西路118号民生大厦入口").id
    shift.send("618")
    for state in (AssignmentState.SIGNED, AssignmentState.DEPARTED, AssignmentState.ARRIVED):
        shift.key(Qt.Key.Key_F6)
        shift.wait(lambda state=state: shift.unit("618").status == state)  # type: ignore[misc]
    before = shift.keys

    shift.key("p", CTRL, held)
    shift.wait(lambda: isinstance(QApplication.activeWindow(), QFileDialog))
    file = tmp_path / "sheet.pdf"
    with shift.qtbot.waitSignal(shift.station.printing.written, timeout=20_000) as told:
        shift.type(str(file))
        shift.key(Qt.Key.Key_Return)
    assert told.args == [str(file), 1]
    assert shift.keys - before == 2 + len(str(file))
    shift.come_back()
    shift.wait(
        lambda: str(file) in " ".join(each.text for each in shift.station._banners.banners())
    )

    card = shift.board.get(IncidentCard, id)
    assert card is not None
    said = re.sub(r"\s", "", PdfReader(file).pages[0].extract_text())
    times = [card.reported_at, card.answered_at, card.completed_at]
    wanted = [
        card.number,
        "胜利西路118号民生大厦入口",
        "治安·打架斗殴",
        "两人打架",
        "13860001234",
        *map(full_time_of, times),
        *(time_of(at) for at in steps(card)),
    ]
    assert [text for text in wanted if re.sub(r"\s", "", text) not in said] == []


def steps(card: IncidentCard) -> list[int | None]:
    """Return when the unit signed, set out and arrived."""
    (job,) = card.assignments
    return [job.signed_at, job.departed_at, job.arrived_at]
