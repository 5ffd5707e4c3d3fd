"""Colours by meaning, in three themes from one table; it feeds the palette, the style sheet and the map page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Template
from types import MappingProxyType

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ui.glyph import draw_glyphs

RESOURCES = Path(__file__).parent.parent / "resources"
FONT_FAMILY = "Noto Sans SC"
FONT_POINTS, TITLE_POINTS = 10.5, 15.0

# One row a meaning: light, dark, high contrast.
TOKENS: Mapping[str, tuple[str, str, str]] = {
    "window": ("#eef1f4", "#14181d", "#000000"),
    "panel": ("#ffffff", "#1b2128", "#000000"),
    "raised": ("#f6f8fa", "#232b34", "#0a0a0a"),
    "alternate": ("#f4f7f9", "#1f262e", "#000000"),
    "border": ("#b9c2cc", "#3a4551", "#ffffff"),
    "edge": ("#6b7681", "#8795a3", "#ffffff"),
    "text": ("#17202a", "#e6ebf0", "#ffffff"),
    "muted": ("#55606c", "#9aa7b4", "#e0e0e0"),
    "disabled": ("#7b8691", "#74808c", "#8c8c8c"),
    "accent": ("#0b5cad", "#62b0ff", "#ffff00"),
    "accent_text": ("#ffffff", "#0b1420", "#000000"),
    "selection": ("#cfe3f8", "#1d4468", "#00449e"),
    "selection_text": ("#0b2239", "#f2f7fc", "#ffffff"),
    "level1": ("#b3122b", "#ff7b86", "#ff8080"),
    "level2": ("#a34a00", "#ffb066", "#ffb347"),
    "level3": ("#6b5900", "#f2d75c", "#ffff66"),
    "level4": ("#1f5f8b", "#7cc1ee", "#80d4ff"),
    "free": ("#1a6b37", "#66d18f", "#66ff99"),
    "moving": ("#0b5cad", "#6db8ff", "#66c2ff"),
    "scene": ("#a34a00", "#ffb066", "#ffb347"),
    "paused": ("#5a6570", "#a4b0bc", "#d0d0d0"),
    "alarm": ("#b3122b", "#ff7b86", "#ff8080"),
    "ok": ("#1a6b37", "#66d18f", "#66ff99"),
    "warning": ("#8a5300", "#ffc266", "#ffd24d"),
    "danger": ("#b3122b", "#ff7b86", "#ff8080"),
    "info_panel": ("#e3effb", "#17324b", "#001a33"),
    "warning_panel": ("#fdf1d8", "#3d2f10", "#332200"),
    "danger_panel": ("#fbe3e6", "#47191f", "#330006"),
    "land": ("#f4f1e8", "#20272e", "#000000"),
    "water": ("#c7dcea", "#0f2233", "#001433"),
    "boundary": ("#6f7884", "#71808d", "#ffffff"),
    "selected": ("#c2007a", "#ff8ad8", "#ff66ff"),
    "street": ("#ffffff", "#333d47", "#4d4d4d"),
    "major": ("#f7dca8", "#48525c", "#555555"),
    "casing": ("#c9c1b0", "#12171c", "#000000"),
    "building": ("#e2dacb", "#2c353e", "#1f1f1f"),
    "green": ("#d9e8cb", "#1d2f27", "#00200e"),
    "halo": ("#ffffff", "#0c1116", "#000000"),
}
THEMES = ("light", "dark", "contrast")

GROUNDS = ("window", "panel", "raised", "alternate")
STATES = ("free", "moving", "scene", "paused", "alarm")
LEVELS = ("level1", "level2", "level3", "level4")
GROUND = ("street", "major", "building", "green")  # of the base map
MESSAGES = ("info_panel", "warning_panel", "danger_panel")
WORDS = ("text", "muted", "accent", *LEVELS, *STATES, "ok", "warning", "danger")
# What is written on what: each pair must reach 4.5:1 (WCAG 2.2, 1.4.3), and a test measures it.
PAIRS = (
    *((word, ground) for word in WORDS for ground in GROUNDS),
    ("accent_text", "accent"),
    ("selection_text", "selection"),
    *(("text", ground) for ground in (*MESSAGES, "land", "water", *GROUND)),
)
# Edges, the ring of the keyboard, states and signs of the map on what they lie on: 3:1 (WCAG 2.2, 1.4.11). What
# cannot be used now is held to the same, and must not look like what can.
PARTS = (
    *(("edge", ground) for ground in (*GROUNDS, "selection", *MESSAGES)),
    *(("accent", ground) for ground in (*GROUNDS, "selection", *MESSAGES)),
    *(("disabled", ground) for ground in ("window", "panel", "raised")),
    *(
        (sign, ground)
        for sign in (*LEVELS, *STATES, "selected", "boundary")
        for ground in ("land", "water")
    ),
    *((sign, ground) for sign in (*LEVELS, *STATES, "selected") for ground in GROUND),
)


@cache
def palette_of(theme: str) -> Mapping[str, str]:
    """Return meaning → #rrggbb of a theme (`light`, `dark`, `contrast`)."""
    column = THEMES.index(theme)
    # Asked for every cell painted.
    return MappingProxyType({meaning: colours[column] for meaning, colours in TOKENS.items()})


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2.2 contrast ratio of two #rrggbb colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.2) of a #rrggbb colour, 0 to 1."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def load_fonts(application: QApplication) -> None:
    """Load the shipped Chinese font and make it the program's."""
    add_fonts()
    set_font(application, 100)


def add_fonts() -> None:
    """Make the shipped Chinese font known."""
    for file in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def set_font(application: QApplication, percent: int) -> None:
    """Write the whole program in the shipped font, at a size of its usual one."""
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(FONT_POINTS * percent / 100)
    if application.font() != font:
        application.setFont(font)


def prepare_theme(application: QApplication, theme: str, percent: int = 100) -> None:
    """Give letters and colours to what will be built; the style sheet comes when it is (`apply_theme`).

    Under a style sheet Qt styles a whole pane anew each time it is put into another widget.
    """
    application.setStyleSheet("")
    application.setStyle("Fusion")
    application.setPalette(qt_palette(palette_of(theme)))
    set_font(application, percent)


def apply_theme(application: QApplication, theme: str, percent: int = 100) -> None:
    """Colour the whole program and write it at a size of its usual one."""
    colours = palette_of(theme)
    set_font(application, percent)
    application.setPalette(qt_palette(colours))
    sheet = (RESOURCES / "style" / "desk.qss").read_text(encoding="utf-8")
    sizes = {"title": f"{TITLE_POINTS * percent / 100:g}pt"}
    application.setStyleSheet(
        Template(sheet).substitute(colours, **sizes, **draw_glyphs(theme, colours))
    )


def qt_palette(colours: Mapping[str, str]) -> QPalette:
    """Return Qt's palette of the tokens."""
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "panel",
        QPalette.ColorRole.AlternateBase: "alternate",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Button: "raised",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.Highlight: "selection",
        QPalette.ColorRole.HighlightedText: "selection_text",
        QPalette.ColorRole.ToolTipBase: "raised",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.BrightText: "danger",
        QPalette.ColorRole.Mid: "border",
        # Fusion shades its frames and corners with these; of another theme they would stay dark on light.
        QPalette.ColorRole.Light: "raised",
        QPalette.ColorRole.Midlight: "raised",
        QPalette.ColorRole.Dark: "border",
        QPalette.ColorRole.Shadow: "border",
        QPalette.ColorRole.Accent: "accent",
    }
    palette = QPalette()
    for role, meaning in roles.items():
        palette.setColor(role, QColor(colours[meaning]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["disabled"]))
    return palette
