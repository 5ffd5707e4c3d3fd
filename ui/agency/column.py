"""The columns of a body's list of orders, and what is owed next of each."""

from __future__ import annotations

from collections.abc import Callable

from models.owing import owed_step
from models.state import OPEN_ORDER
from services.exchange import BodyOrder
from ui.card_table import Column
from ui.language import QT_TRANSLATE_NOOP, language_name, translate
from ui.moment import day_time_of, span_of
from ui.wording import order_state_name, owed_name

STATE = QT_TRANSLATE_NOOP("Body", "状态")
OWED = QT_TRANSLATE_NOOP("Body", "时限")
WHAT = QT_TRANSLATE_NOOP("Body", "类别")
WHERE = QT_TRANSLATE_NOOP("Body", "地址")
TEXT = QT_TRANSLATE_NOOP("Body", "指令")
SENT = QT_TRANSLATE_NOOP("Body", "发送")
UNHEARD = QT_TRANSLATE_NOOP("Body", "待接警台收到")
REMINDED = QT_TRANSLATE_NOOP("Body", "催办 ×{count}")
LEFT = QT_TRANSLATE_NOOP("Body", "{step} 剩 {span}")
LATE = QT_TRANSLATE_NOOP("Body", "{step} 超 {span}")
POLICE = QT_TRANSLATE_NOOP("Body", "已请求警力")
# From this part of the time allowed on a limit is shown as near.
NEAR_MS = 300_000


def say(text: str) -> str:
    """Return a marked text of this window in the language of the screen."""
    return translate("Body", text)


def state_text(order: BodyOrder) -> str:
    """Return how an order stands, and what of it the desk has not heard."""
    words = [order_state_name(order.state.value)]
    if order.wants_police and order.state in OPEN_ORDER:
        words.append(say(POLICE))
    if order.unheard:
        words.append(f"({say(UNHEARD)})")
    return " · ".join(words)


def owed_text(order: BodyOrder, now: int) -> str:
    """Return what is owed next and how long there is for it."""
    owed = owed_step(order)
    if owed is None:
        return ""
    step, due = owed
    pattern = say(LEFT) if due >= now else say(LATE)
    words = pattern.format(step=owed_name(step), span=span_of(due - now))
    return f"{words} · {say(REMINDED).format(count=order.reminded)}" if order.reminded else words


def owed_colour(order: BodyOrder, now: int) -> str | None:
    """Return the colour of what is owed next: past its time, or near it."""
    owed = owed_step(order)
    if owed is None:
        return "muted"
    left = owed[1] - now
    return "danger" if left < 0 else "warning" if left < NEAR_MS else None


def class_text(order: BodyOrder) -> str:
    """Return the class of an order's sheet in the language of the screen."""
    english = language_name() == "en" and order.class_name_en
    return order.class_name_en if english else order.class_name


def columns_of(now: Callable[[], int]) -> list[Column[BodyOrder]]:
    """Return the columns; limits count by `now` (Unix ms)."""

    def title(text: str) -> Callable[[], str]:
        return lambda: say(text)

    def muted(order: BodyOrder) -> str | None:
        return None if order.state in OPEN_ORDER else "muted"

    return [
        Column("sent", title(SENT), lambda it: day_time_of(it.sent_at), muted, width=128),
        Column("state", title(STATE), state_text, muted, state_text, 200),
        Column(
            "owed",
            title(OWED),
            lambda it: owed_text(it, now()),
            lambda it: owed_colour(it, now()),
            hint=lambda it: owed_text(it, now()),
            width=230,
            strong=lambda it: owed_colour(it, now()) == "danger",
        ),
        Column("what", title(WHAT), class_text, muted, class_text, 120),
        Column("where", title(WHERE), lambda it: it.address, muted, lambda it: it.address, 170),
        Column(
            "text", title(TEXT), lambda it: it.text, muted, lambda it: it.text, 160, stretch=True
        ),
    ]
