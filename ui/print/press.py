"""Puts a paper on pages: head with bars, body, foot, and the words across; runs on any one thread."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from models.errors import TroubleError
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.legend import legible
from ui.print.barcode import bars
from ui.print.document import document_of, paper_font
from ui.print.paper import Paper, texts

MM_PER_INCH = 25.4
RESOLUTION = 600
MARGINS_MM = QMarginsF(14, 9, 14, 9)
HEAD_MM, FOOT_MM = 17.0, 7.0
BARS_MM, BARS_HEIGHT_MM, TEXT_MM = 62.0, 9.0, 4.5
QUIET_MODULES = 10
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
PAGE = QT_TRANSLATE_NOOP("Paper", "第 {page} 页，共 {pages} 页")
# What stands around texts beside them.
FRAMES = "【】：0123456789"
ACROSS = QColor(0, 0, 0, 22)


def write_pdf(paper: Paper, path: Path) -> int:
    """Write a paper as a PDF file, whole or not at all; return the number of pages.

    TroubleError `file.unwritable` where the file cannot be written.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb"):
            pass  # QPdfWriter only says that it failed, not why
        pages = paint_file(paper, part)
        os.replace(part, path)  # noqa: PTH105  atomic, and overwrites on Windows too
    except OSError as error:
        part.unlink(missing_ok=True)
        raise TroubleError(
            "file.unwritable", path=str(path), detail=error.strerror or ""
        ) from error
    return pages


def paint_file(paper: Paper, path: Path) -> int:
    """Paint a paper into a PDF file with its title; return the number of pages."""
    writer = QPdfWriter(str(path))
    writer.setResolution(RESOLUTION)
    writer.setTitle(f"{paper.title} {paper.code}".strip())
    writer.setCreator("zhangzhou-110")
    pages = paint(paper, writer)
    path.write_bytes(legible(path.read_bytes(), said(paper)))
    return pages


def said(paper: Paper) -> str:
    """Return all that a print says, in no order."""
    around = [paper.title, paper.code, paper.marks, paper.foot, paper.across, *paper.signers]
    return " ".join([*around, *texts(paper), translate("Paper", PAGE), FRAMES])


def paint(paper: Paper, device: QPagedPaintDevice) -> int:
    """Paint a paper on A4 pages of a device; return their number. OSError where the device takes nothing."""
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            MARGINS_MM,
            QPageLayout.Unit.Millimeter,
        )
    )
    painter = QPainter()
    if not painter.begin(device):
        raise OSError(0, "the printer takes nothing")
    try:
        return Press(paper, device, painter).run()
    finally:
        painter.end()


class Press:
    """One print under way: lengths are units of the device, the origin is the corner inside the margins."""

    def __init__(self, paper: Paper, device: QPagedPaintDevice, painter: QPainter) -> None:
        self._paper, self._device, self._painter = paper, device, painter
        self._mm = device.logicalDpiX() / MM_PER_INCH
        self._width, self._height = float(device.width()), float(device.height())
        head, foot = HEAD_MM * self._mm, FOOT_MM * self._mm
        self._body = QRectF(0, head, self._width, self._height - head - foot)

    def run(self) -> int:
        """Paint every page and return how many there are."""
        # Text documents keep timers: a thread that Qt has not started needs a place for them.
        timers = QEventLoop()
        document = document_of(self._paper)
        document.documentLayout().setPaintDevice(self._device)
        document.setPageSize(QSizeF(self._body.width(), self._body.height()))
        pages = document.pageCount()
        for page in range(pages):
            if page:
                self._device.newPage()
            self._paint_across()
            self._paint_head()
            self._paint_body(document, page)
            self._paint_foot(page + 1, pages)
        del document, timers
        return pages

    def _paint_head(self) -> None:
        painter, mm, paper = self._painter, self._mm, self._paper
        painter.setPen(Qt.GlobalColor.black)
        painter.setFont(paper_font(17, bold=True))
        painter.drawText(QRectF(0, 0, self._width, 9 * mm), LEFT, paper.title)
        if paper.marks:
            painter.setFont(paper_font(11, bold=True))
            painter.drawText(QRectF(0, 9 * mm, self._width, 6 * mm), LEFT, f"【{paper.marks}】")
        if paper.code:
            place = QRectF(self._width - BARS_MM * mm, 0, BARS_MM * mm, BARS_HEIGHT_MM * mm)
            paint_bars(painter, place, bars(paper.code))
            painter.setFont(paper_font(9))
            below = QRectF(place.left(), place.bottom(), place.width(), TEXT_MM * mm)
            painter.drawText(below, CENTRE, paper.code)

    def _paint_body(self, document: QTextDocument, page: int) -> None:
        top = page * self._body.height()
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, top, self._body.width(), self._body.height())
        context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        painter = self._painter
        painter.save()
        painter.translate(QPointF(0, self._body.top() - top))
        painter.setClipRect(context.clip)
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _paint_foot(self, page: int, pages: int) -> None:
        painter = self._painter
        painter.setFont(paper_font(8))
        painter.setPen(Qt.GlobalColor.black)
        line = QRectF(0, self._body.bottom(), self._width, self._height - self._body.bottom())
        painter.drawText(line, LEFT, self._paper.foot)
        words = translate("Paper", PAGE).format(page=page, pages=pages)
        painter.drawText(line, RIGHT, words)

    def _paint_across(self) -> None:
        if not self._paper.across:
            return
        painter = self._painter
        painter.save()
        painter.translate(self._width / 2, self._height / 2)
        painter.rotate(-50)
        painter.setFont(paper_font(130, bold=True))
        painter.setPen(ACROSS)
        side = self._height
        painter.drawText(QRectF(-side / 2, -side / 2, side, side), CENTRE, self._paper.across)
        painter.restore()


def paint_bars(painter: QPainter, place: QRectF, widths: tuple[int, ...]) -> None:
    """Paint bars over a place, with the quiet zone that scanners need on either side."""
    if not widths:
        return
    module = place.width() / (sum(widths) + 2 * QUIET_MODULES)
    x = place.left() + QUIET_MODULES * module
    for at, width in enumerate(widths):
        if at % 2 == 0:
            bar = QRectF(x, place.top(), width * module, place.height())
            painter.fillRect(bar, Qt.GlobalColor.black)
        x += width * module
