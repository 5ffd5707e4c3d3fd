"""The timeline can be sieved by kind and words, says how much it shows, and leads back to the newest line."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from services.dispatching import arrive, depart
from services.timeline import write_note
from tests.ui.desk import run
from tests.ui.details.test_details import card_of, lines, pane_at


def test_one_kind_of_lines_is_shown_and_the_heading_says_how_many_of_all(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, _person = pane_at(qtbot, tmp_path)
    timeline = pane.parts.timeline
    run(qtbot, desk, write_note, "i1", "报警人称对方已离开")
    run(qtbot, desk, depart, card_of(desk).assignments[0].id)
    timeline.kind.setCurrentIndex(timeline.kind.findText("警力"))
    assert lines(pane) == ["派 618（主处警）", "派 621（增援）", "618 出警"]
    assert timeline._heading.text() == "流水 3/6"
    run(qtbot, desk, write_note, "i1", "再记一条")
    assert "再记一条" not in lines(pane)
    run(qtbot, desk, arrive, card_of(desk).assignments[0].id)
    assert lines(pane)[-1] == "618 到场"
    timeline.kind.setCurrentIndex(0)
    assert lines(pane)[-2:] == ["再记一条", "618 到场"]


def test_words_pinyin_and_people_find_lines(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, _person = pane_at(qtbot, tmp_path)
    search = pane.parts.timeline.search
    run(qtbot, desk, write_note, "i1", "对方已离开")
    run(qtbot, desk, write_note, "i1", "由同事补记", by="350002")
    for wanted in ("离开", "likai", "dfylk"):
        search.setText(wanted)
        assert lines(pane) == ["对方已离开"], wanted
    search.setText("350002")
    assert lines(pane) == ["由同事补记"]
    search.setText("没有这样的话")
    assert lines(pane) == []


def test_who_reads_further_up_is_told_of_what_came_and_goes_to_it_by_one_button(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, _person = pane_at(qtbot, tmp_path)
    timeline = pane.parts.timeline
    for number in range(30):
        run(qtbot, desk, write_note, "i1", f"第 {number} 条")
    bar = timeline.view.verticalScrollBar()
    assert not timeline.newest.isEnabled()
    bar.setValue(0)
    for number in range(2):
        run(qtbot, desk, write_note, "i1", f"新 {number}")
    assert timeline.newest.text() == "↓ 最新（2 条未看）"
    timeline.newest.click()
    assert bar.value() == bar.maximum()
    assert timeline.newest.text() == "↓ 最新"
    assert not timeline.newest.isEnabled()


def test_another_sheet_begins_with_all_of_its_lines(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, _person = pane_at(qtbot, tmp_path)
    timeline = pane.parts.timeline
    timeline.search.setText("没有这样的话")
    desk.selection.choose_incident("i2")
    assert timeline.search.text() == ""
    qtbot.waitUntil(lambda: len(lines(pane)) > 0)
