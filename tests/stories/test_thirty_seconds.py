"""A plain sheet from the ring, or from F2, to the dispatched order without the mouse: keys counted, under 30 s.

Chinese goes through input-method events as a pinyin method sends them: a preedit for every letter, the words at the blank
that ends a phrase; every letter of the full pinyin and the blank count as a key. The time is reckoned, not measured: a
quarter of a second a key (four keys a second is an ordinary typist), and a pause wherever something new must be read.
"""

from __future__ import annotations

import sys
from itertools import groupby

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from models.board import CallCard, IncidentCard
from models.state import AssignmentState, CallState, IncidentState
from services.pinyin import sounds
from tests.stories.shift import Shift

KEY_S = 0.25
# Who calls; which class is offered; which level and why; what stands near by; which unit is first, and how far.
READ_S = {"caller": 2.0, "class": 1.0, "level": 1.0, "near": 1.0, "unit": 2.0}
ADDRESS = "胜利西路118号"
NARRATIVE = "两名男子在门口打架，有人受伤"
BUDGET = {"ring": 82, "F2": 82}
LIMIT_S = 30.0


def write(shift: Shift, text: str) -> None:
    """Type a text as a person with a pinyin input method does."""
    for is_plain, run in groupby(text, str.isascii):
        words = "".join(run)
        if is_plain:
            shift.type(words)
            continue
        for phrase in words.replace("，", "|，|").split("|"):
            compose(shift, phrase)


def compose(shift: Shift, phrase: str) -> None:
    """Compose one phrase: a preedit grows by each letter, the blank puts the words in its place."""
    letters = sounds(phrase)[0] if phrase != "，" else ""
    for end in range(1, len(letters) + 1):
        send(shift, QInputMethodEvent(letters[:end], []))
    commit = QInputMethodEvent("", [])
    commit.setCommitString(phrase)
    send(shift, commit)


def send(shift: Shift, event: QInputMethodEvent) -> None:
    """Send one event of the input method; it stands for one key."""
    shift.keys += 1
    QApplication.sendEvent(shift.focused(), event)


def fill(shift: Shift) -> None:
    """Type the sheet as its fields follow each other."""
    write(shift, ADDRESS)
    shift.key(Qt.Key.Key_Return)
    shift.type("dj")
    shift.key(Qt.Key.Key_Return)
    shift.key(Qt.Key.Key_Return)
    write(shift, NARRATIVE)


def reckon(capsys: pytest.CaptureFixture[str], shift: Shift, way: str, *read: str) -> float:
    """Return the seconds the keys and the reading take, and print them."""
    pauses = sum(READ_S[what] for what in read)
    seconds = shift.keys * KEY_S + pauses
    with capsys.disabled():
        sys.stdout.write(
            f"\nfrom {way} to the dispatched order: {shift.keys} keys at {KEY_S} s"
            f" + {pauses:.0f} s of reading = {seconds:.1f} s\n"
        )
    return seconds


def test_a_ringing_call_is_a_dispatched_order_in_under_thirty_seconds(
    shift: Shift, capsys: pytest.CaptureFixture[str]
) -> None:
    call = shift.ring(owner_name="林阿妹", owner_address="芗城区新华西路88号")
    shift.keys = 0
    id = shift.answer()
    form = shift.window.sheet.parts.form
    assert "林阿妹" in shift.window.sheet.parts.head.caller.text()
    assert form.field("contact_phone").value() == call.caller_number, "nothing to type again"
    fill(shift)
    shift.key(Qt.Key.Key_F5)
    shift.wait(lambda: shift.window.chooser.search.hasFocus())
    assert shift.window.chooser.chosen() == [shift.unit("618").id], "the nearest stands ready"
    shift.key(Qt.Key.Key_Return)
    shift.wait(lambda: shift.unit("618").status == AssignmentState.ISSUED)
    keys = shift.keys

    sheet = shift.board.get(IncidentCard, id)
    assert sheet is not None
    assert sheet.state is IncidentState.DISPATCHED
    assert (sheet.address, sheet.class_taken, sheet.level) == (ADDRESS, "200100", 3)
    assert sheet.narrative == NARRATIVE
    line = shift.board.get(CallCard, call.id)
    assert line is not None
    assert line.state is CallState.TALKING, "the caller is still there to be asked"
    assert keys <= BUDGET["ring"]
    assert reckon(capsys, shift, "the ring", *READ_S) < LIMIT_S

    shift.come_back()
    shift.key("4", Qt.KeyboardModifier.AltModifier)
    shift.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shift.wait(lambda: shift.board.get(CallCard, call.id) is None)
    assert shift.window.sheet.incident_id == ""
    assert shift.board == shift.station.database.board()


def test_f2_is_a_dispatched_order_in_under_thirty_seconds(
    shift: Shift, capsys: pytest.CaptureFixture[str]
) -> None:
    shift.keys = 0
    shift.key(Qt.Key.Key_F2)
    shift.wait(lambda: shift.window.sheet.incident_id)
    id: str = shift.window.sheet.incident_id
    fill(shift)
    shift.key(Qt.Key.Key_F5)
    shift.wait(lambda: shift.window.chooser.search.hasFocus())
    # Without a point nobody is nearest: the unit is called by its sign.
    shift.type("621")
    shift.key(Qt.Key.Key_Return)
    shift.wait(lambda: shift.unit("621").status == AssignmentState.ISSUED)
    assert shift.keys <= BUDGET["F2"]
    assert reckon(capsys, shift, "F2", "class", "level", "near", "unit") < LIMIT_S
    sheet = shift.board.get(IncidentCard, id)
    assert sheet is not None
    assert (sheet.state, sheet.narrative) == (IncidentState.DISPATCHED, NARRATIVE)
    assert shift.window.sheet.incident_id == "", "nobody is on the line: the form is done"


def test_half_a_phrase_in_the_input_method_is_no_text_yet(shift: Shift) -> None:
    shift.ring()
    id = shift.answer()
    for letters in ("s", "sh", "sheng"):
        send(shift, QInputMethodEvent(letters, []))
    shift.window.sheet.save_now()
    shift.settle()
    card = shift.board.get(IncidentCard, id)
    assert card is not None
    assert card.address == ""
    assert shift.window.sheet.parts.form.field("address").is_reached
    commit = QInputMethodEvent("", [])
    commit.setCommitString("胜利")
    send(shift, commit)
    shift.window.sheet.save_now()
    shift.settle()
    card = shift.board.get(IncidentCard, id)
    assert card is not None
    assert card.address == "胜利"
