"""The base map in the real page: painted from the region's tiles, in the desk's colours, without a network."""

from __future__ import annotations

import itertools
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from services.region import Region
from tests.map.conftest import SIZE
from tests.map.sample import NOW, PALETTE
from tests.map.town import FIELD, LAKE, SEA, town_region
from ui.map.layer import LAYERS
from ui.map.scheme import Files
from ui.map.view import MapView
from ui.theme import palette_of

pytestmark = pytest.mark.qt_log_ignore("^GPUInfo not initialized", extend=True)

Ask = Callable[[str], Any]
ALL = dict.fromkeys(LAYERS, True)


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Region:
    return town_region(tmp_path_factory.mktemp("town"))


@pytest.fixture
def base(qtbot: QtBot, town: Region, font: None) -> Iterator[MapView]:
    """The town's map, shown and painted."""
    made = MapView(town, PALETTE, "zh")
    made.resize(*SIZE)
    with qtbot.waitSignal(made.ready, timeout=20_000):
        made.show()
    made.set_now(NOW)
    made.fit()
    wait_painted(qtbot, made)
    yield made
    shiboken6.delete(made)


def inspect(qtbot: QtBot, view: MapView, question: str) -> Any:
    answers: list[object] = []
    view.inspect(f"JSON.stringify({question})", answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return json.loads(str(answers[0]))


def wait_painted(qtbot: QtBot, view: MapView) -> None:
    """What was said before is drawn, and every tile of the view is there."""
    answers: list[object] = []
    view.position_of("unit", "none", answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    qtbot.waitUntil(lambda: bool(inspect(qtbot, view, "desk.live.base.painted")), timeout=20_000)


def pixel(qtbot: QtBot, view: MapView, place: tuple[float, float]) -> tuple[int, int]:
    lon, lat = place
    at = inspect(qtbot, view, f"desk.live.map.latLngToContainerPoint([{lat}, {lon}])")
    return round(at["x"]), round(at["y"])


def wait_colour(qtbot: QtBot, view: MapView, place: tuple[float, float], colour: str) -> None:
    """A place gets about this colour."""
    wanted = QColor(colour)

    def seen() -> bool:
        found = view.grab().toImage().pixelColor(*pixel(qtbot, view, place))
        pairs = zip(found.getRgb()[:3], wanted.getRgb()[:3], strict=True)  # type: ignore[index]
        return all(abs(a - b) < 6 for a, b in pairs)

    qtbot.waitUntil(seen, timeout=10_000)


def test_lake_sea_and_land_have_the_desks_colours_in_every_theme(
    qtbot: QtBot, base: MapView
) -> None:
    base.set_layers({**ALL, "names": False, "points": False})
    for theme in ("light", "dark", "contrast"):
        palette = palette_of(theme)
        base.set_palette(palette)
        for place, colour in ((LAKE, "water"), (SEA, "water"), (FIELD, "land")):
            wait_colour(qtbot, base, place, palette[colour])
    assert base.requests_refused == 0


def test_whose_data_it_is_stands_on_the_map(qtbot: QtBot, base: MapView) -> None:
    words = inspect(qtbot, base, "document.querySelector('.source').textContent")
    assert words == "© OpenStreetMap contributors"


def labels(qtbot: QtBot, view: MapView) -> list[str]:
    """The keys of the street labels that are placed, one for each."""
    script = (
        "[...new Set([...desk.live.base.layer.labelers.labelers.values()].flatMap((l) => "
        "l.index.tree.all().map((e) => e.indexedLabel)))].map((l) => l.deduplicationKey || '')"
    )
    return [key for key in inspect(qtbot, view, script) if key]


def test_streets_are_written_in_the_language_of_the_screen(qtbot: QtBot, base: MapView) -> None:
    qtbot.waitUntil(lambda: "东西4路" in labels(qtbot, base), timeout=10_000)
    base.set_language("en")
    qtbot.waitUntil(lambda: "East Road 4" in labels(qtbot, base), timeout=10_000)
    assert "东西4路" not in labels(qtbot, base)


def test_a_street_that_crosses_tiles_is_not_named_twice_at_the_edge(
    qtbot: QtBot, base: MapView
) -> None:
    qtbot.waitUntil(lambda: "东西4路" in labels(qtbot, base), timeout=10_000)
    script = (
        "[...desk.live.base.layer.labelers.labelers.values()].flatMap((l) => "
        "[...new Set(l.index.tree.all().map((e) => e.indexedLabel))])"
        ".filter((l) => l.deduplicationKey === '东西4路').map((l) => l.anchor.x)"
    )
    places = sorted(inspect(qtbot, base, script))
    assert all(b - a > 200 for a, b in itertools.pairwise(places))


def test_names_are_hidden_with_their_layer(qtbot: QtBot, base: MapView) -> None:
    base.set_layers({**ALL, "names": False, "points": False})
    qtbot.waitUntil(lambda: not labels(qtbot, base), timeout=10_000)


def test_another_region_takes_the_place_of_the_outline(
    qtbot: QtBot, view: MapView, town: Region, region: Region
) -> None:
    with qtbot.waitSignal(view.ready, timeout=20_000):
        view.use_region(town)
    wait_painted(qtbot, view)
    wait_colour(qtbot, view, SEA, PALETTE["water"])
    with qtbot.waitSignal(view.ready, timeout=20_000):
        view.use_region(region)
    assert inspect(qtbot, view, "desk.live.base") is None
    assert "GSHHG" in inspect(qtbot, view, "document.querySelector('.source').textContent")


def test_an_address_that_is_no_tile_is_answered_with_nothing(qapp: object, town: Region) -> None:
    files = Files(lambda: b"", town, None)  # type: ignore[arg-type]
    for path in (
        "tiles/14/0/0.mvt",
        "tiles/99/1/-1.mvt",
        "tiles/a/b/c.mvt",
        "tiles/../x.mvt",
        "tiles/1.mvt",
    ):
        content = files.content(QUrl(f"zz110://map/{path}"))
        assert content is None or content[0] == b""
    files.close()


def namespace() -> list[str]:
    """The command that runs another without a network, nothing where this machine does not let us."""
    tool = shutil.which("unshare")
    for options in (["-n"], ["-r", "-n"]):
        if (
            tool
            and subprocess.run(
                [tool, *options, "true"], capture_output=True, check=False
            ).returncode
            == 0
        ):
            return [tool, *options]
    return []


def test_the_page_is_painted_in_a_process_that_has_no_network(town: Region) -> None:
    without = namespace()
    if not without:
        pytest.skip("this machine lets nobody make a network namespace")
    ran = subprocess.run(
        [*without, sys.executable, "-m", "tests.map.alone", str(town.folder)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert json.loads(ran.stdout) == {"painted": True, "refused": 0}, ran.stderr
