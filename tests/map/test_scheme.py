"""The scheme serves our files, and nothing that lies elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl

from services.region import Region
from ui.map.building import SCRIPTS, STYLES, page_html
from ui.map.scheme import PAGE_URL, Files, register_scheme


@pytest.fixture
def files(qapp: object, region: Region) -> Iterator[Files]:
    owner = QObject()
    yield Files(lambda: b"<html>", region, owner)
    owner.deleteLater()


def test_the_page_and_all_that_it_names_are_served(files: Files, region: Region) -> None:
    html = page_html(region)
    named = re.findall(r'(?:src|href)="([^"]+)"', html)
    assert set(named) == {address for _, address in [*SCRIPTS, *STYLES]}
    for address in named:
        content = files.content(QUrl("zz110://map" + address))
        assert content is not None
        assert len(content[0]) > 100
    assert files.content(QUrl(PAGE_URL)) == (b"<html>", b"text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("zz110://map/fonts/NotoSansSC-Regular.ttf", b"font/ttf"),
        ("zz110://map/region/land.geojson", b"application/json; charset=utf-8"),
        ("zz110://map/leaflet/images/layers.png", b"image/png"),
    ],
)
def test_fonts_pictures_and_the_region_are_served(files: Files, address: str, kind: bytes) -> None:
    content = files.content(QUrl(address))
    assert content is not None
    assert content[1] == kind


@pytest.mark.parametrize(
    "address",
    [
        "zz110://map/",
        "zz110://map/live",
        "zz110://map/live/none.js",
        "zz110://map/none/live.js",
        "zz110://map/live/../vendor.json",
        "zz110://map/live/..%2f..%2fdictionary/level.js",
        "zz110://map/region/../../../ui/map/view.html",
        "zz110://map/region/..%2F..%2Fmap%2Flive.js",
        "zz110://map/region//etc/passwd.css",
        "zz110://map/region/region.json",
        "zz110://map//page.js",
        "zz110://elsewhere/page.html",
    ],
)
def test_nothing_else_is_there(files: Files, address: str) -> None:
    assert files.content(QUrl(address)) is None


def test_a_batch_of_positions_is_there_once_and_only_the_newest_wait(files: Files) -> None:
    addresses = [files.offer(bytes([n])) for n in range(6)]
    served = [files.content(QUrl(f"zz110://map{address}")) for address in addresses]
    assert served == [None, None, *((bytes([n]), b"application/octet-stream") for n in range(2, 6))]
    assert files.content(QUrl(f"zz110://map{addresses[-1]}")) is None


def test_a_link_out_of_the_folder_leads_nowhere(
    qapp: object, tmp_path: Path, region: Region
) -> None:
    folder, outside = tmp_path / "region", tmp_path / "secret.css"
    folder.mkdir()
    outside.write_text("secret")
    (folder / "link.css").symlink_to(outside)
    owner = QObject()
    assert (
        Files(bytes, replace(region, folder=folder), owner).content(
            QUrl("zz110://map/region/link.css")
        )
        is None
    )


def test_the_page_holds_no_foreign_address(region: Region) -> None:
    assert re.findall(r"(?:https?:)?//[\w.-]+\.\w+", page_html(region)) == []


def test_only_the_scripts_of_the_page_may_run(region: Region) -> None:
    html = page_html(region)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    assert "unsafe" not in policy[1]
    assert policy[1].count("sha256-") == html.count("<script>") == 2


def test_registering_twice_does_no_harm(qapp: object) -> None:
    register_scheme()
