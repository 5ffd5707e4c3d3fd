"""What became of a sheet at another desk: one line that says it, and the forms of transfer, agreement and visit-back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.board import Delta, IncidentCard
from models.diversion import RATINGS, DiversionState, Path, Side
from models.diversioncard import DiversionCard
from models.errors import CodedError, RuleError
from models.identity import new_id
from services.diverting import agree, divert, join_three, settle_dispute, visit_diversion
from ui.desk import Desk
from ui.details.feedback import NOT_CHOSEN
from ui.field import remark
from ui.form import choice, line, text
from ui.language import translate
from ui.moment import span_of, time_of
from ui.panel import Panel
from ui.refusal import sentence
from ui.wording import diversion_name


class DiversionPart(QWidget):
    """The diversion of the sheet shown; its actions work on the selected sheet.

    Signals:
        called_up(): a form was opened and wants to be seen.
    """

    called_up = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._incident_id = ""
        # What was handed in to the rule and may not be on the board yet.
        self._settling: set[str] = set()
        self.told = remark("warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)
        self.car = self._panel(
            column,
            lambda: self.tr("移车：发给移车服务"),
            [line("plate", needed=True), text("text", lines=2)],
        )
        self.agreement = self._panel(
            column,
            lambda: self.tr("两台商定由谁办理"),
            [choice("taker", takers, needed=True)],
        )
        self.visit = self._panel(
            column,
            lambda: self.tr("分流回访"),
            [choice("rating", ratings, needed=True), text("visit_note", lines=2)],
        )
        self.panels = (self.car, self.agreement, self.visit)
        self._run: Callable[[dict[str, Any]], None] = lambda _values: None
        desk.store.changed.connect(self._follow)
        desk.clock.ticked.connect(self._tick)
        desk.actions.on(
            {
                "divert.hotline": self._to_hotline,
                "divert.car": self._to_car,
                "divert.three_way": self._three_way,
                "divert.agree": self._agree,
                "divert.visit": self._visit,
            }
        )
        self.retranslate()

    def show_sheet(self, incident_id: str) -> None:
        """Show the open diversion of a sheet; a form that was open about another one goes."""
        if incident_id != self._incident_id:
            for panel in self.panels:
                panel.done()
        self._incident_id = incident_id
        self.retranslate()

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        card = self._card()
        self.told.setText(self._words(card) if card is not None else "")
        self.told.setVisible(card is not None)

    def _panel(self, column: QVBoxLayout, title: Callable[[], str], specs: list[Any]) -> Panel:
        panel = Panel(self._desk, title, specs, self)
        panel.given.connect(lambda values: self._run(values))
        panel.hide()
        column.addWidget(panel)
        return panel

    def _card(self) -> DiversionCard | None:
        cards = self._desk.store.board.all(DiversionCard).values()
        return next((card for card in cards if card.incident_id == self._incident_id), None)

    def _words(self, card: DiversionCard) -> str:
        words = [
            self.tr("分流 {path}").format(path=diversion_name(card.path.value)),
            diversion_name(card.state.value),
        ]
        if card.three_way_at is not None:
            words.append(self.tr("三方通话 {at}").format(at=time_of(card.three_way_at)))
        if card.state is DiversionState.DISPUTED and card.settle_by is not None:
            left = span_of(max(0, card.settle_by - self._desk.clock.now()))
            who = diversion_name(card.first_taker.value)
            pattern = self.tr("{left} 内未商定则由首接的{who}办理：{text}")
            words.append(pattern.format(left=left, who=who, text=card.refusal))
        return " · ".join(words)

    def _follow(self, delta: Delta) -> None:
        if delta.touches(DiversionCard):
            self.retranslate()

    def _tick(self, now: int) -> None:
        disputed = [
            card
            for card in self._desk.store.board.all(DiversionCard).values()
            if card.state is DiversionState.DISPUTED
        ]
        for card in disputed:
            due = card.settle_by is not None and card.settle_by <= now
            if due and card.id not in self._settling:
                self._settling.add(card.id)
                self._settle(card)
        if disputed:
            self.retranslate()

    def _settle(self, card: DiversionCard) -> None:
        """Let the rule decide; another seat may have been first."""

        def told(_result: object) -> None:
            sheet = self._desk.store.board.get(IncidentCard, card.incident_id)
            who, number = card.first_taker.value, sheet.number if sheet else ""

            def words() -> str:
                pattern = self.tr("警单 {number}：两台未能商定，由首接的{who}先行办理。")
                return pattern.format(number=number, who=diversion_name(who))

            self._desk.say("warning", words)

        self._desk.store.do(settle_dispute, card.id, then=told, failed=lambda _error: None)

    def _sheet(self) -> IncidentCard | None:
        card = self._desk.incident()
        if card is None:
            self._desk.say("info", lambda: self.tr("请先选中一张警单。"))
        return card

    def _to_hotline(self) -> None:
        card = self._sheet()
        if card is not None:
            self._desk.store.do(divert, card.id, Path.HOTLINE.value, id=new_id(), then=self._sent)

    def _sent(self, _id: object) -> None:
        self._desk.say("info", lambda: self.tr("已转12345，指令已发出。"))

    def _to_car(self) -> None:
        card = self._sheet()
        if card is None:
            return

        def run(given: dict[str, Any]) -> None:
            words = {"plate": given["plate"], "text": given["text"]}
            id = new_id()
            self._do(self.car, divert, card.id, Path.CAR_MOVE.value, id=id, **words)

        self._ask(self.car, run, {"plate": "", "text": ""})

    def _three_way(self) -> None:
        card = self._sheet()
        if card is not None:
            self._desk.store.do(join_three, card.id)

    def _agree(self) -> None:
        card = self._sheet()
        if card is None:
            return
        if not self._has_open(card):
            error = RuleError("diversion.none", number=card.number)
            self._desk.say("info", lambda: sentence(error))
            return

        def run(given: dict[str, Any]) -> None:
            self._do(self.agreement, agree, card.id, given["taker"])

        self._ask(self.agreement, run, {"taker": ""})

    def _has_open(self, card: IncidentCard) -> bool:
        cards = self._desk.store.board.all(DiversionCard).values()
        return any(it.incident_id == card.id for it in cards)

    def _visit(self) -> None:
        # Also a sheet that is closed: callers are asked afterwards.
        incident_id = self._desk.selection.incident_id
        if not incident_id:
            self._sheet()
            return

        def run(given: dict[str, Any]) -> None:
            answer = (given["rating"], given["visit_note"])
            self._do(self.visit, visit_diversion, incident_id, *answer)

        self._ask(self.visit, run, {"rating": "", "visit_note": ""})

    def _ask(
        self, panel: Panel, run: Callable[[dict[str, Any]], None], values: dict[str, Any]
    ) -> None:
        for other in self.panels:
            other.done()
        self._run = run
        self.called_up.emit()
        panel.ask(values)

    def _do(self, panel: Panel, command: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
        def done(_result: object) -> None:
            panel.done()

        def failed(error: CodedError) -> None:
            # The form may be away by now, with another sheet chosen.
            if panel.isHidden():
                self._desk.store.tell(error)
            else:
                panel.refuse(error)

        self._desk.store.do(command, *args, then=done, failed=failed, **kwargs)


def takers() -> list[tuple[str, str]]:
    """Return the two desks, none chosen first."""
    return [
        ("", translate("Feedback", NOT_CHOSEN)),
        *((side.value, diversion_name(side.value)) for side in Side),
    ]


def ratings() -> list[tuple[str, str]]:
    """Return what a caller may say, nothing chosen first."""
    return [
        ("", translate("Feedback", NOT_CHOSEN)),
        *((code, f"{code} {diversion_name(code)}") for code in RATINGS),
    ]
