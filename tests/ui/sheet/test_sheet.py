"""A sheet is filled by keys alone, saved at every pause, and completed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from models.board import IncidentCard
from models.errors import TroubleError
from models.place import Method, Place
from models.state import IncidentState
from services.closing import close
from services.database import Database
from services.dossier import read_dossier
from services.taking import answer, save_draft
from tests.ui.desk import NOW, call_job, make_desk, move_clock, run, settle, sheet_jobs, write_all
from tests.ui.keyboard import CTRL, SHIFT, K, Person
from ui.desk import Desk
from ui.moment import time_of
from ui.sheet import SheetPane
from ui.sheet.draft import Sign

WHERE = "芗城区延安北路工商银行门口"


def pane_at(qtbot: QtBot, desk: Desk) -> tuple[SheetPane, Person]:
    """Return a sheet pane in a window, and somebody in front of it."""
    pane = SheetPane(desk)
    QAbstractItemModelTester(
        pane.parts.related.table, QAbstractItemModelTester.FailureReportingMode.Fatal, pane
    )
    person = Person(qtbot, desk, pane)
    with qtbot.waitSignal(desk.store.loaded):
        desk.store.load()
    settle(qtbot, desk)
    return pane, person


def calling(qtbot: QtBot, folder: Path, said: list[tuple[str, str]] | None = None) -> Desk:
    """Return a desk where somebody has been answered: the sheet i1 is being taken."""
    place = Place(117.6464, 24.513, Method.CARRIER, NOW, accuracy=120.0)
    call = call_job(
        "c1",
        caller_number="13860001234",
        owner_name="林阿妹",
        owner_address="新华西路88号",
        place=place,
        heard="延安北路口有人打架<b>",
    )
    desk = make_desk(qtbot, folder, said=said, fill=lambda store: write_all(store, [call]))
    run(qtbot, desk, answer, "c1", id="i1")
    return desk


def card_of(desk: Desk, id: str = "i1") -> IncidentCard:
    """Return a sheet's card."""
    card = desk.store.board.get(IncidentCard, id)
    assert card is not None
    return card


def test_a_plain_sheet_is_taken_without_the_mouse_in_seven_keys_beside_the_words(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = make_desk(qtbot, tmp_path)
    pane, person = pane_at(qtbot, desk)
    person.press(K.Key_F2)
    settle(qtbot, desk)
    person.say(WHERE)
    person.press(K.Key_Return)
    person.type("dj")
    person.press(K.Key_Return, K.Key_Return)
    person.say("两人持械互殴")
    with qtbot.waitSignal(pane.completed) as done:
        person.press(K.Key_Return, mod=CTRL)
    (id,) = done.args
    card = card_of(desk, id)
    assert person.keys == 7
    assert (card.state, card.address) == (IncidentState.TAKEN, WHERE)
    assert (card.class_taken, card.level, card.narrative) == ("200100", 3, "两人持械互殴")
    assert card.channel == "0200"
    assert pane.incident_id == ""


def test_the_form_shows_who_calls_and_what_was_heard_as_plain_text(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = calling(qtbot, tmp_path)
    pane, _person = pane_at(qtbot, desk)
    head = pane.parts.head
    assert pane.incident_id == "i1", "what was being taken is taken up again at start"
    assert head.number.text() == card_of(desk).number
    assert "13860001234" in head.caller.text()
    assert "林阿妹" in head.caller.text()
    assert "新华西路88号" in head.caller.text()
    assert head.heard.text() == "延安北路口有人打架<b>"
    assert head.heard.textFormat() is head.heard.textFormat().PlainText
    assert pane.parts.form.field("contact_phone").value() == "13860001234"


def test_a_draft_survives_the_end_of_the_program(qtbot: QtBot, tmp_path: Path) -> None:
    desk = calling(qtbot, tmp_path)
    pane, person = pane_at(qtbot, desk)
    pane.open_sheet("i1")
    person.say(WHERE)
    person.press(K.Key_Tab, K.Key_Tab, K.Key_Tab)
    person.type("200100\r")
    assert pane.parts.head.sign.text() == "● 未保存"
    qtbot.waitUntil(lambda: pane.parts.head.sign.text().startswith("✓ 已保存 "))
    pane.parts.form.main.focus("narrative")
    person.say("说到一半")
    pane.save_now()
    desk.store.close()
    path = desk.store._database.path
    desk.store._database.close()
    again = Database(path)
    found = again.read(read_dossier, "i1")
    again.close()
    assert found is not None
    assert found.card.state is IncidentState.TAKING
    assert (found.card.address, found.card.class_taken) == (WHERE, "200100")
    assert (found.card.level, found.card.narrative) == (3, "说到一半")


def test_only_changed_fields_are_saved(qtbot: QtBot, tmp_path: Path) -> None:
    desk = calling(qtbot, tmp_path)
    pane, person = pane_at(qtbot, desk)
    pane.open_sheet("i1")
    person.say(WHERE)
    draft = pane._filling.draft
    assert draft.typed == {"address": WHERE}
    pane.save_now()
    settle(qtbot, desk)
    assert draft.typed == {}
    assert draft.sign is Sign.SAVED


def test_the_field_being_typed_is_not_overwritten_by_what_comes_from_elsewhere(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = calling(qtbot, tmp_path)
    pane, person = pane_at(qtbot, desk)
    pane.open_sheet("i1")
    person.say("芗城区延安")
    from_elsewhere = {"address": "别处写的", "caller_name": "陈先生", "supplement": "红衣"}
    run(qtbot, desk, save_draft, "i1", from_elsewhere)
    form = pane.parts.form
    assert form.field("address").value() == "芗城区延安"
    assert form.field("address").marked == "他处已改为“别处写的”"
    assert form.field("caller_name").value() == "陈先生"
    assert form.field("supplement").value() == "红衣"
    person.say("北路")
    pane.save_now()
    settle(qtbot, desk)
    assert card_of(desk).address == "芗城区延安北路"
    assert form.field("address").marked == ""


def test_a_field_one_only_looked_at_shows_what_came_after_leaving_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = calling(qtbot, tmp_path)
    pane, person = pane_at(qtbot, desk)
    pane.open_sheet("i1")
    run(qtbot, desk, save_draft, "i1", {"address": "别处写的"})
    assert pane.parts.form.field("address").value() == ""
    person.press(K.Key_Tab)
    assert pane.parts.form.field("address").value() == "别处写的"
    assert pane.parts.form.field("address").marked == ""


def test_missing_fields_are_marked_and_the_first_gets_the_keyboard(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = calling(qtbot, tmp_path)
    pane, person = pane_at(qtbot, desk)
    pane.open_sheet("i1")
    person.say(WHERE)
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    form = pane.parts.form
    marks = {name: field.marked for name, field in form.main.fields.items() if field.marked}
    assert marks == {"class_taken": "必填", "level": "必填"}
    assert form.classes.is_reached
    assert pane.incident_id == "i1"
    assert card_of(desk).address == WHERE, "what was typed is kept all the same"


def test_the_class_proposes_its_level_with_the_reason_until_a_person_chooses(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = calling(qtbot, tmp_path)
    pane, person = pane_at(qtbot, desk)
    pane.open_sheet("i1")
    form = pane.parts.form
    form.main.focus("class_taken")
    person.type("100200\r")
    assert form.level.value() == 2
    assert form.level.hinted == "建议 2 级：“刑事·抢劫”的默认级别"
    person.press(K.Key_1)
    assert (form.level.value(), form.level.hinted) == (1, "")
    form.main.focus("class_taken")
    person.press(K.Key_A, mod=CTRL)
    person.type("100100\r")
    assert form.level.value() == 1, "what a person chose stays"
    assert form.level.hinted == "建议 3 级：“刑事·盗窃”的默认级别"
    person.press(K.Key_Right, K.Key_Right)
    assert form.level.value() == 3


def test_enter_goes_on_and_tab_leaves_the_narrative(qtbot: QtBot, tmp_path: Path) -> None:
    desk = calling(qtbot, tmp_path)
    pane, person = pane_at(qtbot, desk)
    pane.open_sheet("i1")
    form = pane.parts.form
    reached = []
    for _ in range(3):
        reached.append(next(name for name in form.main.fields if form.field(name).is_reached))
        person.press(K.Key_Return)
    assert reached == ["address", "class_taken", "level"]
    assert form.field("narrative").is_reached
    person.press(K.Key_Return)
    assert form.field("narrative").is_reached, "Enter is a new line there"
    person.press(K.Key_Tab)
    assert form.field("contact_phone").is_reached


def test_a_place_is_picked_on_the_map_beside_that_of_the_caller(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = calling(qtbot, tmp_path)
    pane, person = pane_at(qtbot, desk)
    pane.open_sheet("i1")
    with qtbot.waitSignal(pane.picking) as asked:
        person.press(K.Key_F3)
    assert asked.args == [True]
    with qtbot.waitSignal(pane.picking) as ended:
        pane.take_place(117.65, 24.52)
    assert ended.args == [False]
    assert pane.parts.form.classes.is_reached
    pane.save_now()
    settle(qtbot, desk)
    card = card_of(desk)
    assert card.place is not None
    assert (card.place.lon, card.place.lat, card.place.method) == (117.65, 24.52, "picked")
    assert card.caller_place is not None
    assert card.caller_place.method == "carrier"


def test_the_callers_place_is_taken_by_a_button(qtbot: QtBot, tmp_path: Path) -> None:
    desk = calling(qtbot, tmp_path)
    pane, _person = pane_at(qtbot, desk)
    field = pane.parts.form.place
    assert field.callers_words == "报警人：运营商定位 · 误差 120 米"
    field.use_caller.click()
    pane.save_now()
    settle(qtbot, desk)
    card = card_of(desk)
    assert card.place == card.caller_place
    assert not field.use_caller.isEnabled()


def test_going_to_another_sheet_saves_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(
        qtbot,
        tmp_path,
        fill=lambda store: write_all(
            store,
            [
                *sheet_jobs("i1", taken=False, address="", at=NOW - 1),
                *sheet_jobs("i2", taken=False, address="龙文区建元东路"),
            ],
        ),
    )
    pane, person = pane_at(qtbot, desk)
    assert pane.incident_id == "i1"
    pane.open_sheet("i1")
    person.say(WHERE)
    person.press(K.Key_PageDown, mod=CTRL)
    assert pane.incident_id == "i2"
    assert pane.parts.form.field("address").value() == "龙文区建元东路"
    settle(qtbot, desk)
    assert card_of(desk).address == WHERE
    person.press(K.Key_PageUp, mod=CTRL)
    assert pane.incident_id == "i1"
    assert pane.parts.form.field("address").value() == WHERE


def test_a_sheet_that_was_taken_is_changed_and_its_timeline_says_so(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = make_desk(qtbot, tmp_path, fill=lambda store: write_all(store, sheet_jobs("i1")))
    pane, person = pane_at(qtbot, desk)
    desk.selection.choose_incident("i1")
    person.press(K.Key_E, mod=CTRL)
    settle(qtbot, desk)
    assert pane.parts.complete.text().startswith("保存修改")
    person.press(K.Key_A, mod=CTRL)
    person.say(WHERE)
    assert card_of(desk).address != WHERE
    with qtbot.waitSignal(pane.completed):
        person.press(K.Key_Return, mod=CTRL)
    dossier = desk.store._database.read(read_dossier, "i1")
    assert dossier is not None
    last = dossier.entries[-1]
    assert (last.code, last.params["field"], last.params["new"]) == (
        "sheet.changed",
        "address",
        WHERE,
    )


def test_a_sheet_is_struck_with_a_reason_and_refused_without(qtbot: QtBot, tmp_path: Path) -> None:
    desk = calling(qtbot, tmp_path)
    pane, person = pane_at(qtbot, desk)
    pane.open_sheet("i1")
    person.press(K.Key_Delete, mod=CTRL | SHIFT)
    person.press(K.Key_Return)
    settle(qtbot, desk)
    panel = pane.parts.discard
    assert panel.form.fields["reason"].marked == "“原因”不能为空。"
    person.say("误建")
    person.press(K.Key_Return)
    settle(qtbot, desk)
    assert desk.store.board.get(IncidentCard, "i1") is None
    assert pane.incident_id == ""
    assert panel.isHidden()


def test_a_text_that_is_too_long_is_refused_at_its_field(qtbot: QtBot, tmp_path: Path) -> None:
    desk = calling(qtbot, tmp_path)
    pane, person = pane_at(qtbot, desk)
    pane.open_sheet("i1")
    pane.parts.form.main.focus("narrative")
    person.say("长" * 4001)
    pane.save_now()
    settle(qtbot, desk)
    assert "最多 4000 字" in pane.parts.form.field("narrative").marked
    assert pane.parts.head.sign.text().startswith("■ 未保存")


def test_what_cannot_be_kept_does_not_hold_up_the_rest(qtbot: QtBot, tmp_path: Path) -> None:
    desk = calling(qtbot, tmp_path)
    pane, person = pane_at(qtbot, desk)
    pane.open_sheet("i1")
    person.say(WHERE)
    pane.parts.form.main.focus("narrative")
    person.say("长" * 4001)
    pane.save_now()
    settle(qtbot, desk)
    assert card_of(desk).address == WHERE
    assert pane.parts.head.sign.text().startswith("■ 未保存")
    person.press(K.Key_A, mod=CTRL)
    person.say("短")
    pane.save_now()
    settle(qtbot, desk)
    assert card_of(desk).narrative == "短"
    assert pane.parts.head.sign.text().startswith("✓ 已保存")


def test_another_sheet_begins_at_its_address(qtbot: QtBot, tmp_path: Path) -> None:
    desk = calling(qtbot, tmp_path)
    pane, person = pane_at(qtbot, desk)
    pane.open_sheet("i1")
    pane.parts.form.main.focus("narrative")
    person.press(K.Key_F2)
    settle(qtbot, desk)
    assert pane.incident_id != "i1"
    assert pane.parts.form.field("address").is_reached
    pane.parts.form.main.focus("narrative")
    pane.parts.complete.setFocus()
    pane.setFocus()
    assert pane.parts.form.field("narrative").is_reached, "the same sheet goes on where it was left"


def test_the_field_with_the_keyboard_is_scrolled_into_sight(qtbot: QtBot, tmp_path: Path) -> None:
    desk = calling(qtbot, tmp_path)
    pane, person = pane_at(qtbot, desk)
    person.window.resize(460, 420)
    qtbot.waitUntil(lambda: pane.height() < 420)
    pane.parts.form.main.focus("supplement")
    field = pane.parts.form.field("supplement")
    assert not field.visibleRegion().isEmpty()
    pane.parts.form.main.focus("address")
    assert not pane.parts.form.field("address").visibleRegion().isEmpty()


def test_a_sheet_that_somebody_closes_leaves_the_form_and_what_was_typed_is_spoken_of(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk = make_desk(
        qtbot, tmp_path, said=said, fill=lambda store: write_all(store, sheet_jobs("i1"))
    )
    pane, person = pane_at(qtbot, desk)
    pane.open_sheet("i1")
    person.say("没写完")
    run(qtbot, desk, close, "i1", "D10", by="350002")
    assert pane.incident_id == ""
    assert said == [
        ("warning", "警单已不在办，未提交的修改没有写入，已另行保存；重开警单后可继续。")
    ]


def test_a_failed_save_is_said_and_tried_again_when_the_disk_is_well(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = calling(qtbot, tmp_path)
    pane, person = pane_at(qtbot, desk)
    pane.open_sheet("i1")
    with monkeypatch.context() as broken:
        broken.setattr(desk.store._write, "_run", full_disk)
        person.say(WHERE)
        with qtbot.waitSignal(desk.store.troubled):
            pane.save_now()
    assert pane.parts.head.sign.text().startswith("■ 未保存")
    run(qtbot, desk, save_draft, "i1", {"caller_name": "陈先生"})
    settle(qtbot, desk)
    assert card_of(desk).address == WHERE
    assert pane.parts.head.sign.text().startswith("✓ 已保存")


def test_a_failed_save_is_tried_again_by_itself_ever_more_rarely(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = calling(qtbot, tmp_path)
    pane, person = pane_at(qtbot, desk)
    pane.open_sheet("i1")
    tries: list[object] = []

    def fail(works: object) -> list[Exception]:
        tries.append(works)
        return full_disk(works)

    with monkeypatch.context() as broken:
        broken.setattr(desk.store._write, "_run", fail)
        person.say(WHERE)
        pane.save_now()
        settle(qtbot, desk)
        assert pane.parts.head.sign.text() == f"■ 未保存 {time_of(NOW)} 起"
        for _ in range(30):
            move_clock(desk, 500)
            settle(qtbot, desk)
        assert 3 <= len(tries) <= 5
    assert card_of(desk).address == ""
    for _ in range(60):
        move_clock(desk, 500)
        settle(qtbot, desk)
    assert card_of(desk).address == WHERE
    assert pane.parts.head.sign.text().startswith("✓ 已保存")


def test_a_trouble_lets_go_of_what_was_being_done_so_that_it_can_be_done_again(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = calling(qtbot, tmp_path)
    pane, person = pane_at(qtbot, desk)
    pane.open_sheet("i1")
    person.say(WHERE)
    pane.parts.discard.ask({"reason": ""})
    with monkeypatch.context() as broken:
        broken.setattr(desk.store._write, "_run", full_disk)
        pane.parts.discard.given.emit({"reason": "误报"})
        settle(qtbot, desk)
    assert pane.parts.discard.ok.isEnabled()
    assert "磁盘已满" in pane.parts.discard.wrong
    pane.parts.discard.given.emit({"reason": "误报"})
    settle(qtbot, desk)
    assert desk.store.board.get(IncidentCard, "i1") is None


def test_the_form_speaks_another_language_after_the_switch(qtbot: QtBot, tmp_path: Path) -> None:
    desk = calling(qtbot, tmp_path)
    pane, _person = pane_at(qtbot, desk)
    desk.language.use("en")
    desk.language.use("zh")
    qtbot.waitUntil(lambda: pane.parts.strike.text() == "作废")
    assert pane.parts.form.main._labels["address"].text() == "案发地址 *"


def full_disk(works: object) -> list[Exception]:
    """Fail every command as a full disk does."""
    assert isinstance(works, list)
    return [TroubleError("store.full") for _ in works]
