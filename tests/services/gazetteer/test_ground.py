"""A point gives what lies at it, and whose ground it is: two different things."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from models.board import BeatCard, OrganisationCard
from services.gazetteer import Gazetteer, default_names, open_names
from services.gazetteer.building import build_names
from services.gazetteer.ground import around, metres_to_name
from services.gazetteer.jurisdiction import jurisdiction_at
from tests.services.gazetteer.town import LAT, LON, small_town


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    """The names of the small town."""
    folder = tmp_path_factory.mktemp("town")
    build_names(small_town(folder / "town.osm"), folder, lambda _share: None)
    names = open_names(folder / "names.sqlite")
    yield names
    names.close()


def test_a_point_gives_street_crossing_place_village_town_and_division(town: Gazetteer) -> None:
    here = around(town.connection, LON + 100 / 101_000, LAT - 30 / 111_000)
    assert here.street is not None
    assert here.crossing is not None
    assert here.point is not None
    assert here.village is not None
    assert here.town is not None
    assert (here.street.name, round(here.street.metres)) == ("新华西路", 30)
    assert here.crossing.name == "新华西路与延安北路交叉口"
    assert here.crossing.metres == pytest.approx(104, abs=3)
    assert here.point.name == "延安北路12号"
    assert here.village.name == "南坑村"
    assert here.town.name == "漳州"
    assert [code for code, _, _ in here.divisions] == ["350602"]


def test_far_from_every_street_there_is_none(town: Gazetteer) -> None:
    assert around(town.connection, LON + 0.2, LAT).street is None


def test_a_street_is_as_near_as_its_nearest_part(town: Gazetteer) -> None:
    (street,) = [hit for hit in town.search("新华西路").hits if hit.kind == "street"]
    metres = metres_to_name(town.connection, street.id, LON + 450 / 101_000, LAT - 50 / 111_000)
    assert metres == pytest.approx(50, abs=1)


def test_a_place_that_is_not_known_has_no_distance() -> None:
    names = default_names()
    hit = names.search("师院社区居委会").hits[0]
    assert metres_to_name(names.connection, hit.id, LON, LAT) is None
    names.close()


def beat(id: str, half: float, body: str | None, lon: float = LON, lat: float = LAT) -> BeatCard:
    """Return a square beat around a point, so many degrees to each side."""
    ring = tuple((lon + x * half, lat + y * half) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1)))
    return BeatCard(id, id, f"{id}警区", body, 1, ring)


def body(id: str, name: str, parent: str | None, division: str) -> OrganisationCard:
    """Return a police body."""
    return OrganisationCard(id, id, name, "", "station", parent, division, "", None, None)


BODIES = {
    it.id: it
    for it in (
        body("gulei", "古雷分局", "city", "350623"),
        body("city", "市局", None, "350600"),
        body("one", "甲", "two", ""),
        body("two", "乙", "one", ""),
    )
}


def test_the_police_ground_of_a_point_is_not_its_division() -> None:
    """Gulei lies in 漳浦县 and is policed by a sub-bureau of its own."""
    names = default_names()
    lon, lat = 117.593, 23.770
    found = jurisdiction_at([beat("G1", 0.05, "gulei", lon, lat)], BODIES, lon, lat)
    assert found is not None
    assert [each.name for each in found.bodies] == ["古雷分局", "市局"]
    assert [code for code, _, _ in around(names.connection, lon, lat).divisions] == ["350623"]
    names.close()


def test_of_beats_within_each_other_the_smallest_counts() -> None:
    found = jurisdiction_at([beat("A", 0.1, None), beat("B", 0.01, "city")], BODIES, LON, LAT)
    assert found is not None
    assert found.beat.id == "B"


def test_outside_of_every_beat_nobody_is_named() -> None:
    assert jurisdiction_at([beat("A", 0.01, None)], BODIES, LON + 1, LAT) is None
    assert jurisdiction_at([], BODIES, LON, LAT) is None


def test_bodies_above_each_other_in_a_loop_are_named_once() -> None:
    found = jurisdiction_at([beat("A", 0.1, "one")], BODIES, LON, LAT)
    assert found is not None
    assert [each.id for each in found.bodies] == ["one", "two"]
