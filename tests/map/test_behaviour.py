"""What the map does for those who watch it: tips, legend, layers, crowds, following, trails, estimates, keys."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.board import BeatCard, Board, Delta, OrganisationCard
from tests.map.conftest import Find, Locate
from tests.map.sample import CORE, NOW, TERMS, busy_city, fix, incident, line, place, ring, unit
from ui.map.layer import LAYERS
from ui.map.view import MapView

pytestmark = pytest.mark.qt_log_ignore("^GPUInfo not initialized", extend=True)

LEFT = Qt.MouseButton.LeftButton
ALL = dict.fromkeys(LAYERS, True)
EVIL = "<b onmouseover='document.title=1'>618</b>"


def ask(qtbot: QtBot, view: MapView, question: str) -> Any:
    """The value of an expression in the page, by way of JSON."""
    answers: list[object] = []
    view.inspect(f"JSON.stringify({question})", answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return json.loads(str(answers[0])) if answers[0] else None


def text_of(qtbot: QtBot, view: MapView, css: str) -> str:
    """What an element of the page says, "" while it is not shown."""
    found = f"[...document.querySelectorAll('{css}.shown')].map((it) => it.innerText).join()"
    return str(ask(qtbot, view, found))


@pytest.fixture
def filled(view: MapView, locate: Locate) -> MapView:
    """A unit on its way to an incident, another one, a beat and a station."""
    job = line("i1", "u1")
    station = OrganisationCard(
        "o1",
        code="o1",
        name="东铺头派出所",
        name_en="",
        organisation_kind="station",
        parent_id=None,
        division="350602",
        phone="",
        lon=CORE[0] - 0.02,
        lat=CORE[1],
    )
    beat = BeatCard(
        "b1", code="1", name="一号警格", organisation_id="o1", version=1, ring=ring(*CORE, 0.02)
    )
    cards = [
        *TERMS,
        unit("u1", sign="芗城01", job=job),
        unit("u2", sign=EVIL),
        incident("i1", place(CORE[0] + 0.03, CORE[1] + 0.02), level=1, assignments=(job,)),
        station,
        beat,
    ]
    view.show_board(Board.of_cards(cards))
    view.put_fixes([fix("u1", *CORE), fix("u2", CORE[0] - 0.03, CORE[1] - 0.015)])
    locate(view, "unit", "u1")
    return view


def hover(view: MapView, at: QPoint) -> None:
    """Move the mouse to a point, from elsewhere."""
    for pos in (at + QPoint(40, 40), at + QPoint(3, 3), at):
        QTest.mouseMove(view.surface(), pos)


def test_the_tip_of_a_unit_says_state_age_and_speed_and_is_no_markup(
    qtbot: QtBot, filled: MapView, locate: Locate
) -> None:
    for id, sign in (("u1", "芗城01"), ("u2", EVIL)):
        at = locate(filled, "unit", id)

        def told(at: QPoint = at, sign: str = sign) -> bool:
            hover(filled, at)
            said = text_of(qtbot, filled, ".tip")
            return sign in said and "位置 5秒前" in said and "29 公里/时" in said

        qtbot.waitUntil(told, timeout=10_000)
    assert "巡逻待命" in text_of(qtbot, filled, ".tip")
    assert ask(qtbot, filled, "[document.title, document.querySelectorAll('.tip b b').length]") == [
        "",
        0,
    ]


def test_the_place_under_the_pointer_is_shown(
    qtbot: QtBot, filled: MapView, locate: Locate
) -> None:
    at = locate(filled, "unit", "u1")

    def near() -> bool:
        hover(filled, at)
        said = str(ask(qtbot, filled, "document.querySelector('.pointer').textContent"))
        lon, _, lat = said.partition(", ")
        return bool(lat) and abs(float(lon) - CORE[0]) + abs(float(lat) - CORE[1]) < 0.001

    qtbot.waitUntil(near, timeout=10_000)


def test_the_legend_explains_every_status_level_and_kind(
    qtbot: QtBot, filled: MapView, locate: Locate
) -> None:
    assert text_of(qtbot, filled, ".legend") == ""
    filled.show_legend(True)
    locate(filled, "unit", "u1")
    said = text_of(qtbot, filled, ".legend")
    for word in ("空闲", "紧急求助", "申请退单", "摩托车", "1级", "尚无警力", "警格", "公安机构"):
        assert word in said
    rows = "[...document.querySelectorAll('.legend span canvas')]"
    painted = f"{rows}.every((c) => c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((v) => v > 0))"
    assert ask(qtbot, filled, painted) is True
    filled.show_legend(False)
    locate(filled, "unit", "u1")
    assert text_of(qtbot, filled, ".legend") == ""


@pytest.mark.parametrize(
    ("layer", "kind", "id"), [("units", "unit", "u1"), ("incidents", "incident", "i1")]
)
def test_a_layer_that_is_hidden_shows_nothing_and_comes_back(
    filled: MapView, find: Find, locate: Locate, layer: str, kind: str, id: str
) -> None:
    filled.set_layers({**ALL, layer: False})
    assert find(filled, kind, id) is None
    filled.set_layers(ALL)
    locate(filled, kind, id)


def test_beats_and_stations_are_on_the_ground_until_they_leave_the_board(
    qtbot: QtBot, filled: MapView, locate: Locate
) -> None:
    held = "[[...desk.live.beats.values()].map((it) => it.name), [...desk.live.bodies.values()].map((it) => it.name)]"
    assert ask(qtbot, filled, held) == [["一号警格"], ["东铺头派出所"]]
    ink = (
        "desk.live.picture.names.getImageData(0, 0, 900, 640).data.reduce((n, v) => n + (v > 0), 0)"
    )
    both = ask(qtbot, filled, ink)
    filled.set_layers({**ALL, "beats": False})
    locate(filled, "unit", "u1")
    without_beats = ask(qtbot, filled, ink)
    filled.set_layers({**ALL, "beats": False, "bodies": False})
    locate(filled, "unit", "u1")
    assert both > without_beats > ask(qtbot, filled, ink)
    delta = Delta(drop=(("beat", "b1"), ("organisation", "o1")))
    filled.apply(delta, filled._board.apply(delta))
    locate(filled, "unit", "u1")
    assert ask(qtbot, filled, held) == [[], []]


def test_the_line_to_an_incident_says_that_it_is_an_estimate(
    qtbot: QtBot, filled: MapView, locate: Locate
) -> None:
    filled.set_road_factor(1.4)
    filled.select("unit", "u1")
    locate(filled, "unit", "u1")
    picture = "desk.live.picture"
    chosen = f"{picture}.drawn.find((it) => it.id === 'u1')"
    notes = f"{picture}.drawTies({picture}.view, {chosen}).map((it) => it.words)"
    # 3.04 km east and 2.23 km north are 3.77 km; times 1.4.
    assert ask(qtbot, filled, notes) == ["直线×1.4 估算 5.3 公里"]


def test_what_is_followed_is_named_until_the_map_is_dragged(
    qtbot: QtBot, filled: MapView, locate: Locate
) -> None:
    filled.follow("unit", "u1")
    filled.put_fixes([fix("u1", CORE[0] + 0.3, CORE[1], age_s=1)])
    at = locate(filled, "unit", "u1")
    assert filled.rect().contains(at)
    assert "芗城01" in text_of(qtbot, filled, ".chip")
    middle = filled.rect().center() + QPoint(0, 120)
    with qtbot.waitSignal(filled.released, timeout=10_000):
        QTest.mousePress(filled.surface(), LEFT, pos=middle)
        for step in range(1, 6):
            QTest.mouseMove(filled.surface(), middle + QPoint(0, 12 * step))
            qtbot.wait(20)  # two moves at one instant are one move to Chromium
        QTest.mouseRelease(filled.surface(), LEFT, pos=middle + QPoint(0, 60))
    filled.put_fixes([fix("u1", CORE[0] + 0.9, CORE[1], age_s=0)])
    qtbot.waitUntil(lambda: text_of(qtbot, filled, ".chip") == "")


def test_an_incident_can_be_followed_to_where_it_is_moved(filled: MapView, locate: Locate) -> None:
    filled.follow("incident", "i1")
    delta = Delta(put=(incident("i1", place(CORE[0] + 0.5, CORE[1])),))
    filled.apply(delta, filled._board.apply(delta))
    assert filled.rect().contains(locate(filled, "incident", "i1"))


def test_letters_walk_the_units_and_incidents_in_view(
    qtbot: QtBot, filled: MapView, locate: Locate
) -> None:
    filled.activateWindow()
    filled.setFocus()
    seen = []
    for _ in range(3):
        with qtbot.waitSignal(filled.clicked, timeout=10_000) as told:
            QTest.keyClick(filled.surface(), Qt.Key.Key_U)
        seen.append(told.args)
        filled.select(*told.args)
        locate(filled, "unit", "u1")
    assert seen == [["unit", "u1"], ["unit", "u2"], ["unit", "u1"]]
    with qtbot.waitSignal(filled.clicked, timeout=10_000) as told:
        QTest.keyClick(filled.surface(), Qt.Key.Key_N)
    assert told.args == ["incident", "i1"]


def test_a_crowd_is_a_number_that_a_click_opens(
    qtbot: QtBot, view: MapView, locate: Locate
) -> None:
    board, fixes = busy_city(1000, 5)
    view.show_board(board)
    view.put_fixes(fixes)
    view.fit()
    locate(view, "unit", fixes[0].unit_id)
    crowds = "desk.live.picture.drawn.filter((it) => it.kind === 'crowd')"
    alone = "desk.live.picture.drawn.filter((it) => it.kind === 'unit').length"
    counts = ask(qtbot, view, f"{crowds}.map((it) => [it.n, it.x, it.y])")
    assert sum(n for n, _, _ in counts) + ask(qtbot, view, alone) == 1000
    assert (
        ask(
            qtbot,
            view,
            "desk.live.picture.within(0, 0, 900, 640).filter((it) => it.kind === 'unit').length",
        )
        == 1000
    )
    zoom = ask(qtbot, view, "desk.live.map.getZoom()")
    _, x, y = max(counts)
    QTest.mouseClick(view.surface(), LEFT, pos=QPoint(round(x), round(y)))
    qtbot.waitUntil(lambda: ask(qtbot, view, "desk.live.map.getZoom()") > zoom)


def test_who_needs_help_or_is_selected_is_in_no_crowd(
    qtbot: QtBot, view: MapView, locate: Locate
) -> None:
    board, fixes = busy_city(1000, 5)
    view.show_board(board)
    view.put_fixes(fixes)
    view.fit()
    view.select("unit", "u5")
    locate(view, "unit", "u5")
    shown = ask(
        qtbot, view, "desk.live.picture.drawn.filter((it) => it.kind === 'unit').map((it) => it.id)"
    )
    assert {"u5", "u17"} <= set(shown)


def test_labels_do_not_lie_on_each_other(qtbot: QtBot, view: MapView, locate: Locate) -> None:
    board, fixes = busy_city(120, 40)
    view.show_board(board)
    view.put_fixes(fixes)
    locate(view, "unit", fixes[0].unit_id)
    boxes = ask(
        qtbot,
        view,
        "desk.live.picture.boxes.map((b) => [b.x0, b.y0, b.x1, b.y1, Boolean(b.it.of && b.it.of.help)])",
    )
    assert len(boxes) > 30
    plain = [box for box in boxes if not box[4]]
    overlaps = [
        (one, other)
        for n, one in enumerate(plain)
        for other in plain[:n]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert not overlaps


def test_the_ring_of_an_old_position_grows_with_its_age(
    qtbot: QtBot, filled: MapView, locate: Locate
) -> None:
    halo = "desk.live.picture.drawn.find((it) => it.id === 'u1').halo"
    sizes = []
    for minutes in (2, 4, 6):
        filled.set_now(NOW + minutes * 60_000)
        locate(filled, "unit", "u1")
        metres = "(1 / desk.live.picture.view.metre(desk.live.fleet.wy[desk.live.fleet.slots.get('u1')]))"
        sizes.append(ask(qtbot, filled, f"{halo} * {metres}"))
    # 8 m/s for 125, 245 and 365 s, and 10 m of accuracy.
    assert sizes == pytest.approx([1010, 1970, 2930], rel=0.01)
