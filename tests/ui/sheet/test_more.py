"""The folded part of the form: every field by keyboard, with pickers where there is a dictionary."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from services.database import Database, Job
from services.dossier import read_dossier
from services.fleet import add_organisation
from tests.ui.desk import ACTOR, NOW, make_desk, settle, sheet_jobs, write_all
from tests.ui.keyboard import K, Person
from ui.field import Field
from ui.sheet import SheetPane


def fill(store: Database) -> None:
    """One sheet being taken, two stations."""
    bodies = [
        Job(
            add_organisation,
            (),
            NOW,
            ACTOR,
            {"id": id, "name": name, "code": code, "kind": "station"},
        )
        for id, name, code in (("o1", "巷口派出所", "01"), ("o2", "古雷派出所", "02"))
    ]
    write_all(store, [*bodies, *sheet_jobs("i1", taken=False)])


def test_every_folded_field_is_filled_by_key_and_kept(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(qtbot, tmp_path, fill=fill)
    pane = SheetPane(desk)
    person = Person(qtbot, desk, pane)
    with qtbot.waitSignal(desk.store.loaded):
        desk.store.load()
    settle(qtbot, desk)
    form = pane.parts.form
    assert not form.more.isVisible(), "a plain sheet stays short"
    pane.open_sheet("i1")
    form.more_button.setFocus()
    person.press(K.Key_Space)
    assert form.field("weapon").is_reached, "whoever opens it by key goes on in it"
    typed = {
        "call_kind": "jubao",
        "taken_as": "zijie",
        "rescue_level": "teji",
        "plate_type": "lvpai",
        "id_type": "hz",
        "tags": "台风，夜间 台风",
        "station_adjusted_id": "gl",
        "source_id": "12345-77",
        "ministry_number": "P1",
    }
    for name, words in typed.items():
        reach(person, form.field(name))
        if words.isascii():
            person.type(words)
        else:
            person.say(words)
    form.more.focus("invalid")
    person.press(K.Key_Space)
    pane.save_now()
    settle(qtbot, desk)
    dossier = desk.store._database.read(read_dossier, "i1")
    assert dossier is not None
    fields = dossier.fields
    assert {name: fields[name] for name in typed if name != "tags"} == {
        "rescue_level": "D1",
        "plate_type": "D02",
        "id_type": "D20",
        "station_adjusted_id": "o2",
        "source_id": "12345-77",
        "ministry_number": "P1",
        "call_kind": "5",
        "taken_as": "3",
    }
    assert dossier.card.tags == ("台风", "夜间")
    assert dossier.card.station_id == "o2"
    assert fields["invalid"] is True
    assert not pane._filling.draft.typed, "nothing is left unsaved"


def reach(person: Person, field: Field) -> None:
    """Go on by Tab until the keyboard is in the field."""
    for _ in range(40):
        if field.is_reached:
            return
        person.press(Qt.Key.Key_Tab)
    raise AssertionError("no way to the field by Tab")
