"""Asks what the checklist of the sheet in the form wants asked; answers go to the store and to the level."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from models.board import Board, ChecklistCard, Delta
from models.checklist import Step
from models.errors import CodedError
from services.prompting import JUDGED, answer_question
from ui.checklist import answer_hits, checklist_for
from ui.desk import Desk
from ui.refusal import sentence
from ui.sheet.filling import Filling
from ui.sheet.layout import SheetLayout


class Asking(QObject):
    """Keeps the checklist in step with the sheet in the form.

    Signals:
        called_up(): the questions were asked for by key; the form wants to be seen.
    """

    called_up = Signal()

    def __init__(self, desk: Desk, parts: SheetLayout, filling: Filling, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._parts, self._filling = desk, parts, filling
        desk.store.loaded.connect(self._load)
        desk.store.changed.connect(self._follow)
        filling.shown.connect(self.show)
        filling.answers_read.connect(self._take)
        parts.form.edited.connect(lambda name: self.show() if name in JUDGED else None)
        parts.checklist.answered.connect(self._answer)
        parts.checklist.left.connect(parts.form.resume)
        desk.actions.on({"sheet.ask": self._begin})
        desk.actions.explain({"sheet.ask": self._why_nothing})

    def show(self) -> None:
        """Show the checklist of what is typed now, and let its answers speak for the level."""
        card = self._filling.card
        if card is None:
            return
        form = self._parts.form
        words = (form.heard, *(str(form.field(name).value()) for name in JUDGED - {"class_taken"}))
        board = self._desk.store.board
        own = checklist_for(
            board.all(ChecklistCard), card, str(form.classes.value()), "\n".join(words)
        )
        self._parts.checklist.show_checklist(card.id, own, Step.TAKING)
        self._price()

    def _load(self, _board: Board) -> None:
        self.show()

    def _follow(self, delta: Delta) -> None:
        if delta.touches(ChecklistCard):
            self.show()

    def _take(self, incident_id: str, given: Mapping[str, str]) -> None:
        self._parts.checklist.show_answers(incident_id, given)
        self._price()

    def _price(self) -> None:
        asked = self._parts.checklist
        questions = asked.checklist.questions if asked.checklist is not None else ()
        self._parts.form.hear_answers(answer_hits(questions, asked.given, self._desk.trade))

    def _answer(self, question: str, value: str) -> None:
        card, checklist = self._filling.card, self._parts.checklist.checklist
        if card is None or checklist is None:
            return
        self._price()
        self._desk.store.do(
            *(answer_question, card.id, checklist.id, question, value),
            failed=lambda error: self._not_kept(question, error),
        )

    def _not_kept(self, question: str, error: CodedError) -> None:
        self._parts.checklist.take_back(question)
        self._price()
        self._desk.say("warning", lambda: sentence(error))

    def _begin(self) -> None:
        self.called_up.emit()
        self._parts.checklist.begin()

    def _why_nothing(self) -> str:
        if self._filling.card is None:
            return self.tr("没有打开的警单，没有要问的。")
        if self._parts.checklist.checklist is None:
            return self.tr("先选警情类别；没有对应微预案的类别不用问。")
        return ""
