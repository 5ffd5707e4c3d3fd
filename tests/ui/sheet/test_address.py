"""The address finds names as they are typed and understands pasted coordinates; the point says what lies there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.board import AliasCard, IncidentCard
from models.place import Datum, Method, Place
from services.datum import from_wgs84
from services.fleet import add_organisation, draw_beat
from services.gazetteer.building import build_names
from services.naming import add_alias
from tests.services.gazetteer.town import LAT, LON, small_town
from tests.ui.desk import NOW, make_desk, run, settle
from tests.ui.keyboard import CTRL, SHIFT, K, Person
from ui.desk import Desk
from ui.sheet import SheetPane

CROSSING = "芗城区新华西路与延安北路交叉口"


class Seat:
    """Somebody at a sheet of the small town."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.desk: Desk = make_desk(qtbot, folder)
        build_names(small_town(folder / "town.osm"), folder, lambda _share: None)
        self.desk.names.use(folder / "names.sqlite")
        self.pane = SheetPane(self.desk)
        self.person = Person(qtbot, self.desk, self.pane)
        self.person.press(K.Key_F2)
        self.settle()
        self.form = self.pane.parts.form
        self.address = self.form.field("address")
        self.finder = self.form._finder

    def settle(self) -> None:
        """Wait for every answer."""
        settle(self.qtbot, self.desk)

    def offered(self) -> list[str]:
        """Return the lines that are offered now."""
        offers = self.finder.offers
        return [offers.item(at).text() for at in range(offers.count())] if self.shown else []

    @property
    def shown(self) -> bool:
        """Whether anything is offered."""
        return self.finder.offers.isVisible()

    @property
    def place(self) -> Place | None:
        """The point of the form."""
        return self.form.place.value()

    def say(self, words: str) -> None:
        """Type and wait for what is found."""
        self.person.say(words)
        self.settle()

    def paste(self, text: str) -> None:
        """Paste a text into the address."""
        QGuiApplication.clipboard().setText(text)
        self.person.press(K.Key_V, mod=CTRL)
        self.settle()

    def choose(self, row: int) -> None:
        """Take an offer by keys."""
        self.person.press(*[K.Key_Down] * (row + 1), K.Key_Return)
        self.settle()


@pytest.fixture
def seat(qtbot: QtBot, tmp_path: Path) -> Seat:
    """Somebody at a sheet."""
    return Seat(qtbot, tmp_path)


def test_a_crossing_is_offered_with_kind_distance_and_division_and_sets_the_point(
    seat: Seat,
) -> None:
    seat.say("延安北路新华西路")
    assert seat.offered()[0].startswith("新华西路与延安北路交叉口 · 路口 · ")
    assert seat.offered()[0].endswith(" · 芗城区")
    seat.choose(0)
    assert seat.address.value() == CROSSING
    assert seat.place is not None
    assert seat.place.method == Method.GAZETTEER
    assert (seat.place.lon, seat.place.lat) == pytest.approx((LON, LAT), abs=0.0003)
    assert not seat.shown


def test_enter_alone_takes_the_words_as_they_are(seat: Seat) -> None:
    seat.say("延安北路")
    assert seat.shown
    seat.person.press(K.Key_Return)
    assert seat.address.value() == "延安北路"
    assert seat.place is None
    assert seat.form.classes.is_reached


def test_esc_closes_the_offers_and_keeps_the_words(seat: Seat) -> None:
    seat.say("延安北路")
    seat.person.press(K.Key_Escape)
    assert not seat.shown
    assert seat.address.value() == "延安北路"


def test_letters_find_streets_too(seat: Seat) -> None:
    seat.person.type("xhxl")
    seat.settle()
    assert seat.offered()[0].startswith("新华西路 · 道路")


def test_two_places_of_one_name_are_asked_about(seat: Seat) -> None:
    seat.say("南坑镇")
    assert "同名" in seat.address.hinted
    assert any("南坑街道" in line and "芗城区" in line for line in seat.offered())
    assert any("南坑镇" in line and "南靖县" in line for line in seat.offered())


def test_a_village_without_a_known_place_says_so_and_sets_no_point(seat: Seat) -> None:
    seat.say("师院社区")
    assert "坐标未知" in seat.offered()[0]
    seat.choose(0)
    assert seat.place is None
    assert "没有“师院社区居委会”的坐标" in seat.address.hinted
    assert seat.address.value() == "芗城区东铺头街道师院社区居委会"


def test_a_pasted_link_whose_datum_is_known_sets_the_point_at_once(seat: Seat) -> None:
    lon, lat = from_wgs84(LON, LAT, Datum.GCJ02)
    seat.paste(f"https://uri.amap.com/marker?position={lon:.6f},{lat:.6f}&name=%E5%8C%97%E9%97%A8")
    assert seat.place is not None
    assert (seat.place.lon, seat.place.lat) == pytest.approx((LON, LAT), abs=2e-6)
    assert (seat.place.method, seat.place.datum) == (Method.PASTED, "gcj02")
    assert (seat.place.source_lon, seat.place.source_lat) == pytest.approx((lon, lat), abs=1e-6)
    assert seat.address.value() == "北门"


@pytest.mark.parametrize(("row", "datum"), [(0, "wgs84"), (1, "gcj02"), (2, "bd09")])
def test_of_bare_coordinates_the_datum_is_asked(seat: Seat, row: int, datum: str) -> None:
    seat.say("西桥亭")
    seat.paste(f"{LON:.5f},{LAT:.5f}")
    assert seat.place is None
    assert "坐标系" in seat.address.hinted
    assert [line[:5] for line in seat.offered()] == ["WGS-8", "GCJ-0", "BD-09"]
    seat.choose(row)
    assert seat.place is not None
    assert seat.place.datum == datum
    # What was typed before is the address still.
    assert seat.address.value() == "西桥亭"
    assert seat.address.hinted == ""


def test_coordinates_typed_into_the_line_make_room_for_the_address(seat: Seat) -> None:
    seat.person.type("117.65123,24.51034")
    seat.settle()
    assert len(seat.offered()) == 3
    seat.choose(0)
    assert seat.address.value() == ""
    assert seat.place is not None
    assert seat.place.lat == pytest.approx(24.51034)


def test_a_link_that_holds_no_point_says_why_and_changes_nothing(seat: Seat) -> None:
    seat.say("西桥亭")
    seat.paste("我在这里 https://surl.amap.com/4Mabc")
    assert "短链接" in seat.address.marked
    assert (seat.address.value(), seat.place) == ("西桥亭", None)


def test_a_plain_text_is_pasted_as_ever(seat: Seat) -> None:
    seat.paste("胜利西路118号")
    assert seat.address.value() == "胜利西路118号"


def test_the_point_says_what_lies_there_and_whose_ground_it_is(seat: Seat) -> None:
    body = run(
        seat.qtbot, seat.desk, add_organisation, id="b1", code="B1", name="古雷分局", kind="station"
    )
    ring = [[LON - 0.01, LAT - 0.01], [LON + 0.01, LAT - 0.01], [LON, LAT + 0.02]]
    run(
        *(seat.qtbot, seat.desk, draw_beat),
        **{"id": "p1", "code": "P1", "name": "二警区", "ring": ring, "organisation_id": body},
    )
    seat.say("延安北路新华西路")
    seat.choose(0)
    seat.qtbot.waitUntil(lambda: bool(seat.form.place.ground))
    said, ground = seat.form.place.ground.split("\n")
    assert said.startswith("芗城区 · ")
    assert "近 新华西路与延安北路交叉口" in said
    assert "南坑村" in said
    assert ground == "辖区：二警区 · 古雷分局"
    station = seat.form.field("station_id")
    assert station.value() == body
    assert station.hinted == "选点在警区“二警区”内"
    seat.pane.save_now()
    seat.settle()
    card = seat.desk.store.board.get(IncidentCard, seat.pane.incident_id)
    assert card is not None
    assert card.station_id == body
    other = run(
        seat.qtbot, seat.desk, add_organisation, id="b2", code="B2", name="港城分局", kind="station"
    )
    station.show_value(other)
    station.edited.emit()
    place = seat.place
    assert place is not None
    seat.form.place.take(replace(place, lon=place.lon + 1e-4))
    assert station.value() == other, "what a person chose stays"
    assert station.hinted == "选点在警区“二警区”内，与所填不同"


def test_a_point_far_from_its_address_is_warned_of_and_holds_nothing_up(seat: Seat) -> None:
    """Baidu's coordinates taken for GCJ-02 are some 600 m off."""
    lon, lat = from_wgs84(LON, LAT, Datum.BD09)
    seat.say("新华西路与延安北路交叉口")
    seat.paste(f"高德 {lon:.6f},{lat:.6f}")
    seat.qtbot.waitUntil(lambda: bool(seat.form.place.warned))
    assert "延安北路" in seat.form.place.warned
    assert seat.form.place.isEnabled()
    # The same point in its own datum is right.
    seat.paste(f"百度 {lon:.6f},{lat:.6f}")
    seat.qtbot.waitUntil(lambda: not seat.form.place.warned)


def test_an_address_that_is_no_name_warns_of_nothing(seat: Seat) -> None:
    seat.say("桥头第三家")
    seat.paste("WGS84 117.70000,24.60000")
    seat.settle()
    assert seat.place is not None
    assert seat.form.place.warned == ""


def test_an_alias_of_the_people_here_is_offered_first(seat: Seat) -> None:
    there = Place(LON + 0.001, LAT, Method.PICKED, NOW)
    run(seat.qtbot, seat.desk, add_alias, "老新华", there, id="x1", stands_for="市体育馆")
    seat.say("老新华")
    assert seat.offered()[0].startswith("老新华（市体育馆） · 别名")
    seat.choose(0)
    assert seat.place is not None
    assert seat.place.lon == pytest.approx(LON + 0.001)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_lies_there_is_said_in_the_language_of_the_screen(seat: Seat, language: str) -> None:
    seat.desk.language.use(language)
    seat.say("新华西路延安北路")
    seat.choose(0)
    seat.qtbot.waitUntil(lambda: bool(seat.form.place.ground))
    expected = {"zh": "芗城区", "en": "Xiangcheng District"}
    assert seat.form.place.ground.startswith(expected[language])


def test_the_words_of_the_address_are_kept_as_an_alias_and_taken_out_of_use_by_keys(
    seat: Seat,
) -> None:
    alias = seat.desk.actions["sheet.alias"]
    alias.trigger()
    assert not seat.desk.store.board.all(AliasCard)
    seat.say("老电影院")
    seat.paste(f"WGS84 {LON:.5f},{LAT:.5f}")
    alias.trigger()
    seat.settle()
    (card,) = seat.desk.store.board.all(AliasCard).values()
    assert (card.name, card.lon, card.lat) == ("老电影院", LON, LAT)
    seat.person.press(K.Key_A, mod=CTRL)
    seat.person.type("ldyy")
    seat.settle()
    assert seat.offered()[0].startswith("老电影院 · 别名")
    seat.person.press(K.Key_Down)
    seat.person.press(K.Key_Delete, mod=SHIFT)
    seat.settle()
    assert not seat.desk.store.board.all(AliasCard)
