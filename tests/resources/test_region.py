"""The shipped outline: well-formed, where it should be, and of one piece with the dictionary."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from tests.resources.shipped import REGION, table, terms

LIMIT = 1_000_000  # bytes of the whole folder
GEOJSON = sorted(path.name for path in REGION.glob("*.geojson"))


def region() -> dict[str, Any]:
    """What region.json says."""
    said: dict[str, Any] = json.loads((REGION / "region.json").read_text(encoding="utf-8"))
    return said


def features(name: str) -> list[dict[str, Any]]:
    """The features of one file."""
    found: list[dict[str, Any]] = json.loads((REGION / name).read_text(encoding="utf-8"))[
        "features"
    ]
    return found


def shapes(name: str) -> dict[str, BaseGeometry]:
    """Code -> shape of one file."""
    return {
        feature["properties"]["code"]: shapely.from_geojson(json.dumps(feature["geometry"]))
        for feature in features(name)
    }


def rings(geometry: dict[str, Any]) -> Iterator[list[list[float]]]:
    """The rings of a polygon or of several."""
    nest = geometry["coordinates"]
    for polygon in [nest] if geometry["type"] == "Polygon" else nest:
        yield from polygon


def test_the_folder_is_small_and_region_json_lists_what_it_holds() -> None:
    assert sum(p.stat().st_size for p in REGION.rglob("*") if p.is_file()) < LIMIT
    listed = {file["path"] for file in region()["files"]}
    assert listed == {*GEOJSON, "place.csv"}
    needed = ("holds", "package", "licence", "source", "done", "accuracy_m")
    assert all(file[key] for file in region()["files"] for key in needed)


@pytest.mark.parametrize(
    "name", ["boundary.geojson", "ground.geojson", "neighbour.geojson", "land.geojson"]
)
def test_every_ring_is_closed_valid_and_inside_the_extent(name: str) -> None:
    extent = shapely.box(*region()["extent"])
    for feature in features(name):
        shape = shapely.from_geojson(json.dumps(feature["geometry"]))
        assert shape.is_valid
        assert extent.covers(shape)
        for ring in rings(feature["geometry"]):
            assert len(ring) >= 4
            assert ring[0] == ring[-1]


@pytest.mark.parametrize("name", ["border.geojson", "river.geojson"])
def test_every_line_lies_inside_the_extent(name: str) -> None:
    extent = shapely.box(*region()["extent"])
    found = [shapely.from_geojson(json.dumps(f["geometry"])) for f in features(name)]
    assert found
    assert all(extent.covers(line) and line.length > 0 for line in found)


@pytest.mark.parametrize("name", ["boundary.geojson", "ground.geojson"])
def test_the_eleven_divisions_are_those_of_the_dictionary(name: str) -> None:
    known = {
        r["code"]: r for r in terms("division") if r["parent"] == "350600" and not r["valid_to"]
    }
    found = {feature["properties"]["code"]: feature["properties"] for feature in features(name)}
    assert len(found) == 11
    assert found.keys() == known.keys()
    for code, properties in found.items():
        assert properties["name"] == known[code]["name"]
        assert properties["name_en"] == known[code]["name_en"]


def test_the_box_of_region_json_is_that_of_the_divisions() -> None:
    west, south, east, north = shapely.union_all(list(shapes("boundary.geojson").values())).bounds
    assert region()["bbox"] == pytest.approx([west, south, east, north], abs=0.001)
    assert shapely.box(*region()["extent"]).contains(shapely.box(*region()["bbox"]))


def test_divisions_do_not_overlap() -> None:
    found = list(shapes("boundary.geojson").items())
    for i, (code, shape) in enumerate(found):
        for other, second in found[i + 1 :]:
            assert shape.intersection(second).area < 1e-6, (code, other)


def test_the_city_has_about_the_area_that_it_should() -> None:
    degree = 111.32 * 111.32 * 0.91  # square kilometres of one square degree at 24.4 north
    area = sum(shape.area for shape in shapes("ground.geojson").values()) * degree
    assert 12_400 < area < 12_900


def test_names_are_written_inside_what_they_name() -> None:
    for name in ("boundary.geojson", "ground.geojson", "neighbour.geojson"):
        outlines = shapes(name)
        for feature in features(name):
            properties = feature["properties"]
            assert outlines[properties["code"]].contains(Point(properties["label"]))


@pytest.mark.parametrize(
    ("place", "lon", "lat", "code"),
    [
        ("Zhangzhou", 117.6556, 24.5133, "350602"),
        ("Gulei", 117.6154, 23.8375, "350623"),
        ("Jiaomei", 117.90, 24.52, "350604"),
        ("Wuyu island", 118.1449, 24.3355, "350604"),
        ("Dongshan", 117.4251, 23.6991, "350626"),
    ],
)
def test_a_known_point_lies_in_its_division(place: str, lon: float, lat: float, code: str) -> None:
    found = [c for c, shape in shapes("boundary.geojson").items() if shape.covers(Point(lon, lat))]
    assert found == [code], place


def test_the_open_sea_and_xiamen_lie_in_no_division() -> None:
    whole = shapely.union_all(list(shapes("boundary.geojson").values()))
    assert not whole.covers(Point(118.0819, 24.4798))
    assert not whole.covers(Point(118.2, 23.6))


def test_every_place_lies_in_or_at_the_shore_of_its_division() -> None:
    outlines = shapes("boundary.geojson")
    rows = table(REGION / "place.csv")
    assert len(rows) >= 40
    for row in rows:
        point = Point(float(row["lon"]), float(row["lat"]))
        distances = {code: shape.distance(point) for code, shape in outlines.items()}
        assert distances[row["division"]] == min(distances.values()) < 0.01, row


def test_places_have_chinese_names_and_townships_of_their_own_division() -> None:
    now = {row["code"]: row for row in terms("division") if not row["valid_to"]}
    rows = table(REGION / "place.csv")
    assert len({row["geonameid"] for row in rows}) == len(rows)
    for row in rows:
        assert all("\u4e00" <= letter <= "\u9fff" for letter in row["name"]), row
        assert row["population"] == "" or int(row["population"]) > 0
        if row["township"]:
            assert now[row["township"]]["parent"] == row["division"]
    assert next(r for r in rows if r["name_en"] == "Zhangzhou")["name"] == "漳州"


def test_borders_tell_divisions_the_city_and_its_neighbours_apart() -> None:
    found = {f["properties"]["kind"]: f["geometry"] for f in features("border.geojson")}
    assert found.keys() == {"division", "city", "neighbour"}
    whole = shapely.union_all(list(shapes("boundary.geojson").values()))
    outside = shapely.from_geojson(json.dumps(found["neighbour"]))
    assert outside.intersection(whole.buffer(-0.001)).is_empty
