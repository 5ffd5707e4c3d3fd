"""The feedback form asks for what the class asks for, and says at the field why it was refused."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from services.closing import feed_back
from services.dispatching import arrive
from tests.ui.desk import run, settle
from tests.ui.details.test_details import card_of, dossier_of, lines, pane_at
from tests.ui.keyboard import CTRL, SHIFT, K
from ui.details.feedback import FeedbackPanel
from ui.field import ChoiceField


def asked(panel: FeedbackPanel) -> list[str]:
    """Return the codes of what the class asks for, as the form shows them."""
    return list(panel.asked.fields) if panel.asked is not None else []


def test_the_fields_follow_the_class_and_what_was_typed_stays_where_both_have_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    _desk, pane, person = pane_at(qtbot, tmp_path)
    person.press(K.Key_F8)
    panel = pane.parts.panels.feedback
    assert panel.asked is not None
    assert asked(panel) == ["loss_fen", "involved", "caught", "escaped", "case_number", "evidence"]
    panel.asked.fields["loss_fen"].show_value(12_350)
    assert panel.more is not None
    panel.more.fields["injured"].show_value(2)
    panel.form.focus("class_code")
    person.press(K.Key_A, mod=CTRL)
    person.type("300100\r")
    assert panel.form.value("class_code") == "300100"
    assert asked(panel)[:2] == ["accident_form", "traffic_block"]
    assert (panel.values()["loss_fen"], panel.values()["injured"]) == (12_350, 2)
    assert "caught" not in asked(panel)
    assert "caught" in panel.values()


def test_what_a_class_needs_is_asked_for_at_its_field_and_then_kept(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    run(qtbot, desk, arrive, card_of(desk).assignments[0].id)
    person.press(K.Key_F8)
    panel = pane.parts.panels.feedback
    panel.form.focus("class_code")
    person.press(K.Key_A, mod=CTRL)
    person.type("300100\r")
    person.type("D10\r")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert panel.asked is not None
    kind, block = (panel.asked.fields[name] for name in ("accident_form", "traffic_block"))
    assert kind.marked == "这类警情的反馈还缺：事故形态、交通影响。"
    assert isinstance(kind, ChoiceField)
    assert kind.is_reached
    kind.show_value("accident_form.02")
    block.show_value("traffic_block.01")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert panel.isHidden()
    (report,) = dossier_of(desk).feedbacks
    assert report.particulars == {
        "accident_form": "accident_form.02",
        "traffic_block": "traffic_block.01",
    }
    assert pane.parts.reports.text() == (
        "F1 10:40:00 618 · 交通·事故 · 现场处结 · 事故形态 机动车与非机动车 · 交通影响 不影响通行"
        " · 现场坐标 117.64640, 24.51300"
    )


def test_a_result_that_contradicts_the_counts_is_refused_with_the_reason(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    person.press(K.Key_F8)
    panel = pane.parts.panels.feedback
    person.press(K.Key_Return)
    person.type("D50\r")
    panel.more_button.setChecked(True)
    assert panel.more is not None
    panel.more.fields["injured"].show_value(1)
    panel.more_button.setChecked(False)
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert panel.more.fields["injured"].marked == (
        "处理结果“未发现警情”与“受伤人数”矛盾。请改处理结果，或清空这一项。"
    )
    assert panel.more.isVisible(), "the field is brought to sight"
    assert dossier_of(desk).feedbacks == ()


def test_money_is_written_in_yuan_and_kept_in_fen(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    person.press(K.Key_F8, K.Key_Return)
    person.type("D20\r")
    panel = pane.parts.panels.feedback
    assert panel.asked is not None
    panel.asked.focus("loss_fen")
    person.type("1234.5")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    (report,) = dossier_of(desk).feedbacks
    assert report.loss_fen == 123_450
    assert pane.parts.reports.text().endswith(
        "损失金额（元） 1234.50 · 现场坐标 117.64640, 24.51300"
    )
    person.press(K.Key_F8)
    assert panel.values()["loss_fen"] is None, "the next report begins empty"


def test_tab_goes_from_the_narrative_into_the_fields_of_the_class(
    qtbot: QtBot, tmp_path: Path
) -> None:
    _desk, pane, person = pane_at(qtbot, tmp_path)
    person.press(K.Key_F8)
    panel = pane.parts.panels.feedback
    panel.form.focus("narrative")
    person.press(K.Key_Tab)
    assert panel.asked is not None
    assert panel.asked.fields["loss_fen"].is_reached


def test_the_newest_feedback_is_struck_by_key_with_a_reason(qtbot: QtBot, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said)
    number = card_of(desk).number
    person.press(K.Key_F8, mod=SHIFT)
    assert said == [("info", f"警单 {number} 没有可以划除的反馈。")]
    for narrative in ("已劝离", "填错了单"):
        run(qtbot, desk, feed_back, "i1", class_code="200100", result="D11", narrative=narrative)
    person.press(K.Key_F8, mod=SHIFT)
    panel = pane.parts.panels.striking
    assert panel._heading.text() == f"划除反馈 {number}-F2，请说明原因"
    person.press(K.Key_Return)
    settle(qtbot, desk)
    assert panel.form.fields["reason"].marked == "“原因”不能为空。"
    person.say("填到别的警单上了")
    person.press(K.Key_Return)
    settle(qtbot, desk)
    assert panel.isHidden()
    assert [report.narrative for report in dossier_of(desk).feedbacks] == ["已劝离"]
    assert "填错了单" not in pane.parts.reports.text()
    assert lines(pane)[-1] == f"划除反馈 {number}-F2：填到别的警单上了"
    assert any("填错了单" in line for line in lines(pane)), "what was written stays readable"
