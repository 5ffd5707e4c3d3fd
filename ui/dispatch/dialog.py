"""A window-modal list to search and choose from by keyboard; it is opened, never executed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.field import remark
from ui.keyname import key_text
from ui.scope import is_key, key_of
from ui.table import CardView


class ListDialog(QDialog):
    """Search line, table, one more line of text, note and buttons; Space and Enter are told to `key_space`, `give`."""

    def __init__(self, view: CardView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.search, self.words = QLineEdit(), QLineEdit()
        self._heading, self._method = QLabel(), remark("muted")
        self._wrong, self.again = remark("danger"), remark("warning")
        # What is proposed, and what is to be said of the current row; hidden until there is something.
        self.offer, self.why = QLabel(), QLabel()
        for label in (self._heading, self._method, self.offer, self.why):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._heading, self.offer, self.why):
            label.setWordWrap(True)
        for label in (self.offer, self.why):
            label.hide()
        self.ok, self.cancel = QPushButton(), QPushButton()
        self.ok.setProperty("primary", True)
        for button in (self.ok, self.cancel):
            button.setAutoDefault(False)
        self.ok.clicked.connect(self.give)
        self.cancel.clicked.connect(self.reject)
        self.search.textChanged.connect(self.filter_rows)
        self.search.installEventFilter(self)
        self.view.installEventFilter(self)
        self.words.returnPressed.connect(self.give)
        self._lay_out()

    def give(self) -> None:
        """Do what the dialog is for."""
        raise NotImplementedError

    def key_space(self) -> None:
        """Do what Space means on the current row; nothing unless a dialog says so."""

    def key_propose(self) -> None:
        """Send what is proposed; nothing unless a dialog proposes."""

    def filter_rows(self) -> None:
        """Show the rows that the search text finds."""
        raise NotImplementedError

    def show_heading(self, text: str, method: str) -> None:
        """Write what is chosen for, and how the estimates are made."""
        self._heading.setText(text)
        self._method.setText(method)
        self._method.show()

    def show_offer(self, text: str) -> None:
        """Write what is proposed, "" nothing."""
        self.offer.setText(text)
        self.offer.setVisible(bool(text))

    def show_why(self, text: str) -> None:
        """Write what is to be said of the current row, "" nothing."""
        self.why.setText(text)
        self.why.setVisible(bool(text))

    def say_wrong(self, text: str) -> None:
        """Say what is wrong, "" nothing."""
        self._wrong.setText(f"⚠ {text}" if text else "")
        self._wrong.setVisible(bool(text))

    @property
    def wrong(self) -> str:
        """What is said to be wrong."""
        return self._wrong.text().removeprefix("⚠ ")

    def start(self) -> None:
        """Open with an empty search; the keyboard is in the search line."""
        self.say_wrong("")
        self.search.clear()
        self.open()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk, choose and give from the search line and from the table."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if is_key(event, "chooser.give"):
                self.give()
                return True
            if is_key(event, "chooser.propose"):
                if not event.isAutoRepeat():
                    self.key_propose()
                return True
            if is_key(event, "chooser.tick"):
                self.key_space()
                return True
            if is_key(event, "chooser.walk") and watched is self.search:
                self.view.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        self.cancel.setText(self.tr("取消"))
        self.cancel.setToolTip(key_text(key_of("chooser.close")))

    def choose_first(self, rows: list[Any]) -> None:
        """Keep the current row if it is still there, else take the first one."""
        if rows and not self.view.choose(self.view.current_id()):
            self.view.choose(rows[0].id)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for widget in (self._heading, self.offer, self.search):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        for widget in (self.why, self.words, self.again, self._method, self._wrong):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.ok)
        row.addWidget(self.cancel)
        column.addLayout(row)
