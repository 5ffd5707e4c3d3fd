"""The small forms that open inside the details: feedback, closing, reopening, reasons, words of an agency."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.board import AssignmentLine, IncidentCard
from models.errors import CodedError, RuleError
from models.fraudcard import StopCard
from models.identity import new_id
from models.reason import CANCEL, NONE, RETURN, Reason
from models.state import OrderState
from models.stop import NEEDED, StopState
from services.closing import close, feed_back, reopen, return_sheet, strike_feedback, visit_back
from services.dispatching import amend_assignment, cancel
from services.dossier import CallLine, FeedbackLine, PartyLine
from services.fraud.limit import LIMIT, SUBMIT, limit_of
from services.fraud.stopping import (
    change_stop,
    release_stop,
    settle_stop,
    submit_stop,
    withdraw_stop,
    write_stop,
)
from services.linkage import (
    agency_rung,
    answer_police,
    cancel_order,
    feed_back_order,
    return_order,
)
from services.linking import link, merge
from services.party import add_party, change_party
from services.taking import supplement_call
from ui.desk import Desk
from ui.details.feedback import NOT_CHOSEN, FeedbackPanel, particulars
from ui.details.link import MERGE, LinkPanel
from ui.details.party import ASKED, BLANK, MORE, values_of
from ui.details.payee import AmountField
from ui.details.stopform import FIELDS as STOP_FIELDS
from ui.details.stopform import StopPanel
from ui.form import FieldSpec, choice, count, line, reason, term, text
from ui.incident import call_sign
from ui.instant import InstantField
from ui.language import translate
from ui.moment import day_time_of
from ui.panel import Panel
from ui.refusal import sentence
from ui.wording import VISITS, visit_name

ORDER_COMMANDS = {
    OrderState.FED_BACK.value: ("answer", feed_back_order),
    OrderState.RETURNED.value: ("reason", return_order),
    OrderState.CANCELLED.value: ("reason", cancel_order),
    "police_answered": ("answer", answer_police),
    "rung": ("answer", agency_rung),
}
COMMANDS = (
    *(
        feed_back,
        strike_feedback,
        close,
        reopen,
        return_sheet,
        visit_back,
        amend_assignment,
        supplement_call,
        cancel,
        add_party,
        change_party,
        *(write_stop, change_stop, settle_stop, release_stop, withdraw_stop),
    ),
    *(command for _, command in ORDER_COMMANDS.values()),
)


class Panels(QWidget):
    """One form at a time, at the foot of the details; each knows the command its values go to.

    Signals:
        stop_written(): a stop order was written or changed and, where it is whole, sent.
    """

    stop_written = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        # Which order is put right, as people call it.
        self._amended = {"number": "", "sign": ""}
        self._struck = {"number": ""}
        self.feedback = FeedbackPanel(desk, self)
        self._column.addWidget(self.feedback)
        self.striking = self._add(
            lambda: self.tr("划除反馈 {number}，请说明原因").format(**self._struck),
            [line("reason", needed=True)],
        )
        self.closing = self._add(
            lambda: self.tr("处结"), [term("result", "result", needed=True), line("closing_note")]
        )
        self.reopening = self._add(
            lambda: self.tr("重开，请说明原因"), [line("reason", needed=True)]
        )
        self.visiting = self._add(
            lambda: self.tr("回访报警人"),
            [choice("visit_result", visits, needed=True), text("visit_note", lines=2)],
        )
        self.calling = self._add(
            lambda: self.tr("补录话务"),
            [
                line("recording"),
                FieldSpec("rang_back_at", lambda desk: InstantField(desk.clock)),
            ],
        )
        self.amending = self._add(
            lambda: self.tr("派警单 {number}（{sign}）").format(**self._amended),
            [
                count("persons"),
                count("vehicles", beside=True),
                count("boats", beside=True),
                line("recording"),
                line("close_note"),
            ],
        )
        self.returning = self._add(
            lambda: self.tr("退单，请说明原因"), [reason("reason", RETURN, needed=True)]
        )
        self.cancelling = self._add(
            lambda: self.tr("撤回警力，请说明原因"),
            [reason("reason", CANCEL, needed=True)],
        )
        self.answering = self._add(lambda: self.tr("联动单位反馈"), [text("answer", lines=3)])
        self.sending_police = self._add(
            lambda: self.tr("答复联动单位的警力请求"), [text("answer", lines=2)]
        )
        self.ringing = self._add(lambda: self.tr("已电话通知联动单位"), [text("answer", lines=2)])
        self.ending = self._add(
            lambda: self.tr("结束联动指令，请说明原因"), [line("reason", needed=True)]
        )
        self.party = self._add(lambda: self.tr("登记当事人"), ASKED, more=MORE)
        self.party_change = self._add(lambda: self.tr("修改当事人"), ASKED, more=MORE)
        self.stop = StopPanel(desk, self)
        self._column.addWidget(self.stop)
        self.stopping = self._add(
            lambda: self.tr("止付结果"),
            [FieldSpec("stopped_fen", lambda _desk: AmountField()), text("result", lines=2)],
        )
        self.releasing = self._add(
            lambda: self.tr("止付到期后的处理"), [line("reason", needed=True)]
        )
        self.withdrawing = self._add(
            lambda: self.tr("撤销止付，请说明原因"), [line("reason", needed=True)]
        )
        self.linking = LinkPanel(desk, self)
        self._column.addWidget(self.linking)
        self._run: Callable[[dict[str, Any]], None] = lambda _values: None
        # Which panel is open about which thing: what is typed into it is kept under that name.
        self._about: tuple[Panel, str, str] | None = None
        # Counts how often forms were opened or put away: an answer may come when another one is open.
        self._opened = 0
        for panel in self.all():
            panel.given.connect(lambda values: self._run(values))
            panel.edited.connect(self._typed)
            panel.cleared.connect(self._typed)
        for command in COMMANDS:
            desk.unsent.name(command.__name__, self._name)

    def all(self) -> list[Panel]:
        """Return every form."""
        return [
            self.feedback,
            self.striking,
            self.closing,
            self.reopening,
            self.visiting,
            self.calling,
            self.amending,
            self.returning,
            self.cancelling,
            self.answering,
            self.sending_police,
            self.ringing,
            self.ending,
            self.party,
            self.party_change,
            self.stop,
            self.stopping,
            self.releasing,
            self.withdrawing,
            self.linking,
        ]

    def close_all(self) -> None:
        """Put every form away, as when another incident is selected; what was typed is kept."""
        self._about = None
        self._opened += 1
        for panel in self.all():
            panel.done()

    def feed_back(self, card: IncidentCard, assignment_id: str | None) -> None:
        """Ask for a feedback; it counts for a unit's assignment where one is given."""

        def run(given: dict[str, Any]) -> None:
            self._do(
                self.feedback,
                feed_back,
                card.id,
                class_code=given["class_code"],
                result=given["result"],
                narrative=given["narrative"],
                assignment_id=assignment_id,
                particulars=particulars(given),
            )

        # What an earlier sheet left in the fields goes: the panel knows all of them.
        values: dict[str, Any] = dict.fromkeys(self.feedback.values())
        values |= {"class_code": card.class_code, "result": "", "narrative": ""}
        if card.place is not None:
            values["scene"] = [card.place.lon, card.place.lat]
        self.feedback.tell_about(card, assignment_id)
        self._open(self.feedback, run, values, feed_back, assignment_id or card.id)

    def strike_feedback(self, report: FeedbackLine) -> None:
        """Ask why and strike a feedback."""
        self._struck = {"number": report.number}
        self.ask_reason(self.striking, strike_feedback, report.id, "")

    def close_sheet(self, card: IncidentCard) -> None:
        """Ask for the result and close."""

        def run(given: dict[str, Any]) -> None:
            self._do(self.closing, close, card.id, given["result"], given["closing_note"])

        self._open(self.closing, run, {"result": "", "closing_note": ""}, close, card.id)

    def ask_reason(
        self, panel: Panel, command: Callable[..., Any], id: str, blank: Reason | str = NONE
    ) -> None:
        """Ask for a reason and run a command with it; `blank` is what the field begins with."""

        def run(given: dict[str, Any]) -> None:
            self._do(panel, command, id, given["reason"])

        self._open(panel, run, {"reason": blank}, command, id)

    def reopen(self, card: IncidentCard) -> None:
        """Ask why and take a closed sheet up again."""
        self.ask_reason(self.reopening, reopen, card.id, "")

    def visit(self, card: IncidentCard) -> None:
        """Ask what the caller of a closed sheet said."""

        def run(given: dict[str, Any]) -> None:
            answer = (given["visit_result"], given["visit_note"])
            self._do(self.visiting, visit_back, card.id, *answer)

        blank = {"visit_result": "", "visit_note": ""}
        self._open(self.visiting, run, blank, visit_back, card.id)

    def amend(self, line: AssignmentLine) -> None:
        """Ask what has to be put right in a unit's order."""

        def run(given: dict[str, Any]) -> None:
            self._do(self.amending, amend_assignment, line.id, given)

        sign = call_sign(line.unit_id, self._desk.store.board)
        self._amended = {"number": line.number, "sign": sign}
        values = {name: getattr(line, name) for name in self.amending.form.fields}
        self._open(self.amending, run, values, amend_assignment, line.id)

    def supplement(self, call: CallLine) -> None:
        """Ask what the exchange tells of a call that is over."""
        shown: dict[str, Any] = {name: getattr(call, name) for name in self.calling.form.fields}

        def run(given: dict[str, Any]) -> None:
            # The line shows whole seconds: what nobody has touched stays as the store has it.
            told = {name: it for name, it in given.items() if not same(it, shown[name])}
            self._do(self.calling, supplement_call, call.id, **told)

        self._open(self.calling, run, shown, supplement_call, call.id)

    def return_sheet(self, card: IncidentCard) -> None:
        """Ask why and send a sheet back."""
        self.ask_reason(self.returning, return_sheet, card.id)

    def cancel(self, assignment_id: str) -> None:
        """Ask why and call a unit off."""
        self.ask_reason(self.cancelling, cancel, assignment_id)

    def add_party(self, card: IncidentCard) -> None:
        """Ask who a person of the sheet is and enter them."""

        def run(given: dict[str, Any]) -> None:
            self._do(self.party, add_party, card.id, id=new_id(), **given)

        self._open(self.party, run, BLANK, add_party, card.id)

    def change_party(self, line: PartyLine) -> None:
        """Ask what has changed of a person of the sheet."""

        def run(given: dict[str, Any]) -> None:
            self._do(self.party_change, change_party, line.id, **given)

        self._open(self.party_change, run, values_of(line), change_party, line.id)

    def end_order(self, order_id: str, state: str) -> None:
        """Ask for the agency's words and take its order on."""
        name, command = ORDER_COMMANDS[state]
        own = {"police_answered": self.sending_police, "rung": self.ringing}
        panel = own.get(state) or (self.answering if name == "answer" else self.ending)

        def run(given: dict[str, Any]) -> None:
            self._do(panel, command, order_id, given[name])

        self._open(panel, run, {name: ""}, command, order_id)

    def write_stop(self, card: IncidentCard) -> None:
        """Ask what stops a payment; what is whole is sent at once, the rest is kept and says what is missing."""
        stop_id = new_id()

        def run(given: dict[str, Any]) -> None:
            fields, payees = stop_values(given)
            then = partial(self._submit, stop_id, given)
            self._do(self.stop, write_stop, card.id, fields, payees, then=then, id=stop_id)

        self._begin(self.stop, run, write_stop, card.id)
        kept = self._desk.unsent.find(write_stop.__name__, card.id)
        within = self._desk.trade.extra(LIMIT, SUBMIT, "within")
        submit_by = card.reported_at + limit_of(SUBMIT, within)
        self.stop.ask_new(card, submit_by, dict(kept.values) if kept else None)

    def change_stop(self, card: StopCard) -> None:
        """Ask what has changed of a stop order."""

        def run(given: dict[str, Any]) -> None:
            fields, payees = stop_values(given)
            waits = card.state is StopState.WRITTEN
            then = partial(self._submit, card.id, given) if waits else None
            self._do(self.stop, change_stop, card.id, fields, payees, then=then)

        self._begin(self.stop, run, change_stop, card.id)
        kept = self._desk.unsent.find(change_stop.__name__, card.id)
        self.stop.ask_change(card, dict(kept.values) if kept else None)

    def end_stop(self, card: StopCard, state: str) -> None:
        """Ask what became of the money, or why the order is called off."""
        if state == StopState.WITHDRAWN:
            self.ask_reason(self.withdrawing, withdraw_stop, card.id, "")
        elif card.state is StopState.STOPPED:
            self.ask_reason(self.releasing, release_stop, card.id, "")
        else:

            def run(given: dict[str, Any]) -> None:
                told = (given["stopped_fen"], given["result"])
                self._do(self.stopping, settle_stop, card.id, *told)

            blank = {"stopped_fen": None, "result": ""}
            self._open(self.stopping, run, blank, settle_stop, card.id)

    def _submit(self, stop_id: str, given: dict[str, Any]) -> None:
        """Send an order that was just written, where it is whole."""
        self.stop_written.emit()
        if all(given[name] for name in (*NEEDED, "payees")):
            self._desk.store.do(submit_stop, stop_id)
        else:
            lacking = [name for name in (*NEEDED, "payees") if not given[name]]
            error = RuleError("stop.incomplete", missing=",".join(lacking))
            self._desk.say("warning", lambda: sentence(error))

    def link(self, card: IncidentCard) -> None:
        """Ask for the main sheet and hang this one on it."""

        def run(given: dict[str, Any]) -> None:
            main = self.linking.main_id()
            if given["how"] == MERGE:
                self._do(self.linking, merge, card.id, main)
            else:
                self._do(self.linking, link, card.id, main, given["how"])

        self.close_all()
        self._run = run
        self.linking.ask_for(card)

    def _open(
        self,
        panel: Panel,
        run: Callable[[dict[str, Any]], None],
        values: dict[str, Any],
        command: Callable[..., Any],
        subject: str,
    ) -> None:
        """Open a command's form about a thing; what was typed there before and never given is there again."""
        kind = self._begin(panel, run, command, subject)
        kept = self._desk.unsent.find(kind, subject)

        def again() -> str:
            words = self.tr("已恢复 %1 未提交的内容，请核对后提交。")
            return words.replace("%1", day_time_of(kept.at)) if kept else ""

        panel.ask(values, note=again, again=kept.values if kept else None)

    def _begin(
        self,
        panel: Panel,
        run: Callable[[dict[str, Any]], None],
        command: Callable[..., Any],
        subject: str,
    ) -> str:
        """Let a panel be about a thing; return under which name what is typed into it is kept."""
        self.close_all()
        self._run, self._about = run, (panel, command.__name__, subject)
        return command.__name__

    def _typed(self) -> None:
        if self._about is not None:
            panel, kind, subject = self._about
            self._desk.unsent.typed(kind, subject, panel.changed_values())

    def _do(
        self,
        panel: Panel,
        command: Callable[..., Any],
        *args: Any,
        then: Callable[[], None] | None = None,
        **kwargs: Any,
    ) -> None:
        about, opened = self._about, self._opened

        def done(_result: object) -> None:
            if about is not None:
                self._desk.unsent.drop(*about[1:])
            if opened == self._opened:
                panel.done()
            if then is not None:
                then()

        def failed(error: CodedError) -> None:
            # The form may be away or open about another thing by now: that one is not what was refused.
            if opened == self._opened and not panel.isHidden():
                panel.refuse(error)
            else:
                self._desk.store.tell(error)

        self._desk.store.do(command, *args, then=done, failed=failed, **kwargs)

    def _name(self, subject: str) -> str:
        board = self._desk.store.board
        for card in board.all(IncidentCard).values():
            jobs = {line.id for line in card.assignments} | {line.id for line in card.orders}
            jobs |= {it.id for it in board.all(StopCard).values() if it.incident_id == card.id}
            if subject == card.id or subject in jobs:
                return self.tr("警单 %1 未提交的表单").replace("%1", card.number)
        return self.tr("未提交的表单")

    def _add(
        self,
        title: Callable[[], str],
        specs: Sequence[FieldSpec],
        more: Sequence[FieldSpec] = (),
    ) -> Panel:
        panel = Panel(self._desk, title, specs, self, more=more)
        self._column.addWidget(panel)
        return panel


def same(given: Any, shown: Any) -> bool:
    """Tell whether a field says what it showed; instants by their seconds."""
    if isinstance(given, int) and isinstance(shown, int):
        return given // 1000 == shown // 1000
    return bool(given == shown)


def stop_values(given: dict[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return a stop form's values as the commands take them: fields, and accounts."""
    return {name: given[name] for name in STOP_FIELDS}, given["payees"]


def visits() -> list[tuple[str, str]]:
    """Return what a caller may answer, nothing chosen first."""
    return [("", translate("Feedback", NOT_CHOSEN)), *((code, visit_name(code)) for code in VISITS)]
