"""What one shift leaves for the next is in sight until the next one says that it is read, by keys alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from tests.stories.shift import Shift

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOTE = "胜利路积水，绕行。618 车送修。"


def sign_on(shift: Shift, name: str, number: str, note: str = "") -> None:
    """Sign on with the keys of the pane."""
    shift.key("h", CTRL, SHIFT)
    person = shift.window.person
    shift.wait(lambda: person.form.fields["officer_name"].is_reached)
    for text in (name, number):
        shift.type(text)
        shift.key(Qt.Key.Key_Return)
    if note:
        person.form.focus("watch_note")
        shift.type(note)
    shift.key(Qt.Key.Key_Return, CTRL)
    shift.wait(lambda: (watch := shift.desk.watch()) and watch.officer_id == number)
    shift.settle()


def notes(shift: Shift) -> list[str]:
    """Return what is shown of hand-overs."""
    return [each.text for each in shift.station._banners.banners() if each.kind == "note"]


def test_the_note_of_the_shift_before_stands_until_it_is_acknowledged(
    start_shift: Callable[[], Shift],
) -> None:
    shift = start_shift()
    sign_on(shift, "Chen", "350001")
    assert notes(shift) == []
    sign_on(shift, "Lin", "350002", NOTE)
    assert notes(shift) == [f"上一班交接：{NOTE}"]
    for _ in range(5):
        shift.key("x", CTRL, SHIFT)
    shift.close()

    again = start_shift()
    again.wait(lambda: notes(again) == [f"上一班交接：{NOTE}"])
    again.key("l", CTRL, SHIFT)
    again.wait(lambda: notes(again) == [f"From the shift before: {NOTE}"])
    again.key("l", CTRL, SHIFT)
    again.key("h", CTRL, SHIFT)
    assert NOTE in again.window.person.left.text()
    again.key(Qt.Key.Key_Escape)
    again.key("w", CTRL, SHIFT)
    again.wait(lambda: notes(again) == [])
    again.settle()
    watch = again.desk.watch()
    assert watch is not None
    assert watch.noted_at
    again.key("w", CTRL, SHIFT)
    again.wait(lambda: "没有未读" in " ".join(it.text for it in again.station._banners.banners()))
