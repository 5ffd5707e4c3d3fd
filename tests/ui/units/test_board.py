"""The board: empty, filtered, searched; a unit entered, changed and retired by a form; where everybody is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from models.board import FormerCard, UnitCard
from models.fix import Fix
from models.state import Duty
from models.unit import UnitKind
from services.database import Database, Job
from services.dispatching import arrive, depart, job_of, sign
from services.fleet import add_organisation
from services.region import NamedPoint
from tests.ui.desk import (
    ACTOR,
    NOW,
    make_desk,
    move_clock,
    order_job,
    settle,
    sheet_jobs,
    unit_job,
    watch,
    write_all,
)
from ui.desk import Desk
from ui.units import UnitsPane

MINUTE = 60_000
TOWN = NamedPoint("石码", "Shima", 117.81, 24.44, None, "350604")


def fill(database: Database) -> None:
    """A sub-bureau with a station below it, four units and a sheet."""
    bodies = [
        {"id": "o1", "code": "01", "name": "芗城分局", "kind": "sub_bureau"},
        {"id": "o2", "code": "02", "name": "巷口派出所", "kind": "station", "parent_id": "o1"},
        {"id": "o3", "code": "03", "name": "龙文分局", "kind": "sub_bureau"},
    ]
    write_all(
        database,
        [
            *(Job(add_organisation, (), NOW, ACTOR, body) for body in bodies),
            unit_job("u1", "芗101", organisation_id="o1", leader="陈志强"),
            unit_job("u2", "巷201", organisation_id="o2", kind=UnitKind.MOTORCYCLE),
            unit_job("u3", "龙301", organisation_id="o3", leader="林建国"),
            unit_job("u4", "龙302", organisation_id="o3", duty=Duty.OFFLINE),
            *sheet_jobs("i1", address="打锡巷9号"),
            order_job("i1", "u3"),
        ],
    )


def pane_at(qtbot: QtBot, desk: Desk) -> UnitsPane:
    """Return a shown pane with the board loaded."""
    pane = UnitsPane(desk, points=[TOWN])
    watch(pane.table)
    qtbot.addWidget(pane)
    pane.resize(1000, 500)
    pane.show()
    with qtbot.waitSignal(desk.store.loaded):
        desk.store.load()
    settle(qtbot, desk)
    return pane


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    """A desk with four units."""
    return make_desk(qtbot, tmp_path, fill=fill)


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> UnitsPane:
    """A board with four units."""
    return pane_at(qtbot, desk)


def ids(pane: UnitsPane) -> set[str]:
    return {card.id for card in pane.table.cards()}


def where(pane: UnitsPane, id: str) -> str:
    card = pane._desk.store.board.all(UnitCard)[id]
    return pane._reading.where_text(card)


def choose(pane: UnitsPane, box: str, value: str) -> None:
    combo = getattr(pane.sieve, box)
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def test_an_empty_board_says_how_units_come_in(qtbot: QtBot, tmp_path: Path) -> None:
    pane = pane_at(qtbot, make_desk(qtbot, tmp_path))
    assert pane.empty.isVisible()
    assert not pane.view.isVisible()
    assert "import units" in pane.empty.words.text()
    assert "Ctrl+Alt+I" in pane.empty.file.text()


def test_a_body_shows_those_below_it_too_and_the_choice_is_kept(
    qtbot: QtBot, pane: UnitsPane, desk: Desk
) -> None:
    choose(pane, "body", "o1")
    assert ids(pane) == {"u1", "u2"}
    choose(pane, "kind", "motorcycle")
    assert ids(pane) == {"u2"}
    assert "隐藏 3" in pane.hidden.text()
    again = pane_at(qtbot, desk)
    assert ids(again) == {"u2"}
    assert again.sieve.body.currentData() == "o1"
    again.show_all.click()
    assert len(ids(again)) == 4


@pytest.mark.parametrize(
    ("state", "found"),
    [("free", {"u1", "u2"}), ("busy", {"u3"}), ("duty", {"u1", "u2", "u3"}), ("off", {"u4"})],
)
def test_states_are_filtered_by_what_a_dispatcher_asks(
    pane: UnitsPane, state: str, found: set[str]
) -> None:
    choose(pane, "state", state)
    assert ids(pane) == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("101", {"u1"}),
        ("陈", {"u1"}),
        ("chenzhiqiang", {"u1"}),
        ("ljg", {"u3"}),
        ("xkpcs", {"u2"}),
        ("龙文", {"u3", "u4"}),
        ("打锡巷", {"u3"}),
        ("没有", set()),
    ],
)
def test_a_search_finds_call_sign_leader_body_and_incident(
    pane: UnitsPane, wanted: str, found: set[str]
) -> None:
    pane.box.setText(wanted)
    pane._filter()
    assert ids(pane) == found


def test_a_unit_is_at_its_incident_near_a_name_or_on_its_beat(
    qtbot: QtBot, pane: UnitsPane, desk: Desk
) -> None:
    assert where(pane, "u1") == ""
    desk.positions.report([Fix("u1", NOW, 117.811, 24.441)])
    assert where(pane, "u1") == "近石码"
    move_clock(desk, 5 * MINUTE)
    assert where(pane, "u1") == ""
    job = desk.store._database.read(job_of, "u3")
    assert job is not None
    for step in (sign, depart, arrive):
        desk.store.do(step, job.id)
    settle(qtbot, desk)
    assert where(pane, "u3") == "打锡巷9号"


def test_a_unit_is_entered_changed_and_retired_by_a_form(
    qtbot: QtBot, pane: UnitsPane, desk: Desk
) -> None:
    desk.actions["unit.new"].trigger()
    form = pane.forms.unit
    form.form.show_values({"call_sign": "芗101", "crew": 3})
    form.ok.click()
    settle(qtbot, desk)
    assert "芗101" in form.form.fields["call_sign"].marked
    form.form.show_values(
        {"call_sign": "芗109", "organisation_id": "o2", "capabilities": "水上 破门"}
    )
    form.ok.click()
    settle(qtbot, desk)
    assert not form.isVisible()
    card = next(c for c in desk.store.board.all(UnitCard).values() if c.call_sign == "芗109")
    assert (card.organisation_id, card.crew, card.capabilities) == ("o2", 3, ("水上", "破门"))

    pane.view.choose(card.id)
    desk.actions["unit.change"].trigger()
    assert form.form.value("capabilities") == "水上 破门"
    form.form.show_values({"leader": "黄丽萍", "phone": "没有"})
    form.ok.click()
    settle(qtbot, desk)
    assert form.form.fields["phone"].marked
    form.form.show_values({"phone": "13800000000"})
    form.ok.click()
    settle(qtbot, desk)
    assert desk.store.board.all(UnitCard)[card.id].leader == "黄丽萍"

    pane.forms.retire(desk.store.board.all(UnitCard)[card.id])
    box = pane.forms.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    box.buttons()[0].click()
    settle(qtbot, desk)
    assert card.id not in ids(pane)
    former = desk.store.board.get(FormerCard, card.id)
    assert former is not None
    assert former.name == "芗109"
