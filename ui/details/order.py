"""The orders to linked agencies with their times, and the buttons for the next step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.board import AgencyCard, Card, FormerCard, IncidentCard, OrderLine
from models.state import ORDER_MOVES, OrderState, can_move
from services.linkage import arrive_order, sign_order
from ui.desk import Desk
from ui.details.lines import TIME_WIDTH, fit_height, two_lines
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import span_of, time_of
from ui.scope import BY_NAME, key_of, struck
from ui.table import CardTable, CardView, Column
from ui.wording import state_name

AGENCY = QT_TRANSLATE_NOOP("Order", "联动单位")
SENT = QT_TRANSLATE_NOOP("Order", "发送")
SIGNED = QT_TRANSLATE_NOOP("Order", "签收")
ARRIVED = QT_TRANSLATE_NOOP("Order", "到场")
FED_BACK = QT_TRANSLATE_NOOP("Order", "反馈")
ROWS = 4
AGENCY_WIDTH = 136
# What needs words from the agency, and what does not.
PLAIN = {OrderState.SIGNED: sign_order, OrderState.ARRIVED: arrive_order}
WORDED = (OrderState.FED_BACK, OrderState.RETURNED, OrderState.CANCELLED)
KEYS = {f"order.{state.value}": state for state in (*PLAIN, *WORDED)}


@dataclass(frozen=True, slots=True)
class OrderCard(Card):
    """One order with the name of its agency."""

    line: OrderLine
    agency: str


class OrderView(CardView):
    """A view whose keys are the steps of an order.

    Signals:
        step_struck(str): the state that a key asks for.
    """

    step_struck = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of steps; all others do what they do in a table."""
        action = struck(event, *KEYS)
        if action and not event.isAutoRepeat():
            self.step_struck.emit(KEYS[action].value)
        else:
            super().keyPressEvent(event)


class OrderList(QWidget):
    """The agencies of a sheet.

    Signals:
        words_asked(str, str): the order of this key is to go to this state, which needs words.
    """

    words_asked = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        columns = order_columns()
        self.table = CardTable(columns, lambda row: (row.line.sent_at, row.id), desk.colour, self)
        self.view = OrderView(self.table, columns, self)
        two_lines(self.view)
        self.view.setColumnWidth(0, AGENCY_WIDTH)
        self.buttons = {state: QPushButton() for state in (*PLAIN, *WORDED)}
        for state, button in self.buttons.items():
            button.clicked.connect(partial(self._clicked, state))
        self.view.chosen.connect(lambda _id: self._enable())
        self.view.step_struck.connect(self._strike)
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
        self.retranslate()

    def show_card(self, card: IncidentCard) -> None:
        """Show a sheet's orders."""
        board = self._desk.store.board
        rows = []
        for line in card.orders:
            agency = board.get(AgencyCard, line.agency_id) or board.get(FormerCard, line.agency_id)
            rows.append(OrderCard(line.id, line, self._desk.trade.word(agency) if agency else ""))
        gone = {row.id for row in self.table.cards()} - {row.id for row in rows}
        self.table.update(rows, gone)
        if rows and not self.view.current_id():
            self.view.choose(rows[-1].id)
        fit_height(self.view, len(rows), ROWS)
        self.setVisible(bool(rows))
        self._enable()

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        names = {
            OrderState.SIGNED: self.tr("签收"),
            OrderState.ARRIVED: self.tr("到场"),
            OrderState.FED_BACK: self.tr("反馈"),
            OrderState.RETURNED: self.tr("退回"),
            OrderState.CANCELLED: self.tr("撤回"),
        }
        for state, button in self.buttons.items():
            button.setText(f"{names[state]} {key_of(f'order.{state.value}')}")
            button.setToolTip(translate("Action", BY_NAME[f"order.{state.value}"].what))
        self.table.retitle()

    def _strike(self, name: str) -> None:
        state = OrderState(name)
        row = self.table.card(self.view.currentIndex().row())
        if row is None or can_move(ORDER_MOVES, row.line.state, state):
            self._clicked(state)
            return
        agency, before = row.agency, row.line.state.value

        def words() -> str:
            old, new = state_name(before), state_name(name)
            pattern = self.tr("{agency}：指令现在是“{old}”，不能改为“{new}”。")
            return pattern.format(agency=agency, old=old, new=new)

        self._desk.say("info", words)

    def _clicked(self, state: OrderState, *_clicked: object) -> None:
        order_id = self.view.current_id()
        if order_id and state in PLAIN:
            self._desk.store.do(PLAIN[state], order_id)
        elif order_id:
            self.words_asked.emit(order_id, state.value)

    def _enable(self) -> None:
        row = self.table.card(self.view.currentIndex().row())
        for state, button in self.buttons.items():
            button.setEnabled(row is not None and can_move(ORDER_MOVES, row.line.state, state))


def order_columns() -> list[Column[OrderCard]]:
    """Return the columns: agency and state, then one column a step."""

    def title(text: str) -> Callable[[], str]:
        return lambda: translate("Order", text)

    def step(name: str, text: str, instant: str) -> Column[OrderCard]:
        def cell(row: OrderCard) -> str:
            at: Any = getattr(row.line, instant)
            if at is None:
                return ""
            span = "" if instant == "sent_at" else f"+{span_of(at - row.line.sent_at)}"
            return f"{time_of(at)}\n{span}"

        return Column(name, title(text), cell, width=TIME_WIDTH)

    def who(row: OrderCard) -> str:
        # A long name is cut, not wrapped: the state has the second line.
        name = row.agency.replace(" ", "\N{NO-BREAK SPACE}")
        return f"{name}\n{state_name(row.line.state.value)}"

    return [
        Column("agency", title(AGENCY), who, hint=lambda row: row.line.text, width=AGENCY_WIDTH),
        step("sent", SENT, "sent_at"),
        step("signed", SIGNED, "signed_at"),
        step("arrived", ARRIVED, "arrived_at"),
        step("fed_back", FED_BACK, "fed_back_at"),
    ]
