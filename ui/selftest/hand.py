"""The hands at the keyboard: real events to whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Hand:
    """Presses keys and writes in a window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    @property
    def at(self) -> QWidget:
        """The widget that has the keyboard."""
        return QApplication.focusWidget() or self._window

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys one after the other."""
        for key in keys:
            QTest.keyClick(self.at, key, held)

    def write(self, text: str) -> None:
        """Type letters by key, everything else as an input method commits it."""
        for character in text:
            if character.isascii():
                QTest.keyClicks(self.at, character)
                continue
            event = QInputMethodEvent()
            event.setCommitString(character)
            QApplication.sendEvent(self.at, event)
