"""In the narrow pane of a small screen (1366 by 768) every needed field can be reached and read, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.desk import make_desk, settle, sheet_jobs, write_all
from tests.ui.keyboard import Person
from ui.sheet import SheetPane

# What the window leaves for the pane there.
ROOM = (428, 660)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_small_screen_shows_every_needed_field_whole(
    qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    desk = make_desk(qtbot, tmp_path, fill=lambda it: write_all(it, sheet_jobs("i1", taken=False)))
    desk.language.use(language)
    pane = SheetPane(desk)
    person = Person(qtbot, desk, pane)
    with qtbot.waitSignal(desk.store.loaded):
        desk.store.load()
    pane.open_sheet("i1")
    settle(qtbot, desk)
    person.window.resize(*ROOM)
    qtbot.waitUntil(lambda: pane.height() <= ROOM[1])
    form = pane.parts.form
    (scroll,) = pane.parts.findChildren(QScrollArea)
    view = scroll.viewport()
    for name in ("address", "class_taken", "level", "narrative"):
        form.main.focus(name)
        editor = form.field(name).editor
        qtbot.waitUntil(lambda it=editor: it.visibleRegion().boundingRect() == it.rect())  # type: ignore[misc]
    desk.actions["sheet.more"].trigger()
    assert form.field("weapon").is_reached
    weapon = form.field("weapon").editor
    qtbot.waitUntil(lambda: weapon.visibleRegion().boundingRect() == weapon.rect())
    for part in (form.main, form.more):
        for name, field in part.fields.items():
            right = field.editor.mapTo(view, QPoint(field.editor.width(), 0)).x()
            assert right <= view.width(), f"{name} reaches out of the pane"
    for label in (*form.main._labels.values(), *form.more._labels.values()):
        left = label.mapTo(view, QPoint(0, 0)).x()
        assert left >= 0
        assert label.width() >= label.sizeHint().width(), f"{label.text()} is cut"
