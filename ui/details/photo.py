"""Pictures from outside in a window of their own: read with bounds, never trusted, turned over by one key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from services.exchange import photos_of
from ui.scope import struck

# A picture of more points than this is not unpacked: a few bytes can promise more than any memory has.
MOST_POINTS = 60_000_000
ROOM = QSize(1100, 760)


class PhotoView(QWidget):
    """Shows one picture after the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._pictures: Sequence[QImage] = ()
        self._at = 0
        self._agency = ""
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.addWidget(self.picture)

    def show_all(self, agency: str, pictures: Sequence[QImage]) -> None:
        """Show the pictures of a body's answer, the first one first."""
        self._agency, self._pictures, self._at = agency, pictures, 0
        self._show_one()
        self.show()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn over, or go away."""
        action = struck(event, "order.photo", "panel.close")
        if action == "panel.close":
            self.close()
        elif action and self._pictures:
            self._at = (self._at + 1) % len(self._pictures)
            self._show_one()
        else:
            super().keyPressEvent(event)

    def _show_one(self) -> None:
        count = len(self._pictures)
        at = f"{self._at + 1}/{count}" if count else "0"
        pattern = self.tr("{agency} 的照片 {at}")
        self.setWindowTitle(pattern.format(agency=self._agency, at=at))
        shown = self._pictures[self._at] if count else QImage()
        if shown.isNull():
            missing = self.tr("本席没有这张照片。") if not count else self.tr("这张照片打不开。")
            self.picture.setText(missing)
        else:
            self.picture.setPixmap(QPixmap.fromImage(shown))


def images_of(session: Any, order_id: str) -> list[QImage]:
    """Return the pictures of the answer to an order; for the read lane, unpacking takes its time."""
    return [image_of(data) for data in photos_of(session, order_id)]


def image_of(data: bytes) -> QImage:
    """Return a picture, made small enough for the window; a null image where it cannot be read or is too large."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_POINTS:
        return QImage()
    if size.width() > ROOM.width() or size.height() > ROOM.height():
        reader.setScaledSize(size.scaled(ROOM, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
