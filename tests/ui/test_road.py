"""Roads at the desk: times and order in the choice of units, way, trail and rings on the map; real roads, a real lane."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shapely
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.fix import Fix
from models.place import Method, Place
from services.database import Database
from services.dispatching import assign_units
from tests.services.routing.plan import Plan
from tests.ui.desk import (
    NOW,
    make_desk,
    move_clock,
    run,
    sheet_jobs,
    unit_job,
    write_all,
)
from ui.desk import Desk
from ui.dispatch import DispatchChooser
from ui.dispatch.estimate import method_text, way, way_text
from ui.map.course import Course
from ui.map.ring import Rings, minutes_of
from ui.map.trail import Trail
from ui.setting import RING_MINUTES

# Two streets along a river, 200 m apart, and one bridge far in the east.
PLACES: dict[str, tuple[float, float]] = {
    **{"a": (0, 0), "b": (3, 0), "e": (12, 0), "f": (13, 0)},
    **{"c": (3, 1), "d": (12, 1), "g": (13, 1)},
}
PLAN = Plan(PLACES)
SCENE = Place(*PLAN.point(3, 0), Method.PICKED, NOW)
ACROSS, ALONG, AWAY = PLAN.point(3, 1), PLAN.point(0, 0), PLAN.point(40, 40)


@pytest.fixture(scope="module")
def roads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the roads of the plan."""
    folder = tmp_path_factory.mktemp("roads")
    plan = Plan(PLACES)
    plan.street("abef", name="江滨路")
    plan.street("cdg", name="北岸路")
    plan.street("ed", name="战备大桥")
    plan.roads(folder)
    return folder


def two_banks(store: Database) -> None:
    """One sheet, and units on both banks and far from every road."""
    units = [
        unit_job(id, sign) for id, sign in (("across", "618"), ("along", "621"), ("away", "633"))
    ]
    write_all(store, [*units, *sheet_jobs("scene", place=SCENE), *sheet_jobs("other", place=SCENE)])


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, said: list[tuple[str, str]]) -> Iterator[Desk]:
    """A desk with three units whose positions are known."""
    made = make_desk(qtbot, tmp_path, fill=two_banks, said=said)
    places = {"across": ACROSS, "along": ALONG, "away": AWAY}
    made.positions.report([Fix(id, NOW - 1_000, *place) for id, place in places.items()])
    made.positions.flush()
    yield made
    # What the lane still runs ends with the test: closing does not wait for it.
    made.roads.close()
    for thread in made.roads._lane._threads if made.roads._lane is not None else ():
        thread.join()


def take_roads(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    """Let the desk use the roads of a folder."""
    with qtbot.waitSignals([desk.roads.changed, desk.roads.changed]):
        desk.roads.use(folder)


def heard(signal: Any) -> list[tuple[Any, ...]]:
    """Return a list that grows by what a signal says."""
    told: list[tuple[Any, ...]] = []
    signal.connect(lambda *values: told.append(values))
    return told


def test_units_stand_by_their_time_on_roads_as_soon_as_it_is_known(
    qtbot: QtBot, desk: Desk, roads: Path, tmp_path: Path
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    chooser = DispatchChooser(desk, host)
    with qtbot.waitSignal(desk.advice.answered):
        chooser.choose("scene")
    assert [row.id for row in chooser.table.cards()] == ["across", "along", "away"]
    assert all("估" in way_text(row.way) for row in chooser.table.cards())
    chooser.reject()
    take_roads(qtbot, desk, roads)
    with qtbot.waitSignal(desk.advice.answered):
        chooser.choose("scene")
    rows = chooser.table.cards()
    assert [row.id for row in rows] == ["along", "across", "away"]
    along, across, away = (row.way for row in rows)
    assert along is not None
    assert across is not None
    assert away is not None
    assert along.metres == pytest.approx(607, abs=3)
    assert across.metres == pytest.approx(3_860, abs=30)
    assert (along.estimated, across.estimated, away.estimated) == (False, False, True)
    assert way_text(along) == "1 分 · 610 米"
    assert way_text(away).startswith("估 ")
    assert method_text(desk).startswith("按道路计算（警灯）")
    desk.roads.use(tmp_path)
    assert not desk.roads.has_roads
    known = way(desk, desk.positions.latest["across"], SCENE)
    assert known is not None
    assert known.estimated
    assert method_text(desk).startswith("直线×1.4")


def test_the_way_of_the_selected_unit_follows_it_and_goes_with_the_selection(
    qtbot: QtBot, desk: Desk, roads: Path
) -> None:
    take_roads(qtbot, desk, roads)
    course = Course(desk, desk.store)
    told = heard(course.changed)
    desk.selection.choose_incident("scene")
    with qtbot.waitSignal(course.changed, check_params_cb=lambda unit, *_: unit == "across"):
        desk.selection.choose_unit("across")
    unit, sheet, line, words = told[-1]
    assert (unit, sheet) == ("across", "scene")
    assert line[0] == pytest.approx(ACROSS, abs=1e-5)
    assert line[-1] == pytest.approx((SCENE.lon, SCENE.lat), abs=1e-5)
    assert words.endswith("3.9 公里")
    assert course.route is not None
    assert [step.name for step in course.route.steps] == ["北岸路", "战备大桥", "江滨路", ""]
    desk.positions.report([Fix("across", NOW + 4_000, *PLAN.point(12, 1))])
    desk.positions.flush()
    with qtbot.waitSignal(course.changed, check_params_cb=lambda *it: it[3].endswith("2.0 公里")):
        move_clock(desk, 6_000)
    run(qtbot, desk, assign_units, "other", ["along"])
    with qtbot.waitSignal(course.changed, check_params_cb=lambda *it: it[:2] == ("along", "other")):
        desk.selection.choose_unit("along")
    desk.selection.choose_unit("")
    assert told[-1] == ("", "", [], "")


def test_a_trail_is_put_on_roads_where_there_are_some(
    qtbot: QtBot, desk: Desk, roads: Path
) -> None:
    take_roads(qtbot, desk, roads)
    trail = Trail(desk, desk.store)
    beside = [PLAN.point(0.5 * step, 0.04) for step in range(1, 6)]
    fixes = [Fix("along", NOW + 10_000 * n, *at, accuracy=8.0) for n, at in enumerate(beside)]
    desk.selection.choose_unit("along")
    for fix in fixes:
        desk.positions.report([fix])
        desk.positions.flush()
    street = PLAN.point(0, 0)[1]
    last = pytest.approx((beside[-1][0], street), abs=1e-6)
    with qtbot.waitSignal(trail.changed, check_params_cb=lambda _unit, line: line[-1] == last):
        pass
    desk.selection.choose_unit("")


def test_rings_are_drawn_around_what_is_selected_and_taken_off_by_the_same_key(
    qtbot: QtBot, desk: Desk, roads: Path, said: list[tuple[str, str]], tmp_path: Path
) -> None:
    rings, action = Rings(desk, desk.store), desk.actions["map.rings"]
    desk.selection.choose_unit("along")
    action.trigger()
    assert said[-1] == ("info", "本地区没有道路数据，画不出可达圈。")
    assert not action.isChecked()
    take_roads(qtbot, desk, roads)
    with qtbot.waitSignal(rings.changed, check_params_cb=bool) as told:
        action.trigger()
    (one, three, five) = told.args[0]
    assert (one[0], three[0], five[0]) == (1, 3, 5)
    assert reached(one, ALONG)
    assert not reached(one, ACROSS)
    assert reached(five, PLAN.point(12, 0))
    desk.settings.set(RING_MINUTES, "10, x 2")
    desk.selection.choose_incident("scene")
    with qtbot.waitSignal(rings.changed, check_params_cb=lambda areas: len(areas) == 2) as told:
        pass
    assert reached(told.args[0][1], ACROSS)
    with qtbot.waitSignal(rings.changed) as told:
        action.trigger()
    assert told.args == [[]]
    assert minutes_of("5 1 1 0 ² 61 -3 2.5") == (1, 2.5, 5)
    desk.selection.choose_incident("")
    desk.selection.choose_unit("nobody")
    action.trigger()
    assert said[-1][1].startswith("请先选中")


def reached(
    ring: tuple[float, list[list[tuple[float, float]]]], place: tuple[float, float]
) -> bool:
    """Tell whether a place lies within an area of outlines."""
    return any(shapely.Polygon(line).covers(shapely.Point(place)) for line in ring[1])


def test_roads_that_cannot_be_read_leave_the_estimate(
    qtbot: QtBot, desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "roads.npz").write_bytes(b"PK nothing")
    take_roads(qtbot, desk, tmp_path)
    assert not desk.roads.has_roads
    assert "roads.damaged" in caplog.text
    routes: list[object] = []
    desk.roads.route(ALONG, ACROSS, routes.append)
    assert routes == [None]
    caplog.clear()
