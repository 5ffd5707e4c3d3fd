"""The buttons of the details: each is enabled by the rule that the entities enforce."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from models.board import IncidentCard
from ui.desk import Desk
from ui.details.step import (
    can_accept,
    can_close,
    can_dispatch,
    can_edit,
    can_feed_back,
    can_link,
    can_reopen,
    can_return,
)
from ui.keyname import key_text
from ui.language import QT_TRANSLATE_NOOP, translate


def always(_card: IncidentCard) -> bool:
    """Allow what no rule forbids."""
    return True


Rule = Callable[[IncidentCard], bool]
COLUMNS = 4
SPACING = 4
PADDING = 18  # of a button by the style sheet, both sides and its frame


@dataclass(frozen=True, slots=True)
class Press:
    """One button: the action it triggers (or the name of what only this bar has), when, and its short words."""

    name: str
    may: Rule
    text: str


PRESSES = (
    Press("dispatch.choose", can_dispatch, QT_TRANSLATE_NOOP("Bar", "派警")),
    Press("sheet.feed_back", can_feed_back, QT_TRANSLATE_NOOP("Bar", "反馈")),
    Press("sheet.visit", can_reopen, QT_TRANSLATE_NOOP("Bar", "回访")),
    Press("sheet.close", can_close, QT_TRANSLATE_NOOP("Bar", "处结")),
    Press("order.send", can_dispatch, QT_TRANSLATE_NOOP("Bar", "联动")),
    Press("sheet.edit", can_edit, QT_TRANSLATE_NOOP("Bar", "修改")),
    Press("sheet.link", can_link, QT_TRANSLATE_NOOP("Bar", "关联")),
    Press("sheet.note", always, QT_TRANSLATE_NOOP("Bar", "流水")),
    Press("return", can_return, QT_TRANSLATE_NOOP("Bar", "退单")),
    Press("accept", can_accept, QT_TRANSLATE_NOOP("Bar", "受理")),
    Press("sheet.reopen", can_reopen, QT_TRANSLATE_NOOP("Bar", "重开")),
)
# The buttons of a group take turns at one place: only one of them can ever be meant.
TURNS = (("sheet.feed_back", "sheet.visit"), ("return", "accept", "sheet.reopen"))
FOLLOWING = frozenset(name for group in TURNS for name in group[1:])
OWN = ("return", "accept")


class Bar(QWidget):
    """Two rows of buttons at places that never change.

    Signals:
        pressed(str): a button without an action of its own.
    """

    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.buttons = {press.name: QPushButton() for press in PRESSES}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACING)
        at = -1
        for press in PRESSES:
            button = self.buttons[press.name]
            at += press.name not in FOLLOWING
            grid.addWidget(button, at // COLUMNS, at % COLUMNS)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            if press.name in OWN:
                button.clicked.connect(partial(self._tell, press.name))
            else:
                button.clicked.connect(desk.actions[press.name].trigger)
        self.retranslate()

    def show_card(self, card: IncidentCard | None) -> None:
        """Enable what may be done with a sheet; nothing where it is not known what it is now."""
        if card is None:
            for button in self.buttons.values():
                button.setEnabled(False)
            return
        allowed = {press.name: press.may(card) for press in PRESSES}
        for name, button in self.buttons.items():
            button.setEnabled(allowed[name])
        for group in TURNS:
            turn = next((name for name in group if allowed[name]), group[0])
            for name in group:
                self.buttons[name].setVisible(name == turn)

    def retranslate(self) -> None:
        """Write the words and keys in the language of the screen."""
        for press in PRESSES:
            button, words = self.buttons[press.name], translate("Bar", press.text)
            if press.name in OWN:
                button.setText(words)
                continue
            action = self._desk.actions[press.name]
            whole = f"{words} {key_text(action.shortcut())}"
            fits = button.fontMetrics().horizontalAdvance(whole) <= self._room()
            button.setText(whole if fits else words)
            button.setToolTip(action.toolTip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a key to the tip where there is no room for it."""
        super().resizeEvent(event)
        self.retranslate()

    def _room(self) -> int:
        return (self.width() - SPACING * (COLUMNS - 1)) // COLUMNS - PADDING

    def _tell(self, name: str, *_clicked: object) -> None:
        self.pressed.emit(name)
