"""The people of a sheet are entered and changed by key, with what the crew must know before it knocks."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from services.dossier import PartyLine, read_dossier
from services.taking import change_sheet
from tests.ui.desk import make_desk, run, settle, sheet_jobs, write_all
from tests.ui.keyboard import CTRL, K, Person
from ui.desk import Desk
from ui.details import DetailsPane


def pane_at(qtbot: QtBot, folder: Path) -> tuple[Desk, DetailsPane, Person]:
    """Return the details of one sheet with somebody in front of them."""
    desk = make_desk(qtbot, folder, fill=lambda store: write_all(store, sheet_jobs("i1")))
    pane = DetailsPane(desk)
    person = Person(qtbot, desk, pane)
    desk.selection.choose_incident("i1")
    settle(qtbot, desk)
    return desk, pane, person


def people(desk: Desk) -> tuple[PartyLine, ...]:
    """Return the people of the sheet as the store has them."""
    dossier = desk.store._database.read(read_dossier, "i1")
    assert dossier is not None
    return dossier.parties


def test_a_key_person_is_entered_and_the_list_says_so_first(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    person.press(K.Key_P, mod=CTRL)
    person.type("dsr\r")
    person.say("陈某")
    more = pane.parts.panels.party.more
    assert more is not None
    pane.parts.panels.party.more_button.click()
    more.focus("key_person")
    person.press(K.Key_Space, K.Key_Tab, K.Key_Space)
    more.focus("key_person_kind")
    person.type("baoliqianke\r")
    settle(qtbot, desk)
    (line,) = people(desk)
    assert (line.name, line.key_person, line.key_person_kind) == ("陈某", True, "D40")
    assert (line.deputy, line.committee_member) == (True, False)
    table = pane.parts.parties.table
    assert table.index(0, 3).data() == "▲ 重点人员 有暴力前科 · 人大代表"
    assert pane.parts.parties.known.text() == "▲ 重点人员 有暴力前科 · 人大代表"


def test_enter_on_a_person_changes_what_is_known(qtbot: QtBot, tmp_path: Path) -> None:
    desk, pane, person = pane_at(qtbot, tmp_path)
    person.press(K.Key_P, mod=CTRL)
    person.type("dsr\r")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    pane.parts.parties.view.setFocus()
    person.press(K.Key_Return)
    panel = pane.parts.panels.party_change
    assert not panel.isHidden()
    assert panel.form.value("role") == people(desk)[0].role
    panel.form.focus("phone")
    person.type("13900000000")
    person.press(K.Key_Return, mod=CTRL)
    settle(qtbot, desk)
    (line,) = people(desk)
    assert line.phone == "13900000000"
    assert panel.isHidden()


def test_the_head_says_who_made_the_sheet_and_who_changed_it_last(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, pane, _person = pane_at(qtbot, tmp_path)
    words = pane.parts.head.written.text()
    assert words.startswith("建单 350001（席位 S001）")
    assert "最后修改 350001（席位 S001）" in words
    from_elsewhere = {"tags": ["台风"], "plate_type": "D02"}
    run(qtbot, desk, change_sheet, "i1", from_elsewhere, by="350002")
    head = pane.parts.head
    assert "最后修改 350002（席位 S001）" in head.written.text()
    assert "标签：台风" in head.warned.text()
    assert "号牌种类：新能源小型汽车（绿牌）" in head.warned.text()
