"""Unsent texts: kept at each pause in typing, offered again, gone when given or thrown away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.board import UnitCard
from models.errors import TroubleError
from models.place import Place
from models.reason import CANCEL
from services.keeping import unsent_texts
from tests.ui.desk import NOW, make_desk, move_clock, settle, sheet_jobs, write_all
from ui.desk import Desk
from ui.details import DetailsPane
from ui.reason import ReasonDialog
from ui.sheet import SheetPane
from ui.timer import LATEST_MS
from ui.units.form import UnitForms
from ui.unsent import UnsentTexts


def desk_with_sheet(qtbot: QtBot, folder: Path) -> Desk:
    """Return a desk with one sheet that was taken."""
    return make_desk(qtbot, folder, fill=lambda store: write_all(store, sheet_jobs("i1")))


def stored(qtbot: QtBot, desk: Desk) -> dict[tuple[str, str], dict[str, object]]:
    """Return what the store holds of unsent texts, as another program would find it."""
    settle(qtbot, desk)
    texts = desk.store._database.read(unsent_texts)
    return {(text.kind, text.subject): dict(text.values) for text in texts}


def again(qtbot: QtBot, desk: Desk) -> None:
    """Let the desk forget what it had in memory, as a kill does, and start anew."""
    fresh = UnsentTexts(desk.store, desk.clock, desk.unsent.parent())
    object.__setattr__(desk, "unsent", fresh)
    fresh.load(lambda: None)
    settle(qtbot, desk)


def test_who_types_without_a_pause_loses_no_more_than_a_second(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with_sheet(qtbot, tmp_path)
    pane = DetailsPane(desk)
    qtbot.addWidget(pane)
    desk.selection.choose_incident("i1")
    settle(qtbot, desk)
    typed = []
    desk.unsent._pause.came.connect(lambda: typed.append(pane.parts.note.text()))
    for _ in range(14):
        QTest.keyClick(pane.parts.note, Qt.Key.Key_A)
        QTest.qWait(LATEST_MS // 10)
        if typed:
            break
    assert typed, "it rang although nobody paused"
    assert stored(qtbot, desk)["note", "i1"]["text"] == typed[0]


def test_a_note_half_written_is_there_again_after_a_kill_and_gone_when_it_is_written(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with_sheet(qtbot, tmp_path)
    pane = DetailsPane(desk)
    qtbot.addWidget(pane)
    desk.selection.choose_incident("i1")
    QTest.keyClicks(pane.parts.note, "Huang called back")
    desk.unsent.keep()
    assert stored(qtbot, desk) == {("note", "i1"): {"text": "Huang called back"}}
    again(qtbot, desk)
    new = DetailsPane(desk)
    qtbot.addWidget(new)
    new._select("i1")
    settle(qtbot, desk)
    assert new.parts.note.text() == "Huang called back"
    new.parts.note.returnPressed.emit()
    settle(qtbot, desk)
    assert new.parts.note.text() == ""
    assert stored(qtbot, desk) == {}


def test_an_unfinished_change_of_a_completed_sheet_is_offered_again_until_thrown_away(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with_sheet(qtbot, tmp_path)
    pane = SheetPane(desk)
    qtbot.addWidget(pane)
    pane.open_sheet("i1")
    settle(qtbot, desk)
    place = Place(117.65, 24.51, "picked", NOW)
    for name, value in (("address", "龙文区迎宾大道"), ("place", place), ("narrative", "")):
        pane.parts.form.field(name).show_value(value)
        pane.parts.form.field(name).edited.emit()
    desk.unsent.keep()
    assert stored(qtbot, desk)["sheet", "i1"]["address"] == "龙文区迎宾大道"
    again(qtbot, desk)
    new = SheetPane(desk)
    qtbot.addWidget(new)
    new.open_sheet("i1")
    settle(qtbot, desk)
    assert new.parts.form.field("address").value() == "龙文区迎宾大道"
    assert new.parts.form.field("place").value() == place
    assert new.parts.head.sign.text().startswith("● 未提交")
    assert not new.parts.revert.isHidden()
    new.parts.revert.click()
    assert new.parts.form.field("address").value() == "芗城区胜利西路118号"
    assert new.parts.revert.isHidden()
    assert stored(qtbot, desk) == {}


def test_a_change_that_was_given_is_not_offered_again(qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with_sheet(qtbot, tmp_path)
    pane = SheetPane(desk)
    qtbot.addWidget(pane)
    pane.open_sheet("i1")
    settle(qtbot, desk)
    pane.parts.form.field("address").show_value("龙文区迎宾大道")
    pane.parts.form.field("address").edited.emit()
    desk.unsent.keep()
    settle(qtbot, desk)
    desk.actions["sheet.complete"].trigger()
    settle(qtbot, desk)
    assert stored(qtbot, desk) == {}
    assert desk.store._database.board() == desk.store.board


def test_a_feedback_half_filled_survives_a_kill_an_escape_and_another_selection(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with_sheet(qtbot, tmp_path)
    pane = DetailsPane(desk)
    qtbot.addWidget(pane)
    desk.selection.choose_incident("i1")
    settle(qtbot, desk)
    pane._feed_back()
    panel = pane.parts.panels.feedback
    words = "双方和解，未伤人"
    panel.form.fields["narrative"].show_value(words)
    panel.form.fields["narrative"].edited.emit()
    panel.dismiss()
    desk.selection.choose_incident("")
    desk.unsent.keep()
    assert stored(qtbot, desk)["feed_back", "i1"]["narrative"] == words
    again(qtbot, desk)
    new = DetailsPane(desk)
    qtbot.addWidget(new)
    new._select("i1")
    desk.selection.incident_id = "i1"
    settle(qtbot, desk)
    new._feed_back()
    panel = new.parts.panels.feedback
    assert panel.form.value("narrative") == words
    assert "未提交的内容" in panel._note.text()
    panel.clear.click()
    assert panel.form.value("narrative") == ""
    assert stored(qtbot, desk) == {}


def test_what_cannot_be_kept_is_tried_again_and_named(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_with_sheet(qtbot, tmp_path)
    pane = DetailsPane(desk)
    qtbot.addWidget(pane)
    desk.selection.choose_incident("i1")
    number = desk.incident().number  # type: ignore[union-attr]
    with monkeypatch.context() as broken:
        broken.setattr(
            desk.store._write, "_run", lambda works: [TroubleError("store.full")] * len(works)
        )
        QTest.keyClicks(pane.parts.note, "urgent")
        desk.unsent.keep()
        settle(qtbot, desk)
        assert desk.unsent.unkept() == [f"警单 {number} 未记入的流水"]
    for _ in range(4):
        move_clock(desk, 500)
        settle(qtbot, desk)
    assert desk.unsent.unkept() == []
    assert stored(qtbot, desk)["note", "i1"]["text"] == "urgent"


def test_a_text_with_a_lone_surrogate_and_a_nul_is_kept_as_it_was_typed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with_sheet(qtbot, tmp_path)
    desk.unsent.typed("note", "i1", {"text": "a\ud800\x00\u202eb"})
    desk.unsent.keep()
    assert stored(qtbot, desk)["note", "i1"]["text"] == "a\ud800\x00\u202eb"


def test_a_unit_half_entered_and_a_reason_half_written_are_there_again_after_a_kill(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with_sheet(qtbot, tmp_path)
    forms = UnitForms(desk)
    qtbot.addWidget(forms)
    forms.add()
    sign = forms.unit.form.fields["call_sign"].editor
    assert isinstance(sign, QLineEdit)
    QTest.keyClicks(sign, "619")
    dialog = ReasonDialog(desk, CANCEL, "为什么？", forms, "job-1")
    QTest.keyClicks(dialog.words, "wrong place")
    desk.unsent.keep()
    assert stored(qtbot, desk)["unit", ""]["call_sign"] == "619"
    again(qtbot, desk)

    fresh = UnitForms(desk)
    qtbot.addWidget(fresh)
    fresh.add()
    assert fresh.unit.values()["call_sign"] == "619"
    later = ReasonDialog(desk, CANCEL, "为什么？", fresh, "job-1")
    assert later.words.text() == "wrong place"
    assert not later.again.isHidden()
    later.accept()
    fresh.unit.given.emit(fresh.unit.values())
    settle(qtbot, desk)
    assert stored(qtbot, desk) == {}
    assert fresh.unit.isHidden()
    assert "619" in {card.call_sign for card in desk.store.board.all(UnitCard).values()}
