"""The pane of who sits here: keyboard only, skipped with one key, and what it records."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import make_desk, settle
from ui.desk import Desk
from ui.person import PersonPane
from ui.setting import FONT_PERCENT, POST, SEAT_NAME, STARTED, THEME

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    """A desk at which nobody sits."""
    return replace(make_desk(qtbot, tmp_path), seat="S001")


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> PersonPane:
    """The pane, called up."""
    pane = PersonPane(desk)
    qtbot.addWidget(pane)
    pane.call_up()
    pane.show()
    pane.activateWindow()
    pane.setFocus()
    qtbot.waitUntil(lambda: pane.form.fields["officer_name"].is_reached)
    return pane


def type_in(text: str) -> None:
    """Type where the keyboard is and press Enter."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Return)


def test_a_person_signs_on_by_keyboard_alone(qtbot: QtBot, pane: PersonPane, desk: Desk) -> None:
    type_in("Chen")
    type_in("350001")
    type_in("Desk 1")
    with qtbot.waitSignal(pane.done):
        QTest.keyClick(pane, Qt.Key.Key_Return, CONTROL)
    watch = desk.watch()
    assert watch is not None
    assert (watch.officer_id, watch.seat_name, watch.post) == ("350001", "Desk 1", "taking")
    assert desk.store.actor == "350001"
    assert desk.person("350001") == "Chen"
    assert desk.settings.get(SEAT_NAME) == "Desk 1"
    assert desk.settings.get(STARTED)


def test_escape_skips_it_and_the_seat_stands_for_the_person(
    qtbot: QtBot, pane: PersonPane, desk: Desk
) -> None:
    with qtbot.waitSignal(pane.done):
        QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert desk.watch() is None
    assert desk.store.actor == "S001"
    assert desk.settings.get(STARTED)


def test_what_is_missing_is_said_at_its_field(qtbot: QtBot, pane: PersonPane, desk: Desk) -> None:
    type_in("Chen")
    QTest.keyClick(pane, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(pane.form.fields["officer_number"].marked))
    assert pane.form.fields["officer_number"].is_reached
    assert desk.watch() is None


def test_a_hand_over_and_a_sign_off_change_who_acts(
    qtbot: QtBot, pane: PersonPane, desk: Desk
) -> None:
    for name, number in (("Chen", "350001"), ("Lin", "350002")):
        pane.call_up()
        pane.form.show_values({"officer_name": name, "officer_number": number})
        with qtbot.waitSignal(pane.done):
            pane.sign_on()
    assert desk.store.actor == "350002"
    assert pane.off.isVisible()
    with qtbot.waitSignal(pane.done):
        pane.off.click()
    assert desk.watch() is None
    assert desk.store.actor == "S001"
    settle(qtbot, desk)


def test_colours_and_size_are_taken_at_once(pane: PersonPane, desk: Desk) -> None:
    pane.form.show_values({"theme": "light", "font": "130"})
    for name in ("theme", "font"):
        pane.form.fields[name].edited.emit()
    assert desk.settings.get(THEME) == "light"
    assert desk.settings.get(FONT_PERCENT) == 130
    assert desk.settings.get(POST) == "taking"
