"""The map in the real page: what it shows, what people do on it, what it survives."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.board import Board, Delta, IncidentCard
from models.state import Duty
from services.region import Region
from tests.map.conftest import Find, Locate
from tests.map.sample import CORE, NOW, PALETTE, TERMS, fix, incident, line, place, unit
from ui.map.scheme import PAGE_URL
from ui.map.view import MapView

# Said once a process where there is no GPU.
pytestmark = pytest.mark.qt_log_ignore("^GPUInfo not initialized", extend=True)

LEFT = Qt.MouseButton.LeftButton
EVIL = "<img src=x onerror=\"document.title='caught'\"><script>document.title='caught'</script>"


def colour_at(view: MapView, at: QPoint) -> str:
    return view.grab().toImage().pixelColor(at).name()


def near(view: MapView, at: QPoint, colour: str, reach: int = 14, slack: int = 12) -> int:
    """How many pixels around a point have about that colour."""
    image, wanted = view.grab().toImage(), QColor(colour)
    count = 0
    for x in range(at.x() - reach, at.x() + reach + 1):
        for y in range(at.y() - reach, at.y() + reach + 1):
            seen = image.pixelColor(x, y)
            pairs = zip(seen.getRgb()[:3], wanted.getRgb()[:3], strict=True)  # type: ignore[index]
            count += all(abs(a - b) < slack for a, b in pairs)
    return count


def small_board() -> Board:
    mine = line("i1", "u1")
    return Board.of_cards(
        [
            *TERMS,
            unit("u1", sign="芗城01", job=mine),
            unit("u2", sign="龙文02", kind="motorcycle", duty=Duty.PAUSED),
            incident("i1", place(CORE[0] + 0.01, CORE[1] + 0.01), level=1, assignments=(mine,)),
            incident("i2", place(CORE[0] - 0.02, CORE[1] - 0.01), level=4),
        ]
    )


@pytest.fixture
def filled(view: MapView) -> MapView:
    """A map with two units and two incidents."""
    view.show_board(small_board())
    view.put_fixes([fix("u1", *CORE), fix("u2", CORE[0] + 0.03, CORE[1])])
    return view


def ask(qtbot: QtBot, view: MapView, question: str) -> object:
    """The value of an expression in the page, by way of JSON."""
    answers: list[object] = []
    view.inspect(f"JSON.stringify({question})", answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return json.loads(str(answers[0])) if answers[0] else None


def test_units_and_incidents_are_painted_in_the_colours_of_their_meaning(
    qtbot: QtBot, filled: MapView, locate: Locate
) -> None:
    for kind, id, token in (
        ("unit", "u1", "moving"),
        ("unit", "u2", "paused"),
        ("incident", "i1", "level1"),
        ("incident", "i2", "level4"),
    ):
        at = locate(filled, kind, id)
        qtbot.waitUntil(lambda at=at, token=token: near(filled, at, PALETTE[token]) > 20)  # type: ignore[misc]


def test_a_click_on_a_unit_or_an_incident_names_it(
    qtbot: QtBot, filled: MapView, locate: Locate
) -> None:
    for key in (("unit", "u1"), ("incident", "i2")):
        at = locate(filled, *key)
        with qtbot.waitSignal(filled.clicked) as told:
            QTest.mouseClick(filled.surface(), LEFT, pos=at)
        assert told.args == list(key)


def test_clicks_on_a_pile_go_through_it_one_by_one(
    qtbot: QtBot, view: MapView, locate: Locate
) -> None:
    view.show_board(Board.of_cards([unit(f"u{n}") for n in range(3)]))
    view.put_fixes([fix(f"u{n}", *CORE) for n in range(3)])
    at = locate(view, "unit", "u0")
    seen = set()
    for _ in range(3):
        with qtbot.waitSignal(view.clicked) as told:
            QTest.mouseClick(view.surface(), LEFT, pos=at)
        seen.add(told.args[1])
        view.select(*told.args)
        locate(view, "unit", "u0")
    assert seen == {"u0", "u1", "u2"}


def test_a_picked_place_is_where_the_click_was(
    qtbot: QtBot, filled: MapView, locate: Locate
) -> None:
    filled.start_picking()
    at = locate(filled, "unit", "u1")
    with qtbot.waitSignal(filled.picked) as told, qtbot.assertNotEmitted(filled.clicked):
        QTest.mouseClick(filled.surface(), LEFT, pos=at)
    assert told.args == pytest.approx(CORE, abs=0.0004)
    locate(filled, "unit", "u1")
    with qtbot.waitSignal(filled.clicked):
        QTest.mouseClick(filled.surface(), LEFT, pos=at)


def test_escape_gives_up_picking(qtbot: QtBot, filled: MapView, locate: Locate) -> None:
    filled.start_picking()
    locate(filled, "unit", "u1")
    with qtbot.waitSignal(filled.cancelled):
        QTest.keyClick(filled.surface(), Qt.Key.Key_Escape)


def test_a_drag_with_shift_names_what_it_surrounds(
    qtbot: QtBot, filled: MapView, locate: Locate
) -> None:
    at, other = locate(filled, "unit", "u1"), locate(filled, "incident", "i1")
    shift = Qt.KeyboardModifier.ShiftModifier
    start, end = QPoint(at.x() - 30, at.y() + 30), QPoint(other.x() + 30, other.y() - 30)
    with qtbot.waitSignal(filled.boxed) as told, qtbot.assertNotEmitted(filled.clicked):
        QTest.mousePress(filled.surface(), LEFT, shift, start)
        for pos in ((start + end) / 2, end):
            QTest.mouseMove(filled.surface(), pos)
            qtbot.wait(20)  # two moves at one instant are one move to Chromium
        QTest.mouseRelease(filled.surface(), LEFT, shift, end)
    assert sorted(told.args[0]) == [("incident", "i1"), ("unit", "u1")]


def test_a_delta_takes_an_incident_off_and_puts_another(
    filled: MapView, find: Find, locate: Locate
) -> None:
    fresh = incident("i3", place(*CORE))
    delta = Delta(put=(fresh,), drop=(("incident", "i1"),))
    filled.apply(delta, small_board().apply(delta))
    assert find(filled, "incident", "i1") is None
    locate(filled, "incident", "i3")


def test_an_incident_that_loses_its_place_leaves_the_map(filled: MapView, find: Find) -> None:
    delta = Delta(put=(incident("i1", None),))
    filled.apply(delta, small_board().apply(delta))
    assert find(filled, "incident", "i1") is None


def test_a_fix_moves_its_unit_and_an_older_one_does_not(filled: MapView, locate: Locate) -> None:
    before = locate(filled, "unit", "u1")
    filled.put_fixes([fix("u1", CORE[0] + 0.02, CORE[1], age_s=1)])
    after = locate(filled, "unit", "u1")
    filled.put_fixes([fix("u1", CORE[0] - 0.02, CORE[1], age_s=600)])
    assert after.x() > before.x() + 50
    assert locate(filled, "unit", "u1") == after


def test_selecting_pans_only_to_what_is_out_of_view(
    filled: MapView, find: Find, locate: Locate
) -> None:
    before = locate(filled, "unit", "u1")
    filled.select("incident", "i1")
    assert locate(filled, "unit", "u1") == before
    filled.put_fixes([fix("u2", CORE[0] + 0.5, CORE[1], age_s=1)])
    assert find(filled, "unit", "u2") is None
    filled.select("unit", "u2")
    found = locate(filled, "unit", "u2")
    assert (found - filled.rect().center()).manhattanLength() < 5


def test_a_followed_unit_stays_in_view(filled: MapView, locate: Locate) -> None:
    filled.follow("unit", "u1")
    for n in range(5):
        filled.put_fixes([fix("u1", CORE[0] + 0.05 * n, CORE[1], age_s=4 - 0.5 * n)])
        at = locate(filled, "unit", "u1")
        assert filled.rect().contains(at)


def test_markup_in_an_address_stays_text(qtbot: QtBot, view: MapView, locate: Locate) -> None:
    card = incident("i1", place(*CORE), address=EVIL, code=EVIL)
    view.show_board(Board.of_cards([card, unit("u1", sign=EVIL)]))
    view.put_fixes([fix("u1", *CORE)])
    view.select("incident", "i1")
    locate(view, "incident", "i1")
    assert ask(qtbot, view, "[document.title, document.images.length]") == ["", 0]


def test_the_map_comes_back_with_everything_when_its_process_dies(
    qtbot: QtBot, filled: MapView, locate: Locate, caplog: pytest.LogCaptureFixture
) -> None:
    filled.select("incident", "i1")
    before = locate(filled, "incident", "i1")
    with qtbot.waitSignals([filled.trouble, filled.ready], timeout=20_000):
        filled.crash()
    assert "process ended" in caplog.text
    assert locate(filled, "incident", "i1") == before
    at = locate(filled, "unit", "u1")
    with qtbot.waitSignal(filled.clicked) as told:
        QTest.mouseClick(filled.surface(), LEFT, pos=at)
    assert told.args == ["unit", "u1"]


def test_nothing_is_asked_of_a_network(filled: MapView, locate: Locate) -> None:
    filled.fit()
    locate(filled, "unit", "u1")
    assert filled.requests_refused == 0


@pytest.mark.parametrize(
    "attempt",
    [
        "fetch('http://127.0.0.1:9/secret').catch(() => 0)",
        "new Image().src = 'https://127.0.0.1:9/secret.png'",
        "new WebSocket('ws://127.0.0.1:9/secret')",
        "navigator.sendBeacon('http://127.0.0.1:9/secret', 'x')",
        "location.href = 'http://127.0.0.1:9/secret'",
        "location.href = 'zz110://map/live/live.js'",
        "document.head.appendChild(document.createElement('script')).src = 'https://127.0.0.1:9/x.js'",
    ],
)
def test_what_would_leave_the_page_is_refused_and_counted(
    qtbot: QtBot, filled: MapView, locate: Locate, attempt: str
) -> None:
    filled.inspect(attempt, lambda _: None)
    qtbot.waitUntil(lambda: filled.requests_refused == 1)
    locate(filled, "unit", "u1")
    assert ask(qtbot, filled, "location.href") == PAGE_URL


def test_a_script_in_the_markup_of_the_page_does_not_run(qtbot: QtBot, filled: MapView) -> None:
    filled.inspect(
        "document.body.insertAdjacentHTML('beforeend', '<p onclick=\"document.title=1\">')",
        lambda _: None,
    )
    filled.inspect("document.querySelector('p').click()", lambda _: None)
    assert ask(qtbot, filled, "document.title") == ""
    qtbot.waitUntil(lambda: filled.requests_refused == 1)


def test_the_palette_colours_ground_and_units_anew(
    qtbot: QtBot, filled: MapView, locate: Locate
) -> None:
    at = locate(filled, "unit", "u1")
    filled.set_palette({**PALETTE, "moving": "#00ffff", "land": "#202020"})
    qtbot.waitUntil(lambda: near(filled, at, "#00ffff") > 20)
    qtbot.waitUntil(lambda: colour_at(filled, QPoint(120, 200)) == "#202020")


def test_the_words_of_the_page_come_from_the_desk(
    qtbot: QtBot, filled: MapView, locate: Locate
) -> None:
    locate(filled, "unit", "u1")
    assert ask(qtbot, filled, "document.querySelector('.leaflet-control-zoom-in').title") == "放大"
    assert "GeoNames" in str(ask(qtbot, filled, "document.querySelector('.source').textContent"))
    assert ask(qtbot, filled, "document.body.innerText.includes('Leaflet')") is False


def test_keys_move_and_zoom_the_map(qtbot: QtBot, filled: MapView, locate: Locate) -> None:
    before = locate(filled, "unit", "u1")
    filled.activateWindow()
    filled.setFocus()
    QTest.keyClick(filled.surface(), Qt.Key.Key_Left)

    def moved() -> bool:
        at = locate(filled, "unit", "u1")
        return at.x() > before.x()

    qtbot.waitUntil(moved)


def test_a_question_about_what_is_not_there_is_answered(view: MapView, find: Find) -> None:
    assert find(view, "unit", "nobody") is None


def test_a_thousand_changes_before_the_page_is_ready_are_one_frame(
    qtbot: QtBot, region: Region, font: None, locate: Locate
) -> None:
    view = MapView(region, PALETTE, "zh")
    qtbot.addWidget(view)
    board = Board()
    for n in range(1000):
        delta = Delta(put=(incident("i1", place(CORE[0], CORE[1] + n / 1e6)),))
        board = board.apply(delta)
        view.apply(delta, board)
    frames: list[int] = []
    view.drawn.connect(frames.append)
    view.show()
    locate(view, "incident", "i1")
    assert len(frames) <= 3
    assert isinstance(board.get(IncidentCard, "i1"), IncidentCard)


def test_a_map_that_was_hidden_shows_what_came_in_meanwhile(
    qtbot: QtBot, filled: MapView, locate: Locate
) -> None:
    at = locate(filled, "unit", "u1")
    filled.hide()
    with qtbot.waitSignal(filled.drawn):
        filled.set_now(NOW + 1000)
    with qtbot.waitSignal(filled.drawn):
        delta = Delta(put=(unit("u1", duty=Duty.EMERGENCY),))
        filled.apply(delta, small_board().apply(delta))
    filled.show()
    qtbot.waitUntil(lambda: near(filled, at, PALETTE["alarm"]) > 20)


def test_a_page_that_dies_again_and_again_is_left_alone(
    qtbot: QtBot, filled: MapView, locate: Locate
) -> None:
    locate(filled, "unit", "u1")
    for _ in range(2):
        with qtbot.waitSignals([filled.trouble, filled.ready], timeout=20_000):
            filled.crash()
    with qtbot.waitSignal(filled.trouble) as told, qtbot.assertNotEmitted(filled.ready, wait=300):
        filled.crash()
    assert told.args == ["map.dead"]
    with qtbot.waitSignal(filled.ready, timeout=20_000):
        filled.reload()
    locate(filled, "unit", "u1")


def test_an_old_position_says_its_age(qtbot: QtBot, filled: MapView, locate: Locate) -> None:
    at = locate(filled, "unit", "u1")
    qtbot.waitUntil(lambda: near(filled, at, PALETTE["moving"]) > 20)
    solid = near(filled, at, PALETTE["moving"])
    filled.set_now(NOW + 180_000)
    qtbot.waitUntil(lambda: near(filled, at, PALETTE["moving"]) < solid / 2)
    qtbot.waitUntil(lambda: near(filled, at, PALETTE["level2"], 60, slack=50) > 10)


def test_another_language_renames_classes_places_and_buttons(
    qtbot: QtBot, filled: MapView, locate: Locate
) -> None:
    locate(filled, "unit", "u1")
    before = filled.grab().toImage()
    filled.set_language("en")
    qtbot.waitUntil(lambda: filled.grab().toImage() != before)
