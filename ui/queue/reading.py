"""How the queue reads a card: by the desk's clock, limits and dictionaries; and the columns it shows."""

from __future__ import annotations

from collections.abc import Callable

from models.board import IncidentCard
from models.promise import Owed, Promise, promise
from ui.desk import Desk
from ui.incident import (
    crew_hint,
    crew_text,
    level_colour,
    level_text,
    number_text,
    place_text,
    state_colour,
    state_text,
)
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import day_time_of, span_of, time_of
from ui.table import Column

OWED = {
    Owed.TAKE: QT_TRANSLATE_NOOP("Owed", "接警"),
    Owed.DISPATCH: QT_TRANSLATE_NOOP("Owed", "派警"),
    Owed.ARRIVE: QT_TRANSLATE_NOOP("Owed", "到场"),
    Owed.FEED_BACK: QT_TRANSLATE_NOOP("Owed", "反馈"),
    Owed.CLOSE: QT_TRANSLATE_NOOP("Owed", "处结"),
}
LEFT = QT_TRANSLATE_NOOP("Owed", "{owed} {span}")
OVERDUE = QT_TRANSLATE_NOOP("Owed", "▲{owed} +{span}")
LEFT_HINT = QT_TRANSLATE_NOOP("Owed", "{owed}应在 {at} 前，还剩 {span}")
OVERDUE_HINT = QT_TRANSLATE_NOOP("Owed", "{owed}应在 {at} 前，已超 {span}")
TITLES = {
    "level": QT_TRANSLATE_NOOP("QueueColumn", "级别"),
    "left": QT_TRANSLATE_NOOP("QueueColumn", "剩余"),
    "number": QT_TRANSLATE_NOOP("QueueColumn", "单号"),
    "state": QT_TRANSLATE_NOOP("QueueColumn", "状态"),
    "class": QT_TRANSLATE_NOOP("QueueColumn", "类别"),
    "place": QT_TRANSLATE_NOOP("QueueColumn", "地点"),
    "crew": QT_TRANSLATE_NOOP("QueueColumn", "警力"),
    "channel": QT_TRANSLATE_NOOP("QueueColumn", "来源"),
    "reported": QT_TRANSLATE_NOOP("QueueColumn", "报警"),
}
SOON_MS = 60_000


class Reading:
    """Reads cards at `now`, by the limits as last taken from the dictionary."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._limits = desk.limits()
        self.now = desk.clock.now()

    def take_limits(self) -> None:
        """Read by the limits that the dictionary holds now."""
        self._limits = self._desk.limits()

    def promise(self, card: IncidentCard) -> Promise:
        """Return what a sheet owes next."""
        return promise(card, self._limits)

    def due(self, card: IncidentCard) -> int:
        """Return the instant from which a sheet is overdue."""
        return promise(card, self._limits).at

    def left_text(self, card: IncidentCard) -> str:
        """Return the step that is owed and the time left, or by how much it is late."""
        return self._left(card, LEFT, OVERDUE)

    def left_hint(self, card: IncidentCard) -> str:
        """Return the time left in a sentence."""
        return self._left(card, LEFT_HINT, OVERDUE_HINT)

    def left_colour(self, card: IncidentCard) -> str | None:
        """Return danger where it is late, warning where it soon will be."""
        left = self.promise(card).left(self.now)
        if left < 0:
            return "danger"
        return "warning" if left < SOON_MS else None

    def is_late(self, card: IncidentCard) -> bool:
        """Tell whether a sheet is past its promised minute."""
        return self.promise(card).left(self.now) < 0

    def place_hint(self, card: IncidentCard) -> str:
        """Return the whole address and what was reported."""
        return "\n".join(text for text in (place_text(card), card.narrative) if text)

    def texts(self, card: IncidentCard) -> tuple[str, ...]:
        """Return what a search looks through, the quickest first."""
        board = self._desk.store.board
        return (
            card.number,
            card.caller_number,
            card.contact_phone,
            card.caller_name,
            card.address,
            self._desk.trade.class_name(card.class_code),
            crew_text(card, board),
        )

    def columns(self) -> tuple[Column[IncidentCard], ...]:
        """Return the columns of the queue."""
        store, trade = self._desk.store, self._desk.trade
        return (
            Column("level", title("level"), level_text, level_colour, width=48, strong=is_grave),
            Column(
                "left",
                title("left"),
                self.left_text,
                self.left_colour,
                self.left_hint,
                width=122,
                right=True,
                strong=self.is_late,
            ),
            Column("number", title("number"), number_text, None, lambda card: card.number, 98),
            Column("state", title("state"), state_text, state_colour, width=84),
            Column(
                "class", title("class"), lambda card: trade.class_name(card.class_code), width=112
            ),
            Column(
                "place", title("place"), place_text, None, self.place_hint, width=160, stretch=True
            ),
            Column(
                "crew",
                title("crew"),
                lambda card: crew_text(card, store.board),
                None,
                lambda card: crew_hint(card, store.board),
                width=130,
            ),
            Column(
                "channel",
                title("channel"),
                lambda card: trade.name("channel", card.channel),
                width=76,
            ),
            Column(
                "reported",
                title("reported"),
                lambda card: time_of(card.reported_at),
                None,
                lambda card: day_time_of(card.reported_at),
                width=74,
            ),
        )

    def _left(self, card: IncidentCard, left: str, overdue: str) -> str:
        owed = self.promise(card)
        ms = owed.left(self.now)
        return translate("Owed", overdue if ms < 0 else left).format(
            owed=translate("Owed", OWED[owed.owed]), span=span_of(ms), at=time_of(owed.at)
        )


def title(name: str) -> Callable[[], str]:
    """Return what gives a column's title in the language of the screen."""
    return lambda: translate("QueueColumn", TITLES[name])


def is_grave(card: IncidentCard) -> bool:
    """Tell whether a sheet is of one of the two upper levels."""
    return card.level in (1, 2)
