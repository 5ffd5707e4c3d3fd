"""Cards of what the fight against fraud has open: orders to stop payments, warnings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from models.board import Card
from models.stop import PENDING_STOP, StopState


@dataclass(frozen=True, slots=True)
class PayeeLine:
    """One account that money went to; sums in fen, instants in Unix ms."""

    id: str
    account: str
    holder: str
    bank: str
    amount_fen: int | None
    transferred_at: int | None


@dataclass(frozen=True, slots=True)
class StopCard(Card):
    """An order to stop a payment on which something is still owed."""

    kind: ClassVar[str] = "stop"
    incident_id: str
    state: StopState
    written_at: int
    submit_by: int
    warn_at: int
    victim_name: str
    victim_id_number: str
    victim_phone: str
    payer_account: str
    payer_bank: str
    channel: str
    fraud_kind: str
    proof: str
    note: str
    amount_fen: int | None
    transferred_at: int | None
    submitted_at: int | None
    accepted_at: int | None
    stopped_at: int | None
    hold_until: int | None
    stopped_fen: int
    result: str
    payees: tuple[PayeeLine, ...] = ()

    @property
    def due_at(self) -> int | None:
        """Until when the next thing is owed: the sending, later the end of the hold; None while the centre has it."""
        if self.state is StopState.WRITTEN:
            return self.submit_by
        return None if self.state in PENDING_STOP else self.hold_until


@dataclass(frozen=True, slots=True)
class WarningCard(Card):
    """A person who has to be spoken to."""

    kind: ClassVar[str] = "warning"
    level: str
    received_at: int
    name: str
    phone: str
    address: str
    text: str
    source: str
    due_at: int | None
    incident_id: str | None
    number: str = ""
    taken_at: int | None = None
    taken_by: str = ""
