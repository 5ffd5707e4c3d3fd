"""What a region carries of the trade: beats and bodies without people, and the dictionaries, counted and proved."""

from __future__ import annotations

import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from models.errors import TroubleError
from services.database import Database, wall_ms
from services.dictionary import (
    LISTINGS,
    check_listing,
    import_listing,
    install_defaults,
    read_listing,
)
from services.fleet import add_organisation, change_beat, draw_beat
from services.region.building import Order, build_region
from services.region.proving import prove_region
from tests.services.region.town import small_town

RING = [[117.60, 24.50], [117.61, 24.50], [117.61, 24.51]]


def furnish(store: Path) -> None:
    """Write a store with a station and its beat."""
    common: dict[str, Any] = {"at": wall_ms(), "by": "x"}
    station: dict[str, Any] = {"id": "o1", "code": "3506", "name": "小城派出所", "kind": "station"}
    beat: dict[str, Any] = {"id": "b1", "code": "B1", "name": "一警区", "ring": RING}
    person = {"officer": "陈志强", "phone": "13900001234"}
    jobs = [
        (install_defaults, (), {}),
        (add_organisation, (), {**station, "phone": "05961234567"}),
        (draw_beat, (), {**beat, "organisation_id": "o1"}),
        (change_beat, ("b1", person), {}),
    ]
    with closing(Database(store)) as database:
        for command, args, more in jobs:
            run: Any = command
            database.write(run, *args, **more, **common)


def test_a_region_brings_beats_that_another_store_takes_when_it_is_asked(tmp_path: Path) -> None:
    furnish(tmp_path / "desk.sqlite")
    extract = small_town().write(tmp_path / "town.osm")
    about = build_region(
        Order(extract, tmp_path / "town.region", store=tmp_path / "desk.sqlite"),
        lambda step, part: None,
    )
    counts = about["counts"]["trade"]
    assert (counts["beats"], counts["organisations"]) == (1, 1)
    proof = prove_region(tmp_path / "town.region")
    assert proof.counts["trade"]["dictionaries"] > 15
    with zipfile.ZipFile(tmp_path / "town.region") as region:
        region.extractall(tmp_path / "region")
    beats, bodies = ((tmp_path / "region" / f"{name}.csv") for name in ("beats", "organisations"))
    said = beats.read_text("utf-8-sig") + bodies.read_text("utf-8-sig")
    assert "一警区" in said
    assert not any(word in said for word in ("陈志强", "13900001234", "05961234567"))
    with closing(Database(tmp_path / "other.sqlite")) as other:
        for name, file in (("organisations", bodies), ("beats", beats)):
            reading = read_listing(file, LISTINGS[name])
            assert not other.read(check_listing, reading)
            other.write(import_listing, name, reading.rows, at=wall_ms(), by="x")
        board = other.board()
    assert [card.name for card in board.cards["beat"].values()] == ["一警区"]  # type: ignore[attr-defined]


def test_without_a_store_it_brings_what_ships_and_a_list_that_was_cut_is_found(
    tmp_path: Path,
) -> None:
    extract = small_town().write(tmp_path / "town.osm")
    (tmp_path / "broken.sqlite").write_bytes(b"no database")
    order = Order(extract, tmp_path / "out", store=tmp_path / "broken.sqlite")
    about = build_region(order, lambda step, part: None)
    assert set(about["counts"]["trade"]) == {"dictionaries"}
    assert not (tmp_path / "out" / "beats.csv").exists()
    manifest = tmp_path / "out" / "region.json"
    number = about["counts"]["trade"]["dictionaries"]
    text = manifest.read_text("utf-8")
    manifest.write_text(text.replace(f'"dictionaries": {number}', '"dictionaries": 99'), "utf-8")
    with pytest.raises(TroubleError, match=r"region\.damaged"):
        prove_region(tmp_path / "out")
