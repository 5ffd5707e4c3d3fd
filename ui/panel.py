"""A form that opens inside a pane, asks, and goes; it never blocks and shows a refusal where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.errors import CodedError
from ui.desk import Desk
from ui.field import remark
from ui.form import FieldSpec, Form
from ui.keyname import key_text
from ui.refusal import sentence
from ui.scope import is_key, key_of, struck


class Panel(QFrame):
    """Asks for a few fields: Enter in the last one or Ctrl+Return gives them, Esc goes away.

    Signals:
        given(dict): the values, by field name; the panel stays until `done` or `refuse`.
        dismissed(): the person went away.
        edited(): a person changed a field.
        cleared(): a person threw away what was taken up again.
    """

    given = Signal(object)
    dismissed = Signal()
    edited = Signal()
    cleared = Signal()

    def __init__(
        self,
        desk: Desk,
        title: Callable[[], str],
        specs: Sequence[FieldSpec],
        parent: QWidget | None = None,
        *,
        more: Sequence[FieldSpec] = (),
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._wants_keyboard = False
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setProperty("banner", "info")
        self.form = Form(desk, specs, self)
        self.more = Form(desk, more, self) if more else None
        self.more_button = QPushButton()
        self.more_button.setCheckable(True)
        self.clear = QPushButton()
        self.clear.hide()
        self.clear.clicked.connect(self._clear)
        self._blank: Mapping[str, Any] = {}
        self._opened: dict[str, Any] = {}
        self._say_note: Callable[[], str] = str
        self._heading, self._note, self._wrong = QLabel(), remark("muted"), remark("danger")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self.ok, self.cancel = QPushButton(), QPushButton()
        self.ok.setProperty("primary", True)
        self.ok.clicked.connect(self._give)
        self.cancel.clicked.connect(self.dismiss)
        self.form.finished.connect(self._give)
        for form in self._forms():
            form.edited.connect(lambda _name: self.edited.emit())
        if self.more is not None:
            self.more.hide()
            self.more_button.toggled.connect(self.more.setVisible)
            self.more.finished.connect(self._give)
        self._column = self._lay_out()
        self._translate()
        self.hide()

    def ask(
        self,
        values: Mapping[str, Any] | None = None,
        *,
        note: Callable[[], str] = str,
        again: Mapping[str, Any] | None = None,
    ) -> None:
        """Open with these values; the keyboard goes to the first field as soon as it can be seen.

        `again` is what was typed here before and never given: it is shown over the values, and can be thrown away.
        `note` says in the language of the screen what should be known first, "" nothing.
        """
        self._blank = values or {}
        for form in self._forms():
            form.clear_marks()
            form.show_values(self._blank)
        self._opened = self.values()
        self.more_button.setChecked(False)
        self.clear.setVisible(bool(again))
        if again:
            self.take_again(again)
        self._say_note = note
        self._wrong.hide()
        self.ok.setEnabled(True)
        self._wants_keyboard = True
        self._translate()
        self.show()
        if self.isVisible():
            self._take_keyboard()

    @property
    def title(self) -> str:
        """What stands above the fields."""
        return self._title()

    def refuse(self, error: CodedError) -> None:
        """Show why it failed at its field, else above the buttons; the person may mend and try again."""
        self.ok.setEnabled(True)
        if self.more is not None and self.more.refuse(error):
            self.more_button.setChecked(True)
        elif not self.form.refuse(error):
            self.say_wrong(sentence(error))

    def say_wrong(self, text: str) -> None:
        """Say above the buttons what is wrong."""
        self._wrong.setText(f"⚠ {text}")
        self._wrong.show()

    @property
    def wrong(self) -> str:
        """What is said above the buttons, "" nothing."""
        return "" if self._wrong.isHidden() else self._wrong.text().removeprefix("⚠ ")

    def done(self) -> None:
        """Close after the values were taken."""
        self.hide()

    def dismiss(self) -> None:
        """Go away without giving anything."""
        self.hide()
        self.dismissed.emit()

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+Return and Esc before the window's shortcuts get them."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and struck(event, "panel.give", "panel.close")
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give by Ctrl+Return, go by Esc."""
        if is_key(event, "panel.give"):
            self._give()
        elif is_key(event, "panel.close"):
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard when the pane comes to the front after it was asked to."""
        super().showEvent(event)
        self._take_keyboard()

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def values(self) -> dict[str, Any]:
        """Return what is in the fields now."""
        return {name: value for form in self._forms() for name, value in form.values().items()}

    def changed_values(self) -> dict[str, Any]:
        """Return what is in the fields now, {} where it is what the panel opened with."""
        values = self.values()
        return {} if values == self._opened else values

    def take_again(self, values: Mapping[str, Any]) -> None:
        """Show what was typed here before over what the panel opened with."""
        for form in self._forms():
            form.show_values(values)
        if self.more is not None:
            more = self.more.values()
            self.more_button.setChecked(
                any(self._opened.get(name) != value for name, value in more.items())
            )

    def _clear(self) -> None:
        self.ask(self._blank)
        self.cleared.emit()

    def _give(self) -> None:
        if not self.ok.isEnabled():
            return
        values: dict[str, Any] = {}
        for form in self._forms():
            form.clear_marks()
            if not form.settle():
                return
            values |= form.values()
        self._wrong.hide()
        self.ok.setEnabled(False)
        self.given.emit(values)

    def _forms(self) -> tuple[Form, ...]:
        return (self.form, self.more) if self.more is not None else (self.form,)

    def _take_keyboard(self) -> None:
        if self._wants_keyboard:
            self._wants_keyboard = False
            self.form.focus(next(iter(self.form.fields)))

    def _translate(self) -> None:
        self._heading.setText(self._title())
        note = self._say_note()
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.ok.setText(self.tr("确定"))
        self.ok.setToolTip(key_text(key_of("panel.give")))
        self.cancel.setText(self.tr("取消"))
        self.cancel.setToolTip(key_text(key_of("panel.close")))
        self.more_button.setText(self.tr("更多"))
        self.clear.setText(self.tr("清空重填"))

    def _lay_out(self) -> QVBoxLayout:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        for widget in (self._heading, self._note, *self._forms(), self._wrong):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.more_button)
        if self.more is None:
            self.more_button.hide()
        row.addStretch(1)
        row.addWidget(self.clear)
        row.addWidget(self.ok)
        row.addWidget(self.cancel)
        column.addLayout(row)
        return column
