"""The directory of a whole city: found by one character or by sound at once, duty over midnight, calls noted."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from models.agency import AgencyKind
from models.board import AgencyCard, BeatCard, ContactLine, FormerCard, OrganisationCard
from models.duty import on_duty
from models.organisation import OrganisationKind
from services.database import Database, Job
from services.directory import add_agency, add_contact, retire_agency
from services.dossier import read_dossier
from services.fleet import add_organisation
from tests.ui.desk import ACTOR, NOW, make_desk, settle, sheet_jobs, write_all
from ui.desk import Desk
from ui.directory import DirectoryPane
from ui.directory.dial import DIAL_COMMAND, dial_line
from ui.directory.entry import DirectoryEntry, best_of, next_change
from ui.happening import line

MINUTE, HOUR = 60_000, 3_600_000
MIDNIGHT = NOW - (NOW + 8 * HOUR) % (24 * HOUR)  # in China


def contact(id: str, begin: str, end: str, rank: int = 1) -> ContactLine:
    return ContactLine(id, rank, id, f"138{rank:08d}", begin, end, "")


def entry(*contacts: ContactLine) -> DirectoryEntry:
    return DirectoryEntry("a", "甲", "utility", contacts, None)


DAY, NIGHT = contact("日", "08:00", "18:00", 2), contact("夜", "18:00", "08:00", 1)


@pytest.mark.parametrize(
    ("begin", "end", "minute", "there"),
    [
        ("08:00", "18:00", 479, False),
        ("08:00", "18:00", 480, True),
        ("08:00", "18:00", 1080, False),
        ("18:00", "08:00", 0, True),
        ("18:00", "08:00", 479, True),
        ("18:00", "08:00", 480, False),
        ("18:00", "08:00", 1439, True),
        ("08:00", "08:00", 300, True),
        ("00:00", "24:00", 1439, True),
        ("18:00", "24:00", 0, False),
        ("", "", 0, None),
    ],
)
def test_duty_hours_go_over_midnight_and_round_the_clock(
    begin: str, end: str, minute: int, there: bool | None
) -> None:
    assert on_duty(contact("x", begin, end), MIDNIGHT + minute * MINUTE) is there


@pytest.mark.parametrize(
    ("hour", "now", "at", "following"),
    [(9, "日", "18:00", "夜"), (20, "夜", "08:00", "日"), (3, "夜", "08:00", "日")],
)
def test_the_card_says_who_is_there_now_and_who_comes_next(
    hour: int, now: str, at: str, following: str
) -> None:
    instant = MIDNIGHT + hour * HOUR
    best = best_of(entry(DAY, NIGHT), instant)
    assert best is not None
    assert best.id == now
    change = next_change(entry(DAY, NIGHT), instant)
    assert change is not None
    assert (change[0], change[1].id) == (at, following)


def test_where_nobody_else_comes_there_is_no_next(desk: Desk) -> None:
    assert next_change(entry(contact("甲", "00:00", "24:00")), NOW) is None
    assert next_change(entry(contact("甲", "", "")), NOW) is None
    assert next_change(entry(), NOW) is None


@pytest.mark.parametrize(
    ("template", "phone", "wanted"),
    [
        ("dial {number}", "0596-202 1110", ["dial", "05962021110"]),
        (
            "'my phone' -s sip:{number}@pbx",
            "+86 (596) 110#1",
            ["my phone", "-s", "sip:+86596110#1@pbx"],
        ),
        ("dial {number}", "1; rm -rf ~", ["dial", "1"]),
        ("dial {number}", "$(id)", []),
        ("dial", "110", []),
        ("{number}", "110", []),
        ("dial '{number}", "110", []),
        ("", "110", []),
    ],
)
def test_a_dialling_program_gets_digits_and_never_a_shell(
    template: str, phone: str, wanted: list[str]
) -> None:
    assert dial_line(template, phone) == wanted


def fill(database: Database) -> None:
    """A city of agencies with one odd one out, two bodies, a sheet."""
    agencies = [
        Job(
            add_agency,
            (),
            NOW,
            ACTOR,
            {"id": f"g{at:04d}", "code": f"g{at:04d}", "name": f"第{at}供水站", "kind": "utility"},
        )
        for at in range(400)
    ]
    odd = {"id": "odd", "code": "odd", "name": "龙江水上救援队", "kind": AgencyKind.RESCUE}
    bodies = [
        {"id": "o1", "code": "o1", "name": "芗城分局", "kind": OrganisationKind.SUB_BUREAU},
        {"id": "o2", "code": "o2", "name": "巷口派出所", "kind": "station", "parent_id": "o1"},
    ]
    write_all(
        database,
        [
            *agencies,
            Job(add_agency, (), NOW, ACTOR, odd),
            Job(
                add_contact,
                ("odd",),
                NOW,
                ACTOR,
                {"id": "c1", "name": "黄丽萍", "phone": "0596-202 1119"},
            ),
            *(Job(add_organisation, (), NOW, ACTOR, {**body, "phone": "110"}) for body in bodies),
            *sheet_jobs("i1"),
        ],
    )


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, said: list[tuple[str, str]]) -> Desk:
    """A desk of a large city."""
    return make_desk(qtbot, tmp_path, fill=fill, said=said)


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> DirectoryPane:
    """The directory with the board loaded and every sound known."""
    pane = DirectoryPane(desk)
    qtbot.addWidget(pane)
    pane.resize(520, 700)
    pane.show()
    with qtbot.waitSignal(desk.store.loaded):
        desk.store.load()
    settle(qtbot, desk)
    return pane


def found(pane: DirectoryPane, wanted: str) -> list[str]:
    pane.search.setText(wanted)
    return [row.id for row in pane.table.cards()]


@pytest.mark.parametrize(
    "wanted", ["江", "龙江水上", "longjiang", "ljss", "黄", "hlp", "huangliping", "1119", "2021119"]
)
def test_one_character_a_sound_a_name_or_the_tail_of_a_number_finds_a_body(
    pane: DirectoryPane, wanted: str
) -> None:
    assert found(pane, wanted) == ["odd"]


def test_a_thick_book_shows_its_first_pages_and_says_how_many_there_are(
    pane: DirectoryPane,
) -> None:
    assert len(found(pane, "供水站")) == 200
    assert pane.more.isVisible()
    assert "400" in pane.more.text()
    assert len(found(pane, "第399")) == 1
    assert not pane.more.isVisible()


def test_a_police_body_stands_below_the_one_above_it(pane: DirectoryPane) -> None:
    assert set(found(pane, "芗城分局")) == {"o1", "o2"}
    assert found(pane, "xkpcs") == ["o2"]
    assert pane.table.data(pane.table.index(0, 2)) == "派出所 · 芗城分局"


def test_a_call_goes_to_the_telephone_and_into_the_selected_sheet(
    qtbot: QtBot,
    pane: DirectoryPane,
    desk: Desk,
    said: list[tuple[str, str]],
    tmp_path: Path,
) -> None:
    heard = tmp_path / "heard"
    program = f"open({str(heard)!r}, 'w').write(__import__('sys').argv[1])"
    desk.settings.set(DIAL_COMMAND, f'"{sys.executable}" -c "{program}" {{number}}')
    desk.selection.choose_incident("i1")
    found(pane, "龙江")
    desk.actions["directory.dial"].trigger()
    settle(qtbot, desk)
    assert QGuiApplication.clipboard().text() == "0596-202 1119"
    qtbot.waitUntil(lambda: heard.exists() and heard.read_text() == "05962021119")
    dossier = desk.store._database.read(read_dossier, "i1")
    assert dossier is not None
    entry = dossier.entries[-1]
    words = line(entry.code, entry.params, entry.text, desk.trade)
    assert words == "拨打 龙江水上救援队 黄丽萍 0596-202 1119"
    assert said[-1][0] == "info"


def test_a_program_that_is_not_there_is_said_and_the_number_is_copied(
    qtbot: QtBot, pane: DirectoryPane, desk: Desk, said: list[tuple[str, str]]
) -> None:
    desk.settings.set(DIAL_COMMAND, "/nowhere/dial {number}")
    found(pane, "龙江")
    desk.actions["directory.dial"].trigger()
    settle(qtbot, desk)
    assert said[-1][0] == "warning"
    assert QGuiApplication.clipboard().text() == "0596-202 1119"


def test_agencies_contacts_and_bodies_are_entered_changed_and_retired_by_forms(
    qtbot: QtBot, pane: DirectoryPane, desk: Desk
) -> None:
    forms = pane.forms
    forms.new_agency()
    forms.agency.form.show_values({"code": "w1", "name": "燃气抢险", "takes": "999"})
    forms.agency.ok.click()
    settle(qtbot, desk)
    assert forms.agency.form.fields["takes"].marked
    forms.agency.form.show_values({"takes": "200100"})
    forms.agency.ok.click()
    settle(qtbot, desk)
    (id,) = found(pane, "燃气抢险")
    card = desk.store.board.all(AgencyCard)[id]
    assert card.takes == ("200100",)

    forms.new_contact(card)
    forms.contact.form.show_values({"name": "老陈", "phone": "13811112222", "duty_from": "18:00"})
    forms.contact.ok.click()
    settle(qtbot, desk)
    assert forms.contact.form.fields["duty_to"].marked
    forms.contact.form.show_values({"duty_to": "8:00"})
    forms.contact.ok.click()
    settle(qtbot, desk)
    (contact,) = desk.store.board.all(AgencyCard)[id].contacts
    assert (contact.rank, contact.duty_to) == (1, "08:00")
    assert found(pane, "laochen") == [id]

    forms.change_contact(contact)
    forms.contact.form.show_values({"name": "老林"})
    forms.contact.ok.click()
    forms.new_body()
    forms.body.form.show_values({"code": "o1", "name": "新所", "parent_id": "o1"})
    settle(qtbot, desk)
    forms.body.ok.click()
    settle(qtbot, desk)
    assert forms.body.form.fields["code"].marked
    forms.body.form.show_values({"code": "o9"})
    forms.body.ok.click()
    settle(qtbot, desk)
    assert found(pane, "新所")
    assert found(pane, "laolin") == [id]

    forms.retire(retire_agency, id, "燃气抢险")
    box = forms.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    box.buttons()[0].click()
    settle(qtbot, desk)
    assert found(pane, "燃气抢险") == []
    assert desk.store.board.get(FormerCard, id) is not None
    assert len(desk.store.board.all(OrganisationCard)) == 3


def test_places_and_beats_are_entered_in_forms(
    qtbot: QtBot, desk: Desk, pane: DirectoryPane
) -> None:
    forms = pane.forms
    agency = next(iter(desk.store.board.all(AgencyCard).values()))
    forms.change_agency(agency)
    forms.agency.form.show_values({"lon": "117.65", "lat": ""})
    forms.agency.ok.click()
    settle(qtbot, desk)
    assert forms.agency.form.fields["lat"].marked
    for wrong in ("181", "nan", "一百一十七"):
        forms.agency.form.show_values({"lon": wrong, "lat": "24.51"})
        forms.agency.ok.click()
        settle(qtbot, desk)
        assert forms.agency.form.fields["lon"].marked, wrong
    forms.agency.form.show_values({"lon": "117.65"})
    forms.agency.ok.click()
    settle(qtbot, desk)
    changed = desk.store.board.get(AgencyCard, agency.id)
    assert changed is not None
    assert (changed.lon, changed.lat, changed.takes) == (117.65, 24.51, agency.takes)

    body = next(iter(desk.store.board.all(OrganisationCard).values()))
    forms.new_beat()
    forms.beat.form.show_values(
        {"code": "B7", "name": "七警区", "organisation_id": body.id, "officer": "陈某"}
    )
    forms.beat.ok.click()
    settle(qtbot, desk)
    (beat,) = desk.store.board.all(BeatCard).values()
    assert (beat.name, beat.officer, beat.ring) == ("七警区", "陈某", ())
    forms.new_beat()
    forms.beat.form.show_values({"code": "B7", "name": "又一个"})
    forms.beat.ok.click()
    settle(qtbot, desk)
    assert "七警区" in forms.beat.form.fields["code"].marked
    forms.change_beat(beat)
    forms.beat.form.show_values({"phone": "0596-2020110"})
    forms.beat.ok.click()
    settle(qtbot, desk)
    (beat,) = desk.store.board.all(BeatCard).values()
    assert (beat.phone, beat.officer) == ("0596-2020110", "陈某")
    words = [text for text, _ask in forms._beats_of(body.id)]
    assert words == ["修改警区：七警区", "停用警区：七警区"]
    forms._beats_of(body.id)[1][1]()
    box = forms.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    box.buttons()[0].click()
    settle(qtbot, desk)
    assert desk.store.board.all(BeatCard) == {}
    forms.new_beat()
    forms.beat.form.show_values({"code": "B8", "name": "八警区", "organisation_id": ""})
    forms.beat.ok.click()
    settle(qtbot, desk)
    assert [text for text, _ask in forms._beats_of(None)] == [
        "修改警区：八警区",
        "停用警区：八警区",
    ]
    assert forms._beats_of(body.id) == []
