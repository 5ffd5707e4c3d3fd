"""Banners: messages on top of the window that never block and never pile up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.timer import single_shot

SHOWN_MS = {"info": 6000, "warning": 15_000}
MOST = 3
SHOWN_AT_MOST = 300
# All from the shipped font: a sign that shows as an empty box warns nobody.
SIGNS = {"info": "●", "warning": "▲", "danger": "■"}


class Banner(QFrame):
    """One message; `danger` stays until it is closed, the others go by themselves."""

    def __init__(self, kind: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.text = kind, text
        text = text if len(text) <= SHOWN_AT_MOST else f"{text[:SHOWN_AT_MOST]}…"
        self.setProperty("banner", kind)
        label = QLabel(f"{SIGNS[kind]}  {text}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton("×")
        close.setFlat(True)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.setAccessibleName(self.tr("关闭"))
        close.clicked.connect(self.deleteLater)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.addWidget(label, 1)
        row.addWidget(close)
        if kind in SHOWN_MS:
            single_shot(self, SHOWN_MS[kind], self.deleteLater).start()


class BannerArea(QWidget):
    """The place of the banners: the newest on top, the same text once, a few at the most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def say(self, kind: str, text: str) -> None:
        """Show a message of kind `info`, `warning` or `danger`."""
        for banner in self.banners():
            if banner.text == text:
                self._drop(banner)
        self._column.insertWidget(0, Banner(kind, text, self))
        for banner in self.banners()[MOST:]:
            self._drop(banner)

    def banners(self) -> list[Banner]:
        """Return the banners shown, newest first."""
        items = (self._column.itemAt(at) for at in range(self._column.count()))
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, Banner)]

    def _drop(self, banner: Banner) -> None:
        self._column.removeWidget(banner)
        banner.deleteLater()
