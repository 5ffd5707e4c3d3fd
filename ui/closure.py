"""Which roads are closed now: the closures that are in force, told to the roads as they change and as time passes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from models.board import Board, Delta, MarkingCard
from models.marking import MarkingKind, Phase, phase
from ui.desk import Desk


class ClosureWatch(QObject):
    """Follows board and clock; a closure that begins or ends by itself counts from that second on."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.store.loaded.connect(self._take_board)
        desk.store.changed.connect(self._take_delta)
        desk.clock.ticked.connect(self._tick)
        self._tick(desk.clock.now())

    def _take_board(self, _board: Board) -> None:
        self._tick(self._desk.clock.now())

    def _take_delta(self, delta: Delta) -> None:
        if delta.touches(MarkingCard):
            self._tick(self._desk.clock.now())

    def _tick(self, now: int) -> None:
        cards = self._desk.store.board.all(MarkingCard).values()
        self._desk.roads.block(card for card in cards if is_closed(card, now))


def is_closed(card: MarkingCard, now: int) -> bool:
    """Tell whether a marking takes roads out of every way at an instant."""
    closes = card.sort is MarkingKind.CLOSURE
    return closes and phase(card.begins_at, card.ends_at, now) is Phase.IN_FORCE
