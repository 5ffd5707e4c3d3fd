"""An order is put right: who and what went, the number of its recording, how it was closed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.state import AssignmentState
from services.closing import close
from services.dispatching import arrive, finish
from tests.ui.desk import run, settle
from tests.ui.details.test_details import card_of, lines, pane_at
from tests.ui.keyboard import CTRL, K, Person
from ui.details import DetailsPane


def open_order(pane: DetailsPane, person: Person) -> None:
    """Open the order of the current unit by key."""
    pane.parts.jobs.view.setFocus()
    person.press(K.Key_Return)


def test_an_order_is_put_right_by_keys_alone(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    open_order(pane, person)
    panel = pane.parts.panels.amending
    assert panel.isVisible()
    assert panel.values() == {
        "persons": 2,
        "vehicles": 1,
        "boats": 0,
        "recording": "",
        "close_note": "",
    }
    for words in ("4", "2", "1"):
        person.type(words)
        person.press(K.Key_Return)
    person.say("R-0815")
    person.press(K.Key_Return)
    person.say("移交派出所")
    person.press(K.Key_Return)
    settle(qtbot, desk)
    assert panel.isHidden()
    order = card_of(desk).assignments[0]
    assert (order.persons, order.vehicles, order.boats) == (4, 2, 1)
    assert (order.recording, order.close_note) == ("R-0815", "移交派出所")
    assert lines(pane)[-1] == (
        f"618 派警单 {card_of(desk).number}-1：4 人 2 车 1 艇 R-0815 移交派出所"
    )
    hint = pane.parts.jobs.table.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert hint.splitlines()[1:3] == ["4 人 · 2 车 · 1 艇", "录音 R-0815"]
    assert hint.splitlines()[-1] == "移交派出所"


def test_a_double_click_opens_the_order_of_that_unit(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, _person = pane_at(qtbot, tmp_path)
    view = pane.parts.jobs.view
    other = card_of(desk).assignments[1]
    view.choose(other.id)
    middle = view.visualRect(view.currentIndex()).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    panel = pane.parts.panels.amending
    assert panel.isVisible()
    panel.form.fields["persons"].show_value(7)
    panel.ok.click()
    settle(qtbot, desk)
    assert [line.persons for line in card_of(desk).assignments] == [2, 7]


def test_too_many_people_are_refused_at_their_field_and_can_be_mended(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    open_order(pane, person)
    person.type("1000")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    panel = pane.parts.panels.amending
    field = panel.form.fields["persons"]
    assert field.is_reached
    assert field.marked
    person.press(K.Key_Backspace)
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert panel.isHidden()
    assert card_of(desk).assignments[0].persons == 100


def test_a_number_left_empty_is_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    open_order(pane, person)
    person.press(K.Key_Backspace)
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    panel = pane.parts.panels.amending
    assert panel.isVisible()
    assert panel.form.fields["persons"].marked
    assert card_of(desk).assignments[0].persons == 2


def test_the_order_of_a_closed_sheet_stays_as_it_is_and_the_pane_says_why(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said)
    for line in card_of(desk).assignments:
        run(qtbot, desk, arrive, line.id)
        run(qtbot, desk, finish, line.id)
    assert {line.state for line in card_of(desk).assignments} == {AssignmentState.FINISHED}
    number = card_of(desk).number
    run(qtbot, desk, close, "i1", "D10")
    open_order(pane, person)
    assert pane.parts.panels.amending.isHidden()
    assert said == [("info", f"警单 {number} 现在是“已处结”，不能这样做。")]


def test_what_was_typed_into_an_order_is_there_again(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    open_order(pane, person)
    panel = pane.parts.panels.amending
    panel.form.focus("close_note")
    person.say("写到一半")
    desk.selection.choose_incident("i2")
    assert panel.isHidden()
    settle(qtbot, desk)
    desk.selection.choose_incident("i1")
    settle(qtbot, desk)
    open_order(pane, person)
    assert panel.values()["close_note"] == "写到一半"
    settle(qtbot, desk)
