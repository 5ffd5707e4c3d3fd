"""Colours: every pair that stands together can be read, in every theme."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

from ui.theme import PAIRS, RESOURCES, THEMES, TOKENS, apply_theme, contrast, palette_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", PAIRS, ids=" on ".join)
def test_text_reaches_the_contrast_of_wcag(theme: str, pair: tuple[str, str]) -> None:
    colours = palette_of(theme)
    assert contrast(colours[pair[0]], colours[pair[1]]) >= 4.5


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_meaning_of_a_pair_exists() -> None:
    assert {meaning for pair in PAIRS for meaning in pair} <= set(TOKENS)


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_colours_the_whole_program(qapp: QApplication, theme: str) -> None:
    before = qapp.styleSheet(), qapp.palette()
    apply_theme(qapp, theme)
    try:
        assert qapp.palette().window().color().name() == palette_of(theme)["window"]
        assert "$" not in qapp.styleSheet()
    finally:
        qapp.setStyleSheet(before[0])
        qapp.setPalette(before[1])


def test_every_sign_of_the_screen_is_in_the_shipped_font(qapp: QApplication) -> None:
    font = QRawFont(str(RESOURCES / "fonts" / "NotoSansSC-Regular.ttf"), 12)
    assert font.isValid()
    missing = {
        character
        for file in (ROOT / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for character in node.value
        if not character.isascii() and not font.supportsCharacter(ord(character))
    }
    assert missing == set()
