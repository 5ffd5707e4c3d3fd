"""Draws the program's icon from resources/icon/desk.svg: PNG in several sizes, and one .ico for Windows.

packaging/icon.py FOLDER        write them into a folder
packaging/icon.py               write resources/icon/desk.png, which the window shows
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
SVG = ROOT / "resources" / "icon" / "desk.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)
SHOWN = 128


def png(renderer: QSvgRenderer, side: int) -> bytes:
    """Return the icon as a PNG of so many points a side."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(kept.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon that holds PNGs by their side."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    entries = b""
    for side, data in pictures.items():
        # A side of 256 is written as nought.
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return head + entries + b"".join(pictures.values())


def draw(folder: Path) -> None:
    """Write every size and the .ico into a folder."""
    renderer = QSvgRenderer(str(SVG))
    pictures = {side: png(renderer, side) for side in SIZES}
    folder.mkdir(parents=True, exist_ok=True)
    for side, data in pictures.items():
        (folder / f"icon-{side}.png").write_bytes(data)
    (folder / "icon.ico").write_bytes(ico(pictures))


def main() -> int:
    """Draw."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(["icon"])
    if len(sys.argv) > 1:
        draw(Path(sys.argv[1]))
    else:
        SVG.with_suffix(".png").write_bytes(png(QSvgRenderer(str(SVG)), SHOWN))
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
