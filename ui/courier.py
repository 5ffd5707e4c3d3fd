"""Carries messages between this desk and the folders of linked bodies; watches who is there and what they owe."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.board import AgencyCard, Delta, IncidentCard
from models.errors import CodedError, RuleError
from services.database import wall_ms
from services.exchange import (
    Arrived,
    Mailbox,
    Posting,
    boxes,
    collect,
    mark_posted,
    postings,
    put_out,
    settle,
    take_message,
)
from services.exchange.message import FED_BACK, POLICE, RETURNED
from ui.desk import Desk
from ui.lane import Lane, call_each
from ui.refusal import sentence
from ui.setting import EXCHANGE_FOLDER

# Ticks of the desk's clock (half seconds) between two looks at the folders.
EVERY_TICKS = 2
TOLD = (FED_BACK, RETURNED, POLICE)


@dataclass(frozen=True, slots=True)
class Round:
    """What one look at the folders found: bodies, when each showed life (Unix ms), and what lies there."""

    boxes: Mapping[str, Mailbox]
    alive: Mapping[str, int | None]
    arrived: tuple[Arrived, ...]


class Courier(QObject):
    """Posts what bodies have not heard, takes what they say; every file is dealt with once, in the order of each body.

    Signals:
        rounded(): the folders were looked at and everything found in them was dealt with.
    """

    rounded = Signal()

    def __init__(self, desk: Desk, beside: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        given = desk.settings.get(EXCHANGE_FOLDER)
        self.folder = Path(given) if given else beside
        # By code of the body: when it last showed that it is there, None never. Who is not in it takes no part.
        self.alive: dict[str, int | None] = {}
        self._boxes: Mapping[str, Mailbox] = {}
        self._busy = False
        self._posting = False
        self._left = 0
        self._ticks = 0
        self._told = ""
        self._lane: Lane[Callable[[], object]] = Lane("exchange", call_each, parent=self)
        desk.clock.ticked.connect(self._tick)
        desk.store.changed.connect(self._changed)

    def close(self) -> None:
        """End; a file that was being moved is moved."""
        self._lane.close()

    def _tick(self, _now: int) -> None:
        self._ticks += 1
        if self._ticks % EVERY_TICKS == 0 and not self._busy:
            self._busy = True
            self._lane.submit(partial(look_round, self.folder), self._found, self._fail)

    def _fail(self, error: Exception) -> None:
        self._busy = False
        if not isinstance(error, CodedError):
            self._desk.store.tell(error)
        elif str(error) != self._told:
            # A folder that cannot be reached is told once, not every second.
            self._told = str(error)
            known = error
            self._desk.say("warning", lambda: sentence(known))

    def _found(self, found: Round) -> None:
        joined = set(found.boxes) - set(self._boxes)
        self._boxes, self.alive = found.boxes, dict(found.alive)
        self._told = ""
        self._left = len(found.arrived)
        if joined:
            self._post()
        for arrived in found.arrived:
            self._take(arrived)
        if not found.arrived:
            self._rest()

    def _take(self, arrived: Arrived) -> None:
        if arrived.parcel is None:
            self._settle(arrived, arrived.error)
            return
        self._desk.store.do(
            take_message,
            arrived.parcel,
            quiet=True,
            then=lambda news: self._taken(arrived, news=bool(news)),
            failed=lambda error: self._refused(arrived, error),
        )

    def _taken(self, arrived: Arrived, *, news: bool) -> None:
        if news and arrived.parcel is not None and arrived.parcel.message.kind in TOLD:
            self._announce(arrived)
        self._settle(arrived, None)

    def _refused(self, arrived: Arrived, error: CodedError) -> None:
        if isinstance(error, RuleError):
            self._settle(arrived, error)
        else:
            # The store is in trouble: the file stays where it is and is read again.
            self._settled(None)

    def _settle(self, arrived: Arrived, error: RuleError | None) -> None:
        if error is not None:
            why, who = error, self.name_of(arrived.code)

            def words() -> str:
                pattern = self.tr("{agency} 发来的一条消息不能采用，已另存：{why}")
                return pattern.format(agency=who, why=sentence(why))

            self._desk.say("warning", words)
        box = self._boxes[arrived.code]
        work = partial(settle, box, arrived, error, wall_ms())
        self._lane.submit(work, self._settled, self._not_settled)

    def _settled(self, _none: object) -> None:
        self._left -= 1
        if self._left == 0:
            self._rest()

    def _not_settled(self, error: Exception) -> None:
        # It is found again, and known: nothing is done twice.
        self._fail(error)
        self._busy = True
        self._settled(None)

    def _rest(self) -> None:
        self._busy = False
        self.rounded.emit()

    def _announce(self, arrived: Arrived) -> None:
        """Say what somebody has to read: an answer, an order given back, a call for police."""
        if arrived.parcel is None:
            return
        message, who = arrived.parcel.message, self.name_of(arrived.code)
        kind = {POLICE: "danger", RETURNED: "warning"}.get(message.kind, "info")
        if kind != "info":
            self._desk.bell.strike("overdue", [message.id])

        def words() -> str:
            patterns = {
                POLICE: self.tr("{agency} 请求警力到场：{text}"),
                RETURNED: self.tr("{agency} 退回指令：{text}"),
                FED_BACK: self.tr("{agency} 已反馈：{text}"),
            }
            return patterns[message.kind].format(agency=who, text=message.text[:60])

        self._desk.say(kind, words)

    def name_of(self, code: str) -> str:
        """Return the name of a body by its code; the code where the directory has it not."""
        cards = self._desk.store.board.all(AgencyCard).values()
        card = next((card for card in cards if card.code == code), None)
        return self._desk.trade.word(card) if card is not None else code

    def _changed(self, delta: Delta) -> None:
        if any(line.unposted for card in delta.of(IncidentCard) for line in card.orders):
            self._post()

    def _post(self) -> None:
        if self._boxes and not self._posting:
            self._ask()

    def _ask(self) -> None:
        self._posting = True
        self._desk.store.ask(postings, self._put_out, list(self._boxes), failed=self._not_posted)

    def _put_out(self, some: list[Posting]) -> None:
        if not some:
            self._posting = False
            return
        work = partial(put_all, dict(self._boxes), some)
        self._lane.submit(work, lambda _none: self._mark(some), self._not_put_out)

    def _mark(self, some: list[Posting]) -> None:
        last = some[-1]
        for it in some[:-1]:
            told = (it.order_id, it.revision)
            self._desk.store.do(mark_posted, *told, quiet=True, failed=lambda _error: None)
        told = (last.order_id, last.revision)
        store = self._desk.store
        store.do(mark_posted, *told, quiet=True, then=self._posted, failed=self._not_posted)

    def _posted(self, _none: object) -> None:
        # More may wait than one turn takes, or an order has moved on meanwhile.
        self._ask()

    def _not_posted(self, _error: CodedError) -> None:
        self._posting = False

    def _not_put_out(self, error: Exception) -> None:
        self._posting = False
        self._fail(error)


def look_round(folder: Path) -> Round:
    """Look at the bodies' folders; TroubleErrors of files."""
    found = boxes(folder)
    alive = {code: box.alive_at() for code, box in found.items()}
    return Round(found, alive, tuple(collect(found)))


def put_all(all_boxes: Mapping[str, Mailbox], some: list[Posting]) -> None:
    """Write each message into the folder of its body; TroubleErrors of files."""
    for it in some:
        if it.agency in all_boxes:
            put_out(all_boxes[it.agency], [it])
