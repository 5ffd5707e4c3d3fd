"""Closures and cordons at the real window: drawn by keys and mouse, they change ways at once and are taken back with a reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from models.board import MarkingCard
from models.marking import MarkingForm, MarkingKind
from services.dossier import read_dossier
from services.region import home_of
from services.region.building import Order, build_region
from services.region.installing import install_region
from services.routing import Route
from tests.services.region.town import SOUTH, STEP, WEST, small_town
from tests.stories.shift import Shift

pytestmark = pytest.mark.qt_log_ignore("^GPUInfo not initialized", extend=True)

# Along the street of row 4 of the town, from column 3 to column 6.
FROM, TO = (3.2, 4.0), (5.8, 4.0)


def point(x: float, y: float) -> tuple[float, float]:
    """Longitude and latitude of a place of the town's grid."""
    return WEST + x * STEP, SOUTH + y * STEP


def way(shift: Shift) -> Route:
    """The way along row 4, as the desk finds it now."""
    answers: list[Route | None] = []
    shift.desk.roads.route(point(3, 4), point(6, 4), answers.append)
    shift.wait(lambda: answers)
    assert answers[0] is not None
    return answers[0]


def look(shift: Shift, x: float, y: float) -> None:
    """Bring a place under the cross of the map."""
    lon, lat = point(x, y)
    shift.window.map.view.look_at(lon, lat)
    shift.wait(lambda: abs(float(str(pen(shift, "live.map.getCenter().lng"))) - lon) < 1e-4)


def strike(shift: Shift, key: Qt.Key) -> None:
    """Press a key on the map, and wait until the page has seen it."""
    view = shift.window.map.view
    QTest.keyClick(view.surface(), key)
    seen: list[object] = []
    view.inspect("1", seen.append)
    shift.wait(lambda: seen)


def pen(shift: Shift, question: str) -> object:
    """What the page says of its pen."""
    seen: list[object] = []
    shift.window.map.view.inspect(f"desk.live.pen.{question}", seen.append)
    shift.wait(lambda: seen)
    return seen[0]


def begin(shift: Shift, action: str) -> None:
    """Take the pen; the page has it before anything is drawn."""
    shift.desk.actions[action].trigger()
    shift.wait(lambda: pen(shift, "on"))


def marking(shift: Shift) -> MarkingCard:
    """The one marking there is."""
    (card,) = shift.board.all(MarkingCard).values()
    return card


@pytest.fixture
def town(start_shift: Callable[[], Shift], tmp_path: Path) -> Shift:
    """A shift on the map of the town."""
    order = Order(small_town().write(tmp_path / "town.osm"), tmp_path / "built")
    build_region(order, lambda step, part: None)
    install_region(tmp_path / "built", home_of(tmp_path))
    shift = start_shift()
    shift.wait(lambda: shift.desk.roads.has_roads)
    return shift


def test_a_closure_drawn_by_keys_changes_the_way_until_it_is_lifted(town: Shift) -> None:
    before = way(town)
    forms = town.window.map.markings.forms
    begin(town, "map.closure")
    for x, y in (FROM, TO):
        look(town, x, y)
        strike(town, Qt.Key.Key_Return)
    strike(town, Qt.Key.Key_Space)
    town.wait(lambda: forms.marking.isVisible())
    assert not town.board.all(MarkingCard), "nothing is kept before the form is given"
    forms.marking.form.show_values({"code": "10", "ends_at": "morgen"})
    forms.marking.ok.click()
    assert forms.marking.form.fields["ends_at"].marked
    forms.marking.form.show_values({"ends_at": "30"})
    forms.marking.ok.click()
    town.wait(lambda: town.board.all(MarkingCard))
    card = marking(town)
    assert (card.sort, card.form, card.code) == (MarkingKind.CLOSURE, MarkingForm.LINE, "10")
    assert card.ends_at is not None
    assert 29 * 60_000 < card.ends_at - town.desk.clock.now() <= 30 * 60_000
    during = way(town)
    assert during.metres > before.metres + 300
    town.wait(lambda: any("段道路" in each.text for each in town.station._banners.banners()))

    listed = town.window.map.markings.list
    town.desk.actions["map.markings"].trigger()
    assert listed.view.current_id() == card.id
    QTest.keyClick(listed.view, Qt.Key.Key_E)
    town.wait(lambda: forms.marking.isVisible())
    assert forms.marking.form.value("code") == "10"
    forms.marking.form.show_values({"code": "70"})
    forms.marking.ok.click()
    town.wait(lambda: marking(town).code == "70")
    assert way(town).metres == during.metres
    town.desk.actions["map.markings"].trigger()
    QTest.keyClick(listed.view, Qt.Key.Key_Return)
    assert not listed.isVisible()
    town.desk.actions["map.markings"].trigger()
    QTest.keyClick(listed.view, Qt.Key.Key_Delete)
    town.wait(lambda: forms.lifting.isVisible())
    forms.lifting.ok.click()
    town.wait(lambda: forms.lifting.form.fields["reason"].marked)
    forms.lifting.form.show_values({"reason": "事故已清理"})
    forms.lifting.ok.click()
    town.wait(lambda: not town.board.all(MarkingCard))
    after = way(town)
    assert (after.metres, after.line) == (before.metres, before.line)


def test_a_cordon_is_a_circle_in_the_timeline_of_its_sheet(town: Shift) -> None:
    town.ring()
    sheet = town.take_sheet().id
    forms = town.window.map.markings.forms
    begin(town, "map.cordon")
    look(town, 4, 4)
    strike(town, Qt.Key.Key_F)
    strike(town, Qt.Key.Key_Return)
    surface = town.window.map.view.surface()
    rim = surface.rect().center() + QPoint(60, 0)
    QTest.mouseClick(surface, Qt.MouseButton.LeftButton, pos=rim)
    town.wait(lambda: pen(town, "points.length") == 2)
    strike(town, Qt.Key.Key_Space)
    town.wait(lambda: forms.marking.isVisible())
    forms.marking.form.show_values({"code": "30", "note": "<b>疏散</b>"})
    forms.marking.ok.click()
    town.wait(lambda: town.board.all(MarkingCard))
    card = marking(town)
    assert (card.form, card.incident_id) == (MarkingForm.CIRCLE, sheet)
    assert card.radius is not None
    assert 20 < card.radius < 400
    dossier = town.station.database.read(read_dossier, sheet)
    assert dossier is not None
    assert dossier.entries[-1].code == "cordon.drawn"
    assert not town.desk.roads._closures, "a cordon closes no road"
    begin(town, "map.cordon")
    with town.qtbot.waitSignal(town.window.map.view.undrawn, timeout=20_000):
        strike(town, Qt.Key.Key_Escape)
