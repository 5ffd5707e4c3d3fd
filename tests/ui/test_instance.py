"""One window to a store: a second start wakes the first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.instance import Instance, bring_up, wake


def test_who_starts_again_wakes_the_window_of_that_store_alone(
    qtbot: QtBot, tmp_path: Path
) -> None:
    store = tmp_path / "desk.sqlite"
    assert not wake(store)
    instance = Instance(store)
    with qtbot.waitSignal(instance.woken):
        assert wake(tmp_path / "." / "desk.sqlite")
    assert not wake(tmp_path / "other.sqlite")
    # What a program that was killed leaves behind is in nobody's way.
    successor = Instance(store)
    with qtbot.waitSignal(successor.woken):
        assert wake(store)
    for each in (instance, successor):
        each.close()
    assert not wake(store)


def test_a_window_that_was_made_small_comes_up(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    bring_up(window)
    assert not window.isMinimized()
    assert window.isVisible()
