"""The few signs that a style sheet can only take from a file, drawn in the colours of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QTemporaryDir
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

SIDE, SHARPNESS = 14, 2


def draw_glyphs(theme: str, colours: Mapping[str, str]) -> dict[str, str]:
    """Draw the signs of a theme; return name → path as a style sheet writes it."""
    folder = Path(folder_of_glyphs().path())
    painted = {
        "glyph_down": folder / f"down-{theme}.png",
        "glyph_float": folder / f"float-{theme}.png",
    }
    if not all(file.exists() for file in painted.values()):
        paint_down(painted["glyph_down"], QColor(colours["text"]))
        paint_float(painted["glyph_float"], QColor(colours["muted"]))
    return {name: file.as_posix() for name, file in painted.items()}


@cache
def folder_of_glyphs() -> QTemporaryDir:
    """Return the folder of the drawn files; it goes with the program."""
    return QTemporaryDir()


def paint_down(file: Path, colour: QColor) -> None:
    """Paint a triangle that points down."""
    pixmap, painter = canvas(colour)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(2, 4), QPointF(12, 4), QPointF(7, 10)]))
    painter.end()
    pixmap.save(str(file))


def paint_float(file: Path, colour: QColor) -> None:
    """Paint two windows, one before the other."""
    pixmap, painter = canvas(colour)
    painter.drawRect(QRectF(4.5, 1.5, 8, 7))
    painter.drawRect(QRectF(1.5, 5.5, 8, 7))
    painter.end()
    pixmap.save(str(file))


def canvas(colour: QColor) -> tuple[QPixmap, QPainter]:
    """Return an empty picture of one sign and a painter on it."""
    pixmap = QPixmap(SIDE * SHARPNESS, SIDE * SHARPNESS)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SHARPNESS, SHARPNESS)
    painter.setPen(QPen(colour, 1.4))
    return pixmap, painter
