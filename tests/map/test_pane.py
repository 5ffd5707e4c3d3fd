"""The map pane at a real desk: it follows board, positions and selection, and comes back when a person wants it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.board import UnitCard
from models.fix import Fix
from models.place import Datum
from models.state import Duty
from services.fleet import set_duty
from services.region import Region
from tests.map.conftest import SIZE
from tests.map.sample import CORE
from tests.ui.desk import NOW, make_desk, run, unit_job, write_all
from ui.desk import Desk
from ui.map.pane import MapPane
from ui.setting import MAP_DATUM

pytestmark = pytest.mark.qt_log_ignore("^GPUInfo not initialized", extend=True)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, said: list[tuple[str, str]]) -> Desk:
    """A desk with two units on patrol."""

    def fill(database: object) -> None:
        write_all(database, [unit_job("u1", "618"), unit_job("u2", "621")])  # type: ignore[arg-type]

    return make_desk(qtbot, tmp_path, fill=fill, said=said)


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk, region: Region, font: None) -> Iterator[MapPane]:
    """A pane that is shown, with both units on it."""
    made = MapPane(desk, region)
    made.resize(*SIZE)
    with qtbot.waitSignal(made.view.ready, timeout=20_000):
        made.show()
    desk.store.loaded.emit(desk.store.board)
    desk.positions.report([Fix("u1", NOW, *CORE), Fix("u2", NOW, CORE[0] + 0.02, CORE[1])])
    desk.positions.flush()
    yield made
    shiboken6.delete(made)


Spot = Callable[[MapPane, str, str], QPoint | None]


@pytest.fixture
def spot(qtbot: QtBot) -> Spot:
    """Ask the page where a thing is drawn."""

    def ask(pane: MapPane, kind: str, id: str) -> QPoint | None:
        answers: list[QPoint | None] = []
        pane.view.position_of(kind, id, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        return answers[0]

    return ask


def kill_for_good(qtbot: QtBot, pane: MapPane) -> None:
    """Kill the page's process until it is not loaded again."""
    for _ in range(2):
        with qtbot.waitSignals([pane.view.trouble, pane.view.ready], timeout=20_000):
            pane.view.crash()
    with qtbot.waitSignal(pane.view.trouble, timeout=20_000) as told:
        pane.view.crash()
    assert told.args == ["map.dead"]


def test_a_unit_of_the_desk_is_where_it_reports_to_be(pane: MapPane, spot: Spot) -> None:
    assert spot(pane, "unit", "u1") is not None
    assert spot(pane, "unit", "u2") is not None


def test_layers_are_chosen_in_the_bar_and_kept_between_starts(
    qtbot: QtBot, desk: Desk, pane: MapPane, spot: Spot, region: Region
) -> None:
    pane.bar.layers["units"].setChecked(False)
    assert spot(pane, "unit", "u1") is None
    again = MapPane(desk, region)
    assert not again.bar.layers["units"].isChecked()
    assert again.bar.layers["beats"].isChecked()
    shiboken6.delete(again)
    pane.bar.layers["units"].setChecked(True)
    assert spot(pane, "unit", "u1") is not None


def test_the_place_under_the_pointer_is_written_in_the_chosen_datum(
    qtbot: QtBot, desk: Desk, pane: MapPane
) -> None:
    answers: list[object] = []

    def written(start: str) -> bool:
        QTest.mouseMove(pane.view.surface(), QPoint(300 + len(answers) % 5, 300))
        pane.view.inspect("document.querySelector('.pointer').textContent", answers.append)
        return bool(answers) and str(answers[-1]).startswith(start)

    pane.bar.datums[Datum.GCJ02].trigger()
    qtbot.waitUntil(lambda: written("GCJ-02 11"), timeout=10_000)
    pane.bar.datums[Datum.WGS84].trigger()
    qtbot.waitUntil(lambda: written("11"), timeout=10_000)
    assert desk.settings.get(MAP_DATUM) == Datum.WGS84


def test_follow_needs_something_to_follow_and_ends_when_the_map_is_taken_in_hand(
    qtbot: QtBot, desk: Desk, pane: MapPane, spot: Spot, said: list[tuple[str, str]]
) -> None:
    follow = desk.actions["map.follow"]
    follow.trigger()
    assert not follow.isChecked()
    assert said[-1][0] == "info"
    desk.selection.choose_unit("u1")
    follow.trigger()
    assert follow.isChecked()
    desk.positions.report([Fix("u1", NOW + 10, CORE[0] + 0.4, CORE[1])])
    desk.positions.flush()
    at = spot(pane, "unit", "u1")
    assert at is not None
    pane.view._bridge.release()
    assert not follow.isChecked()
    follow.trigger()
    follow.trigger()
    assert not follow.isChecked()


def test_the_trail_of_the_selected_unit_is_what_is_on_disk_and_what_comes(
    qtbot: QtBot, desk: Desk, pane: MapPane, spot: Spot
) -> None:
    minute = 60_000
    old = [Fix("u1", NOW - n * minute, CORE[0] - 0.01 * n, CORE[1]) for n in (45, 20, 10, 1)]
    desk.store._database.save_fixes(old)
    trails: list[tuple[str, list[tuple[float, float]]]] = []
    pane._trail.changed.connect(lambda id, line: trails.append((id, list(line))))
    desk.selection.choose_unit("u1")
    qtbot.waitUntil(lambda: len(trails) > 1)
    assert trails[-1] == ("u1", line_of(old[1:]))
    near = Fix("u1", NOW + 1000, CORE[0] + 1e-5, CORE[1])
    far = Fix("u1", NOW + 2000, CORE[0] + 0.01, CORE[1])
    for fix in (near, far):
        desk.positions.report([fix])
        desk.positions.flush()
    assert trails[-1] == ("u1", line_of([*old[1:], near, far]))
    assert spot(pane, "unit", "u1") is not None
    desk.selection.choose_unit("")
    assert trails[-1] == ("", [])


def line_of(fixes: list[Fix]) -> list[tuple[float, float]]:
    """Return the points of positions."""
    return [(fix.lon, fix.lat) for fix in fixes]


def test_a_map_that_died_for_good_says_how_to_bring_it_back(
    qtbot: QtBot, desk: Desk, pane: MapPane, spot: Spot, said: list[tuple[str, str]]
) -> None:
    kill_for_good(qtbot, pane)
    kind, words = said[-1]
    assert kind == "danger"
    assert desk.actions["view.map_reload"].shortcut().toString() in words
    assert not pane.view.isVisible()
    run(qtbot, desk, set_duty, "u1", Duty.PAUSED)
    with qtbot.waitSignal(pane.view.ready, timeout=20_000):
        desk.actions["view.map_reload"].trigger()
    assert pane.view.isVisible()
    assert spot(pane, "unit", "u1") is not None
    card = desk.store.board.get(UnitCard, "u1")
    assert card is not None
    assert card.duty is Duty.PAUSED


def test_the_button_in_place_of_the_map_brings_it_back(
    qtbot: QtBot, pane: MapPane, spot: Spot
) -> None:
    kill_for_good(qtbot, pane)
    with qtbot.waitSignal(pane.view.ready, timeout=20_000):
        QTest.mouseClick(pane._lost.button, Qt.MouseButton.LeftButton)
    assert spot(pane, "unit", "u2") is not None


def test_questions_to_a_dead_map_are_answered_with_nothing(
    qtbot: QtBot, pane: MapPane, spot: Spot
) -> None:
    answers: list[QPoint | None] = []
    with qtbot.waitSignal(pane.view.ready, timeout=20_000):
        os.kill(pane.view._web.page().renderProcessPid(), signal.SIGKILL)
        pane.view.position_of("unit", "u1", answers.append)
    kill_for_good_after_one(qtbot, pane)
    assert answers
    assert spot(pane, "unit", "u1") is None


def kill_for_good_after_one(qtbot: QtBot, pane: MapPane) -> None:
    """Two more deaths within the minute."""
    with qtbot.waitSignals([pane.view.trouble, pane.view.ready], timeout=20_000):
        pane.view.crash()
    with qtbot.waitSignal(pane.view.trouble, timeout=20_000):
        pane.view.crash()


def test_a_map_reloaded_in_a_hurry_comes_once_and_complains_of_nothing(
    qtbot: QtBot, pane: MapPane, spot: Spot, said: list[tuple[str, str]]
) -> None:
    with qtbot.waitSignal(pane.view.ready, timeout=20_000):
        for _ in range(3):
            pane.reload()
    assert spot(pane, "unit", "u1") is not None
    assert said == []


def test_after_a_reload_by_hand_three_deaths_are_counted_anew(
    qtbot: QtBot, pane: MapPane, spot: Spot
) -> None:
    kill_for_good(qtbot, pane)
    with qtbot.waitSignal(pane.view.ready, timeout=20_000):
        pane.reload()
    with qtbot.waitSignals([pane.view.trouble, pane.view.ready], timeout=20_000):
        pane.view.crash()
    assert spot(pane, "unit", "u1") is not None
