"""The body's window: the orders it got, what each owes and by when, and one key a step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from models.errors import CodedError, RuleError
from models.owing import owed_step
from models.state import OPEN_ORDER, ORDER_MOVES, OrderState, can_move
from services.database import wall_ms
from services.exchange import Answer, Body, BodyOrder
from services.exchange.message import ARRIVED, DEPARTED, FED_BACK, POLICE, RETURNED, SIGNED, WORDED
from ui.agency.column import class_text, columns_of, owed_text, state_text
from ui.agency.reply import Reply
from ui.field import remark
from ui.lane import Lane, call_each
from ui.language import language_name
from ui.moment import full_time_of, time_of
from ui.refusal import sentence
from ui.scope import key_of, struck
from ui.setting import LANGUAGE, THEME, Settings
from ui.table import CardTable, CardView
from ui.theme import palette_of

LOOK_MS = 1000
KINDS = (SIGNED, DEPARTED, ARRIVED, FED_BACK, RETURNED, POLICE)
KEYS = {**{f"order.{kind}": kind for kind in KINDS[:-1]}, "agency.police": POLICE}
NAME_OF = {kind: name for name, kind in KEYS.items()}
VIEWS = ("view.language", "view.theme")


class OrderView(CardView):
    """The list of orders; its keys are the steps.

    Signals:
        struck(str): the kind of answer that a key asks for.
    """

    struck = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of steps; all others do what they do in a table."""
        action = struck(event, *KEYS)
        if action and not event.isAutoRepeat():
            self.struck.emit(KEYS[action])
        else:
            super().keyPressEvent(event)


class AgencyWindow(QWidget):
    """One body's desk: looks at its folder once a second, on a lane of its own.

    Signals:
        looked(): what is in the folder is on the screen.
        closed(): the window is gone.
    """

    looked = Signal()
    closed = Signal()

    def __init__(
        self,
        body: Body,
        code: str,
        settings: Settings,
        *,
        now: Callable[[], int] = wall_ms,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._body, self.code, self._settings, self._now = body, code, settings, now
        self._lane: Lane[Callable[[], object]] = Lane("agency", call_each, parent=self)
        self._looking = False
        self._known: set[str] = set()
        columns = columns_of(now)
        self.table = CardTable(columns, order_key, self._colour, self)
        self.view = OrderView(self.table, columns, self)
        self.head, self.told, self.detail = QLabel(), remark("danger"), QLabel()
        self.head.setProperty("role", "heading")
        for label in (self.head, self.detail):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.who, self._who_label = QLineEdit(), QLabel()
        self.who.setMaxLength(60)
        self.who.setMaximumWidth(160)
        self._who_label.setBuddy(self.who)
        self.buttons = {kind: QPushButton() for kind in KINDS}
        self.reply = Reply(self)
        self._lay_out()
        self.view.chosen.connect(lambda _id: self._show_chosen())
        self.view.struck.connect(self.strike)
        for kind, button in self.buttons.items():
            button.clicked.connect(partial(self._clicked, kind))
        self.reply.given.connect(self._give)
        self.reply.left.connect(self.view.setFocus)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(LOOK_MS)
        self.resize(1080, 620)
        self.retranslate()
        self.view.setFocus()
        self._tick()

    def strike(self, kind: str) -> None:
        """Take the step of a kind for the chosen order, or say why it cannot be taken."""
        order = self.chosen()
        if order is None:
            self._tell(self.tr("请先选中一条指令。"))
        elif not may(order, kind):
            self._tell(
                self.tr("指令现在是“{state}”，这一步不适用。").format(state=state_text(order))
            )
        elif kind in WORDED:
            self._tell("")
            self.reply.ask(order.id, kind)
        else:
            self._give(order.id, kind, "", [])

    def chosen(self) -> BodyOrder | None:
        """Return the order that is chosen, None where there is none."""
        return self.table.card(self.view.currentIndex().row())

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        self.setWindowTitle(self.tr("联动单位 {code} · 漳州110").format(code=self.code))
        names = {
            SIGNED: self.tr("签收"),
            DEPARTED: self.tr("出发"),
            ARRIVED: self.tr("到场"),
            FED_BACK: self.tr("反馈"),
            RETURNED: self.tr("退回"),
            POLICE: self.tr("请求警力"),
        }
        for kind, button in self.buttons.items():
            button.setText(f"{names[kind]} {key_of(NAME_OF[kind])}")
        self._who_label.setText(self.tr("经办人"))
        self.view.set_empty_text(self.tr("没有指令。接警台发来的指令会自动出现在这里。"))
        self.reply.retranslate()
        self.table.retitle()
        self._show_head()
        self._show_chosen()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the screen."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change language or colours by the keys of the desk."""
        action = struck(event, *VIEWS)
        if action == "view.language":
            self._settings.set(LANGUAGE, "en" if language_name() == "zh" else "zh")
        elif action == "view.theme":
            following = {"light": "dark", "dark": "contrast", "contrast": "light"}
            self._settings.set(THEME, following[self._settings.get(THEME)])
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the looking; what was given is in the folder."""
        self._timer.stop()
        self._lane.close()
        self.closed.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.head, 1)
        top.addWidget(self._who_label)
        top.addWidget(self.who)
        steps = QHBoxLayout()
        for button in self.buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            steps.addWidget(button)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addWidget(self.detail)
        column.addLayout(steps)
        column.addWidget(self.told)
        column.addWidget(self.reply)

    def _tick(self) -> None:
        if not self._looking:
            self._looking = True
            work = partial(self._body.look, at=self._now(), by=self.who.text().strip())
            self._lane.submit(work, self._take, self._fail)

    def _take(self, orders: list[BodyOrder]) -> None:
        self._looking = False
        shown = {order.id: order for order in self.table.cards()}
        changed = [order for order in orders if shown.get(order.id) != order]
        self.table.update(changed, set(shown) - {order.id for order in orders})
        # Limits run on in the rows that nothing else changes.
        self.table.refresh(("owed",))
        fresh = [order for order in orders if order.id not in self._known]
        self._known.update(order.id for order in fresh)
        if not self.view.current_id() and orders:
            self.view.choose(next(iter(self.table.cards())).id)
        if any(order.state in OPEN_ORDER for order in fresh):
            self.window().activateWindow()
        self._show_head()
        self._show_chosen()
        self.looked.emit()

    def _fail(self, error: Exception) -> None:
        self._looking = False
        if not isinstance(error, CodedError):
            raise error
        self._tell(sentence(error))

    def _give(self, order: str, kind: str, text: str, photos: list[Path]) -> None:
        given = Answer(order, kind, self.who.text().strip(), text, tuple(photos))
        work = partial(self._body.answer, given, at=self._now())
        worded = kind in WORDED

        def refused(error: Exception) -> None:
            if not isinstance(error, CodedError):
                raise error
            say = self.reply.refuse if worded else self._tell
            say(sentence(error))

        self._lane.submit(work, lambda _key: self._given(worded=worded), refused)

    def _given(self, *, worded: bool) -> None:
        if worded:
            self.reply.done()
            self.view.setFocus()
        self._tell("")
        self._tick()

    def _clicked(self, kind: str, *_clicked: object) -> None:
        self.strike(kind)

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _show_head(self) -> None:
        cards = self.table.cards()
        waits = sum(order.state in OPEN_ORDER for order in cards)
        pattern = self.tr("{code} · 在办 {count} 条 · {now}")
        self.head.setText(
            pattern.format(code=self.code, count=waits, now=full_time_of(self._now()))
        )

    def _show_chosen(self) -> None:
        order = self.chosen()
        for kind, button in self.buttons.items():
            button.setEnabled(order is not None and may(order, kind))
        self.detail.setText("" if order is None else self._told_of(order))

    def _told_of(self, order: BodyOrder) -> str:
        times = [
            (self.tr("送达"), order.delivered_at),
            (self.tr("签收"), order.signed_at),
            (self.tr("出发"), order.departed_at),
            (self.tr("到场"), order.arrived_at),
            (self.tr("反馈"), order.fed_back_at),
        ]
        lines = [
            f"{order.number} · {class_text(order)} · {order.address}",
            order.text,
            " · ".join(f"{name} {time_of(at)}" for name, at in times if at is not None),
            owed_text(order, self._now()),
        ]
        if order.answer:
            lines.append(order.answer)
        if order.refused:
            why = sentence(RuleError(order.refused))
            lines.append(self.tr("接警台没有采用上一条答复：{why}").format(why=why))
        return "\n".join(line for line in lines if line)

    def _colour(self, meaning: str) -> str:
        return palette_of(self._settings.get(THEME))[meaning]


def order_key(order: BodyOrder) -> tuple[bool, int]:
    """Return where an order stands in the list: what is owed first on top, what is over at the end."""
    owed = owed_step(order)
    return (order.state not in OPEN_ORDER, owed[1] if owed is not None else order.sent_at)


def may(order: BodyOrder, kind: str) -> bool:
    """Tell whether a step can be taken; police can be called for while an order is open and no call waits."""
    if kind == POLICE:
        return order.state in OPEN_ORDER and not order.wants_police
    return can_move(ORDER_MOVES, order.state, OrderState(kind))
