"""A region that is installed beside a running window: map, roads and names are its own from then on, without a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from models.board import BeatCard
from services.gazetteer import Answer
from services.region import home_of
from services.region.building import Order, build_region
from services.region.installing import install_region
from tests.services.region.test_trade import furnish
from tests.services.region.town import small_town
from tests.stories.shift import Shift

STREET = "东西4路"


def found(shift: Shift, text: str) -> list[str]:
    """The names that the desk finds for a text."""
    answers: list[Answer] = []
    shift.desk.names.search("story", text, None, answers.append)
    shift.wait(lambda: answers)
    return [hit.name for hit in answers[0].hits]


def test_the_desk_takes_over_a_region_and_begins_with_it_the_next_time(
    start_shift: Callable[[], Shift], tmp_path: Path
) -> None:
    shift = start_shift()
    assert shift.window.map.region.name == "漳州市"
    assert not shift.desk.roads.has_roads
    shift.desk.actions["view.wall"].trigger()
    wall = shift.window.wall
    (tmp_path / "there").mkdir()
    furnish(tmp_path / "there" / "desk.sqlite")
    extract = small_town().write(tmp_path / "town.osm")
    order = Order(extract, tmp_path / "built", store=tmp_path / "there" / "desk.sqlite")
    build_region(order, lambda step, part: None)
    install_region(tmp_path / "built", home_of(tmp_path))
    shift.wait(lambda: shift.window.map.region.name == "小城")
    shift.wait(lambda: wall.map._region.name == "小城")
    wall.close()
    exchange = shift.window.exchange
    shift.wait(lambda: exchange.dialog is not None and exchange.dialog.isVisible())
    assert not shift.board.all(BeatCard), "beats are offered, not taken"
    exchange.dialog.reject()
    shift.wait(lambda: shift.desk.roads.has_roads)
    assert STREET in found(shift, "东西4")
    shift.close()
    again = start_shift()
    assert again.window.map.region.name == "小城"
    again.wait(lambda: again.desk.roads.has_roads)
    assert STREET in found(again, "东西4")
