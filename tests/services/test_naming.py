"""Aliases: entered once for a place, shown on the board, taken out of use."""

from __future__ import annotations

from pathlib import Path

from models.board import AliasCard
from models.place import Place
from services.naming import add_alias, retire_alias
from tests.services.desk import HERE, Desk


def test_an_alias_is_on_the_board_until_it_is_taken_out_of_use(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    id = desk.do(add_alias, " 老体育场\x07", HERE, id=desk.fresh(), stands_for="市体育馆")
    card = desk.board.get(AliasCard, id)
    assert card == AliasCard(id, "老体育场", "市体育馆", "", HERE.lon, HERE.lat)
    desk.do(retire_alias, id)
    assert desk.board.get(AliasCard, id) is None
    desk.refuse("thing.retired", retire_alias, id)
    desk.check()
    desk.close()


def test_one_name_for_one_place_is_entered_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.do(add_alias, "老体育场", HERE, id=desk.fresh())
    desk.refuse("alias.known", add_alias, "老体育场", HERE, id=desk.fresh())
    there = Place(HERE.lon + 0.01, HERE.lat, "picked", HERE.at)
    desk.do(add_alias, "老体育场", there, id=desk.fresh())
    desk.refuse("text.empty", add_alias, "  ", HERE, id=desk.fresh())
    nowhere = Place(200.0, 24.5, "picked", HERE.at)
    desk.refuse("field.bad", add_alias, "那里", nowhere, id=desk.fresh())
    desk.close()
