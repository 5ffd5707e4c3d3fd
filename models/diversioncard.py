"""The card of an open diversion, as the details show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from models.board import Card
from models.diversion import DiversionState, Path, Side


@dataclass(frozen=True, slots=True)
class DiversionCard(Card):
    """A request that another desk has not taken, or not dealt with."""

    kind: ClassVar[str] = "diversion"
    incident_id: str
    order_id: str
    path: Path
    state: DiversionState
    opened_at: int
    first_taker: Side
    plate: str
    three_way_at: int | None
    disputed_at: int | None
    refusal: str
    settle_by: int | None
    forced: bool
    accepted_at: int | None
    due_at: int | None
