"""Building a region: from a file to a folder that proves itself, also when it is killed on the way."""

from __future__ import annotations

import bz2
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from models.errors import TroubleError
from services.region import Region, home_of, installed_region, listed_regions
from services.region.building import Order, build_region
from services.region.installing import install_region
from services.region.proving import prove_region
from tests.services.region.town import SOUTH, STEP, WEST, Town, small_town

EXTRACTS = os.environ.get("ZHANGZHOU_110_EXTRACTS", "")


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    return small_town().write(tmp_path / "town.osm")


def build(extract: Path, out: Path, **more: Any) -> Region:
    build_region(Order(extract, out, date="2026-01-02", **more), lambda step, part: None)
    return prove_region(out).region


def code_of(extract: Path, out: Path, **more: Any) -> str:
    with pytest.raises(TroubleError) as refused:
        build(extract, out, **more)
    return refused.value.code


def test_a_town_becomes_a_region_with_its_name_and_divisions(extract: Path, tmp_path: Path) -> None:
    region = build(extract, tmp_path / "out")
    assert (region.name, region.name_en, region.date) == ("小城", "Small Town", "2026-01-02")
    assert {one.name for one in region.divisions} == {"西区", "东区"}
    assert "OpenStreetMap" in region.attribution
    west, _south, _east, north = region.bbox
    assert west == pytest.approx(WEST, abs=0.003)
    assert north == pytest.approx(SOUTH + 8 * STEP, abs=0.003)
    assert sorted(file.name for file in region.folder.iterdir() if file.suffix == ".part") == []


def test_a_packed_extract_gives_the_same_region(extract: Path, tmp_path: Path) -> None:
    packed = tmp_path / "town.osm.bz2"
    packed.write_bytes(bz2.compress(extract.read_bytes()))
    one, other = (build(file, tmp_path / file.suffix[1:]) for file in (extract, packed))
    assert one.extent == other.extent
    counts = [
        json.loads((r.folder / "region.json").read_text("utf-8"))["counts"] for r in (one, other)
    ]
    assert counts[0]["tiles"] == counts[1]["tiles"]


def test_a_region_of_one_file_proves_itself_and_not_when_a_byte_is_changed(
    extract: Path, tmp_path: Path
) -> None:
    file = tmp_path / "town.region"
    build(extract, file)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(TroubleError) as refused:
        prove_region(file)
    assert refused.value.code == "region.damaged"


def test_a_missing_file_is_named(extract: Path, tmp_path: Path) -> None:
    region = build(extract, tmp_path / "out")
    (region.folder / "tiles.mbtiles").unlink()
    with pytest.raises(TroubleError) as refused:
        prove_region(region.folder)
    assert (refused.value.code, refused.value.params["file"]) == (
        "region.part_missing",
        "tiles.mbtiles",
    )


def test_a_box_cuts_the_region(extract: Path, tmp_path: Path) -> None:
    box = f"{WEST + 3.5 * STEP},{SOUTH + 3.5 * STEP},{WEST + 6.5 * STEP},{SOUTH + 6.5 * STEP}"
    region = build(extract, tmp_path / "out", clip=box)
    assert region.bbox[0] == pytest.approx(WEST + 3.5 * STEP, abs=0.0021)
    assert region.bbox[2] == pytest.approx(WEST + 6.5 * STEP, abs=0.0021)


def test_the_name_of_a_boundary_cuts_the_region(extract: Path, tmp_path: Path) -> None:
    region = build(extract, tmp_path / "out", clip="东区")
    assert region.extent[0] > WEST + 2.5 * STEP


def test_bad_clips_are_refused(extract: Path, tmp_path: Path) -> None:
    outline = tmp_path / "outline.geojson"
    outline.write_text('{"type": "Point", "coordinates": [1, 2]}')
    assert code_of(extract, tmp_path / "out", clip="1,2,x,4") == "region.bad_box"
    assert code_of(extract, tmp_path / "out", clip="5,2,3,4") == "region.bad_box"
    assert code_of(extract, tmp_path / "out", clip=str(outline)) == "region.bad_outline"
    assert code_of(extract, tmp_path / "out", clip="无此区") == "region.no_boundary"
    assert code_of(extract, tmp_path / "out", clip="1,2,3,4") in ("region.empty", "region.no_roads")


def test_foreign_files_are_refused_each_in_its_words(extract: Path, tmp_path: Path) -> None:
    contents = {
        "region.web_page": b"<!DOCTYPE html>\n<html><title>404</title></html>",
        "region.empty_file": b"",
        "region.foreign": b"\x89PNG\r\n\x1a\n" + bytes(600),
        "region.truncated": extract.read_bytes()[:-900],
    }
    for code, content in contents.items():
        file = tmp_path / "some.osm.pbf"
        file.write_bytes(content)
        assert code_of(file, tmp_path / "out") == code
    assert code_of(tmp_path / "none.osm", tmp_path / "out") == "file.missing"


def test_what_is_done_is_not_done_again_after_a_kill(extract: Path, tmp_path: Path) -> None:
    def die(step: str, part: float) -> None:
        if step == "tiles":
            raise KeyboardInterrupt

    order = Order(extract, tmp_path / "out", date="2026-01-02")
    with pytest.raises(KeyboardInterrupt):
        build_region(order, die)
    notes = json.loads((tmp_path / "out.part" / "build.json").read_text("utf-8"))
    assert set(notes["done"]) == {"extract", "boundaries"}
    boundary = (tmp_path / "out.part" / "boundary.geojson").stat().st_mtime_ns
    build_region(order, lambda step, part: None)
    assert (tmp_path / "out" / "boundary.geojson").stat().st_mtime_ns == boundary
    assert prove_region(tmp_path / "out").counts["boundaries"] == {"divisions": 2}
    assert not (tmp_path / "out.part").exists()


def test_another_file_begins_anew(extract: Path, tmp_path: Path) -> None:
    def die(step: str, part: float) -> None:
        if step == "tiles":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_region(Order(extract, tmp_path / "out"), die)
    town = Town()
    town.way(((0, 0), (1, 0)), highway="residential", name="新路")
    town.node(0.5, 0.5, place="town", name="新镇")
    build_region(Order(town.write(tmp_path / "new.osm"), tmp_path / "out"), lambda step, part: None)
    assert prove_region(tmp_path / "out").region.name == "新镇"


def test_other_things_in_the_way_are_left_alone(extract: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "letter.txt").write_text("dear")
    assert code_of(extract, out) == "region.exists"
    assert [file.name for file in out.iterdir()] == ["letter.txt"]


def test_too_small_a_disk_is_told_before_anything_is_written(
    extract: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=10)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    assert code_of(extract, tmp_path / "out") == "region.no_space"
    assert not (tmp_path / "out.part").exists()


def test_a_region_is_used_when_it_is_proved_and_the_one_before_stays(
    extract: Path, tmp_path: Path
) -> None:
    home = home_of(tmp_path / "data")
    assert installed_region(home) is None
    regions = [build(extract, tmp_path / name, name=name) for name in ("one", "two", "three")]
    for region in regions:
        install_region(region.folder, home)
        used = installed_region(home)
        assert used is not None
        assert Region.load(used).name == region.name
    assert [one.name for one in listed_regions(home)] == ["three", "two"]


def test_a_region_that_is_not_whole_changes_nothing(extract: Path, tmp_path: Path) -> None:
    home = home_of(tmp_path / "data")
    good, bad = (build(extract, tmp_path / name, name=name) for name in ("good", "bad"))
    install_region(good.folder, home)
    tiles = bad.folder / "tiles.mbtiles"
    tiles.write_bytes(tiles.read_bytes()[:-100])
    with pytest.raises(TroubleError):
        install_region(bad.folder, home)
    used = installed_region(home)
    assert used is not None
    assert Region.load(used).name == "good"
    assert [one.name for one in home.iterdir() if one.is_dir()] == [used.name]


@pytest.mark.skipif(not EXTRACTS, reason="ZHANGZHOU_110_EXTRACTS names no folder with extracts")
@pytest.mark.timeout(300)
def test_every_real_extract_becomes_a_region(tmp_path: Path) -> None:
    files = [file for file in Path(EXTRACTS).iterdir() if ".osm" in file.suffixes]
    assert files
    for file in files:
        build(file, tmp_path / file.name.split(".")[0])
        proof = prove_region(tmp_path / file.name.split(".")[0])
        assert proof.counts["tiles"]["roads"] > 0
