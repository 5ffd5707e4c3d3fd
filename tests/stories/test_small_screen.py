"""A screen of 1366 × 768: the window stays within it however many calls come, and queue, map and form are usable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from tests.stories.shift import Shift
from ui.setting import FONT_PERCENT

SMALL = QSize(1366, 768)


@pytest.mark.parametrize("percent", [100, 115, 130])
def test_the_window_never_outgrows_a_small_screen(shift: Shift, percent: int) -> None:
    shift.desk.settings.set(FONT_PERCENT, percent)
    small = QGuiApplication.screens()[1]
    assert small.size() == SMALL
    shift.window.setScreen(small)
    shift.window.setGeometry(small.availableGeometry())
    shift.desk.actions["view.layout"].trigger()
    for number in range(5):
        shift.ring(f"1390000000{number}")
    shift.wait(lambda: len(shift.window.calls.rows) > 0)
    shift.settle()
    shift.take_sheet()
    shift.desk.actions["stop.write"].trigger()
    stop = shift.window.details.parts.panels.stop
    shift.wait(stop.isVisible)
    stop.ok.setFocus()
    shift.wait(lambda: not stop.ok.visibleRegion().isEmpty())
    hint = shift.window.minimumSizeHint()
    assert hint.height() <= SMALL.height()
    assert hint.width() <= SMALL.width()
    assert shift.window.size() == SMALL
    assert min(shift.window.map.width(), shift.window.map.height()) >= 300
    if percent == 100:
        rows = shift.window.queue.view
        assert rows.viewport().height() // rows.verticalHeader().defaultSectionSize() >= 1
