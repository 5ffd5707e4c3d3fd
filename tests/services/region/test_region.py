"""The region folder: the one that ships, and broken ones."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from models.errors import TroubleError
from services.region import Region
from services.region.locating import Locator

SHIPPED = Path(__file__).parents[3] / "resources" / "region" / "zhangzhou"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy that a test may break."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "city"))


def test_the_shipped_region_knows_its_eleven_divisions_and_its_places() -> None:
    region = Region.load(SHIPPED)
    inside = [division.name for division in region.divisions if division.inside]
    assert len(inside) == 11
    assert "芗城区" in inside
    assert "厦门市" in [division.name for division in region.divisions if not division.inside]
    assert "石码" in [point.name for point in region.points]
    assert {"land", "ground", "border", "boundary", "river", "neighbour"} <= set(region.layers)
    assert region.attribution


def test_names_and_points_lie_within_the_extent() -> None:
    region = Region.load(SHIPPED)
    west, south, east, north = region.extent
    spots = [(spot.lon, spot.lat) for spot in region.divisions]
    for lon, lat in [*spots, *((spot.lon, spot.lat) for spot in region.points)]:
        assert west <= lon <= east
        assert south <= lat <= north


@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        (117.6464, 24.5130, "350602"),
        (117.812, 24.447, "350604"),
        (117.427, 23.702, "350626"),
        (118.09, 24.48, None),
        (116.5, 23.0, None),
    ],
)
def test_a_point_is_in_its_division(lon: float, lat: float, code: str | None) -> None:
    assert Locator(Region.load(SHIPPED)).division_at(lon, lat) == code


def test_a_region_without_places_and_outline_still_loads(folder: Path) -> None:
    about = json.loads((folder / "region.json").read_text(encoding="utf-8"))
    about["files"] = [file for file in about["files"] if file["path"] == "land.geojson"]
    (folder / "region.json").write_text(json.dumps(about), encoding="utf-8")
    region = Region.load(folder)
    assert not region.points
    assert not region.divisions
    assert Locator(region).division_at(*region.centre) is None


@pytest.mark.parametrize("missing", ["region.json", "land.geojson", "place.csv"])
def test_a_missing_file_is_named(folder: Path, missing: str) -> None:
    (folder / missing).unlink()
    with pytest.raises(TroubleError) as told:
        Region.load(folder)
    assert told.value.code == "region.unreadable"
    assert told.value.params["file"] == missing


@pytest.mark.parametrize("broken", ["", "[]", "{}", '{"code": 1, "files": [{}]}'])
def test_a_broken_description_is_told_and_not_guessed_at(folder: Path, broken: str) -> None:
    (folder / "region.json").write_text(broken, encoding="utf-8")
    with pytest.raises(TroubleError, match=r"region\.unreadable"):
        Region.load(folder)


def test_a_box_the_wrong_way_round_is_refused(folder: Path) -> None:
    about = json.loads((folder / "region.json").read_text(encoding="utf-8"))
    about["bbox"] = [118, 23, 117, 25]
    (folder / "region.json").write_text(json.dumps(about), encoding="utf-8")
    with pytest.raises(TroubleError):
        Region.load(folder)
