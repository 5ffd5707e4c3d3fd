"""The base map: what a small town's tiles hold, read back by a reader of its own."""

from __future__ import annotations

import itertools
import math
from pathlib import Path

import osmium
import pytest

from models.errors import TroubleError
from services.tiles import FILE, TileArchive
from services.tiles.building import build_tiles
from tests.services.region.tile import Layers, area, read_tile
from tests.services.region.town import SOUTH, STEP, WEST, Town, small_town


def as_pbf(town: Town, folder: Path) -> Path:
    made = folder / "town.osm.pbf"
    text = town.write(folder / "town.osm")
    with osmium.SimpleWriter(str(made)) as writer:
        for thing in osmium.FileProcessor(str(text)):
            writer.add(thing)
    return made


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> TileArchive:
    folder = tmp_path_factory.mktemp("tiles")
    build_tiles(as_pbf(small_town(), folder), folder, lambda part: None)
    return TileArchive(folder / FILE)


def column_and_row(zoom: int, lon: float, lat: float) -> tuple[int, int]:
    side = 1 << zoom
    sine = math.sin(math.radians(lat))
    y = 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)
    return int((lon / 360 + 0.5) * side), int(y * side)


def layers_at(archive: TileArchive, zoom: int, x: float, y: float) -> Layers:
    tile = archive.tile(zoom, *column_and_row(zoom, WEST + x * STEP, SOUTH + y * STEP))
    assert tile is not None
    return read_tile(tile)


def test_the_town_has_its_streets_names_water_houses_and_points(archive: TileArchive) -> None:
    seen: dict[str, set[str]] = {}
    for x in range(0, 9, 2):
        for y in range(0, 9, 2):
            for layer, features in layers_at(archive, 14, x, y).items():
                seen.setdefault(layer, set()).update(
                    str(about.get("name")) for about, _, _ in features
                )
    assert {"东西4路", "南北8街"} <= seen["roads"]
    assert {"小城派出所", "第一小学", "镜湖"} <= seen["points"]
    assert seen["places"] == {"小城"}
    assert seen["numbers"] == {"00", "10", "01"}
    assert {"water", "buildings", "lands", "rails", "streams", "borders"} <= set(seen)


def test_shells_turn_as_the_specification_wants(archive: TileArchive) -> None:
    for layer in ("water", "buildings", "lands"):
        for _, kind, rings in layers_at(archive, 14, 0.4, 0.4).get(layer, []):
            assert kind == 3
            assert all(area(ring) > 0 for ring in rings)


def test_the_sea_lies_to_the_right_of_the_coast(archive: TileArchive) -> None:
    rings = [r for _, _, some in layers_at(archive, 14, 0.0, 4.0)["water"] for r in some]
    column, _row = column_and_row(14, WEST, SOUTH + 4 * STEP)
    coast = ((WEST + 0.2 * STEP) / 360 + 0.5) * (1 << 14) - column
    sea = max(rings, key=area)
    assert max(x for x, _ in sea) == pytest.approx(coast * 4096, abs=12)
    assert min(x for x, _ in sea) < coast * 4096 - 100


def test_a_street_cut_by_an_edge_goes_on_in_the_next_tile(archive: TileArchive) -> None:
    for zoom in (12, 13, 14):
        column, row = column_and_row(zoom, WEST, SOUTH + 4 * STEP)
        last = column_and_row(zoom, WEST + 8 * STEP, SOUTH + 4 * STEP)[0]
        ends = []
        for at in range(column, last + 1):
            tile = archive.tile(zoom, at, row)
            assert tile is not None
            road = next(
                f
                for f in read_tile(tile)["roads"]
                if f[0].get("kind") == "primary" and "name_en" in f[0]
            )
            xs = [x for part in road[2] for x, _ in part]
            ends.append((at * 4096 + min(xs), at * 4096 + max(xs)))
        assert all(right >= left for (_, right), (left, _) in itertools.pairwise(ends))


def test_a_point_is_in_one_tile_alone(archive: TileArchive) -> None:
    column, row = column_and_row(14, WEST + 4 * STEP, SOUTH + 4 * STEP)
    found = 0
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            tile = archive.tile(14, column + dx, row + dy)
            found += len(read_tile(tile).get("places", [])) if tile else 0
    assert found == 1


def test_there_is_no_tile_where_nothing_is(archive: TileArchive) -> None:
    assert archive.tile(14, 0, 0) is None
    assert archive.tile(3, 9, -4) is None


def test_an_extract_without_roads_is_refused(tmp_path: Path) -> None:
    town = Town()
    town.ring(((0, 0), (1, 0), (1, 1)), building="yes")
    with pytest.raises(TroubleError) as refused:
        build_tiles(as_pbf(town, tmp_path), tmp_path, lambda part: None)
    assert refused.value.code == "region.no_roads"


def test_an_extract_of_the_ocean_is_refused(tmp_path: Path) -> None:
    town = Town()
    town.node(1, 1, seamark="buoy")
    with pytest.raises(TroubleError) as refused:
        build_tiles(as_pbf(town, tmp_path), tmp_path, lambda part: None)
    assert refused.value.code == "region.empty"


def test_a_build_ends_when_it_is_told_to(tmp_path: Path) -> None:
    def stop(part: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_tiles(as_pbf(small_town(), tmp_path), tmp_path, stop)
