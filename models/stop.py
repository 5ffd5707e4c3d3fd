"""The stop-payment order (止付): whose money went where and when, and how far the stopping has come."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, refers
from models.errors import RuleError
from models.state import check_move
from models.text import LONG, clean, clean_required


class StopState(StrEnum):
    """How far an order to stop a payment has come."""

    WRITTEN = "written"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    STOPPED = "stopped"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"


S = StopState
STOP_MOVES: Mapping[StopState, frozenset[StopState]] = {
    S.WRITTEN: frozenset({S.SUBMITTED, S.WITHDRAWN}),
    S.SUBMITTED: frozenset({S.ACCEPTED, S.STOPPED, S.SETTLED, S.WITHDRAWN}),
    S.ACCEPTED: frozenset({S.STOPPED, S.SETTLED, S.WITHDRAWN}),
    S.STOPPED: frozenset({S.SETTLED}),
    S.SETTLED: frozenset(),
    S.WITHDRAWN: frozenset(),
}
# Somebody still owes a step, or the hold still runs.
OPEN_STOP = frozenset({S.WRITTEN, S.SUBMITTED, S.ACCEPTED, S.STOPPED})
# Nobody has said yet what became of the money.
PENDING_STOP = frozenset({S.WRITTEN, S.SUBMITTED, S.ACCEPTED})
TEXTS = (
    *("victim_name", "victim_id_number", "victim_phone", "payer_account", "payer_bank"),
    *("channel", "fraud_kind", "proof", "note"),
)
# Without these nobody can stop anything.
NEEDED = ("victim_name", "payer_bank", "amount_fen", "transferred_at")


class StopOrder(Entity):
    """One order for one sheet; sums are in fen, `submit_by` and `hold_until` are fixed when their clock begins."""

    __tablename__ = "stop_order"
    __table_args__ = (
        Index("ix_stop_order_incident_id", "incident_id"),
        Index("ix_stop_order_state", "state"),
    )

    incident_id: Mapped[str] = mapped_column(refers("incident"))
    written_at: Mapped[int]
    writer: Mapped[str]
    submit_by: Mapped[int]
    warn_at: Mapped[int]
    state: Mapped[StopState] = mapped_column(default=StopState.WRITTEN)
    victim_name: Mapped[str] = mapped_column(default="")
    victim_id_number: Mapped[str] = mapped_column(default="")
    victim_phone: Mapped[str] = mapped_column(default="")
    payer_account: Mapped[str] = mapped_column(default="")
    payer_bank: Mapped[str] = mapped_column(default="")
    # Codes of the dictionaries `pay_channel` and `fraud_kind`.
    channel: Mapped[str] = mapped_column(default="")
    fraud_kind: Mapped[str] = mapped_column(default="")
    # What proves the transfer: the name of a picture or a receipt, never the picture itself.
    proof: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    amount_fen: Mapped[int | None]
    transferred_at: Mapped[int | None]
    submitted_at: Mapped[int | None]
    accepted_at: Mapped[int | None]
    stopped_at: Mapped[int | None]
    hold_until: Mapped[int | None]
    ended_at: Mapped[int | None]
    stopped_fen: Mapped[int] = mapped_column(default=0)
    result: Mapped[str] = mapped_column(default="")

    def missing(self, accounts: int) -> list[str]:
        """Return the fields without which nobody can stop anything, by name."""
        named = [name for name in NEEDED if not getattr(self, name)]
        return named if accounts else [*named, "payees"]

    def submit(self, at: int, accounts: int) -> None:
        """Send it to the centre; RuleError `stop.incomplete` names what is missing."""
        if missing := self.missing(accounts):
            raise RuleError("stop.incomplete", missing=",".join(missing), field=missing[0])
        self.move(StopState.SUBMITTED)
        self.submitted_at = at

    def accept(self, at: int) -> None:
        """Note that the centre has taken it."""
        self.move(StopState.ACCEPTED)
        self.accepted_at = at

    def settle(self, at: int, stopped_fen: int, result: str, hold_ms: int) -> None:
        """Note what became of the money; where some was stopped, the hold begins. RuleErrors `stop.too_much`, `field.bad`."""
        if stopped_fen < 0:
            raise RuleError("field.bad", field="stopped_fen")
        if stopped_fen > (self.amount_fen or 0):
            raise RuleError("stop.too_much", field="stopped_fen")
        kept = (
            clean("result", result, LONG) if stopped_fen else clean_required("result", result, LONG)
        )
        self.move(StopState.STOPPED if stopped_fen else StopState.SETTLED)
        self.stopped_fen, self.result = stopped_fen, kept
        if stopped_fen:
            self.stopped_at, self.hold_until = at, at + hold_ms
        else:
            self.ended_at = at

    def end(self, new: StopState, at: int, reason: str) -> None:
        """Withdraw it, or end the hold, with the reason."""
        kept = clean_required("reason", reason, LONG)
        self.move(new)
        self.ended_at, self.result = at, "\n".join(filter(None, (self.result, kept)))

    def move(self, new: StopState) -> None:
        """Change the state by the table; RuleError `state.illegal`."""
        check_move(STOP_MOVES, self.state, new)
        self.state = new


class StopPayee(Entity):
    """One account that money went to, the first hop or a later one; struck, never deleted."""

    __tablename__ = "stop_payee"
    __table_args__ = (Index("ix_stop_payee_stop_order_id", "stop_order_id"),)

    stop_order_id: Mapped[str] = mapped_column(refers("stop_order"))
    account: Mapped[str]
    place: Mapped[int] = mapped_column(default=1)
    holder: Mapped[str] = mapped_column(default="")
    bank: Mapped[str] = mapped_column(default="")
    amount_fen: Mapped[int | None]
    transferred_at: Mapped[int | None]
    struck_at: Mapped[int | None]
