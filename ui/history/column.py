"""The columns of the sheets found."""

from __future__ import annotations

from collections.abc import Callable

from models.board import IncidentCard
from ui.desk import Desk
from ui.incident import (
    level_colour,
    level_text,
    number_text,
    place_text,
    state_colour,
    state_text,
)
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import day_time_of
from ui.table import Column

TITLES = {
    "reported": QT_TRANSLATE_NOOP("HistoryColumn", "报警时间"),
    "level": QT_TRANSLATE_NOOP("HistoryColumn", "级别"),
    "number": QT_TRANSLATE_NOOP("HistoryColumn", "单号"),
    "state": QT_TRANSLATE_NOOP("HistoryColumn", "状态"),
    "class": QT_TRANSLATE_NOOP("HistoryColumn", "类别"),
    "place": QT_TRANSLATE_NOOP("HistoryColumn", "地点"),
    "caller": QT_TRANSLATE_NOOP("HistoryColumn", "报警人"),
    "narrative": QT_TRANSLATE_NOOP("HistoryColumn", "报警内容"),
}


def columns(desk: Desk) -> tuple[Column[IncidentCard], ...]:
    """Return the columns, the newest names of the trade dictionaries in them."""
    trade = desk.trade
    return (
        Column(
            "reported", title("reported"), lambda card: day_time_of(card.reported_at), width=112
        ),
        Column("level", title("level"), level_text, level_colour, width=50),
        Column("number", title("number"), number_text, None, lambda card: card.number, 98),
        Column("state", title("state"), state_text, state_colour, width=84),
        Column("class", title("class"), lambda card: trade.class_name(card.class_code), width=120),
        Column("place", title("place"), place_text, width=160, stretch=True),
        Column("caller", title("caller"), caller_text, width=130),
        Column("narrative", title("narrative"), lambda card: one_line(card.narrative), width=220),
    )


def title(name: str) -> Callable[[], str]:
    """Return what gives a column's title in the language of the screen."""
    return lambda: translate("HistoryColumn", TITLES[name])


def caller_text(card: IncidentCard) -> str:
    """Return the caller's number and name."""
    return f"{card.caller_number} {card.caller_name}".strip()


def one_line(text: str) -> str:
    """Return a text without its line breaks."""
    return " ".join(text.split())
