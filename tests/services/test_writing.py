"""The journal says who made a sheet and who changed it last; names and codes are cleaned like other texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.errors import RuleError
from models.organisation import Organisation
from models.unit import Unit
from services.dossier import read_dossier
from services.fleet import add_organisation, add_unit
from services.taking import change_sheet, complete_sheet, open_sheet, save_draft
from services.timeline import write_note
from services.writing import first_writing
from tests.services.desk import Desk

FULL = {"address": "延安北路", "class_taken": "200100", "level": 3}


def test_a_sheet_tells_who_made_it_and_who_changed_it_last(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    write = desk.db.write
    write(open_sheet, id="i1", at=1000, by="350001")
    write(save_draft, "i1", {"address": "延安北路"}, at=2000, by="350002")
    dossier = desk.db.read(read_dossier, "i1")
    assert dossier is not None
    assert dossier.created is not None
    assert dossier.changed is not None
    assert (dossier.created.actor, dossier.created.command) == ("350001", "open_sheet")
    assert (dossier.changed.actor, dossier.changed.command) == ("350002", "save_draft")
    assert dossier.created.seat == dossier.changed.seat == "S001"
    assert dossier.created.at <= dossier.changed.at
    write(write_note, "i1", "看过", at=3000, by="350009")
    again = desk.db.read(read_dossier, "i1")
    assert again is not None
    assert again.changed == dossier.changed, "a line of the timeline is no change of the sheet"
    desk.close()


def test_a_thing_the_journal_does_not_know_was_written_by_nobody(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert desk.db.read(first_writing, "incident", "nobody") is None
    desk.close()


def test_who_acts_is_cleaned_before_it_is_recorded(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.db.write(open_sheet, id="i1", at=1, by=" 3500\x0001\u202e ")
    dossier = desk.db.read(read_dossier, "i1")
    assert dossier is not None
    assert dossier.created is not None
    assert dossier.created.actor == dossier.card.taker == "350001"
    assert dossier.entries[0].actor == "350001"
    with pytest.raises(RuleError) as refusal:
        desk.db.write(open_sheet, id="i2", at=1, by="x" * 201)
    assert refusal.value.code == "text.too_long"
    desk.close()


@pytest.mark.parametrize("division", ["", "漳州", "3506\n", "35-600", "3" * 13])
def test_a_division_is_a_code_of_digits(tmp_path: Path, division: str) -> None:
    desk = Desk(tmp_path)
    if division == "3506\n":
        desk.db.write(open_sheet, id="i1", at=1, by="A", division=division)
        assert desk.db.read(read_dossier, "i1").card.number.startswith("350600")  # type: ignore[union-attr]
    else:
        with pytest.raises(RuleError):
            desk.db.write(open_sheet, id="i1", at=1, by="A", division=division)
    desk.close()


def test_leaders_and_codes_of_bodies_are_cleaned(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    enter(desk, add_unit, id="u1", call_sign="618", leader=" 陈\x07队 ")
    enter(desk, add_organisation, id="o1", name="巷口所", code="3506\x00", kind="station")
    assert desk.db.read(lambda session: session.get_one(Unit, "u1").leader) == "陈队"
    assert desk.db.read(lambda session: session.get_one(Organisation, "o1").code) == "3506"
    for command, fields in (
        (add_unit, {"call_sign": "619", "leader": "王" * 201}),
        (add_organisation, {"name": "某所", "kind": "station", "code": "9" * 201}),
    ):
        with pytest.raises(RuleError) as refusal:
            enter(desk, command, id="x", **fields)
        assert refusal.value.code == "text.too_long"
    desk.close()


def test_the_timeline_names_the_station_a_sheet_was_given_to(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    write = desk.db.write
    enter(desk, add_organisation, id="o1", name="巷口派出所", code="1", kind="station")
    write(open_sheet, id="i1", at=1, by="A", fields=FULL)
    write(complete_sheet, "i1", at=2, by="A")
    write(change_sheet, "i1", {"station_adjusted_id": "o1", "invalid": True}, at=3, by="A")
    dossier = desk.db.read(read_dossier, "i1")
    assert dossier is not None
    assert dossier.card.station_id == "o1"
    assert {line.params.get("new") for line in dossier.entries} == {None, "巷口派出所", True}
    desk.close()


def enter(desk: Desk, command: Callable[..., Any], **fields: Any) -> None:
    """Run a command that takes whatever fields there are."""
    desk.db.write(command, at=1, by="A", **fields)
