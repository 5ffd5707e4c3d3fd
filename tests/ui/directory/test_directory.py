"""The directory finds bodies while one types and sends them orders."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from models.agency import Agency, AgencyContact, AgencyKind, BodyKind
from models.board import ContactLine, IncidentCard
from models.duty import on_duty
from models.organisation import OrganisationKind
from models.state import OrderState
from services.closing import return_sheet
from services.database import Database, Job
from services.directory import add_contact
from services.fleet import add_organisation
from services.keeping import unsent_texts
from services.linkage import send_order
from services.taking import change_sheet, complete_sheet, open_sheet
from tests.ui.desk import ACTOR, NOW, make_desk, move_clock, run, settle, sheet_jobs, write_all
from tests.ui.keyboard import CTRL, K, Person
from ui.desk import Desk
from ui.directory import DirectoryPane
from ui.directory.entry import best_of
from ui.directory.pane import ORDER

HOUR = 3_600_000
# NOW is 10:40 in China.


def enter_agencies(session: Any, *, at: int, by: str) -> None:
    """Enter three agencies: one with a day and a night telephone, one with none, one that takes drowning."""
    for id, name, kind, takes in (
        ("x1", "龙江水上救援队", AgencyKind.RESCUE, ["500400"]),
        ("x2", "芗城供电抢修班", AgencyKind.UTILITY, ["600200"]),
        ("x3", "绿化养护所", AgencyKind.GOVERNMENT, []),
    ):
        session.add(Agency(id=id, code=id, name=name, kind=kind, takes=takes))
    session.flush()
    for id, agency, rank, name, phone, start, end in (
        ("c1", "x2", 1, "夜班", "2020001", "18:00", "08:00"),
        ("c2", "x2", 2, "白班", "2020002", "08:00", "18:00"),
        ("c3", "x1", 1, "队部", "13800000001", "", ""),
        ("c4", "x3", 1, "办公室", "", "08:00", "18:00"),
    ):
        session.add(
            AgencyContact(
                id=id,
                body_kind=BodyKind.AGENCY,
                agency_id=agency,
                rank=rank,
                name=name,
                phone=phone,
                duty_from=start,
                duty_to=end,
            )
        )


def evening(store: Database) -> None:
    """Agencies, a police station and two sheets."""
    station = {"id": "s1", "name": "巷口派出所", "code": "01", "phone": "2021110"}
    station["kind"] = OrganisationKind.STATION
    jobs = [
        Job(enter_agencies, (), NOW, ACTOR),
        Job(add_organisation, (), NOW, ACTOR, station),
        *sheet_jobs("i1", class_taken="500400", narrative="西湖有人落水"),
        *sheet_jobs("i2", class_taken="100100"),
    ]
    write_all(store, jobs)


def pane_at(
    qtbot: QtBot, folder: Path, said: list[tuple[str, str]] | None = None
) -> tuple[Desk, DirectoryPane, Person]:
    """Return a desk, its directory, and somebody in front of it; only the agencies of the test are there."""
    desk = make_desk(qtbot, folder, said=said, fill=evening, terms=True)
    pane = DirectoryPane(desk)
    for table in (pane.table, pane.card.table):
        QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal, pane)
    person = Person(qtbot, desk, pane)
    with qtbot.waitSignal(desk.store.loaded):
        desk.store.load()
    pane.setFocus()
    return desk, pane, person


def names(pane: DirectoryPane) -> list[str]:
    """Return the names as they stand in the list."""
    return [row.name for row in pane.table.cards()]


def card_of(desk: Desk, id: str = "i1") -> IncidentCard:
    """Return a sheet's card."""
    card = desk.store.board.get(IncidentCard, id)
    assert card is not None
    return card


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("供电抢修班", "芗城供电抢修班"),
        ("xcgdqx", "芗城供电抢修班"),
        ("longjiangshuishang", "龙江水上救援队"),
        ("2020002", "芗城供电抢修班"),
        ("2021110", "巷口派出所"),
        ("队部", "龙江水上救援队"),
    ],
)
def test_a_body_is_found_by_words_pinyin_initials_telephone_or_contact(
    qtbot: QtBot, tmp_path: Path, typed: str, found: str
) -> None:
    _desk, pane, person = pane_at(qtbot, tmp_path)
    person.say(typed)
    assert names(pane) == [found]
    current = pane.current()
    assert current is not None
    assert current.name == found


def test_who_takes_the_class_of_the_selected_incident_comes_first_with_a_mark(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, _person = pane_at(qtbot, tmp_path)
    desk.selection.choose_incident("i1")
    marked = [row.name for row in pane.table.cards() if row.why]
    assert "龙江水上救援队" in marked
    assert names(pane)[: len(marked)] == marked
    assert str(pane.table.index(0, 0).data()) == "★ 承办 1"
    desk.selection.choose_incident("i2")
    assert not any(row.why for row in pane.table.cards())


def test_the_contact_on_duty_now_is_the_one_to_ring(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    person.say("芗城供电抢修班")
    assert str(pane.table.index(0, 3).data()) == "2020002"
    duty = [str(pane.card.table.index(row, 3).data()) for row in range(2)]
    assert duty == ["○ 非值班时间 18:00–08:00", "● 值班中 08:00–18:00"]
    move_clock(desk, 12 * HOUR)
    assert str(pane.table.index(0, 3).data()) == "2020001"
    duty = [str(pane.card.table.index(row, 3).data()) for row in range(2)]
    assert duty == ["● 值班中 18:00–08:00", "○ 非值班时间 08:00–18:00"]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("00:00", "24:00", True),
        ("10:40", "11:00", True),
        ("08:00", "10:40", False),
        ("22:00", "06:00", False),
        ("22:00", "11:00", True),
        ("", "", None),
    ],
)
def test_duty_hours_begin_and_end_to_the_minute_and_pass_midnight(
    start: str, end: str, expected: bool | None
) -> None:
    assert on_duty(ContactLine("c", 1, "", "110", start, end, ""), NOW) is expected


def test_a_missing_telephone_is_said_to_be_missing(qtbot: QtBot, tmp_path: Path) -> None:
    _desk, pane, person = pane_at(qtbot, tmp_path)
    person.say("绿化养护所")
    assert str(pane.table.index(0, 3).data()) == "未登记"
    assert str(pane.card.table.index(0, 2).data()) == "未登记"
    assert not pane.card.copy.isEnabled()
    current = pane.current()
    assert current is not None
    assert best_of(current, NOW) is None


def test_the_number_to_ring_goes_to_the_clipboard_by_one_key(qtbot: QtBot, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    _desk, pane, person = pane_at(qtbot, tmp_path, said)
    person.say("芗城供电抢修班")
    pane.view.setFocus()
    person.press(K.Key_C, mod=CTRL)
    assert QGuiApplication.clipboard().text() == "2020002"
    pane.card.view.choose("c1")
    pane.card.view.setFocus()
    person.press(K.Key_C, mod=CTRL)
    assert QGuiApplication.clipboard().text() == "2020001"
    assert said[-1] == ("info", "已复制 2020001")


def test_an_order_is_sent_by_keys_with_a_text_ready_to_be_changed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said)
    desk.selection.choose_incident("i1")
    person.say("龙江水上救援队")
    with qtbot.waitSignal(pane.called_up):
        person.press(K.Key_F7)
    assert pane.order.form.value("text") == "芗城区胜利西路118号\n群众求助·溺水\n西湖有人落水"
    assert not pane.view.isVisible(), "on a small screen there is no room for both"
    assert not pane.card.isVisible()
    person.press(K.Key_End, mod=CTRL)
    person.say("，请带艇")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    (order,) = card_of(desk).orders
    assert (order.agency_id, order.state) == ("x1", OrderState.SENT)
    assert order.text.endswith("西湖有人落水，请带艇")
    assert pane.order.isHidden()
    assert said[-1] == ("info", "已向 龙江水上救援队 发出联动指令，请电话确认签收。")
    assert pane.search.hasFocus()
    assert pane.view.isVisible()
    assert pane.card.isVisible()


def test_an_order_without_words_is_refused_at_its_field(qtbot: QtBot, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said)
    desk.selection.choose_incident("i1")
    person.say("龙江水上救援队")
    person.press(K.Key_Return)
    person.press(K.Key_A, mod=CTRL)
    person.press(K.Key_Delete)
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    assert pane.order.form.fields["text"].marked == "“指令内容”不能为空。"
    assert said == []
    person.press(K.Key_Escape)
    assert pane.order.isHidden()
    assert card_of(desk).orders == ()


def test_an_order_half_written_is_kept_for_its_sheet_and_agency_and_gone_when_it_is_sent(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    desk.selection.choose_incident("i1")
    person.say("龙江水上救援队")
    person.press(K.Key_F7)
    assert desk.unsent.find(ORDER, "i1/x1") is None, (
        "what stands there by itself is not worth keeping"
    )
    person.press(K.Key_End, mod=CTRL)
    person.say("，请带艇")
    desk.unsent.keep()
    settle(qtbot, desk)
    (kept,) = desk.store._database.read(unsent_texts)
    assert (kept.kind, kept.subject) == (ORDER, "i1/x1")
    assert kept.values["text"].endswith("西湖有人落水，请带艇")
    desk.selection.choose_incident("i2")
    assert pane.order.isHidden()
    desk.selection.choose_incident("i1")
    person.press(K.Key_F7)
    assert pane.order.form.value("text") == kept.values["text"]
    assert (
        pane.order._note.text().split("\n")[-1]
        == "已恢复 02-02 10:40:00 未发送的指令，请核对后发送。"
    )
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    (order,) = card_of(desk).orders
    assert order.text == kept.values["text"]
    assert desk.store._database.read(unsent_texts) == []


def test_what_was_kept_of_an_order_can_be_thrown_away(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    desk.selection.choose_incident("i1")
    person.say("龙江水上救援队")
    person.press(K.Key_F7)
    person.say("误")
    person.press(K.Key_Escape, K.Key_F7)
    assert "误" in pane.order.form.value("text")
    assert desk.unsent.unkept() == [
        f"警单 {card_of(desk).number} 未发送给 龙江水上救援队 的联动指令"
    ]
    pane.order.clear.click()
    assert "误" not in pane.order.form.value("text")
    settle(qtbot, desk)
    assert desk.store._database.read(unsent_texts) == []


def test_an_answer_about_one_order_leaves_the_form_of_the_next_alone(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said)
    desk.selection.choose_incident("i1")
    person.say("龙江水上救援队")
    person.press(K.Key_F7)
    # Another desk sends the sheet back at the same moment; this one has not heard of it yet.
    desk.store._database.write(return_sheet, "i1", "非本辖区", at=NOW, by="350002")
    person.press(K.Key_Return, mod=CTRL)
    desk.selection.choose_incident("i2")
    pane.ask_order()
    settle(qtbot, desk)
    assert pane.order.isVisible()
    assert not pane.order.wrong
    assert not pane.order.form.fields["text"].marked
    assert [kind for kind, _ in said] == ["info"], "the refusal is told, beside the form"


def test_a_second_order_to_the_same_agency_is_spoken_of(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    desk.selection.choose_incident("i1")
    run(qtbot, desk, send_order, "i1", "x1", "请带艇", id="o1")
    person.say("龙江水上救援队")
    person.press(K.Key_F7)
    why, limits, running = pane.order._note.text().split("\n")
    assert why == "承办“群众求助·溺水” · 全市 · 值班时间未登记"
    assert limits == "时限 · 02-02 10:45 前签收 · 02-02 11:10 前到场 · 02-03 10:40 前反馈"
    assert running == "该单位已有一条指令，现在是“已发送”。"


def test_what_cannot_be_sent_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said)
    person.press(K.Key_F7)
    desk.selection.choose_incident("i1")
    person.say("巷口派出所")
    assert pane.card.send.isHidden()
    person.press(K.Key_F7)
    pane.search.clear()
    run(qtbot, desk, return_sheet, "i1", "非本辖区")
    person.press(K.Key_F7)
    assert [text for _, text in said] == [
        "请先选中一张在办的警单，再发联动指令。",
        "“巷口派出所”不是联动单位，请电话联系。",
        "警单现在是“已退单”，不能发联动指令。",
    ]


def test_the_list_walks_while_the_keyboard_stays_in_the_search(
    qtbot: QtBot, tmp_path: Path
) -> None:
    _desk, pane, person = pane_at(qtbot, tmp_path)
    before = pane.view.currentIndex().row()
    person.press(K.Key_Down)
    assert pane.view.currentIndex().row() == before + 1
    assert pane.search.hasFocus()


def enter_waterworks(session: Any, *, at: int, by: str) -> None:
    """Enter the waterworks of the city and of a county, which has a roster."""
    for id, name, areas in (("w1", "市供水抢修", []), ("w2", "漳浦供水抢修", ["350623"])):
        session.add(
            Agency(
                id=id,
                code=id,
                name=name,
                kind=AgencyKind.UTILITY,
                takes=["601300"],
                areas=areas,
            )
        )
    session.flush()
    add_contact(session, "w2", id="r1", at=at, by=by, name="值守", phone="2021111")
    span = {"begins_at": NOW - 3_600_000, "ends_at": NOW + 3_600_000}
    add_contact(session, "w2", id="r2", at=at, by=by, name="老陈", phone="13800000009", **span)


def test_one_key_tells_who_takes_the_sheet_and_why_and_proposes_the_best(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []
    desk, pane, person = pane_at(qtbot, tmp_path, said)
    desk.actions["directory.who"].trigger()
    assert said[-1] == ("info", "请先选中一张在办的警单。")
    run(qtbot, desk, enter_waterworks)
    fields = {"class_taken": "601300", "division": "350623", "level": 4, "address": "绥安镇"}
    run(qtbot, desk, open_sheet, id="i9")
    run(qtbot, desk, complete_sheet, "i9", fields)
    desk.selection.choose_incident("i9")
    pane.search.setText("消防")
    desk.actions["directory.who"].trigger()
    assert pane.search.text() == ""
    assert names(pane)[0] == "漳浦供水抢修"
    assert pane.card.why.text() == "承办“社会联动·水气热抢修” · 负责漳浦县 · 现在有人值班"
    assert str(pane.table.index(0, 3).data()) == "13800000009"
    assert pane.card.next.text().startswith("11:40 起改找 值守")
    person.press(K.Key_Return)
    assert pane.order.isVisibleTo(pane)
    assert "漳浦供水抢修" in pane._order_title()
    assert "负责漳浦县" in pane.order._note.text()
    pane.order.dismiss()
    # Behind the body of the county stands that of the city, before the desk that takes everything.
    order_of = [row.name for row in pane.table.cards() if row.why is not None]
    assert order_of.index("市供水抢修") < order_of.index("12345政务服务便民热线")
    run(qtbot, desk, change_sheet, "i9", {"class_taken": "606500"})
    desk.actions["directory.who"].trigger()
    assert said[-1][1].startswith("没有登记承办")
