"""Colours: every pair that stands together can be read, in every theme."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

from ui.theme import (
    GROUNDS,
    MESSAGES,
    PAIRS,
    PARTS,
    RESOURCES,
    THEMES,
    TOKENS,
    WORDS,
    apply_theme,
    contrast,
    palette_of,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", PAIRS, ids=" on ".join)
def test_text_reaches_the_contrast_of_wcag(theme: str, pair: tuple[str, str]) -> None:
    colours = palette_of(theme)
    assert contrast(colours[pair[0]], colours[pair[1]]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", PARTS, ids=" on ".join)
def test_edges_rings_and_signs_reach_the_contrast_of_wcag(
    theme: str, pair: tuple[str, str]
) -> None:
    colours = palette_of(theme)
    assert contrast(colours[pair[0]], colours[pair[1]]) >= 3.0


@pytest.mark.parametrize("theme", THEMES)
def test_what_cannot_be_used_does_not_look_like_what_can(theme: str) -> None:
    colours = palette_of(theme)
    assert contrast(colours["disabled"], colours["text"]) >= 3.0


def test_every_pair_of_the_style_sheet_is_measured() -> None:
    """A rule that sets ground and words is a pair; words alone stand on any ground."""
    measured = {*PAIRS, *PARTS}
    unmeasured = []
    for selector, body in rules():
        ground = re.search(r"(?<![\w-])background: \$(\w+)", body)
        word = re.search(r"(?<![\w-])color: \$(\w+)", body)
        if word is None or word[1] == "disabled":
            continue
        grounds = [ground[1]] if ground else grounds_of(selector)
        unmeasured += [
            (selector, word[1], each) for each in grounds if (word[1], each) not in measured
        ]
    assert unmeasured == []


def test_every_colour_the_code_asks_for_is_measured_on_every_ground() -> None:
    """What panes paint with by name stands on the window, on panels and on both stripes of tables."""
    asked = set()
    for file in (ROOT / "ui").rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        asked |= set(re.findall(r'\.colour\("(\w+)"', source))
    assert asked
    assert asked - set(WORDS) == set()


def test_nothing_flashes() -> None:
    """Nothing moves by itself: no animation in any style, so nothing can flash three times a second."""
    styles = [RESOURCES / "style" / "desk.qss", *(RESOURCES / "map").rglob("*.*")]
    moving = [
        file.name
        for file in styles
        if file.suffix in (".qss", ".css", ".js", ".html")
        and re.search(r"@keyframes|animation\s*:|blink", file.read_text(encoding="utf-8"))
    ]
    assert moving == []


def rules() -> list[tuple[str, str]]:
    """Return the selectors and bodies of the style sheet."""
    sheet = (RESOURCES / "style" / "desk.qss").read_text(encoding="utf-8")
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    return [(head.strip(), body) for head, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet)]


def grounds_of(selector: str) -> tuple[str, ...]:
    """Return what the words of a rule without a ground of its own stand on."""
    return MESSAGES if "banner=" in selector else GROUNDS


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_meaning_of_a_pair_exists() -> None:
    assert {meaning for pair in (*PAIRS, *PARTS) for meaning in pair} <= set(TOKENS)


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
