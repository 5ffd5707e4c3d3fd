"""The map's picture on paper: one page with its words, or nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QColor, QImage

from models.errors import TroubleError
from ui.print.picture import Plate, write_plate


def plate() -> Plate:
    image = QImage(640, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#c7dcea"))
    return Plate(image, "漳州市", "2026-01-02 03:04:05", "© OpenStreetMap contributors")


def test_a_picture_is_one_page_with_its_words(qapp: object, tmp_path: Path) -> None:
    assert write_plate(plate(), tmp_path / "map.pdf") == 1
    (page,) = PdfReader(tmp_path / "map.pdf").pages
    assert page.mediabox.width > page.mediabox.height
    assert len(page.images) == 1
    words = page.extract_text()
    assert "03:04:05" in words
    assert "OpenStreetMap" in words


def test_what_cannot_be_written_leaves_nothing(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(TroubleError):
        write_plate(plate(), tmp_path / "none" / "map.pdf")
    assert list(tmp_path.iterdir()) == []
