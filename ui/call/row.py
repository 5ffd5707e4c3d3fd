"""One call as a row of the strip: how long it waits, who it is, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from models.board import CallCard
from models.call import Direction
from models.state import CallState
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import span_of
from ui.table import as_data
from ui.trade import Trade

LATE_MS = 10_000
NO_NUMBER = QT_TRANSLATE_NOOP("CallRow", "无号码")
PLACED = QT_TRANSLATE_NOOP("CallRow", "已定位")
PLACED_WITHIN = QT_TRANSLATE_NOOP("CallRow", "已定位 ±{metres} 米")
DRILL = QT_TRANSLATE_NOOP("CallRow", "演练")
NUISANCE = QT_TRANSLATE_NOOP("CallRow", "⚠ 曾标骚扰")
OUTGOING = QT_TRANSLATE_NOOP("CallRow", "回拨")
RINGING = QT_TRANSLATE_NOOP("CallRow", "振铃 {span}")
LATE = QT_TRANSLATE_NOOP("CallRow", "▲振铃 {span}")
TALKING = QT_TRANSLATE_NOOP("CallRow", "通话 {span}")
ABANDONED = QT_TRANSLATE_NOOP("CallRow", "▲未接 {span} 前")
OVERDUE = QT_TRANSLATE_NOOP("CallRow", "▲未接 {span} 前 超时未回拨")
TRIED = QT_TRANSLATE_NOOP("CallRow", "已试 {count} 次")
BACK_MS = 180_000
DOT = QT_TRANSLATE_NOOP("CallRow", " · ")
BUTTONS = {
    "silence": QT_TRANSLATE_NOOP("CallRow", "静音"),
    "answer": QT_TRANSLATE_NOOP("CallRow", "接听"),
    "hang_up": QT_TRANSLATE_NOOP("CallRow", "挂断"),
    "call_back": QT_TRANSLATE_NOOP("CallRow", "回拨"),
    "tried": QT_TRANSLATE_NOOP("CallRow", "没人接"),
    "verify": QT_TRANSLATE_NOOP("CallRow", "派警核查"),
    "dismiss": QT_TRANSLATE_NOOP("CallRow", "已回拨"),
}
SILENCE_HINT = QT_TRANSLATE_NOOP("CallRow", "不再为现有来电响铃；新来电仍会响铃")
OFFERED = {
    CallState.RINGING: ("silence", "answer"),
    CallState.TALKING: ("hang_up",),
    CallState.ABANDONED: ("call_back", "tried", "verify", "dismiss"),
}


class ShortLabel(QLabel):
    """A label that ends in dots where the room is too small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Return no width at all: it gives way to everything else."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


class CallRow(QFrame):
    """One call, with its buttons.

    Signals:
        asked(str, str): which button (`silence`, `answer`, `hang_up`, `call_back`, `tried`, `verify`, `dismiss`) for which call.
    """

    asked = Signal(str, str)

    def __init__(self, card: CallCard, trade: Trade, parent: QWidget) -> None:
        super().__init__(parent)
        self._trade = trade
        self.card, self._back_ms = card, BACK_MS
        self.wait = QLabel()
        self.number = QLabel()
        self.about = ShortLabel()
        self.buttons: dict[str, QPushButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 5, 8, 5)
        self._row.setSpacing(12)
        for label in (self.wait, self.number):
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._row.addWidget(label)
        self._row.addWidget(self.about, 1)
        bold = self.number.font()
        bold.setBold(True)
        self.number.setFont(bold)
        self.wait.setFont(bold)

    def show_card(
        self, card: CallCard, now: int, key: str, *, loud: bool, back_ms: int = BACK_MS
    ) -> None:
        """Show the call as it is; `key` names the key that answers it, "" where none does.

        `loud` tells whether there is a ringing to silence, `back_ms` how long a call that rang off may wait.
        """
        if not self.buttons or card.state is not self.card.state:
            self._offer(card.state)
        self.card, self._back_ms = card, back_ms
        self.number.setText(number_text(card))
        self.about.setText(about_text(card, self._trade))
        self.about.setToolTip(as_data(self.about.text()))
        for name, button in self.buttons.items():
            text = translate("CallRow", BUTTONS[name])
            button.setText(f"{text} {key}" if key and name == "answer" else text)
            button.setAccessibleName(f"{text} {self.number.text()}")
        if "verify" in self.buttons:
            # Once somebody tried: nobody answers, and where it came from is known.
            self.buttons["verify"].setVisible(card.place is not None and card.tries > 0)
        if "silence" in self.buttons:
            self.buttons["silence"].setVisible(loud)
            self.buttons["silence"].setToolTip(translate("CallRow", SILENCE_HINT))
        self.tick(now)

    def tick(self, now: int) -> None:
        """Let the waiting time run."""
        self.wait.setText(wait_text(self.card, now, self._back_ms))
        banner = banner_of(self.card, now, self._back_ms)
        if self.property("banner") != banner:
            self.setProperty("banner", banner)
            self.style().unpolish(self)
            self.style().polish(self)

    def _offer(self, state: CallState) -> None:
        for old in self.buttons.values():
            self._row.removeWidget(old)
            old.deleteLater()
        self.buttons = {}
        for name in OFFERED[state]:
            button = QPushButton(self)
            button.setProperty("primary", name == "answer")
            button.clicked.connect(lambda _on=False, name=name: self.asked.emit(name, self.card.id))
            self._row.addWidget(button)
            self.buttons[name] = button


# The first two digits of a channel's code (dictionary `channel`) → its tone; all others ring like a telephone.
CHANNEL_TONES = {
    "04": "machine",
    "05": "message",
    "06": "message",
    "08": "transfer",
    "09": "transfer",
}


def tone_of(card: CallCard) -> str:
    """Return the tone that says how a call comes."""
    return CHANNEL_TONES.get(card.channel[:2], "call")


def is_late(card: CallCard, now: int) -> bool:
    """Tell whether a call has rung for longer than it should."""
    return card.state is CallState.RINGING and now - card.rang_at > LATE_MS


def is_overdue(card: CallCard, now: int, back_ms: int) -> bool:
    """Tell whether a call that rang off waits for its call back longer than it should."""
    return card.state is CallState.ABANDONED and now - (card.hung_up_at or card.rang_at) > back_ms


def banner_of(card: CallCard, now: int, back_ms: int = BACK_MS) -> str:
    """Return how loud the row is: a call that waits too long above all."""
    if card.state is CallState.TALKING:
        return "info"
    late = is_late(card, now) or is_overdue(card, now, back_ms)
    return "danger" if late else "warning"


def wait_text(card: CallCard, now: int, back_ms: int = BACK_MS) -> str:
    """Return what the call does and how long it has done so."""
    since, pattern = card.rang_at, LATE if is_late(card, now) else RINGING
    if card.state is CallState.TALKING:
        since, pattern = card.answered_at or card.rang_at, TALKING
    elif card.state is CallState.ABANDONED:
        pattern = OVERDUE if is_overdue(card, now, back_ms) else ABANDONED
    return translate("CallRow", pattern).format(span=span_of(max(0, now - since)))


def number_text(card: CallCard) -> str:
    """Return the caller's number."""
    return card.caller_number or translate("CallRow", NO_NUMBER)


def about_text(card: CallCard, trade: Trade) -> str:
    """Return all else that is known of the caller in one line."""
    drill = translate("CallRow", DRILL) if card.drill else ""
    channel = trade.name("channel", card.channel)
    heard = " ".join(card.heard.split())
    marked = translate("CallRow", NUISANCE) if card.nuisance else ""
    back = translate("CallRow", OUTGOING) if card.direction == Direction.OUTGOING else ""
    tried = translate("CallRow", TRIED).format(count=card.tries) if card.tries else ""
    parts = (
        drill,
        tried,
        back,
        marked,
        channel,
        card.owner_name,
        card.owner_address,
        placed_text(card),
        heard,
    )
    return translate("CallRow", DOT).join(part for part in parts if part)


def placed_text(card: CallCard) -> str:
    """Return whether the network says where the caller is, and how closely."""
    if card.place is None:
        return ""
    if card.place.accuracy is None:
        return translate("CallRow", PLACED)
    return translate("CallRow", PLACED_WITHIN).format(metres=round(card.place.accuracy))
