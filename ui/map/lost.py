"""What stands where the map was while its page is gone: what happened, and a button that loads it again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget


class LostMap(QWidget):
    """One sentence and one button; the rest of the desk goes on."""

    def __init__(self, reload: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QToolButton()
        self.button.setDefaultAction(reload)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.button)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addSpacing(12)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._translate()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language of the screen."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        self._words.setText(self.tr("地图进程反复中断，已停止。队列、警力和派警不受影响。"))
