"""The first start: who sits here, by keyboard, in nobody's way; then every record names the person."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTabBar, QWidget

from tests.stories.shift import Shift
from ui.setting import STARTED

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TARGET = 24


def sign_on(shift: Shift, name: str, number: str) -> None:
    """Sign somebody on by keyboard."""
    shift.key("h", CONTROL, SHIFT)
    shift.wait(lambda: shift.window.person.form.fields["officer_name"].is_reached)
    shift.type(name)
    shift.key(Qt.Key.Key_Return)
    shift.type(number)
    shift.key(Qt.Key.Key_Return, CONTROL)
    shift.wait(lambda: shift.desk.store.actor == number)


def test_a_person_who_signed_on_is_in_the_sheet_and_its_timeline(shift: Shift) -> None:
    sign_on(shift, "Chen", "350001")
    shift.ring()
    sheet = shift.take_sheet()
    assert sheet.taker == "350001"
    shift.wait(lambda: shift.window.details.card is not None)
    timeline = shift.window.details.parts.timeline
    shift.wait(lambda: timeline.table.rowCount() > 0)
    who = [str(timeline.table.index(row, 2).data()) for row in range(timeline.table.rowCount())]
    assert any("Chen" in text and "S001" in text for text in who)
    assert not any("350001" in text for text in who)


def test_the_person_is_still_there_after_a_restart_and_the_next_takes_over(
    start_shift: Callable[[], Shift],
) -> None:
    shift = start_shift()
    sign_on(shift, "Chen", "350001")
    shift.close()
    again = start_shift()
    assert again.desk.store.actor == "350001"
    again.wait(lambda: "Chen 350001" in again.window.status.seat.text())
    sign_on(again, "Lin", "350002")
    again.wait(lambda: "Lin 350002" in again.window.status.seat.text())


def test_a_call_can_be_answered_while_the_first_start_asks(shift: Shift) -> None:
    shift.desk.settings.set(STARTED, False)
    shift.window.ask_who()
    shift.wait(lambda: shift.window.person.form.fields["officer_name"].is_reached)
    shift.ring()
    shift.answer()
    assert shift.window.sheet.isVisible()
    assert shift.sheets()[0].taker == "S001"


def test_everything_to_be_clicked_is_large_enough(shift: Shift) -> None:
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    small = [
        (type(widget.parent()).__name__, widget.objectName(), widget.width(), widget.height())
        for widget in shift.window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and not is_inner(widget)
        and min(widget.width(), widget.height()) < TARGET
    ]
    assert small == []
    tabs = [tab for tab in shift.window.findChildren(QTabBar) if tab.isVisible()]
    assert tabs
    assert all(bar.tabRect(at).height() >= TARGET for bar in tabs for at in range(bar.count()))


def is_inner(widget: QWidget) -> bool:
    """Tell whether a widget is a part of another control, which is the target."""
    parent = widget.parent()
    return isinstance(parent, (QComboBox, QLineEdit)) or widget.objectName().startswith("qt_scroll")
