"""The level of a sheet: four buttons that one key each presses."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from models.incident import LEVELS
from ui.desk import Desk
from ui.field import Field
from ui.scope import is_key, struck

# In a narrow pane the buttons give way before the form does.
NARROW = 60
STEPS = {"level.more": -1, "level.less": 1, "": 0}


class LevelBar(QWidget):
    """Four buttons in a frame that shows where the keyboard is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(4)
        self.buttons = {level: QPushButton() for level in LEVELS}
        for button in self.buttons.values():
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setMinimumWidth(NARROW)
            row.addWidget(button, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame of the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(self._desk.colour("accent")), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class LevelField(Field):
    """1 to 4 by key, by arrow or by mouse; a proposal gives way to what a person has chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.bar = LevelBar(desk)
        super().__init__(self.bar, parent)
        self._level: int | None = None
        self._proposed = True
        for level, button in self.bar.buttons.items():
            button.clicked.connect(lambda _on=False, level=level: self._choose(level))
        self.retranslate()

    def value(self) -> int | None:
        """Return the level, or None."""
        return self._level

    def show_value(self, value: Any) -> None:
        """Show a level."""
        self._level = value
        for level, button in self.bar.buttons.items():
            button.setChecked(level == value)
        self.retranslate()

    def start(self, level: int | None) -> None:
        """Begin a sheet: without a level any proposal is taken."""
        self._proposed = level is None
        self.hint("")

    def propose(self, level: int, reason: str) -> None:
        """Take a proposal with its reason; a level chosen by a person stays and is compared."""
        words = self.tr("建议 %1 级：%2").replace("%1", str(level)).replace("%2", reason)
        if self._proposed or self._level is None:
            self._proposed = True
            self.hint(words)
            if self._level != level:
                self.show_value(level)
                self.edited.emit()
        elif self._level == level:
            self.hint("")
        else:
            # Graver than what a person chose must not be overlooked.
            self.hint(f"▲ {words}" if level < self._level else words)

    def withdraw(self) -> None:
        """Take back a proposal whose reason is gone; what a person chose stays."""
        self.hint("")
        if self._proposed and self._level is not None:
            self.show_value(None)
            self.edited.emit()

    def retranslate(self) -> None:
        """Write the buttons."""
        for level, button in self.bar.buttons.items():
            words = self.tr("%1 级").replace("%1", str(level))
            button.setText(f"✓ {words}" if level == self._level else words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose by 1–4 or the arrows."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if (level := self._wanted(event)) is not None:
                self._choose(level)
                return True
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.bar.update()
        return super().eventFilter(watched, event)

    def _wanted(self, event: QKeyEvent) -> int | None:
        if is_key(event, "level.choose"):
            return int(event.text())
        step = STEPS[struck(event, "level.more", "level.less")]
        if not step:
            return None
        return min(max((self._level or (0 if step > 0 else 5)) + step, 1), 4)

    def _choose(self, level: int) -> None:
        self._proposed = False
        self.show_value(level)
        self.hint("")
        self.edited.emit()
