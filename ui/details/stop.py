"""The stop orders of a sheet with their clocks, and the buttons for the next step."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.board import Delta
from models.fraudcard import StopCard
from models.stop import STOP_MOVES, StopState
from services.fraud.stopping import accept_stop, submit_stop
from ui.desk import Desk
from ui.details.lines import fit_height, two_lines
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import full_time_of, span_of
from ui.report import yuan_text
from ui.scope import BY_NAME, key_of, struck
from ui.table import CardTable, CardView, Column
from ui.wording import state_name

ROWS = 3
# What needs words or a sum, and what does not.
PLAIN = {StopState.SUBMITTED: submit_stop, StopState.ACCEPTED: accept_stop}
WORDED = (StopState.STOPPED, StopState.WITHDRAWN)
STEPS = {f"stop.{state.value}": state for state in (*PLAIN, *WORDED)}
MONEY = QT_TRANSLATE_NOOP("Stop", "止付单")
TO = QT_TRANSLATE_NOOP("Stop", "收款账号")
CLOCK = QT_TRANSLATE_NOOP("Stop", "时限")
ACCOUNTS = QT_TRANSLATE_NOOP("Stop", "{count} 个账号")
LATE = QT_TRANSLATE_NOOP("Stop", "⚠ 超时 {span}")
LEFT = QT_TRANSLATE_NOOP("Stop", "剩 {span} 提交")
HELD = QT_TRANSLATE_NOOP("Stop", "止付到 {at}")
HOLD_OVER = QT_TRANSLATE_NOOP("Stop", "⚠ 止付已到期 {span}")
WAITING = QT_TRANSLATE_NOOP("Stop", "等待结果")
YUAN = QT_TRANSLATE_NOOP("Stop", "{yuan} 元")
UNKNOWN_SUM = QT_TRANSLATE_NOOP("Stop", "金额未填")


class StopView(CardView):
    """A view whose keys are the steps of a stop order.

    Signals:
        step_struck(str): the state that a key asks for.
    """

    step_struck = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of steps; all others do what they do in a table."""
        action = struck(event, *STEPS)
        if action and not event.isAutoRepeat():
            self.step_struck.emit(STEPS[action].value)
        else:
            super().keyPressEvent(event)


class StopList(QWidget):
    """The open stop orders of a sheet.

    Signals:
        words_asked(StopCard, str): this order is to go to a state that needs words or a sum.
        change_asked(StopCard): what this order says is to be changed.
    """

    words_asked = Signal(object, str)
    change_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._incident_id = ""
        columns = stop_columns(desk)
        self.table = CardTable(columns, lambda card: (card.written_at, card.id), desk.colour, self)
        self.view = StopView(self.table, columns, self)
        two_lines(self.view)
        self.buttons = {state: QPushButton() for state in (*PLAIN, *WORDED)}
        for state, button in self.buttons.items():
            button.clicked.connect(partial(self._clicked, state))
        self.view.chosen.connect(lambda _id: self._enable())
        self.view.activated_card.connect(lambda _id: self._change())
        self.view.step_struck.connect(lambda name: self._strike(StopState(name)))
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in self.buttons.values():
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.view)
        column.addLayout(row)
        desk.store.changed.connect(self._follow)
        desk.clock.ticked.connect(self._tick)
        self.retranslate()
        self.hide()

    def show_sheet(self, incident_id: str) -> None:
        """Show the open stop orders of a sheet."""
        self._incident_id = incident_id
        self._fill()

    def current(self) -> StopCard | None:
        """Return the order that is current."""
        return self.table.card(self.view.currentIndex().row())

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        names = {
            StopState.SUBMITTED: self.tr("提交"),
            StopState.ACCEPTED: self.tr("受理"),
            StopState.STOPPED: self.tr("结果"),
            StopState.WITHDRAWN: self.tr("撤销"),
        }
        for state, button in self.buttons.items():
            button.setText(f"{names[state]} {key_of(f'stop.{state.value}')}")
            button.setToolTip(translate("Action", BY_NAME[f"stop.{state.value}"].what))
        self.table.retitle()

    def _follow(self, delta: Delta) -> None:
        if delta.touches(StopCard):
            self._fill()

    def _tick(self, _now: int) -> None:
        if self.isVisible():
            self.table.refresh(["clock"])

    def _fill(self) -> None:
        rows = list(stops_of(self._desk, self._incident_id))
        self.table.update(rows, {it.id for it in self.table.cards()} - {it.id for it in rows})
        if rows and not self.view.current_id():
            self.view.choose(rows[-1].id)
        fit_height(self.view, len(rows), ROWS)
        self.setVisible(bool(rows))
        self._enable()

    def _change(self) -> None:
        if (card := self.current()) is not None:
            self.change_asked.emit(card)

    def _strike(self, state: StopState) -> None:
        card = self.current()
        if card is None or may(card, state):
            self._clicked(state)
            return
        old, new = state_name(card.state.value), state_name(state.value)
        words = self.tr("止付单现在是“{old}”，不能改为“{new}”。")
        self._desk.say("info", lambda: words.format(old=old, new=new))

    def _clicked(self, state: StopState, *_clicked: object) -> None:
        card = self.current()
        if card is not None and state in PLAIN:
            self._desk.store.do(PLAIN[state], card.id)
        elif card is not None:
            self.words_asked.emit(card, state.value)

    def _enable(self) -> None:
        card = self.current()
        for state, button in self.buttons.items():
            button.setEnabled(card is not None and may(card, state))


def stops_of(desk: Desk, incident_id: str) -> Iterable[StopCard]:
    """Return the open stop orders of a sheet."""
    cards = desk.store.board.all(StopCard).values()
    return (card for card in cards if card.incident_id == incident_id)


def may(card: StopCard, state: StopState) -> bool:
    """Tell whether a step may be taken; the result of one that is held is what followed the hold."""
    moves = STOP_MOVES[card.state]
    return state in moves or (state is StopState.STOPPED and StopState.SETTLED in moves)


def clock_text(card: StopCard, now: int) -> str:
    """Return how long is left for what is owed."""
    if card.due_at is None:
        return translate("Stop", WAITING)
    left = card.due_at - now
    if card.state is StopState.WRITTEN:
        return translate("Stop", LEFT if left >= 0 else LATE).replace("{span}", span_of(left))
    if left < 0:
        return translate("Stop", HOLD_OVER).replace("{span}", span_of(left))
    return translate("Stop", HELD).replace("{at}", full_time_of(card.due_at)[5:16])


def clock_colour(card: StopCard, now: int) -> str | None:
    """Return the colour of the clock: red from the time of the warning on, and when a hold is over."""
    if card.state is StopState.WRITTEN:
        return "danger" if now >= card.warn_at else "warning"
    return "danger" if card.due_at is not None and now >= card.due_at else None


def stop_columns(desk: Desk) -> list[Column[StopCard]]:
    """Return the columns: sum and state, where it went, the clock."""

    def money(card: StopCard) -> str:
        known = card.amount_fen is not None
        words = translate("Stop", YUAN if known else UNKNOWN_SUM)
        return f"{words.replace('{yuan}', yuan_text(card.amount_fen or 0))}\n{state_name(card.state.value)}"

    def where(card: StopCard) -> str:
        first = card.payees[0] if card.payees else None
        name = f"{first.bank} …{first.account[-4:]}" if first is not None else "—"
        count = translate("Stop", ACCOUNTS).replace("{count}", str(len(card.payees)))
        return f"{name}\n{count}"

    return [
        Column("money", lambda: translate("Stop", MONEY), money, width=130),
        Column("where", lambda: translate("Stop", TO), where, width=150),
        Column(
            "clock",
            lambda: translate("Stop", CLOCK),
            lambda card: clock_text(card, desk.clock.now()),
            lambda card: clock_colour(card, desk.clock.now()),
            width=130,
        ),
    ]
