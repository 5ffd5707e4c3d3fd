"""A new real store: its lists come in from files, units go to a sheet, are asked for, and answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.board import AgencyCard, BeatCard, IncidentCard, OrganisationCard
from models.state import Duty
from services.fleet import set_duty
from tests.stories.shift import Shift
from ui.units.checkin import CHECK_IN_MINUTES

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
FILES = {
    "organisations": "代码,名称,类型\nX1,巷口派出所,派出所\n",
    "beats": 'code,name,organisation,polygon\nB1,一区,X1,"POLYGON ((117.6 24.5, 117.7 24.5, 117.7 24.6))"\n',
    "units": "呼号,单位代码,警区代码,带班\n芗101,X1,B1,陈志强\n芗102,X1,B1,林建国\n",
}


def bring_in(shift: Shift, folder: Path, name: str) -> None:
    """Import one file as a person does once the file is chosen: look at it, press Enter."""
    path = folder / f"{name}.csv"
    path.write_text(FILES[name], encoding="gb18030")
    shift.window.exchange.read(path)
    shift.wait(lambda: shift.window.exchange.dialog is not None)
    dialog = shift.window.exchange.dialog
    shift.wait(lambda: dialog.go.isVisible() and dialog.go.hasFocus())
    assert dialog.lists.currentData() == name
    shift.key(Qt.Key.Key_Return)
    shift.wait(lambda: shift.window.exchange.dialog is None)
    shift.come_back()
    shift.settle()


def test_an_empty_store_gets_its_units_and_one_goes_to_a_sheet_is_late_and_answers(
    qtbot: QtBot, tmp_path: Path
) -> None:
    shift = Shift(qtbot, tmp_path, units=False)
    units = shift.window.units
    assert units.empty.isVisible()
    for name in FILES:
        bring_in(shift, tmp_path, name)
    assert len(shift.board.all(OrganisationCard)) == len(shift.board.all(BeatCard)) == 1
    assert units.view.isVisible()
    assert units.table.rowCount() == 2

    shift.desk.store.do(set_duty, shift.unit("芗101").id, Duty.PATROL)
    shift.settle()
    shift.ring("13900000001")
    sheet = shift.take_sheet("胜利西路118号")
    shift.send("xiang101")
    for state in ("signed", "departed", "arrived"):
        shift.key(Qt.Key.Key_F6)
        shift.wait(lambda state=state: shift.unit("芗101").status == state)  # type: ignore[misc]
    unit = shift.unit("芗101")
    assert unit.id in units.watch.due
    # The crew has been silent for longer than the desk allows: the clock of the limit runs out.
    late = units.watch.due[unit.id] + 1000
    units.watch.tick(late)
    assert units.watch.overdue == {unit.id}
    assert units.table.card(0).id == unit.id
    shift.key("2", ALT)
    units.view.choose(unit.id)
    shift.key("Q")
    shift.settle()
    assert units.watch.overdue == frozenset()
    assert shift.unit("芗101").checked_in_at is not None
    shift.desk.selection.choose_incident(sheet.id)
    shift.wait(lambda: "签到" in " ".join(row_texts(shift)))
    assert shift.board == shift.station.database.board()
    assert shift.desk.settings.get(CHECK_IN_MINUTES) == "arrived 30"
    shift.close()


def row_texts(shift: Shift) -> list[str]:
    """Return the lines of the timeline shown."""
    table = shift.window.details.parts.timeline.table
    return [
        str(table.index(row, column).data())
        for row in range(table.rowCount())
        for column in range(table.columnCount())
    ]


def test_an_agency_is_entered_in_the_directory_and_gets_an_order(shift: Shift) -> None:
    shift.ring("13900000001")
    sheet = shift.take_sheet("胜利西路118号")
    directory = shift.window.directory
    shift.key("6", ALT)
    shift.wait(lambda: directory.search.hasFocus())
    directory.forms.new_agency()
    form = directory.forms.agency
    shift.wait(lambda: form.form.fields["code"].is_reached)
    shift.type("w1")
    shift.key(Qt.Key.Key_Return)
    shift.type("燃气抢险队")
    shift.key(Qt.Key.Key_Return, CONTROL)
    shift.wait(lambda: not form.isVisible())
    shift.settle()
    card = next(c for c in shift.board.all(AgencyCard).values() if c.code == "w1")
    directory.forms.new_contact(card)
    form = directory.forms.contact
    shift.wait(lambda: form.form.fields["name"].is_reached)
    shift.type("老陈")
    shift.key(Qt.Key.Key_Return)
    shift.type("05962021119")
    shift.key(Qt.Key.Key_Return, CONTROL)
    shift.wait(lambda: not form.isVisible())
    shift.settle()

    shift.desk.selection.choose_incident(sheet.id)
    directory.search.setFocus()
    directory.search.clear()
    shift.type("rqqx")
    shift.wait(lambda: directory.current() is not None and directory.current().id == card.id)
    shift.key(Qt.Key.Key_D, CONTROL)
    shift.settle()
    shift.key(Qt.Key.Key_F7)
    shift.wait(lambda: directory.order.isVisible())
    shift.key(Qt.Key.Key_Return, CONTROL)
    shift.wait(lambda: not directory.order.isVisible())
    shift.settle()
    orders = shift.board.all(IncidentCard)[sheet.id].orders
    assert [line.agency_id for line in orders] == [card.id]
    shift.wait(lambda: "05962021119" in " ".join(row_texts(shift)))
