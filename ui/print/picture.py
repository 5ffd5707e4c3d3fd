"""A picture on one page: head with what and when, the picture as large as it fits, foot with whose data it is."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from models.errors import TroubleError
from ui.print.document import paper_font

RESOLUTION = 300
MARGINS_MM = QMarginsF(12, 10, 12, 10)
LINE_MM = 7.0
MM_PER_INCH = 25.4
HEAD_POINTS, FOOT_POINTS = 11, 8
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture with its words: above it on the left and right, below it on the left."""

    image: QImage
    title: str
    when: str
    source: str


def write_plate(plate: Plate, path: Path) -> int:
    """Write a picture as a PDF file of one page that lies as the picture does, whole or not at all; return the number of pages.

    TroubleError `file.unwritable` where the file cannot be written.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb"):
            pass  # QPdfWriter only says that it failed, not why
        paint_plate(plate, part)
        os.replace(part, path)  # noqa: PTH105  atomic, and overwrites on Windows too
    except OSError as error:
        part.unlink(missing_ok=True)
        raise TroubleError(
            "file.unwritable", path=str(path), detail=error.strerror or ""
        ) from error
    return 1


def paint_plate(plate: Plate, path: Path) -> None:
    """Paint a picture into a PDF file; OSError where it takes nothing."""
    writer = QPdfWriter(str(path))
    writer.setResolution(RESOLUTION)
    writer.setTitle(plate.title)
    writer.setCreator("zhangzhou-110")
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    tall = plate.image.height() > plate.image.width()
    across = QPageLayout.Orientation.Portrait if tall else QPageLayout.Orientation.Landscape
    writer.setPageLayout(QPageLayout(a4, across, MARGINS_MM, QPageLayout.Unit.Millimeter))
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(0, "the file takes nothing")
    wide, high = writer.width(), writer.height()
    line = LINE_MM / MM_PER_INCH * RESOLUTION
    head, foot = QRectF(0, 0, wide, line), QRectF(0, high - line, wide, line)
    painter.setFont(paper_font(HEAD_POINTS))
    painter.drawText(head, LEFT, plate.title)
    painter.drawText(head, RIGHT, plate.when)
    painter.setFont(paper_font(FOOT_POINTS))
    painter.drawText(foot, LEFT, plate.source)
    room = QRectF(0, line, wide, high - 2 * line)
    size = QSizeF(plate.image.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(room.topLeft(), size)
    place.moveCenter(room.center())
    painter.drawImage(place, plate.image)
    painter.drawRect(place)
    painter.end()
