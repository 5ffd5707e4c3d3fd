"""The real page in a window of fixed size, with the shipped region and font."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot

from services.region import Region
from tests.map.sample import NOW, PALETTE
from ui.map.view import MapView

RESOURCES = Path(__file__).parent.parent.parent / "resources"
SIZE = (900, 640)

Find = Callable[[MapView, str, str], QPoint | None]
Locate = Callable[[MapView, str, str], QPoint]


@pytest.fixture(scope="session")
def region() -> Region:
    """The region that ships with the program."""
    return Region.load(RESOURCES / "region" / "zhangzhou")


@pytest.fixture(scope="session")
def font(qapp: object) -> None:
    """The shipped font: without it Chinese is boxes on a bare machine."""
    for file in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


@pytest.fixture
def view(qtbot: QtBot, region: Region, font: None) -> Iterator[MapView]:
    """A map that is shown and ready, with nothing on it."""
    made = MapView(region, PALETTE, "zh")
    made.resize(*SIZE)
    with qtbot.waitSignal(made.ready, timeout=20_000):
        made.show()
    made.set_now(NOW)
    yield made
    # At once: a page that lives until Python takes its objects apart may go after its profile.
    shiboken6.delete(made)


@pytest.fixture
def find(qtbot: QtBot) -> Find:
    """Ask the page where a thing is drawn, if at all; what was said before is drawn by then."""

    def ask(view: MapView, kind: str, id: str) -> QPoint | None:
        answers: list[QPoint | None] = []
        view.position_of(kind, id, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        return answers[0]

    return ask


@pytest.fixture
def locate(find: Find) -> Locate:
    """Ask the page where a thing is drawn that must be drawn."""

    def ask(view: MapView, kind: str, id: str) -> QPoint:
        at = find(view, kind, id)
        assert at is not None, f"{kind} {id} is not on the map"
        return at

    return ask
