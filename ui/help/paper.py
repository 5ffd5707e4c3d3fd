"""Puts a page of the manual on paper."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from models.errors import TroubleError
from ui.help.page import page_text
from ui.language import Language
from ui.legend import legible
from ui.theme import FONT_FAMILY, load_fonts

MARGIN_MM = 14.0
POINTS = 9.0
DOTS = 300
CSS = "table { border-collapse: collapse; } td, th { padding: 2px 6px; }"


def paper_of(name: str) -> bytes:
    """Return a page of the manual as PDF, A4, in the language of the screen."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    document = QTextDocument()
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(CSS)
    document.setMarkdown(page_text(name))
    document.print_(writer)
    buffer.close()
    return legible(bytes(buffer.data().data()), document.toPlainText())


def print_page(name: str, file: Path, language: str) -> None:
    """Write a page as PDF where no program runs yet; no display is needed. Errors as `write_paper`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["keys"])
    assert isinstance(application, QApplication)
    load_fonts(application)
    Language(application).use(language)
    write_paper(name, file)


def write_paper(name: str, file: Path) -> None:
    """Write a page of the manual as PDF; TroubleError `file.unwritable` where that cannot be done."""
    try:
        file.write_bytes(paper_of(name))
    except OSError as error:
        raise TroubleError("file.unwritable", path=str(file), detail=str(error)) from error
