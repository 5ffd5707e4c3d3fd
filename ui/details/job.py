"""The units of a sheet with all their times, and the buttons for the next step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.assignment import Role
from models.board import AssignmentLine, Card, IncidentCard
from models.lateness import late_steps
from models.reminder import ReminderState
from models.state import ASSIGNMENT_MOVES, AssignmentState, can_move
from services.dispatching import arrive, decide_return, depart, finish, set_main_unit, sign
from ui.desk import Desk
from ui.details.head import joined
from ui.details.lines import TIME_WIDTH, fit_height, two_lines
from ui.incident import call_sign, reason_text
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import span_of, time_of
from ui.scope import keyed
from ui.setting import SIGN_SECONDS
from ui.table import CardTable, CardView, Column
from ui.wording import UNIT_COLOURS, awaited_name, reminder_name, state_name


@dataclass(frozen=True, slots=True)
class JobCard(Card):
    """One unit at the sheet, with its call sign, the steps that came too late and why it left."""

    line: AssignmentLine
    sign: str
    late: frozenset[str]
    reason: str


@dataclass(frozen=True, slots=True)
class Step:
    """One button: its name, the state it leads to, the command that does it."""

    name: str
    target: AssignmentState
    command: Callable[..., Any]


STEPS = (
    Step(QT_TRANSLATE_NOOP("Job", "签收"), AssignmentState.SIGNED, sign),
    Step(QT_TRANSLATE_NOOP("Job", "出警"), AssignmentState.DEPARTED, depart),
    Step(QT_TRANSLATE_NOOP("Job", "到场"), AssignmentState.ARRIVED, arrive),
    Step(QT_TRANSLATE_NOOP("Job", "完毕"), AssignmentState.FINISHED, finish),
)
UNIT = QT_TRANSLATE_NOOP("Job", "警力")
ISSUED = QT_TRANSLATE_NOOP("Job", "下达")
DELIVERED = QT_TRANSLATE_NOOP("Job", "送达")
SIGNED = QT_TRANSLATE_NOOP("Job", "签收")
DEPARTED = QT_TRANSLATE_NOOP("Job", "出警")
ARRIVED = QT_TRANSLATE_NOOP("Job", "到场")
FINISHED = QT_TRANSLATE_NOOP("Job", "完毕")
ENDED = QT_TRANSLATE_NOOP("Job", "离开")
DELIVERED_AFTER = QT_TRANSLATE_NOOP("Job", "达 +{span}")
INSTANTS = (
    (ISSUED, "issued_at"),
    (DELIVERED, "delivered_at"),
    (SIGNED, "signed_at"),
    (DEPARTED, "departed_at"),
    (ARRIVED, "arrived_at"),
    (FINISHED, "finished_at"),
    (ENDED, "ended_at"),
)
PERSONS = QT_TRANSLATE_NOOP("Job", "{count} 人")
CARS = QT_TRANSLATE_NOOP("Job", "{count} 车")
BOATS = QT_TRANSLATE_NOOP("Job", "{count} 艇")
AUTO = QT_TRANSLATE_NOOP("Job", "自动派警")
MOVED = QT_TRANSLATE_NOOP("Job", "由别的警情改派")
RECORDED = QT_TRANSLATE_NOOP("Job", "录音 {name}")
ENTER = QT_TRANSLATE_NOOP("Job", "{open} 或双击修改派警单")
LATE = "⚠"
TOO_LATE = QT_TRANSLATE_NOOP("Job", "超过规定")
WHO_WIDTH = 94
MAIN = QT_TRANSLATE_NOOP("Job", "主")
REINFORCING = QT_TRANSLATE_NOOP("Job", "增")
ROWS = 5


def job_cards(desk: Desk, card: IncidentCard) -> list[JobCard]:
    """Return the units of a sheet, as they were ordered."""
    board, limits, sign_by = desk.store.board, desk.limits(), desk.settings.get(SIGN_SECONDS)
    return [
        JobCard(
            line.id,
            line,
            call_sign(line.unit_id, board),
            late_steps(card, line, limits, sign_by),
            reason_text(desk.trade, line),
        )
        for line in card.assignments
    ]


class JobList(QWidget):
    """The units of a sheet.

    Signals:
        cancel_asked(str): call off the unit of this assignment; a reason is needed.
        amend_asked(str): put the order of this assignment right (Enter, or a double click).
    """

    cancel_asked = Signal(str)
    amend_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        columns = job_columns()
        self.table = CardTable(columns, lambda row: (row.line.issued_at, row.id), desk.colour, self)
        self.view = CardView(self.table, columns, self)
        two_lines(self.view)
        self.steps = {step.target: QPushButton() for step in STEPS}
        self.main, self.cancel, self.grant, self.refuse = (QPushButton() for _ in range(4))
        self.view.chosen.connect(self._chosen)
        for step in STEPS:
            self.steps[step.target].clicked.connect(partial(self._do, step.command))
        self.main.clicked.connect(partial(self._do, set_main_unit))
        self.grant.clicked.connect(partial(self._do, decide_return, accept=True))
        self.refuse.clicked.connect(partial(self._do, decide_return, accept=False))
        self.view.activated_card.connect(self.amend_asked)
        self.cancel.clicked.connect(lambda: self.cancel_asked.emit(self.view.current_id()))
        self._lay_out()
        self.retranslate()

    def show_card(self, card: IncidentCard) -> None:
        """Show a sheet's units; the row that was current stays so."""
        rows = job_cards(self._desk, card)
        gone = {row.id for row in self.table.cards()} - {row.id for row in rows}
        self.table.update(rows, gone)
        if rows and not self.view.current_id():
            active = [row.id for row in rows if row.line.is_active]
            self.view.choose((active or [rows[-1].id])[0])
        fit_height(self.view, len(rows), ROWS)
        self.setVisible(bool(rows))
        self._enable()

    def current(self) -> AssignmentLine | None:
        """Return the current unit's assignment."""
        row = self.table.card(self.view.currentIndex().row())
        return row.line if row else None

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        for step in STEPS:
            self.steps[step.target].setText(translate("Job", step.name))
        self.main.setText(self.tr("设为主"))
        self.cancel.setText(self.tr("撤回"))
        self.grant.setText(self.tr("同意退单"))
        self.refuse.setText(self.tr("不同意退单"))
        self.table.retitle()

    def _do(self, command: Callable[..., Any], *_clicked: object, **more: Any) -> None:
        if (line := self.current()) is not None:
            self._desk.store.do(command, line.id, **more)

    def _chosen(self, _id: str) -> None:
        self._enable()
        if (line := self.current()) is not None and self.view.hasFocus():
            self._desk.selection.choose_unit(line.unit_id)

    def _enable(self) -> None:
        line = self.current()

        def may(state: AssignmentState) -> bool:
            return line is not None and can_move(ASSIGNMENT_MOVES, line.state, state)

        asked = line is not None and line.state is AssignmentState.RETURN_ASKED
        for state, button in self.steps.items():
            button.setEnabled(may(state) and not asked)
        self.cancel.setEnabled(may(AssignmentState.CANCELLED))
        self.main.setEnabled(line is not None and line.is_active and line.role != Role.MAIN)
        for button in (self.grant, self.refuse):
            button.setVisible(asked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.view)
        grid = QGridLayout()
        grid.setSpacing(4)
        for at, button in enumerate((*self.steps.values(), self.cancel, self.main)):
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            grid.addWidget(button, 0, at)
        grid.addWidget(self.grant, 1, 0, 1, 3)
        grid.addWidget(self.refuse, 1, 3, 1, 3)
        column.addLayout(grid)


def job_columns() -> list[Column[JobCard]]:
    """Return the columns: who and how far, then one column a step with its instant and how long it took."""

    def step(name: str, text: str, instant: str) -> Column[JobCard]:
        return Column(
            name,
            lambda: translate("Job", text),
            lambda row: step_text(row.line, instant, late=instant in row.late),
            lambda row: "danger" if instant in row.late else None,
            hint=all_times,
            width=TIME_WIDTH,
        )

    def colour(row: JobCard) -> str:
        return UNIT_COLOURS.get(row.line.state.value, "muted")

    return [
        Column(
            "unit", lambda: translate("Job", UNIT), who, colour, hint=all_times, width=WHO_WIDTH
        ),
        step("issued", ISSUED, "issued_at"),
        step("signed", SIGNED, "signed_at"),
        step("departed", DEPARTED, "departed_at"),
        step("arrived", ARRIVED, "arrived_at"),
        step("finished", FINISHED, "finished_at"),
    ]


def step_text(line: AssignmentLine, instant: str, *, late: bool = False) -> str:
    """Return a step's instant over how long after the order it was; under the order itself the delivery.

    A sign stands where it came too late.
    """
    at = getattr(line, instant)
    if at is None:
        return ""
    mark = LATE if late else ""
    if instant != "issued_at":
        return f"{time_of(at)}\n{mark}+{span_of(at - line.issued_at)}"
    if line.delivered_at is None:
        return f"{time_of(at)}\n{mark}"
    span = span_of(line.delivered_at - line.issued_at)
    return f"{time_of(at)}\n{mark}{translate('Job', DELIVERED_AFTER).format(span=span)}"


def all_times(row: JobCard) -> str:
    """Return every instant of an assignment, one a line, with the time since the step before it."""
    lines, before = [], None
    for name, instant in INSTANTS:
        at = getattr(row.line, instant)
        if at is None:
            continue
        took = "" if before is None else f"  +{span_of(at - before)}"
        late = f"  {LATE}{translate('Job', TOO_LATE)}" if instant in row.late else ""
        lines.append(f"{translate('Job', name)}  {time_of(at)}{took}{late}")
        before = at
    if row.line.reminder_state:
        lines.append(reminder_text(row.line))
    words = [row.line.instruction, row.reason, row.line.close_note]
    return "\n".join([*order_lines(row.line), *lines, *(word for word in words if word)])


def order_lines(line: AssignmentLine) -> list[str]:
    """Return the order's number, who went with what, and how it came to be."""
    sent = [
        translate("Job", pattern).format(count=count)
        for pattern, count in ((PERSONS, line.persons), (CARS, line.vehicles), (BOATS, line.boats))
        if count
    ]
    marks = [
        translate("Job", AUTO) if line.auto else "",
        translate("Job", MOVED) if line.moved_from_id else "",
        translate("Job", RECORDED).format(name=line.recording) if line.recording else "",
    ]
    told = [
        line.number,
        joined(sent),
        joined(marks),
        keyed(translate("Job", ENTER), open="list.open"),
    ]
    return [words for words in told if words]


def who(row: JobCard) -> str:
    """Return the call sign over role and state."""
    role = translate("Job", MAIN if row.line.role == Role.MAIN else REINFORCING)
    running = row.line.reminder_state == ReminderState.RUNNING
    mark = f" {LATE}{reminder_text(row.line)}" if running else ""
    return f"{row.sign}\n{role} {state_name(row.line.state.value)}{mark}"


def reminder_text(line: AssignmentLine) -> str:
    """Return what a unit was reminded of, how often, and what became of it."""
    what, state = awaited_name(line.reminded_step), reminder_name(line.reminder_state)
    return f"{what} {state} ×{line.reminded}"
