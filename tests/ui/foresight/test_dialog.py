"""Two choices are compared by keys alone, in programs of their own; noise is called noise."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.fix import Fix
from models.place import Method, Place
from services.database import Database
from services.drill.foresight import Future
from tests.ui.desk import NOW, make_desk, settle, sheet_jobs, unit_job, write_all
from tests.ui.keyboard import K, Person
from ui.desk import Desk
from ui.foresight import Foresights
from ui.foresight.comparison import Comparison
from ui.foresight.dialog import ForesightDialog
from ui.setting import FORESIGHT_RUNS

HERE = Place(117.6464, 24.513, Method.PICKED, NOW)
FIXES = [
    Fix("near", NOW - 5_000, 117.65, 24.515),
    Fix("next", NOW - 1_000, 117.66, 24.52),
    Fix("far", NOW - 1_000, 117.72, 24.57),
]


def evening(store: Database) -> None:
    """Three units and one open sheet."""
    units = [unit_job("near", "618"), unit_job("next", "621"), unit_job("far", "655")]
    write_all(store, [*units, *sheet_jobs("here", place=HERE)])


def at_the_dialog(
    qtbot: QtBot, folder: Path, said: list[tuple[str, str]] | None = None
) -> tuple[Desk, ForesightDialog, Person]:
    desk = make_desk(qtbot, folder, said=said, fill=evening)
    desk.positions.report(FIXES)
    host = QWidget()
    opener = Foresights(desk, host)
    person = Person(qtbot, desk, host)
    desk.selection.choose_incident("here")
    desk.settings.set(FORESIGHT_RUNS, 12)
    with qtbot.waitSignal(desk.advice.answered):
        desk.actions["dispatch.foresee"].trigger()
    settle(qtbot, desk)
    dialog = opener.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.begin.hasFocus)
    return desk, dialog, person


def test_two_units_are_compared_by_return_and_the_nearer_is_called_better(
    qtbot: QtBot, tmp_path: Path
) -> None:
    _desk, dialog, person = at_the_dialog(qtbot, tmp_path)
    assert dialog.choices() == [("near",), ("next",)]
    dialog.second.setCurrentIndex(2)
    with qtbot.waitSignal(dialog.work.done, timeout=60_000):
        person.press(K.Key_Return)
        assert dialog.bar.isVisible()
        assert not dialog.begin.isEnabled()
        assert dialog.bar.maximum() == 24
    rows = {row.id: row for row in dialog.table.cards()}
    arrival = rows["arrival"]
    assert arrival.apart is not None
    assert arrival.apart.high < 0
    assert "618 较好" in dialog.said.text()
    assert not dialog.bar.isVisible()
    assert dialog.comparison.played == 24
    # The same again stops at a key, and says how far it came; nothing goes on behind it.
    with qtbot.waitSignal(dialog.work.played, timeout=60_000):
        person.press(K.Key_Return)
    person.press(K.Key_Space)
    assert not dialog.work.is_running
    assert dialog.begin.isEnabled()
    person.press(K.Key_Escape)
    assert not dialog.isVisible()


def test_what_lies_within_the_noise_is_not_called_better() -> None:
    comparison = Comparison()
    for number in range(20):
        swing = 30.0 if number % 2 else -30.0
        comparison.add(0, number, Future(300.0 + swing, 0.3, 400.0, 10))
        comparison.add(1, number, Future(301.0, 0.3, 400.0, 10))
    said = comparison.sentences(("618", "621"), 5)
    assert len(said) == 3
    assert all("波动" in one and "较好" not in one for one in said)
    apart = Comparison()
    for number in range(20):
        apart.add(0, number, Future(300.0 + number, 0.3, 400.0, 10))
        apart.add(1, number, Future(None if number == 3 else 500.0 + number, 0.5, 390.0, 10))
    said = apart.sentences(("618", "621"), 5)
    assert "618 较好" in said[0]
    assert "618 较好" in said[1]
    assert "20.0" in said[1]
    assert "621 较好" in said[2]
    assert said[3].startswith("621：1 次")
    assert comparison.sentences(("a", "b"), 5) != []
    assert Comparison().sentences(("a", "b"), 5) == []


def test_without_a_place_nothing_is_played_and_it_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    desk = make_desk(qtbot, tmp_path, said=said, fill=lambda db: write_all(db, sheet_jobs("bare")))
    host = QWidget()
    opener = Foresights(desk, host)
    qtbot.addWidget(host)
    desk.selection.choose_incident("bare")
    desk.actions["dispatch.foresee"].trigger()
    settle(qtbot, desk)
    assert opener.dialog is not None
    assert not opener.dialog.isVisible()
    assert "已定位" in said[-1][1]
