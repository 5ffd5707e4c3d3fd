"""The checklist of the selected incident at the step that it has come to, with what was not asked at the others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from models.board import ChecklistCard, IncidentCard
from models.checklist import Step, answers, unasked
from models.errors import CodedError
from models.state import IncidentState
from services.dossier import Dossier
from services.prompting import answer_question
from services.taking import change_sheet
from ui.checklist import ChecklistView, answer_hits, checklist_for
from ui.desk import Desk
from ui.details.step import can_edit
from ui.refusal import sentence
from ui.scope import struck
from ui.wording import step_name

HEIGHT = 190
STEPS = tuple(Step)
TURNS = {"ask.earlier": -1, "ask.later": 1}
# What is to be gone through while a sheet is in this state.
OF_STATE = {
    IncidentState.TAKING: Step.TAKING,
    IncidentState.TAKEN: Step.DISPATCH,
    IncidentState.DISPATCHED: Step.DISPATCH,
    IncidentState.ON_SCENE: Step.SCENE,
    IncidentState.HANDLED: Step.FEEDBACK,
}


class AskingPart(QWidget):
    """Steps to choose, the questions of one, and a level that the answers ask for."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._card: IncidentCard | None = None
        self._given: dict[str, str] = {}
        self._step = Step.DISPATCH
        self._state: IncidentState | None = None
        self.view = ChecklistView(desk, self)
        self.view.setFixedHeight(HEIGHT)
        self.view.list.installEventFilter(self)
        self.steps = {step: QPushButton() for step in STEPS}
        self.level = QPushButton()
        self.level.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        for step, button in self.steps.items():
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setMinimumWidth(1)
            button.clicked.connect(lambda _on=False, step=step: self._go(step))
            row.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.view)
        column.addWidget(self.level)
        self.view.answered.connect(self._answer)
        self.level.clicked.connect(self._raise)

    def show_dossier(self, dossier: Dossier, card: IncidentCard) -> None:
        """Show what a sheet's checklist asks for now; away where it has none."""
        if self._card is None or self._card.id != card.id:
            self._state = None
        self._card, self._given = card, answers(dossier.entries)
        if card.state is not self._state:
            # Where the work has gone on the list goes with it; else it stays where somebody put it.
            self._state = card.state
            self._step = OF_STATE.get(card.state, Step.FEEDBACK)
        self._show()

    def begin(self) -> bool:
        """Bring the keyboard to the list; False where there is none."""
        if self.isHidden() or not self.view.begin():
            return False
        scroll: QWidget | None = self.parentWidget()
        while scroll is not None and not isinstance(scroll, QScrollArea):
            scroll = scroll.parentWidget()
        if scroll is not None:
            scroll.ensureWidgetVisible(self)
        return True

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Change the step by arrow."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent):
            asked = struck(event, *TURNS)
            if asked:
                self._go(STEPS[(STEPS.index(self._step) + TURNS[asked]) % len(STEPS)])
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        card = self._card
        if card is None:
            return
        some = self._desk.store.board.all(ChecklistCard)
        own = checklist_for(some, card, card.class_taken, card.narrative)
        self.setVisible(own is not None)
        if own is None:
            return
        self.view.show_checklist(card.id, own, self._step)
        self.view.show_answers(card.id, self._given)
        self.view.list.setEnabled(can_edit(card))
        for step, button in self.steps.items():
            missing = len(unasked(own.questions, self.view.given, step))
            button.setText(f"{step_name(step)} {missing or '✓'}")
            button.setChecked(step is self._step)
        self._price(own, card)

    def _price(self, own: ChecklistCard, card: IncidentCard) -> None:
        hit = next(iter(answer_hits(own.questions, self.view.given, self._desk.trade)), None)
        graver = hit is not None and can_edit(card) and hit.level < (card.level or 5)
        self.level.setVisible(graver)
        if hit is not None:
            words = self.tr("▲ 改为 %1 级：%2").replace("%1", str(hit.level))
            self.level.setText(words.replace("%2", self._desk.trade.word(hit)))

    def _go(self, step: Step) -> None:
        self._step = step
        self._show()

    def _answer(self, question: str, value: str) -> None:
        own, card = self.view.checklist, self._card
        if own is None or card is None:
            return
        self._desk.store.do(
            *(answer_question, card.id, own.id, question, value),
            failed=lambda error: self._not_kept(question, error),
        )

    def _not_kept(self, question: str, error: CodedError) -> None:
        self.view.take_back(question)
        self._desk.say("warning", lambda: sentence(error))

    def _raise(self) -> None:
        own, card = self.view.checklist, self._card
        hit = (
            next(iter(answer_hits(own.questions, self.view.given, self._desk.trade)), None)
            if own
            else None
        )
        if card is not None and hit is not None:
            self._desk.store.do(change_sheet, card.id, {"level": hit.level})
