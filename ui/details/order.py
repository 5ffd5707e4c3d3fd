"""The orders to linked agencies with their times, and the buttons for the next step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.board import AgencyCard, Card, FormerCard, IncidentCard, OrderLine
from models.errors import RuleError
from models.owing import owed_step
from models.state import ORDER_MOVES, OrderState, can_move
from services.linkage import arrive_order, depart_order, sign_order
from ui.desk import Desk
from ui.details.lines import TIME_WIDTH, fit_height, two_lines
from ui.details.photo import PhotoView, images_of
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import span_of, time_of
from ui.refusal import sentence
from ui.scope import BY_NAME, key_of, struck
from ui.table import CardTable, CardView, Column
from ui.wording import order_state_name, owed_name

AGENCY = QT_TRANSLATE_NOOP("Order", "联动单位")
SENT = QT_TRANSLATE_NOOP("Order", "发送")
SIGNED = QT_TRANSLATE_NOOP("Order", "签收")
ARRIVED = QT_TRANSLATE_NOOP("Order", "到场")
FED_BACK = QT_TRANSLATE_NOOP("Order", "反馈")
ROWS = 4
AGENCY_WIDTH = 136
# What needs words from the agency, and what does not.
PLAIN = {
    OrderState.SIGNED: sign_order,
    OrderState.DEPARTED: depart_order,
    OrderState.ARRIVED: arrive_order,
}
WORDED = (OrderState.FED_BACK, OrderState.RETURNED, OrderState.CANCELLED)
KEYS = {f"order.{state.value}": state.value for state in (*PLAIN, *WORDED)}
# What only some orders ask for: an answer to a call for police, a telephone call, a look at pictures.
EXTRA = ("police_answered", "rung", "photo")
KEYS |= {f"order.{name}": name for name in EXTRA}
POLICE = QT_TRANSLATE_NOOP("Order", "求警！")
RING = QT_TRANSLATE_NOOP("Order", "须电话通知！")
LEFT = QT_TRANSLATE_NOOP("Order", "{step} 剩 {span}")
LATE = QT_TRANSLATE_NOOP("Order", "⚠ {step} 超 {span}")


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
            self.step_struck.emit(KEYS[action])
        else:
            super().keyPressEvent(event)


class OrderList(QWidget):
    """The agencies of a sheet.

    Signals:
        words_asked(str, str): the order of this key is to go to this state, which needs words; or what else needs some
            (`police_answered`, `rung`).
    """

    words_asked = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        columns = order_columns(desk)
        self.table = CardTable(columns, lambda row: (row.line.sent_at, row.id), desk.colour, self)
        self.view = OrderView(self.table, columns, self)
        two_lines(self.view)
        self.view.setColumnWidth(0, AGENCY_WIDTH)
        self.buttons = {state: QPushButton() for state in (*PLAIN, *WORDED)}
        for state, button in self.buttons.items():
            button.clicked.connect(partial(self._clicked, state))
        self.extra = {name: QPushButton() for name in EXTRA}
        for name, button in self.extra.items():
            button.clicked.connect(partial(self._do_extra, name))
        self.pictures: PhotoView | None = None
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
        second = QHBoxLayout()
        for button in self.extra.values():
            second.addWidget(button)
        second.addStretch(1)
        column.addLayout(second)
        desk.clock.ticked.connect(self._tick)
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
            OrderState.DEPARTED: self.tr("出发"),
            OrderState.ARRIVED: self.tr("到场"),
            OrderState.FED_BACK: self.tr("反馈"),
            OrderState.RETURNED: self.tr("退回"),
            OrderState.CANCELLED: self.tr("撤回"),
        }
        for state, button in self.buttons.items():
            button.setText(f"{names[state]} {key_of(f'order.{state.value}')}")
            button.setToolTip(translate("Action", BY_NAME[f"order.{state.value}"].what))
        extra = {
            "police_answered": self.tr("答复求警"),
            "rung": self.tr("已电话通知"),
            "photo": self.tr("看照片"),
        }
        for name, button in self.extra.items():
            button.setText(f"{extra[name]} {key_of(f'order.{name}')}")
            button.setToolTip(translate("Action", BY_NAME[f"order.{name}"].what))
        self.table.retitle()

    def _tick(self, _now: int) -> None:
        if self.isVisible():
            self.table.refresh(["agency"])

    def _do_extra(self, name: str, *_clicked: object) -> None:
        row = self.table.card(self.view.currentIndex().row())
        if row is None:
            return
        if not wants(row.line, name):
            self._desk.say("info", lambda: self._why_not(name))
        elif name == "photo":
            self._show_photos(row)
        else:
            self.words_asked.emit(row.id, name)

    def _why_not(self, name: str) -> str:
        if name == "photo":
            return self.tr("这个单位的反馈没有附照片。")
        code = "order.police_none" if name == "police_answered" else "order.ring_none"
        return sentence(RuleError(code))

    def _show_photos(self, row: OrderCard) -> None:
        """Show the pictures of an answer in a window of their own, which the same key turns over."""

        def show(pictures: list[QImage]) -> None:
            if self.pictures is None:
                self.pictures = PhotoView(self)
            self.pictures.show_all(row.agency, pictures)

        self._desk.store.ask(images_of, show, row.id)

    def _strike(self, name: str) -> None:
        if name in EXTRA:
            self._do_extra(name)
            return
        state = OrderState(name)
        row = self.table.card(self.view.currentIndex().row())
        if row is None or can_move(ORDER_MOVES, row.line.state, state):
            self._clicked(state)
            return
        agency, before = row.agency, row.line.state.value

        def words() -> str:
            old, new = order_state_name(before), order_state_name(name)
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
        for name, button in self.extra.items():
            button.setVisible(row is not None and wants(row.line, name))


def wants(line: OrderLine, name: str) -> bool:
    """Tell whether an order asks for one of what only some ask for."""
    if name == "photo":
        return line.photos > 0
    return line.wants_police if name == "police_answered" else line.wants_ring


def limit_text(line: OrderLine, now: int) -> str:
    """Return which step is owed next and how long there is for it, "" where no limit runs."""
    owed = owed_step(line)
    if owed is None:
        return ""
    step, due = owed
    pattern = translate("Order", LEFT if due >= now else LATE)
    return pattern.format(step=owed_name(step), span=span_of(due - now))


def colour_of(line: OrderLine, now: int) -> str | None:
    """Return the colour of an order: somebody is in need or has to be rung, a limit is broken."""
    if line.wants_police or line.wants_ring:
        return "danger"
    owed = owed_step(line)
    return "warning" if owed is not None and owed[1] < now else None


def order_columns(desk: Desk) -> list[Column[OrderCard]]:
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
        line = row.line
        loud = [translate("Order", POLICE)] if line.wants_police else []
        loud += [translate("Order", RING)] if line.wants_ring else []
        rest = loud or [order_state_name(line.state.value), limit_text(line, desk.clock.now())]
        return f"{name}\n" + " · ".join(words for words in rest if words)

    def colour(row: OrderCard) -> str | None:
        return colour_of(row.line, desk.clock.now())

    return [
        Column(
            "agency",
            title(AGENCY),
            who,
            colour,
            hint=lambda row: row.line.text,
            width=AGENCY_WIDTH,
            stretch=True,
        ),
        step("sent", SENT, "sent_at"),
        step("signed", SIGNED, "signed_at"),
        step("arrived", ARRIVED, "arrived_at"),
        step("fed_back", FED_BACK, "fed_back_at"),
    ]
