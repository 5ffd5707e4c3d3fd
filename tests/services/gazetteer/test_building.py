"""The index is built from an extract: counted, cancelled, replaced whole, refused where there is nothing to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import TroubleError
from services.gazetteer import open_names
from services.gazetteer.building import build_names
from services.gazetteer.listed import rows_of
from services.resource import RESOURCES
from tests.services.gazetteer.town import LAT, LON, Town, small_town


def test_what_was_built_is_counted_by_kind(tmp_path: Path) -> None:
    counts = build_names(small_town(tmp_path / "town.osm"), tmp_path, lambda _share: None)
    villages = len(rows_of(RESOURCES / "name" / "village.csv"))
    assert counts["street"] == 6
    assert counts["crossing"] == 2
    assert counts["house"] == counts["milestone"] == 1
    # A hospital, and one stop of two posts.
    assert counts["point"] == 1
    assert counts["village"] > villages
    assert counts["areas"] == 11


def test_the_share_done_never_falls_and_reaches_one(tmp_path: Path) -> None:
    shares: list[float] = []
    build_names(small_town(tmp_path / "town.osm"), tmp_path, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_whoever_tells_may_stop_it_and_what_was_there_stays(tmp_path: Path) -> None:
    extract = small_town(tmp_path / "town.osm")
    build_names(extract, tmp_path, lambda _share: None)
    before = (tmp_path / "names.sqlite").read_bytes()

    class StopError(Exception):
        pass

    def stop(share: float) -> None:
        if share > 0.5:
            raise StopError

    with pytest.raises(StopError):
        build_names(extract, tmp_path, stop)
    assert (tmp_path / "names.sqlite").read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"", b"<html><body>404</body></html>", b"\x00\x00\x00\x0d\x0a\x09OSMHeader"]
)
def test_a_broken_file_is_a_trouble_with_its_name(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "broken.osm.pbf"
    file.write_bytes(content)
    with pytest.raises(TroubleError) as trouble:
        build_names(file, tmp_path, lambda _share: None)
    assert trouble.value.code == "region.unreadable"
    assert trouble.value.params["file"] == file.name


def test_an_extract_without_names_gives_an_index_without_names(tmp_path: Path) -> None:
    town = Town()
    town.way(town.node(0, 0), town.node(900_000, 900_000), highway="primary")
    counts = build_names(town.write(tmp_path / "sea.osm"), tmp_path, lambda _share: None)
    names = open_names(tmp_path / "names.sqlite")
    assert names.count() == 0
    assert counts == {"areas": 0}
    assert names.search("路").hits == ()
    names.close()


def test_a_listed_village_gets_the_point_of_the_extract_where_both_bear_one_name(
    tmp_path: Path,
) -> None:
    """师院 is a village of 芗城区 without a point in the list; the middle of the town lies in 芗城区."""
    town = Town()
    town.node(100, 100, place="village", name="师院村")
    build_names(town.write(tmp_path / "town.osm"), tmp_path, lambda _share: None)
    names = open_names(tmp_path / "names.sqlite")
    (hit,) = names.search("师院", (LON, LAT)).hits
    assert hit.code == "350602001002"
    assert (hit.lon, hit.lat) == pytest.approx((LON + 100 / 101_000, LAT + 100 / 111_000))
    names.close()
