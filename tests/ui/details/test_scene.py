"""When it occurred and where the scene is: written as people write them, kept as instants and degrees."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.fix import Fix
from services.dispatching import arrive
from tests.ui.desk import NOW, run, settle
from tests.ui.details.test_details import card_of, dossier_of, pane_at
from tests.ui.keyboard import CTRL, K
from ui.details.feedback import FeedbackPanel
from ui.details.scene import PointField, point_of
from ui.field import Field
from ui.instant import InstantField, instant

MINUTE = 60_000
HOUR = 60 * MINUTE


def field(panel: FeedbackPanel, name: str) -> Field:
    """Return a field behind “more”, in sight."""
    panel.more_button.setChecked(True)
    assert panel.more is not None
    panel.more.focus(name)
    return panel.more.fields[name]


# NOW is 2026-02-02 10:40:00 on the desk's wall.
@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("10:38", 2 * MINUTE),
        ("10：38：30", MINUTE + 30_000),
        ("11:00", 24 * HOUR - 20 * MINUTE),
        ("02-01 10:40", 24 * HOUR),
        ("2026-02-02 00:00", 10 * HOUR + 40 * MINUTE),
        (" 9:05 ", HOUR + 35 * MINUTE),
    ],
)
def test_an_instant_is_the_last_one_that_the_words_can_mean(text: str, since: int) -> None:
    assert instant(text, NOW) == NOW - since


@pytest.mark.parametrize(
    "text", ["", "25:00", "10:60", "02-30 10:00", "刚才", "10", "2026-13-01 1:00"]
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert instant(text, NOW) is None


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("117.6464, 24.513", [117.6464, 24.513]),
        ("24.513，117.6464", [117.6464, 24.513]),
        ("(117.6464 24.513)", [117.6464, 24.513]),
        ("117.6464°; 24.513°", [117.6464, 24.513]),
        ("-0.5 51.5", [-0.5, 51.5]),
        ("117.6464", None),
        ("117.6464, 24.513, 3", None),
        ("东 117.6464 北 24.513", None),
        ("217.6, 24.5", None),
        ("", None),
    ],
)
def test_a_point_is_two_numbers_on_the_earth(text: str, point: list[float] | None) -> None:
    assert point_of(text) == point


def test_a_feedback_says_when_it_occurred_and_where(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    run(qtbot, desk, arrive, card_of(desk).assignments[0].id)
    person.press(K.Key_F8)
    panel = pane.parts.panels.feedback
    panel.form.fields["result"].show_value("D10")
    occurred = field(panel, "occurred_at")
    assert isinstance(occurred, InstantField)
    person.say("很久以前")
    person.press(K.Key_Return, mod=CTRL)
    assert occurred.marked == "请写作 时:分、月-日 时:分 或 年-月-日 时:分。"
    assert occurred.is_reached
    assert dossier_of(desk).feedbacks == ()
    person.press(K.Key_A, mod=CTRL)
    person.type("10:31")
    scene = field(panel, "scene")
    assert scene.value() == [117.6464, 24.513], "the place of the incident is offered"
    person.press(K.Key_A, mod=CTRL)
    person.type("24.5201, 117.6502")
    tags = field(panel, "tags")
    person.say("夜间 涉酒")
    assert tags.value() == ["夜间", "涉酒"]
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    (report,) = dossier_of(desk).feedbacks
    assert report.occurred_at == NOW - 9 * MINUTE
    assert (report.scene_lon, report.scene_lat) == (117.6502, 24.5201)
    assert report.tags == ["夜间", "涉酒"]
    assert pane.parts.reports.text().endswith(
        "发生时间 2026-02-02 10:31:00 · 内容标签 夜间 涉酒 · 现场坐标 117.65020, 24.52010"
    )


def test_an_occurrence_after_now_is_refused_at_its_field(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    person.press(K.Key_F8)
    panel = pane.parts.panels.feedback
    panel.form.fields["result"].show_value("D10")
    occurred = field(panel, "occurred_at")
    person.type("2026-02-03 10:00")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert "发生时间" in occurred.marked
    assert occurred.is_reached
    assert dossier_of(desk).feedbacks == ()


def test_the_scene_is_taken_from_where_the_unit_is_by_one_button(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    person.press(K.Key_F8)
    panel = pane.parts.panels.feedback
    scene = field(panel, "scene")
    assert isinstance(scene, PointField)
    assert not scene.of_unit.isEnabled(), "nobody has heard of the unit yet"
    panel.form.focus("narrative")
    desk.positions.report([Fix("u1", NOW, 117.66, 24.53)])
    field(panel, "scene")
    scene.of_unit.click()
    assert scene.value() == [117.66, 24.53]
    scene.of_incident.click()
    assert scene.value() == [117.6464, 24.513]


def test_a_point_that_is_none_is_said_at_its_field(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    person.press(K.Key_F8)
    panel = pane.parts.panels.feedback
    panel.form.fields["result"].show_value("D10")
    scene = field(panel, "scene")
    person.press(K.Key_A, mod=CTRL)
    person.say("路口")
    person.press(K.Key_Return, mod=CTRL)
    assert scene.marked == "请写经度和纬度，如 117.64640, 24.51300。"
    assert dossier_of(desk).feedbacks == ()
    settle(qtbot, desk)
