"""Fonts and scripts of others: the files of the lock, and all the characters we need."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

from tests.resources.shipped import DICTIONARY, FONTS, REGION, RESOURCES, ROOT

RARE = "芗薌嵩㙟堃喆犇翀昇祎玥珺濬龑龢囍䶮鳌厝埔坂陂圩浔浯寮"


def test_every_vendored_file_is_the_one_of_the_lock() -> None:
    ran = subprocess.run(
        [sys.executable, ROOT / "packaging" / "vendor.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


def test_nothing_lies_beside_the_files_of_the_lock() -> None:
    lock = json.loads((RESOURCES / "vendor" / "vendor.json").read_text(encoding="utf-8"))
    locked = {file["path"] for package in lock["packages"] for file in package["files"]}
    own = {"vendor/vendor.json", "vendor/.gitattributes", "fonts/.gitattributes"}
    on_disk = {
        path.relative_to(RESOURCES).as_posix()
        for folder in (RESOURCES / "vendor", FONTS)
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert on_disk == locked | own


def test_pictures_that_the_style_sheet_names_are_there() -> None:
    leaflet = RESOURCES / "vendor" / "leaflet"
    named = re.findall(r"url\(([^)#]+)\)", (leaflet / "leaflet.css").read_text(encoding="utf-8"))
    assert named
    assert all((leaflet / path).is_file() for path in named)


@pytest.mark.parametrize("name", ["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"])
def test_the_font_has_every_character_of_the_data_and_rare_ones_of_names(
    name: str, qapp: QApplication
) -> None:
    font = QRawFont(str(FONTS / name), 16)
    assert font.isValid()
    data = [*DICTIONARY.glob("*.csv"), *REGION.glob("*.csv"), *REGION.glob("*.json")]
    used = set(RARE).union(*(path.read_text(encoding="utf-8") for path in data)) - {"\n"}
    missing = {letter for letter in used if not font.supportsCharacter(ord(letter))}
    assert not missing


def test_the_font_is_whole_and_not_a_subset(qapp: QApplication) -> None:
    font = QRawFont(str(FONTS / "NotoSansSC-Regular.ttf"), 16)
    assert sum(font.supportsCharacter(code) for code in range(0x4E00, 0x9FF0)) > 20_900
