"""Watches the check-ins of all units: who is late, told once, louder once more after a time."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from models.board import Board, Delta, UnitCard
from ui.desk import Desk
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.units.checkin import CHECK_IN_MINUTES, CLIMB_MINUTES, MINUTE_MS, due_at, limits_of

COMMA = QT_TRANSLATE_NOOP("Mover", "、")
# More names than this nobody reads in a banner.
MOST_NAMES = 5


class CheckInWatch(QObject):
    """Keeps the instants from the stored ones: a start finds everything as it was.

    Signals:
        changed(): who is late, or late for long, is another than before.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.due: dict[str, int] = {}
        self.overdue: frozenset[str] = frozenset()
        self.climbed: frozenset[str] = frozenset()
        self._take_settings()

    def load(self, board: Board, now: int) -> None:
        """Read every unit anew."""
        self.due = {}
        self._take(board.all(UnitCard).values())
        self.tick(now)

    def apply(self, delta: Delta, now: int) -> None:
        """Follow a delta."""
        for id in delta.dropped(UnitCard):
            self.due.pop(id, None)
        self._take(delta.of(UnitCard))
        self.tick(now)

    def take_setting(self, key: str) -> None:
        """Follow a setting that changed."""
        if key in (CHECK_IN_MINUTES.key, CLIMB_MINUTES.key):
            self._take_settings()
            self.load(self._desk.store.board, self._desk.clock.now())

    def tick(self, now: int) -> None:
        """Find who is late at an instant (Unix ms), and tell of those who were not before."""
        overdue = frozenset(id for id, due in self.due.items() if due <= now)
        climbed = frozenset(id for id in overdue if self.due[id] + self._climb <= now)
        if overdue == self.overdue and climbed == self.climbed:
            return
        fresh, risen = overdue - self.overdue - climbed, climbed - self.climbed
        self.overdue, self.climbed = overdue, climbed
        if fresh:
            self._desk.say("warning", partial(self._say_late, fresh))
        if risen:
            self._desk.say("danger", partial(self._say_silent, risen))
            self._desk.bell.say(self._say_silent(risen))
        self.changed.emit()

    def _say_late(self, ids: Iterable[str]) -> str:
        words = self.tr("签到逾期：%1。请呼叫，回答后按签到键。")
        return words.replace("%1", self._names(ids))

    def _say_silent(self, ids: Iterable[str]) -> str:
        return self.tr("▲ %1 签到逾期仍无回答！").replace("%1", self._names(ids))

    def _take(self, cards: Iterable[UnitCard]) -> None:
        for card in cards:
            due = due_at(card, self._limits)
            if due is None:
                self.due.pop(card.id, None)
            else:
                self.due[card.id] = due

    def _take_settings(self) -> None:
        self._limits = limits_of(self._desk.settings.get(CHECK_IN_MINUTES))
        self._climb = self._desk.settings.get(CLIMB_MINUTES) * MINUTE_MS

    def _names(self, ids: Iterable[str]) -> str:
        board = self._desk.store.board
        cards = [card for id in ids if (card := board.get(UnitCard, id)) is not None]
        signs = sorted(card.call_sign for card in cards)
        shown = signs if len(signs) <= MOST_NAMES else [*signs[:MOST_NAMES], f"… ({len(signs)})"]
        return translate("Mover", COMMA).join(shown)
