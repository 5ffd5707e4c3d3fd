"""A person at the keyboard: keys go to whatever has the focus, words come in as an input method commits them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.action import ACTIONS
from ui.desk import Desk

PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


class Person:
    """Types, and counts the keys pressed beside the words."""

    def __init__(self, qtbot: QtBot, desk: Desk, *panes: QWidget) -> None:
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        for pane in panes:
            column.addWidget(pane)
        self.window.addActions([desk.actions[spec.name] for spec in ACTIONS])
        self.window.resize(480 * len(panes), 900)
        qtbot.addWidget(self.window, before_close_func=self._keep)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.keys = 0

    def _keep(self, _window: QWidget) -> None:
        """Hold the window until the store is closed: answers may be under way when a test returns."""

    @property
    def at(self) -> QWidget:
        """The widget that has the keyboard."""
        widget = QApplication.focusWidget()
        return widget if widget is not None else self.window

    def press(self, *keys: Qt.Key, mod: Qt.KeyboardModifier = PLAIN) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.keys += 1
            QTest.keyClick(self.at, key, mod)

    def type(self, letters: str) -> None:
        """Type plain letters and digits, one key each."""
        self.keys += len(letters)
        QTest.keyClicks(self.at, letters)

    def say(self, words: str) -> None:
        """Enter words through an input method; they count as no keys."""
        event = QInputMethodEvent()
        event.setCommitString(words)
        QCoreApplication.sendEvent(self.at, event)
