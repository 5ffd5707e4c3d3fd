"""The questions of one step of a checklist (微预案): answered by digits or y and n, the next one that must be asked in turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.board import ChecklistCard, IncidentCard
from models.checklist import Question, Step, chosen, fitting, unasked
from models.text import SHORT
from services.levelling import Hit
from ui.desk import Desk
from ui.keyname import key_text
from ui.scope import is_key, key_of, shortcut
from ui.trade import Trade
from ui.wording import answer_name

DONE, MUST, MAY = "✓", "●", "○"
# Buttons beside each other: a narrow pane has room for so many.
BESIDE = 4
USUAL_KEYS = {"ask.yes": "yes", "ask.no": "no"}


class AskList(QListWidget):
    """The questions, a line each.

    Signals:
        struck(int): the answer with this digit was given, from 0.
        said(str): a usual answer was given by its letter.
        wording(): words are to be written.
        cleared(): the answer is taken back.
    """

    struck = Signal(int)
    said = Signal(str)
    wording = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by digit or letter; Enter writes words where words are asked for, or goes on."""
        if is_key(event, "ask.choose"):
            self.struck.emit(int(event.text()) - 1)
        elif name := next((name for name in USUAL_KEYS if is_key(event, name)), ""):
            self.said.emit(USUAL_KEYS[name])
        elif is_key(event, "ask.clear"):
            self.cleared.emit()
        elif is_key(event, "ask.write"):
            self.wording.emit()
        else:
            super().keyPressEvent(event)


class ChecklistView(QWidget):
    """One step of one checklist.

    Signals:
        answered(str, str): this question got this answer, "" none any more.
        left(): the keyboard wants to go back to where it was.
    """

    answered = Signal(str, str)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._step = Step.TAKING
        self._card: ChecklistCard | None = None
        self._given: dict[str, str] = {}
        # Answers on their way to the store: an older reading does not take them away.
        self._sent: dict[str, str] = {}
        self._sheet = ""
        self.head, self.count = QLabel(), QLabel()
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setProperty("role", "heading")
        self.head.setMinimumWidth(1)
        self.list = AskList(self)
        self.line = QLineEdit()
        self.line.setMaxLength(SHORT)
        self.line.hide()
        self.buttons: list[QPushButton] = []
        self._bar = QWidget()
        self._grid = QGridLayout(self._bar)
        self._arrange()
        self.list.currentRowChanged.connect(lambda _row: self._show_choices())
        self.list.struck.connect(self._strike)
        self.list.said.connect(self._say)
        self.list.wording.connect(self._write)
        self.list.cleared.connect(lambda: self._answer(""))
        self.line.returnPressed.connect(self._give_words)
        for widget in (self.list, self.line):
            shortcut("ask.leave", widget, self._leave, alone=True)
        self._show()

    @property
    def checklist(self) -> ChecklistCard | None:
        """The checklist shown."""
        return self._card

    @property
    def given(self) -> Mapping[str, str]:
        """The answers, those on their way included."""
        return {**self._given, **self._sent}

    def show_checklist(self, sheet: str, card: ChecklistCard | None, step: Step) -> None:
        """Show a step of a sheet's checklist, or that it has none; answers stay while the sheet does."""
        if sheet != self._sheet:
            self._sheet, self._given, self._sent = sheet, {}, {}
        elif (card, step) == (self._card, self._step):
            return
        self._card, self._step = card, step
        self._show()

    def show_answers(self, sheet: str, given: Mapping[str, str]) -> None:
        """Show what the store has of a sheet; what is on its way stays."""
        if sheet != self._sheet:
            return
        self._given = dict(given)
        self._sent = {
            code: value for code, value in self._sent.items() if self._given.get(code, "") != value
        }
        self._show()

    def take_back(self, question: str) -> None:
        """Show that an answer was not kept."""
        self._sent.pop(question, None)
        self._show()

    def missing(self) -> tuple[Question, ...]:
        """Return what must be asked at this step and was not."""
        return unasked(self._questions(), self.given, self._step)

    def begin(self) -> bool:
        """Bring the keyboard to what must be asked next; False where there is nothing to ask."""
        if not self.list.count():
            return False
        self._go_on(0)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _questions(self) -> list[Question]:
        some = self._card.questions if self._card is not None else ()
        return [question for question in some if question.step is self._step]

    def _current(self) -> Question | None:
        some, row = self._questions(), self.list.currentRow()
        return some[row] if 0 <= row < len(some) else None

    def _show(self) -> None:
        trade, card, some = self._desk.trade, self._card, self._questions()
        row = max(self.list.currentRow(), 0)
        with QSignalBlocker(self.list):
            while self.list.count() > len(some):
                self.list.takeItem(self.list.count() - 1)
            for at, question in enumerate(some):
                if at == self.list.count():
                    self.list.addItem(QListWidgetItem())
                self.list.item(at).setText(self._line(question))
            if some:
                self.list.setCurrentRow(min(row, len(some) - 1))
        self.head.setText(trade.word(card) if card is not None else self.tr("微预案"))
        key = f"  {key_text(key_of('sheet.ask'))}" if self._step is Step.TAKING else ""
        missing = len(self.missing())
        if card is None:
            words, role = self.tr("选好类别后显示必问事项") + key, "muted"
        elif missing:
            words = self.tr("必问还差 %1").replace("%1", str(missing)) + key
            role = "danger"
        else:
            words, role = self.tr("✓ 必问已齐") + key, "muted"
        self.count.setText(words)
        self.count.setProperty("role", role)
        self.count.style().polish(self.count)
        self._show_choices()

    def _line(self, question: Question) -> str:
        value = fitting(question, self.given)
        sign = DONE if value else MUST if question.must else MAY
        said = f"  →  {answer_text(self._desk.trade, question, value)}" if value else ""
        return f"{sign} {self._desk.trade.word(question)}{said}"

    def _show_choices(self) -> None:
        question = self._current()
        values = question.values if question is not None else ()
        for button in self.buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        words = question is not None and not values
        if words != self.line.isVisibleTo(self):
            self.line.setVisible(words)
        if question is None:
            return
        if words:
            self.line.setText(fitting(question, self.given))
            return
        now = fitting(question, self.given)
        for at, value in enumerate(values):
            text = answer_text(self._desk.trade, question, value)
            button = QPushButton(f"{at + 1} {DONE if value == now else ''}{text}")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setMinimumWidth(1)
            button.clicked.connect(lambda _on=False, value=value: self._answer(value))
            self.buttons.append(button)
            self._grid.addWidget(button, at // BESIDE, at % BESIDE)
            button.show()

    def _strike(self, at: int) -> None:
        question = self._current()
        if question is None:
            return
        if at < len(question.values):
            self._answer(question.values[at])
        elif not question.values:
            # A digit is the beginning of what was asked for: an amount, an age, a minute.
            self._write()
            self.line.setText(str(at + 1))

    def _say(self, value: str) -> None:
        question = self._current()
        if question is not None and value == "yes" and "done" in question.values:
            value = "done"
        if question is not None and value == "no" and "not_needed" in question.values:
            value = "not_needed"
        if question is not None and value in question.values:
            self._answer(value)

    def _write(self) -> None:
        question = self._current()
        if question is None:
            return
        if question.values:
            self._go_on(self.list.currentRow() + 1)
        else:
            self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.line.selectAll()

    def _give_words(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._answer(self.line.text().strip())

    def _answer(self, value: str) -> None:
        question = self._current()
        if question is None:
            return
        if value != self.given.get(question.code, ""):
            self._sent[question.code] = value
            self.answered.emit(question.code, value)
        row = self.list.currentRow()
        self._show()
        if value:
            self._go_on(row + 1)

    def _go_on(self, start: int) -> None:
        """Go to the next question that must be asked, else to the next one."""
        some, open_ones = self._questions(), self.missing()
        rows = [at for at, question in enumerate(some) if question in open_ones]
        later = [at for at in rows if at >= start]
        row = (later or rows or [min(start, len(some) - 1)])[0]
        self.list.setCurrentRow(row)
        self.list.scrollToItem(self.list.item(row))

    def _leave(self) -> None:
        if self.line.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.head, 1)
        top.addWidget(self.count)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self._bar)
        column.addWidget(self.line)


def checklist_for(
    some: Mapping[str, ChecklistCard], sheet: IncidentCard, class_code: str, text: str
) -> ChecklistCard | None:
    """Return the checklist that a sheet has, or will have by what is typed: the version it began with, if it did."""
    own = some.get(sheet.checklist_id or "")
    if own is not None and class_code == sheet.class_taken:
        return own
    wanted: ChecklistCard | None = chosen(some.values(), class_code, text)
    return own if own is not None and wanted is not None and own.code == wanted.code else wanted


def answer_text(trade: Trade, question: Question, value: str) -> str:
    """Return an answer as people read it."""
    choice = question.choice(value)
    return trade.word(choice) if choice is not None else answer_name(value)


def answer_hits(
    questions: Iterable[Question], given: Mapping[str, str], trade: Trade
) -> tuple[Hit, ...]:
    """Return what the answers say about the level, as rules do: the question, the level, what was said."""
    found = []
    for question in questions:
        value = fitting(question, given)
        level = question.level_of(value)
        if level is not None:
            said = answer_text(trade, question, value)
            # What goes on record is the question as the source words it, whatever the screen speaks.
            found.append(Hit(question.name, question.name, question.name_en, level, (said,)))
    return tuple(sorted(found, key=lambda hit: hit.level))
