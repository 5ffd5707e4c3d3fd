"""Forms, their fields, the picker of terms and the panels that ask."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.errors import RuleError
from models.reason import Reason
from tests.ui.desk import make_desk
from tests.ui.keyboard import CTRL, K, Person
from ui.desk import Desk
from ui.field import ReasonField
from ui.form import Form, choice, count, flag, line, reason, term, text
from ui.panel import Panel
from ui.picker import TermField

LEFT = Qt.MouseButton.LeftButton
SPECS = [
    line("address", needed=True),
    line("feature_point", passed=True),
    term("class_taken", "incident_class"),
    flag("weapon"),
    choice("caller_sex", lambda: [("", "未知"), ("1", "男"), ("2", "女")], beside=True),
    count("suspects"),
    text("narrative"),
]


def form_at(qtbot: QtBot, folder: Path) -> tuple[Form, Person]:
    """Return a form of every kind of field, and somebody in front of it."""
    desk = make_desk(qtbot, folder)
    form = Form(desk, SPECS)
    person = Person(qtbot, desk, form)
    form.focus("address")
    return form, person


def picker_at(qtbot: QtBot, folder: Path) -> tuple[Desk, TermField, Person]:
    """Return a picker of incident classes with the keyboard in it."""
    desk = make_desk(qtbot, folder)
    field = TermField(desk.trade, desk.clock, "incident_class")
    person = Person(qtbot, desk, field)
    field.setFocus()
    return desk, field, person


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("200100", "200100"),
        ("djdo", "200100"),
        ("dajiadou", "200100"),
        ("20", "20"),
        ("zhian", "20"),
        ("fire and", "40"),
    ],
)
def test_a_class_is_found_by_code_pinyin_initials_and_english(
    qtbot: QtBot, tmp_path: Path, typed: str, code: str
) -> None:
    _desk, field, person = picker_at(qtbot, tmp_path)
    with qtbot.waitSignal(field.picked) as picked:
        person.type(typed)
        person.press(K.Key_Return)
    assert picked.args == [code]
    assert field.value() == code
    assert not field.offers.isVisible()


def test_a_class_is_found_by_its_words(qtbot: QtBot, tmp_path: Path) -> None:
    _desk, field, person = picker_at(qtbot, tmp_path)
    person.say("打架")
    assert field.offers.item(0).text() == "200100  打架斗殴 · 治安"
    person.press(K.Key_Tab)
    assert field.value() == "200100"
    assert field.line.text() == "治安·打架斗殴"


def test_the_arrows_walk_in_the_offers_and_escape_gives_up(qtbot: QtBot, tmp_path: Path) -> None:
    _desk, field, person = picker_at(qtbot, tmp_path)
    field.show_value("100100")
    person.press(K.Key_Down)
    assert field.offers.count() > 100, "all of them are offered where nothing was typed"
    person.press(K.Key_Escape)
    assert field.value() == "100100"
    person.press(K.Key_A, mod=CTRL)
    person.type("daoqie")
    codes = [field.offers.item(row).data(256) for row in range(field.offers.count())]
    assert codes[:2] == ["100100", "201000"]
    person.press(K.Key_Down, K.Key_Return)
    assert field.value() == "201000"


@pytest.mark.parametrize("first", ["keyboard", "suggestion"])
def test_what_is_typed_over_a_term_replaces_it(qtbot: QtBot, tmp_path: Path, first: str) -> None:
    _desk, field, person = picker_at(qtbot, tmp_path)
    if first == "suggestion":
        field.clearFocus()
        field.show_value("100100")
        field.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        field.show_value("100100")
    person.type("djdo")
    assert field.line.text() == "djdo"
    person.press(K.Key_Return)
    assert field.value() == "200100"


def test_a_text_that_names_no_term_is_marked_and_never_taken(qtbot: QtBot, tmp_path: Path) -> None:
    _desk, field, person = picker_at(qtbot, tmp_path)
    field.show_value("100100")
    person.press(K.Key_A, mod=CTRL)
    person.type("qqqq")
    person.press(K.Key_Return)
    assert field.marked == "没有符合的条目，请换个说法"
    assert not field.settle()
    person.press(K.Key_Escape)
    person.press(K.Key_A, mod=CTRL)
    person.press(K.Key_Delete, K.Key_Return)
    assert field.value() == ""


def test_what_was_not_chosen_goes_back_when_the_keyboard_leaves(
    qtbot: QtBot, tmp_path: Path
) -> None:
    _desk, field, person = picker_at(qtbot, tmp_path)
    field.show_value("100100")
    person.press(K.Key_A, mod=CTRL)
    person.type("da")
    field.line.clearFocus()
    assert (field.value(), field.line.text()) == ("100100", "刑事·盗窃")
    assert not field.offers.isVisible()


def test_a_click_takes_an_offer(qtbot: QtBot, tmp_path: Path) -> None:
    _desk, field, person = picker_at(qtbot, tmp_path)
    person.type("daoqie")
    second = field.offers.visualItemRect(field.offers.item(1))
    QTest.mouseClick(field.offers.viewport(), LEFT, pos=second.center())
    assert field.value() == "201000"
    assert field.line.hasFocus()


def test_enter_goes_through_the_form_past_what_has_its_own_key(
    qtbot: QtBot, tmp_path: Path
) -> None:
    form, person = form_at(qtbot, tmp_path)
    reached = []
    for _ in range(5):
        reached.append(next(name for name, field in form.fields.items() if field.is_reached))
        person.press(K.Key_Return)
    assert reached == ["address", "class_taken", "weapon", "caller_sex", "suspects"]
    assert form.fields["narrative"].is_reached


def test_every_kind_of_field_gives_back_what_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    form, _person = form_at(qtbot, tmp_path)
    values: dict[str, Any] = {
        "address": "延安北路",
        "feature_point": "灯杆 17",
        "class_taken": "200100",
        "weapon": True,
        "caller_sex": "2",
        "suspects": 3,
        "narrative": "一\n二",
    }
    edits: list[str] = []
    form.edited.connect(edits.append)
    form.show_values(values)
    assert form.values() == values
    assert edits == [], "showing is no edit"


def test_every_kind_of_field_tells_of_an_edit(qtbot: QtBot, tmp_path: Path) -> None:
    form, person = form_at(qtbot, tmp_path)
    edits: list[str] = []
    form.edited.connect(edits.append)
    person.type("x")
    form.focus("class_taken")
    person.type("200100\r")
    person.press(K.Key_Space)
    form.focus("caller_sex")
    person.press(K.Key_Down)
    form.focus("suspects")
    person.type("4")
    form.focus("narrative")
    person.type("y")
    assert edits == ["address", "class_taken", "weapon", "caller_sex", "suspects", "narrative"]
    assert form.values() == {
        "address": "x",
        "feature_point": "",
        "class_taken": "200100",
        "weapon": True,
        "caller_sex": "1",
        "suspects": 4,
        "narrative": "y",
    }


def test_a_number_takes_nothing_but_digits(qtbot: QtBot, tmp_path: Path) -> None:
    form, person = form_at(qtbot, tmp_path)
    form.focus("suspects")
    person.type("1a2-")
    assert form.value("suspects") == 12


def test_a_refusal_stands_at_its_field_until_that_is_mended(qtbot: QtBot, tmp_path: Path) -> None:
    form, person = form_at(qtbot, tmp_path)
    assert form.refuse(RuleError("text.empty", field="narrative"))
    assert form.fields["narrative"].marked == "“报警内容”不能为空。"
    assert form.fields["narrative"].is_reached
    person.type("x")
    assert form.fields["narrative"].marked == ""
    assert not form.refuse(RuleError("units.none"))


def test_labels_follow_the_language(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(qtbot, tmp_path)
    form = Form(desk, SPECS)
    qtbot.addWidget(form)
    assert form._labels["address"].text() == "案发地址 *"
    assert form.fields["address"].editor.accessibleName() == "案发地址"
    desk.language.use("en")
    QApplication.processEvents()
    desk.language.use("zh")
    QApplication.processEvents()
    assert form._labels["address"].text() == "案发地址 *"


def test_a_panel_behind_another_tab_takes_the_keyboard_when_it_comes_to_the_front(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = make_desk(qtbot, tmp_path)
    tabs = QTabWidget()
    panel = Panel(desk, lambda: "反馈", [line("note")])
    behind = QWidget()
    QVBoxLayout(behind).addWidget(panel)
    tabs.addTab(QWidget(), "1")
    tabs.addTab(behind, "2")
    Person(qtbot, desk, tabs)
    panel.ask({"note": ""})
    assert not panel.form.fields["note"].is_reached
    tabs.setCurrentIndex(1)
    assert panel.form.fields["note"].is_reached


def test_nothing_flashes_up_as_a_window_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(qtbot, tmp_path)
    watch = Watch()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    panel = Panel(desk, lambda: "反馈", SPECS, more=[count("dead", empty=0)])
    picker = TermField(desk.trade, desk.clock, "incident_class")
    person = Person(qtbot, desk, panel, picker)
    panel.ask({})
    picker.setFocus()
    person.type("da")
    person.press(K.Key_Escape)
    application.removeEventFilter(watch)
    assert watch.shown == [person.window]


class Watch(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a window."""
        if (
            event.type() is QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched not in self.shown
        ):
            self.shown.append(watched)
        return False


def test_a_panel_asks_gives_once_and_waits_for_the_answer(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(qtbot, tmp_path)
    specs = [reason("reason", "cancel_reason"), line("note")]
    panel = Panel(desk, lambda: "撤回", specs, more=[count("dead", empty=0)])
    person = Person(qtbot, desk, panel)
    given: list[dict[str, Any]] = []
    panel.given.connect(given.append)
    panel.ask({"reason": Reason(), "note": "", "dead": 0})
    assert panel.form.fields["reason"].is_reached
    person.press(K.Key_Down)
    person.press(K.Key_Return, K.Key_Return)
    person.press(K.Key_Return, mod=CTRL)
    assert given == [{"reason": Reason(code="10"), "note": "", "dead": 0}]
    panel.refuse(RuleError("assignment.over"))
    assert panel.wrong == "这支警力已离开这起警情。"
    panel.refuse(RuleError("field.bad", field="dead"))
    assert panel.more_button.isChecked(), "what is wrong is never folded away"
    with qtbot.waitSignal(panel.dismissed):
        person.press(K.Key_Escape)
    assert panel.isHidden()


def test_a_reason_is_a_code_where_it_is_chosen_words_where_it_is_written_or_both(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = make_desk(qtbot, tmp_path)
    form = Form(desk, [reason("reason", "cancel_reason")])
    person = Person(qtbot, desk, form)
    field = form.fields["reason"]
    assert isinstance(field, ReasonField)
    shown = field.box.currentText
    field.setFocus()
    for typed, meant in (
        ("现场无人", Reason("现场无人")),
        ("重复派警", Reason(code="20")),
        ("重复派警：与前单相同", Reason("与前单相同", "20")),
        ("重复派警: 与前单相同", Reason("与前单相同", "20")),
        ("重复派警两次", Reason("重复派警两次")),
    ):
        person.press(K.Key_A, mod=CTRL)
        person.say(typed)
        assert field.value() == meant, typed
    field.show_value(Reason("与前单相同", "20"))
    assert shown() == "重复派警：与前单相同"
    desk.language.use("en")
    qtbot.waitUntil(lambda: shown() == "Ordered twice: 与前单相同")
    assert field.value() == Reason("与前单相同", "20"), (
        "the language of the screen changes no reason"
    )
    field.show_value(Reason(code="77"))
    assert shown() == "77", "a code that the list has no more is not lost"
