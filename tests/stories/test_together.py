"""Several units, a nearer job, a duplicate, an agency: what makes a sheet more than plain."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.board import AgencyCard, IncidentCard
from models.identity import new_id
from models.state import AssignmentState, IncidentState, OrderState
from services.dossier import read_dossier
from services.linkage import send_order
from tests.stories.shift import Shift

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_two_units_go_and_one_is_moved_to_a_nearer_job_with_its_clock_kept(shift: Shift) -> None:
    shift.ring("13900000001")
    first = shift.take_sheet("胜利西路118号")
    shift.send("618", "621")
    lines = card(shift, first).assignments
    assert [(line.role, line.state) for line in lines] == [
        ("main", AssignmentState.ISSUED),
        ("reinforcing", AssignmentState.ISSUED),
    ]
    for state in (AssignmentState.SIGNED, AssignmentState.DEPARTED):
        shift.key(Qt.Key.Key_F6)
        shift.wait(lambda state=state: shift.unit("618").status == state)  # type: ignore[misc]
    left = shift.unit("618").job
    assert left is not None

    shift.ring("13900000002")
    second = shift.take_sheet("新华北路2号", "sg")
    shift.key(Qt.Key.Key_F6, CONTROL)
    mover = shift.window.chooser.mover
    shift.wait(lambda: mover.search.hasFocus())
    shift.type("xinhua")
    shift.key(Qt.Key.Key_Return)
    shift.wait(lambda: not mover.isVisible())
    shift.come_back()
    shift.settle()

    moved = shift.unit("618").job
    assert moved is not None
    assert moved.incident_id == second.id
    assert moved.moved_from_id == left.id
    assert moved.out_since == left.departed_at
    old = next(line for line in card(shift, first).assignments if line.id == left.id)
    assert old.state is AssignmentState.MOVED
    assert old.departed_at == left.departed_at
    assert [line.role for line in card(shift, first).active] == ["main"]
    assert shift.board == shift.station.database.board()


def test_a_second_call_about_the_same_matter_is_linked_by_one_key(shift: Shift) -> None:
    shift.ring("13900000001", heard="胜利西路有人打架")
    first = shift.take_sheet("胜利西路118号")
    shift.ring("13900000001", heard="怎么还没到")
    second = shift.answer()
    shift.settle()
    shift.key("l", CONTROL)
    shift.wait(lambda: shift.board.get(IncidentCard, second).main_id == first.id)  # type: ignore[union-attr]
    dossier = shift.station.database.read(read_dossier, first.id)
    assert dossier is not None
    assert [branch.id for branch in dossier.branches] == [second]
    assert "sheet.link_came" in [entry.code for entry in dossier.entries]


def test_an_agency_is_ordered_and_its_answers_come_to_the_sheet(shift: Shift) -> None:
    shift.ring()
    sheet = shift.take_sheet("胜利西路118号", "sdqrxq")
    shift.settle()
    shift.key("6", ALT)
    shift.type("95598")
    shift.wait(lambda: shift.window.directory.table.rowCount() == 1)
    shift.key(Qt.Key.Key_Return)
    shift.key(Qt.Key.Key_Return, CONTROL)
    shift.wait(lambda: card(shift, sheet).orders)
    order = card(shift, sheet).orders[0]
    agency = shift.board.get(AgencyCard, order.agency_id)
    assert agency is not None
    assert any(contact.phone == "95598" for contact in agency.contacts)
    assert "胜利西路118号" in order.text
    answer_by_keys(shift, sheet, "已修复供电")
    dossier = shift.station.database.read(read_dossier, sheet.id)
    assert dossier is not None
    assert [entry.code for entry in dossier.entries if entry.code.startswith("order.")] == [
        "order.sent",
        "order.signed",
        "order.arrived",
        "order.fed_back",
    ]


def test_the_answers_of_an_agency_are_taken_down_with_the_mouse(shift: Shift) -> None:
    shift.ring()
    sheet = shift.take_sheet("胜利西路118号", "sdqrxq")
    agencies = sorted(shift.board.all(AgencyCard).values(), key=lambda card: card.code)
    for at, agency in enumerate(agencies[:2]):
        text = f"请协助 {at}"
        shift.desk.store.do(send_order, sheet.id, agency.id, text, id=new_id())
        shift.settle()
    orders, panels = shift.window.details.parts.orders, shift.window.details.parts.panels
    shift.wait(lambda: orders.table.rowCount() == 2)
    first, second = (line.id for line in card(shift, sheet).orders)

    def choose(id: str) -> None:
        row = orders.table.index(orders.table.row_of(id), 0)
        shift.click(orders.view.viewport(), orders.view.visualRect(row).center())

    def press(state: OrderState) -> None:
        button = orders.buttons[state]
        assert button.isEnabled()
        shift.click(button, button.rect().center())

    choose(first)
    for state in (OrderState.SIGNED, OrderState.ARRIVED):
        press(state)
        shift.wait(lambda state=state: order_of(shift, sheet, first) is state)  # type: ignore[misc]
    press(OrderState.FED_BACK)
    shift.wait(lambda: panels.answering.isVisible())
    shift.type("已处置")
    shift.click(panels.answering.ok, panels.answering.ok.rect().center())
    shift.wait(lambda: order_of(shift, sheet, first) is OrderState.FED_BACK)

    choose(second)
    press(OrderState.RETURNED)
    shift.wait(lambda: panels.ending.isVisible())
    shift.type("不属本单位")
    shift.click(panels.ending.ok, panels.ending.ok.rect().center())
    shift.wait(lambda: order_of(shift, sheet, second) is OrderState.RETURNED)
    shift.settle()
    assert not any(button.isEnabled() for button in orders.buttons.values())


def test_an_agency_that_gives_an_order_back_is_taken_down_by_key(shift: Shift) -> None:
    shift.ring()
    sheet = shift.take_sheet("胜利西路118号", "sdqrxq")
    agency = min(shift.board.all(AgencyCard).values(), key=lambda card: card.code)
    shift.desk.store.do(send_order, sheet.id, agency.id, "请协助", id=new_id())
    shift.settle()
    shift.key("7", ALT)
    shift.key("7")
    shift.type("不属本单位")
    shift.key(Qt.Key.Key_Return, CONTROL)
    shift.wait(lambda: card(shift, sheet).orders[0].state is OrderState.RETURNED)
    assert card(shift, sheet).orders[0].answer == "不属本单位"
    shift.settle()
    shift.key("7", ALT)
    shift.key("5")
    said = [banner.text for banner in shift.station._banners.banners()]
    assert any("已退单" in text and agency.name in text for text in said), said


def test_an_order_goes_by_default_to_who_takes_the_class_of_the_sheet(shift: Shift) -> None:
    for words, address in (("sdqrxq", "胜利西路118号"), ("dj", "新华北路2号")):
        shift.ring()
        sheet = shift.take_sheet(address, words)
        shift.settle()
        shift.key(Qt.Key.Key_F7)
        shift.settle()
        if shift.window.directory.order.isVisible():
            entry = shift.window.directory.current()
            assert entry is not None
            assert entry.why
            shift.key(Qt.Key.Key_Escape)
        else:
            assert shift.window.directory.search.hasFocus()
        assert card(shift, sheet).orders == ()


def test_a_place_is_picked_without_the_mouse(shift: Shift) -> None:
    shift.ring()
    sheet = shift.take_sheet()
    shift.key("e", CONTROL)
    shift.wait(lambda: shift.window.sheet.incident_id == sheet.id)
    shift.key(Qt.Key.Key_F3)
    shift.map_point("incident", sheet.id)
    QTest.keyClick(shift.window.map.view.surface(), Qt.Key.Key_Return)
    shift.wait(lambda: shift.window.sheet.parts.form.place.value() is not None)


def test_a_person_of_the_sheet_is_entered_and_struck_by_key(shift: Shift) -> None:
    shift.ring()
    sheet = shift.take_sheet()
    shift.settle()
    shift.key("p", CONTROL)
    shift.type("bjr")
    shift.key(Qt.Key.Key_Return)
    shift.type("陈某")
    shift.key(Qt.Key.Key_Return)
    shift.type("13900005678")
    shift.key(Qt.Key.Key_Return, CONTROL)
    people = shift.window.details.parts.parties
    shift.wait(lambda: people.table.rowCount() == 1)
    person = people.table.card(0).line
    assert (person.role, person.name, person.phone) == ("10", "陈某", "13900005678")

    people.view.setFocus()
    shift.key(Qt.Key.Key_Delete)
    shift.wait(lambda: people.table.rowCount() == 0)
    dossier = shift.station.database.read(read_dossier, sheet.id)
    assert dossier is not None
    said = [entry.code for entry in dossier.entries if entry.code.startswith("party.")]
    assert said == ["party.added", "party.struck"]


def test_a_click_on_the_map_selects_everywhere_and_a_place_is_picked(shift: Shift) -> None:
    shift.ring()
    sheet = shift.take_sheet()
    shift.desk.selection.choose_incident("")
    shift.window.map.view.fit()
    at = shift.map_point("incident", sheet.id)
    shift.click(shift.window.map.view.surface(), at)
    shift.wait(lambda: shift.desk.selection.incident_id == sheet.id)
    shift.wait(lambda: shift.window.queue.view.current_id() == sheet.id)
    shift.wait(lambda: shift.window.details.card is not None)
    assert shift.window.details.card.id == sheet.id

    shift.key("e", CONTROL)
    shift.wait(lambda: shift.window.sheet.incident_id == sheet.id)
    shift.key(Qt.Key.Key_F3)
    # The page answers this when it has taken everything said before.
    shift.map_point("incident", sheet.id)
    shift.click(shift.window.map.view.surface(), at)
    shift.wait(lambda: shift.window.sheet.parts.form.place.value() is not None)
    shift.key(Qt.Key.Key_Return, CONTROL)
    shift.wait(lambda: card(shift, sheet).place is not None)
    picked, caller = card(shift, sheet).place, card(shift, sheet).caller_place
    assert picked is not None
    assert caller is not None
    assert picked.method == "picked"
    assert caller.method == "carrier"


def answer_by_keys(shift: Shift, sheet: IncidentCard, answer: str) -> None:
    """Take down that the agency signs, arrives and feeds back, from the list of orders."""
    shift.settle()
    shift.key("7", ALT)
    for key, state in (("3", OrderState.SIGNED), ("5", OrderState.ARRIVED)):
        shift.key(key)
        shift.wait(lambda state=state: card(shift, sheet).orders[0].state is state)  # type: ignore[misc]
    shift.key("6")
    shift.type(answer)
    shift.key(Qt.Key.Key_Return, CONTROL)
    shift.wait(lambda: card(shift, sheet).orders[0].state is OrderState.FED_BACK)
    assert card(shift, sheet).orders[0].answer == answer


def order_of(shift: Shift, sheet: IncidentCard, id: str) -> OrderState:
    """Return how far an order has come."""
    return next(line.state for line in card(shift, sheet).orders if line.id == id)


def card(shift: Shift, sheet: IncidentCard) -> IncidentCard:
    """Return a sheet's card as the board holds it now."""
    found = shift.board.get(IncidentCard, sheet.id)
    assert found is not None
    assert found.state is not IncidentState.TAKING
    return found
