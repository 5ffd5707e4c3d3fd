"""Names are found as they are typed: characters, pinyin, initials, old forms, crossings, posts, aliases, nearness."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.board import AliasCard
from services.gazetteer import Gazetteer, default_names, open_names
from services.gazetteer.building import build_names
from services.gazetteer.entry import Kind
from services.gazetteer.form import key
from services.gazetteer.listed import rows_of
from services.resource import RESOURCES
from tests.services.gazetteer.town import LAT, LON, small_town

HERE = (LON, LAT)


@pytest.fixture(scope="module")
def shipped() -> Iterator[Gazetteer]:
    """The names that ship."""
    names = default_names()
    yield names
    names.close()


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    """The names of the small town."""
    folder = tmp_path_factory.mktemp("town")
    build_names(small_town(folder / "town.osm"), folder, lambda _share: None)
    names = open_names(folder / "names.sqlite")
    yield names
    names.close()


def first(names: Gazetteer, text: str) -> str:
    """Return the best name for a text, "" none."""
    hits = names.search(text, HERE).hits
    return hits[0].name if hits else ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("芗城", "芗城区"),
        ("薌城", "芗城区"),
        ("薌城區", "芗城区"),
        ("changtai", "长泰区"),
        ("ctq", "长泰区"),
        ("dongxia", "东厦镇"),
        ("东厦", "东厦镇"),
        ("liuao", "六鳌镇"),
        ("浯", "浯屿村委会"),
        ("sysq", "师院社区居委会"),
        ("师院", "师院社区居委会"),
        ("Xiangcheng", "芗城区"),
        ("石码", "石码街道"),
    ],
)
def test_places_of_the_city_are_found_however_they_are_typed(
    shipped: Gazetteer, text: str, name: str
) -> None:
    assert first(shipped, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("新华西", "新华西路"),
        ("xinhuaxi", "新华西路"),
        ("xhxl", "新华西路"),
        ("Xinhua W", "新华西路"),
        ("延安北路新华西路", "新华西路与延安北路交叉口"),
        ("新华西路延安北路", "新华西路与延安北路交叉口"),
        ("新华西路与延安北路交叉口", "新华西路与延安北路交叉口"),
        ("延安北路和新华西路路口", "新华西路与延安北路交叉口"),
        ("延安北路/新华西路", "新华西路与延安北路交叉口"),
        ("延安北路 新华西路", "新华西路与延安北路交叉口"),
        ("延安北新华西", "新华西路与延安北路交叉口"),
        ("main street & romerstrasse", "Main Street / Römerstraße"),
        ("延安北路12号", "延安北路12号"),
        ("延安北路12", "延安北路12号"),
        ("延安北路 12", "延安北路12号"),
        ("324国道234公里", "G324 K234"),
        ("G324 K234", "G324 K234"),
        ("g324 234公里", "G324 K234"),
        ("324国道", "漳州大道"),
        ("漳州市医院", "市医院"),
        ("city hosp", "市医院"),
        ("yiyuan", "市医院"),
    ],
)
def test_streets_crossings_houses_posts_and_points_are_found(
    town: Gazetteer, text: str, name: str
) -> None:
    assert first(town, text) == name


@pytest.mark.parametrize("letter", ["漳", "z", "x"])
def test_one_character_finds_names(shipped: Gazetteer, letter: str) -> None:
    assert shipped.search(letter, HERE).hits


@pytest.mark.parametrize("text", ["", "   ", "?!", "\x00", '"', "((", "n : x", "喀喀喀"])
def test_what_names_nothing_finds_nothing(town: Gazetteer, text: str) -> None:
    assert town.search(text, HERE).hits == ()


@given(text=st.text(max_size=30))
def test_whatever_is_typed_is_never_an_operator(town: Gazetteer, text: str) -> None:
    town.search(text, HERE)


def test_one_wide_road_is_one_street_and_one_crossing(town: Gazetteer) -> None:
    hits = town.search("新华西路", HERE).hits
    assert [hit.name for hit in hits if hit.kind is Kind.STREET] == ["新华西路"]
    assert sum(hit.kind is Kind.CROSSING for hit in hits) == 1


def test_the_nearer_of_two_streets_of_one_name_comes_first_and_it_is_asked(town: Gazetteer) -> None:
    for near in (HERE, (LON + 0.04, LAT + 0.036)):
        answer = town.search("延安北路", near)
        streets = [hit for hit in answer.hits if hit.kind is Kind.STREET]
        assert answer.apart
        assert len(streets) == 2
        assert (streets[0].metres or 0) < (streets[1].metres or 0)


@pytest.mark.parametrize("text", ["南坑", "南坑镇", "南坑街道", "nankeng"])
def test_nankeng_is_two_places_and_what_tells_them_apart_is_said(
    shipped: Gazetteer, text: str
) -> None:
    answer = shipped.search(text, HERE)
    assert answer.apart
    told = {(hit.name, hit.within) for hit in answer.hits}
    assert {("南坑街道", "芗城区"), ("南坑镇", "南靖县")} <= told


def test_a_village_within_the_town_of_its_name_is_no_trap(shipped: Gazetteer) -> None:
    answer = shipped.search("康美", HERE)
    assert [hit.name for hit in answer.hits][:2] == ["康美镇", "康美村委会"]
    assert not answer.apart


def test_every_village_of_the_list_is_found_by_its_name_and_says_whether_its_place_is_known(
    shipped: Gazetteer,
) -> None:
    villages = rows_of(RESOURCES / "name" / "village.csv")
    assert len(villages) == 2135
    assert len({row["code"] for row in villages}) == 2135
    for row in villages[::7]:
        hits = shipped.search(row["name"], HERE, limit=40).hits
        hit = next((hit for hit in hits if hit.code == row["code"]), None)
        same = [hit for hit in hits if key(hit.name) == key(row["name"])]
        assert hit is not None or len(same) >= 9, row["name"]
        if hit is not None:
            assert (hit.lon is None) == (not row["lon"])
            assert row["township"] in hit.within


def test_an_alias_comes_first_by_characters_and_letters(town: Gazetteer) -> None:
    alias = AliasCard("a1", "老体育场", "市体育馆", "芗城区", LON + 0.01, LAT)
    for text in ("老体育", "ltyc", "laoti", "老體育場"):
        hit = town.search(text, HERE, [alias]).hits[0]
        assert (hit.kind, hit.name, hit.stands_for) == (Kind.ALIAS, "老体育场", "市体育馆")
        assert hit.metres == pytest.approx(1012, abs=5)
    assert all(hit.kind is not Kind.ALIAS for hit in town.search("医院", HERE, [alias]).hits)


@pytest.mark.skipif(
    "ZHANGZHOU_110_EXTRACTS" not in os.environ, reason="no extracts on this machine"
)
def test_streets_of_a_real_chinese_district_are_found(tmp_path: Path) -> None:
    extract = Path(os.environ["ZHANGZHOU_110_EXTRACTS"]) / "shenzhen_longgang.osm"
    counts = build_names(extract, tmp_path, lambda _share: None)
    assert counts["street"] > 30
    assert counts["crossing"] > 30
    names = open_names(tmp_path / "names.sqlite")
    for text in ("龙岗大道", "longgangdadao", "lgdd", "龍崗大道"):
        assert names.search(text, (114.25, 22.72)).hits[0].name == "龙岗大道"
    names.close()


def test_a_house_is_found_by_the_letters_of_its_street(town: Gazetteer) -> None:
    assert [hit.name for hit in town.search("yabl12", HERE).hits] == ["延安北路12号"]
