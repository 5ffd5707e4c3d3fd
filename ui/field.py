"""The inputs of forms: each shows a value, tells of every edit, and has a place for what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.reason import Reason
from models.text import LONG, SHORT
from ui.scope import is_key
from ui.wording import reason_words

MOST = 99_999
COLONS = "：:"
COMMAS = ",，、;；"


class Field(QWidget):
    """One input with its remarks; `editor` is what has the keyboard.

    Signals:
        edited(): a person changed the value.
        entered(): Enter was pressed; the person wants to go on.
        reached(): the keyboard came here.
        left(): the keyboard went elsewhere.
    """

    edited = Signal()
    entered = Signal()
    reached = Signal()
    left = Signal()

    # Enter goes on to the next field, except where it is a new line.
    enter_goes_on = True

    def __init__(self, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.setFocusProxy(editor)
        self._hint, self._mark = remark("muted"), remark("danger")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for widget in (editor, self._hint, self._mark):
            column.addWidget(widget)
        editor.installEventFilter(self)

    def value(self) -> Any:
        """Return what was entered."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show a value; `edited` is not sent."""
        raise NotImplementedError

    def settle(self) -> bool:
        """Make up one's mind about what was typed half; False, and a mark, where that cannot be done."""
        return True

    def retranslate(self) -> None:
        """Write the words again in the language of the screen; most fields have none."""

    def name_it(self, name: str) -> None:
        """Give the editor its name for people who hear the screen."""
        self.editor.setAccessibleName(name)

    def mark(self, text: str) -> None:
        """Say what is wrong here, "" nothing."""
        self._mark.setText(f"⚠ {text}" if text else "")
        self._mark.setVisible(bool(text))

    @property
    def marked(self) -> str:
        """What is said to be wrong here."""
        return self._mark.text().removeprefix("⚠ ")

    def hint(self, text: str) -> None:
        """Say something useful below the input, "" nothing."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    @property
    def hinted(self) -> str:
        """What is said below the input."""
        return self._hint.text()

    @property
    def is_reached(self) -> bool:
        """Whether the keyboard is here."""
        return self.editor.hasFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the keyboard comes and goes, and of Enter."""
        if self.enter_goes_on and isinstance(event, QKeyEvent) and is_enter(event):
            self.entered.emit()
            return True
        if event.type() is QEvent.Type.FocusIn:
            self.reached.emit()
        elif event.type() is QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)


def remark(role: str) -> QLabel:
    """Return a hidden line of plain text."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.hide()
    return label


class LineField(Field):
    """One line of text."""

    def __init__(self, parent: QWidget | None = None, *, limit: int = SHORT) -> None:
        self.line = QLineEdit()
        self.line.setMaxLength(limit)
        super().__init__(self.line, parent)
        self._is_cut = False
        self.line.inputRejected.connect(self._reject)
        self.line.textEdited.connect(lambda _text: self._take())

    def why_rejected(self) -> str:
        """Return why the line did not take what was typed or pasted."""
        words = self.tr("最多 %1 字，多出的没有填入。")
        return words.replace("%1", str(self.line.maxLength()))

    def _reject(self) -> None:
        # The line tells of it before it tells of the part that it took.
        self._is_cut = True
        self.mark(self.why_rejected())
        QTimer.singleShot(0, self, self._forget_cut)

    def _forget_cut(self) -> None:
        self._is_cut = False

    def _take(self) -> None:
        self.edited.emit()
        if self._is_cut:
            self.mark(self.why_rejected())

    def value(self) -> str:
        """Return the text without outer blanks."""
        return self.line.text().strip()

    def show_value(self, value: Any) -> None:
        """Show a text."""
        if self.line.text() != (value or ""):
            self.line.setText(value or "")
            self.line.setCursorPosition(0)


class CountField(LineField):
    """A whole number, or nothing."""

    def __init__(self, parent: QWidget | None = None, *, empty: int | None = None) -> None:
        super().__init__(parent)
        self._empty = empty
        self.line.setValidator(QIntValidator(0, MOST, self.line))
        self.line.setMaximumWidth(70)
        # A digit typed takes the place of the number that stood there.
        self.reached.connect(self.line.selectAll)

    def why_rejected(self) -> str:
        """Return why the line did not take what was typed or pasted."""
        return self.tr("只能填 0 到 %1 的整数。").replace("%1", str(MOST))

    def value(self) -> Any:
        """Return the number; what stands for nothing where the line is empty."""
        text = self.line.text().strip()
        return int(text) if text.isdecimal() else self._empty

    def show_value(self, value: Any) -> None:
        """Show a number."""
        super().show_value("" if value == self._empty else str(value))


class TagsField(LineField):
    """A few short words with blanks or commas between; its value is the list of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.retranslate()

    def value(self) -> Any:
        """Return the words, each once."""
        words = self.line.text()
        for comma in COMMAS:
            words = words.replace(comma, " ")
        return list(dict.fromkeys(words.split()))

    def show_value(self, value: Any) -> None:
        """Show words."""
        super().show_value(" ".join(value or ()))

    def retranslate(self) -> None:
        """Write the help in the language of the screen."""
        self.line.setPlaceholderText(self.tr("用空格分开"))


class TextBox(QPlainTextEdit):
    """Several lines; Tab goes to the next field, so the keyboard is never caught here.

    Signals:
        declined(int): a text of so many characters was pasted that does not fit; nothing of it was taken.
    """

    declined = Signal(int)

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setFixedHeight(self._height())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped if there is room: laying out ten megabytes would hold up everything."""
        pasted = len(source.text())
        selected = len(self.textCursor().selectedText())
        if self.document().characterCount() - selected + pasted > LONG + 1:
            self.declined.emit(pasted)
        else:
            super().insertFromMimeData(source)

    def sizeHint(self) -> QSize:
        """Ask for no more than the lines."""
        return QSize(200, self._height())

    def _height(self) -> int:
        return self.fontMetrics().lineSpacing() * self._lines + 18


class TextField(Field):
    """Several lines of text; Ctrl+Return is not taken, it belongs to the form."""

    enter_goes_on = False

    def __init__(self, parent: QWidget | None = None, *, lines: int = 3) -> None:
        self.box = TextBox(lines)
        super().__init__(self.box, parent)
        self._showing = False
        self.box.textChanged.connect(self._changed)
        self.box.declined.connect(self._decline)

    def value(self) -> str:
        """Return the text without outer blanks."""
        return self.box.toPlainText().strip()

    def show_value(self, value: Any) -> None:
        """Show a text."""
        if self.box.toPlainText() != (value or ""):
            self._showing = True
            self.box.setPlainText(value or "")
            self._showing = False

    def _decline(self, length: int) -> None:
        words = self.tr("粘贴的内容有 %1 字，最多 %2 字；没有填入，仍在剪贴板上。")
        self.mark(words.replace("%1", str(length)).replace("%2", str(LONG)))

    def _changed(self) -> None:
        if not self._showing:
            self.edited.emit()


class FlagField(Field):
    """Yes or no: a button that stays down and then carries a tick."""

    def __init__(self, caption: Callable[[], str], parent: QWidget | None = None) -> None:
        self.box = QPushButton()
        self.box.setCheckable(True)
        super().__init__(self.box, parent)
        self._caption = caption
        self.box.clicked.connect(lambda _on: self.edited.emit())
        self.box.toggled.connect(lambda _on: self.retranslate())
        self.retranslate()

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.box.isChecked()

    def show_value(self, value: Any) -> None:
        """Tick or clear."""
        self.box.setChecked(bool(value))

    def retranslate(self) -> None:
        """Write the caption."""
        self.box.setText(f"{'✓ ' if self.box.isChecked() else ''}{self._caption()}")


class ChoiceField(Field):
    """One of a few codes."""

    def __init__(
        self, choices: Callable[[], Sequence[tuple[str, str]]], parent: QWidget | None = None
    ) -> None:
        self.box = QComboBox()
        super().__init__(self.box, parent)
        self._choices = choices
        self.box.activated.connect(lambda _row: self.edited.emit())
        self.retranslate()

    def value(self) -> str:
        """Return the code chosen."""
        return str(self.box.currentData() or "")

    def show_value(self, value: Any) -> None:
        """Show a code; one that is not offered is added as it is."""
        row = self.box.findData(value or "")
        if row < 0:
            self.box.addItem(str(value), value)
            row = self.box.count() - 1
        self.box.setCurrentIndex(row)

    def retranslate(self) -> None:
        """Fill the choices again."""
        code = self.value()
        self.box.clear()
        for each, name in self._choices():
            self.box.addItem(name, each)
        self.show_value(code)


class ReasonField(Field):
    """A reason: one of a list, kept by its code, or words of one's own, or words after one of the list and a colon."""

    def __init__(
        self, choices: Callable[[], Sequence[tuple[str, str]]], parent: QWidget | None = None
    ) -> None:
        self.box = QComboBox()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setCompleter(None)  # type: ignore[arg-type]
        super().__init__(self.box, parent)
        self._choices = choices
        line = self.box.lineEdit()
        assert line is not None
        line.setMaxLength(SHORT)
        line.textEdited.connect(lambda _text: self.edited.emit())
        self.box.activated.connect(lambda _row: self.edited.emit())

    def value(self) -> Reason:
        """Return the reason."""
        text = self.box.currentText().strip()
        named = [(self.box.itemText(row), row) for row in range(self.box.count())]
        for name, row in sorted(named, key=lambda each: -len(each[0])):
            rest = text.removeprefix(name).lstrip()
            if text.startswith(name) and (not rest or rest[0] in COLONS):
                return Reason(rest[1:].strip(), str(self.box.itemData(row)))
        return Reason(text)

    def show_value(self, value: Any) -> None:
        """Show a reason over a fresh list; a code that it has no more is shown as it is."""
        self.box.clear()
        for code, name in self._choices():
            self.box.addItem(name, code)
        self.box.setCurrentIndex(-1)
        given = value if isinstance(value, Reason) else Reason(value or "")
        row = self.box.findData(given.code) if given.code else -1
        name = self.box.itemText(row) if row >= 0 else given.code
        self.box.setEditText(reason_words(name, given.words))

    def retranslate(self) -> None:
        """Fill the list again; what was entered stays, what was chosen in the language of the screen."""
        self.show_value(self.value())


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether a key event is the Enter that goes on, going down."""
    return event.type() is QEvent.Type.KeyPress and is_key(event, "field.next")
