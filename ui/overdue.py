"""What the queue alone does not make heard: a promise that has just been broken, and a grave sheet without anybody."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from models.board import Board, Delta, IncidentCard
from models.promise import GRAVE, Owed, promise
from ui.desk import Desk
from ui.ringer import Ringer


class OverdueWatch(QObject):
    """Sounds once for each promise broken while the desk is open, and rings while a grave sheet waits for its order."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._due: dict[str, int] = {}
        self._grave: set[str] = set()
        self.ringer = Ringer(desk.bell, desk.settings, self)
        desk.store.loaded.connect(self._load)
        desk.store.changed.connect(self._apply)
        desk.clock.ticked.connect(self._tick)
        desk.selection.incident_changed.connect(lambda id: self.ringer.silence([id]))

    def _load(self, board: Board) -> None:
        """What was late before is known to everybody: only what becomes late from now on sounds."""
        self._due, self._grave = {}, set()
        self._take(board.all(IncidentCard).values())
        now = self._desk.clock.now()
        self._due = {id: at for id, at in self._due.items() if at > now}

    def _apply(self, delta: Delta) -> None:
        if delta.touches(IncidentCard):
            self._drop(delta.dropped(IncidentCard))
            self._take(delta.of(IncidentCard))

    def _drop(self, ids: Iterable[str]) -> None:
        for id in ids:
            self._due.pop(id, None)
            self._grave.discard(id)

    def _take(self, cards: Iterable[IncidentCard]) -> None:
        now, limits = self._desk.clock.now(), self._desk.limits()
        for card in cards:
            owed = promise(card, limits)
            self._drop([card.id])
            if owed.at > now:
                self._due[card.id] = owed.at
            if card.level in GRAVE and owed.owed is Owed.DISPATCH:
                self._grave.add(card.id)
        self.ringer.show(dict.fromkeys(self._grave, "grave"))

    def _tick(self, now: int) -> None:
        late = [id for id, at in self._due.items() if at <= now]
        if late:
            for id in late:
                del self._due[id]
            self._desk.bell.strike("overdue", late)
            self._desk.bell.say(self.tr("有警情超时"))
