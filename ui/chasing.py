"""Chases linked bodies (催办): a limit that is up reminds, growing; who shows no sign of life is to be rung."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from PySide6.QtCore import QObject

from models.board import AgencyCard, Board, Delta, FormerCard, IncidentCard, OrderLine
from models.owing import CLIMB, next_reminder
from models.reminder import CHIEF
from models.state import OrderState
from services.database import wall_ms
from services.linkage import remind_order, ring_agency
from ui.desk import Desk
from ui.keyname import key_text
from ui.reminding import numbers
from ui.scope import key_of
from ui.setting import (
    EXCHANGE_RING_SECONDS,
    EXCHANGE_SILENT_SECONDS,
    REMIND,
    REMIND_AGENCY,
)
from ui.wording import owed_name

SECOND = 1000
# A reminder of an order: when, which order, which step, the how-manieth.
Due = tuple[int, str, str, int]


class Limits:
    """The next reminder of every open order, the earliest first: a tick looks at what is due and at nothing else."""

    def __init__(self, climb: tuple[int, ...] = CLIMB) -> None:
        self.climb = climb
        self._next: dict[str, Due] = {}
        self._heap: list[Due] = []

    def __len__(self) -> int:
        return len(self._next)

    def load(self, lines: Iterable[OrderLine]) -> None:
        """Begin anew with these orders."""
        self._next = {due[1]: due for line in lines if (due := self._due(line)) is not None}
        self._heap = list(self._next.values())
        heapify(self._heap)

    def put(self, line: OrderLine) -> None:
        """Take note of an order as it stands now."""
        due = self._due(line)
        if due is None:
            self._next.pop(line.id, None)
        elif self._next.get(line.id) != due:
            self._next[line.id] = due
            heappush(self._heap, due)

    def drop(self, order_id: str) -> None:
        """Forget an order."""
        self._next.pop(order_id, None)

    def due(self, now: int) -> list[Due]:
        """Return the reminders that are due and take them out: each is told once."""
        found = []
        while self._heap and self._heap[0][0] <= now:
            due = heappop(self._heap)
            # What was replaced meanwhile is still in the heap.
            if self._next.get(due[1]) == due:
                del self._next[due[1]]
                found.append(due)
        return found

    def _due(self, line: OrderLine) -> Due | None:
        found = next_reminder(line, line.reminded_step, line.reminded, self.climb)
        if found is None:
            return None
        step, rank, at = found
        return at, line.id, step, rank


@dataclass(frozen=True, slots=True)
class Patience:
    """How long (ms) a body may show no sign of life, and an order may stay unconfirmed, before somebody rings."""

    silent_ms: int
    ring_ms: int


def to_ring(
    waiting: Iterable[OrderLine],
    seen: Mapping[str, int | None],
    patience: Patience,
    now: int,
    wall: int,
) -> list[OrderLine]:
    """Return the orders that are to be told by telephone: `seen` says by body (its key) when it was last there.

    `now` is the desk's time, `wall` that of the disk (Unix ms); bodies that are not in `seen` have no terminal.
    """
    limit_of = {
        body: patience.silent_ms
        if at is None or wall - at > patience.silent_ms
        else patience.ring_ms
        for body, at in seen.items()
    }
    return [
        line
        for line in waiting
        if (limit := limit_of.get(line.agency_id)) is not None and now - line.sent_at > limit
    ]


class ChaseWatch(QObject):
    """Writes each reminder of a body onto its sheet, and lets those be rung that do not answer.

    `alive` says by code of the body when it last showed that it is there (Unix ms, None never); who is not in it has no
    terminal.
    """

    def __init__(
        self, desk: Desk, alive: Callable[[], Mapping[str, int | None]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._alive = desk, alive
        self._limits = Limits(numbers(desk.settings.get(REMIND_AGENCY), 1) or CLIMB)
        self._waiting: dict[str, OrderLine] = {}
        # Of each sheet on the board, its orders that are watched.
        self._of: dict[str, tuple[str, ...]] = {}
        self._asked: set[str] = set()
        desk.store.loaded.connect(self._load)
        desk.store.changed.connect(self._apply)
        desk.clock.ticked.connect(self._tick)

    def _load(self, board: Board) -> None:
        self._of, self._waiting, self._asked = {}, {}, set()
        self._limits.load(())
        self._take(board.all(IncidentCard).values())

    def _apply(self, delta: Delta) -> None:
        for id in delta.dropped(IncidentCard):
            self._forget(id)
        self._take(delta.of(IncidentCard))

    def _forget(self, incident_id: str) -> None:
        for order_id in self._of.pop(incident_id, ()):
            self._limits.drop(order_id)
            self._waiting.pop(order_id, None)

    def _take(self, cards: Iterable[IncidentCard]) -> None:
        for card in cards:
            if not card.orders and card.id not in self._of:
                continue
            self._of[card.id] = tuple(line.id for line in card.orders)
            for line in card.orders:
                self._limits.put(line)
                if line.state is OrderState.SENT and line.ring_since is None:
                    self._waiting[line.id] = line
                else:
                    self._waiting.pop(line.id, None)

    def _tick(self, now: int) -> None:
        self._ring(now)
        if not self._desk.settings.get(REMIND):
            return
        due = self._limits.due(now)
        for _, order_id, step, rank in due:
            # Somebody may have taken the step, or another seat reminded, in this very moment.
            self._desk.store.do(remind_order, order_id, step, rank, failed=lambda _error: None)
        if due:
            self._tell(due)

    def _tell(self, due: list[Due]) -> None:
        self._desk.bell.strike("overdue", [it[1] for it in due])
        high = any(rank >= CHIEF for _, _, _, rank in due)
        some = [(self._name_of(order_id), step, rank) for _, order_id, step, rank in due[:4]]

        def words() -> str:
            told = [f"{name()} {owed_name(step)} ×{rank}" for name, step, rank in some]
            more = self.tr("等 {count} 条").format(count=len(due)) if due[4:] else ""
            pattern = (
                self.tr("催办联动单位，报指挥长：{told}")
                if high
                else self.tr("催办联动单位：{told}")
            )
            return pattern.format(told=" · ".join([*told, *([more] if more else [])]))

        self._desk.say("danger" if high else "warning", words)

    def _name_of(self, order_id: str) -> Callable[[], str]:
        """Return what says the name of the body of an order, in the language of the screen whenever it is asked."""
        board = self._desk.store.board
        for card in board.all(IncidentCard).values():
            for line in card.orders:
                if line.id == order_id:
                    body = board.get(AgencyCard, line.agency_id)
                    former = body or board.get(FormerCard, line.agency_id)
                    return lambda: self._desk.trade.word(former) if former else ""
        return str

    def _ring(self, now: int) -> None:
        """Ask for a telephone call where a body has a terminal and neither it nor the order shows a sign of life."""
        alive = self._alive()
        if not alive or not self._waiting:
            return
        settings, board = self._desk.settings, self._desk.store.board
        patience = Patience(
            settings.get(EXCHANGE_SILENT_SECONDS) * SECOND,
            settings.get(EXCHANGE_RING_SECONDS) * SECOND,
        )
        seen = {
            body.id: alive[body.code]
            for body in board.all(AgencyCard).values()
            if body.code in alive
        }
        for line in to_ring(self._waiting.values(), seen, patience, now, wall_ms()):
            body = board.get(AgencyCard, line.agency_id)
            if line.id not in self._asked and body is not None:
                self._asked.add(line.id)
                self._ask_ring(line, body)

    def _ask_ring(self, line: OrderLine, body: AgencyCard) -> None:
        def told(_result: object) -> None:
            def words() -> str:
                pattern = self.tr("{agency} 的终端无应答，请打电话通知（通讯录 {key}），再记下。")
                key = key_text(key_of("directory.dial"))
                return pattern.format(agency=self._desk.trade.word(body), key=key)

            self._desk.bell.strike("overdue", [line.id])
            self._desk.say("danger", words)

        self._desk.store.do(ring_agency, line.id, then=told, failed=lambda _error: None)
