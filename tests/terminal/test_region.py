"""`main.py region`: what it says and how it ends, for regions that are whole and files that are none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from main import main
from tests.services.region.town import small_town


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    return small_town().write(tmp_path / "town.osm")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main([*arguments, "--lang", "en"])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_a_region_is_built_checked_installed_and_listed(
    extract: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, store = tmp_path / "town.region", str(tmp_path / "data" / "desk.sqlite")
    status, said, _ = run(capsys, "region", "build", str(extract), "--out", str(out))
    assert status == 0
    assert "“小城”" in said
    status, said, _ = run(capsys, "region", "check", str(out))
    assert status == 0
    for part in ("base map: tiles", "roads: ", "names: ", "is complete"):
        assert part in said
    status, said, _ = run(capsys, "region", "list", "--store", store)
    assert "No region is installed" in said
    status, said, _ = run(capsys, "region", "install", str(out), "--store", store)
    assert status == 0
    status, said, _ = run(capsys, "region", "list", "--store", store)
    assert said.startswith("* 小城")


def test_progress_is_a_line_of_json_each(
    extract: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, said, _ = run(
        capsys, "region", "build", str(extract), "--out", str(tmp_path / "out"), "--lines"
    )
    lines = [json.loads(line) for line in said.splitlines()]
    assert [line["part"] for line in lines] == sorted(line["part"] for line in lines)
    assert list(dict.fromkeys(line["step"] for line in lines)) == [
        *("extract", "boundaries", "tiles", "roads", "names", "manifest"),
    ]


def test_a_region_that_is_not_whole_ends_with_a_status_of_trouble(
    extract: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "region", "build", str(extract), "--out", str(tmp_path / "out"))
    (tmp_path / "out" / "roads.npz").unlink()
    status, _, said = run(capsys, "region", "check", str(tmp_path / "out"))
    assert status == 3
    assert "roads.npz is missing" in said


def test_a_web_page_is_told_from_an_extract(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "fujian-latest.osm.pbf"
    page.write_text("<!DOCTYPE html><html></html>")
    status, _, said = run(capsys, "region", "build", str(page), "--out", str(tmp_path / "out"))
    assert status == 3
    assert "is a web page" in said
