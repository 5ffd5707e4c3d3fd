"""The diversion (分流): a request that belongs to another desk (12345, car moving) goes there, with its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, refers
from models.errors import RuleError
from models.state import check_move
from models.text import LONG, clean, clean_required


class Path(StrEnum):
    """Which way a request goes."""

    HOTLINE = "hotline"
    CAR_MOVE = "car_move"


class DiversionState(StrEnum):
    """How far a diversion has come."""

    OFFERED = "offered"
    DISPUTED = "disputed"
    ACCEPTED = "accepted"
    KEPT = "kept"
    RETURNED = "returned"
    FED_BACK = "fed_back"


class Side(StrEnum):
    """One of the two desks."""

    POLICE = "police"
    OTHER = "other"


D = DiversionState
DIVERSION_MOVES: Mapping[DiversionState, frozenset[DiversionState]] = {
    D.OFFERED: frozenset({D.DISPUTED, D.ACCEPTED, D.KEPT, D.RETURNED, D.FED_BACK}),
    D.DISPUTED: frozenset({D.ACCEPTED, D.KEPT}),
    D.ACCEPTED: frozenset({D.RETURNED, D.FED_BACK, D.KEPT}),
    D.KEPT: frozenset(),
    D.RETURNED: frozenset(),
    D.FED_BACK: frozenset(),
}
OPEN_DIVERSION = frozenset({D.OFFERED, D.DISPUTED, D.ACCEPTED})
# What the caller says afterwards: content, more or less, not (the codes of the interface).
RATINGS = ("1", "2", "3")


class Diversion(Entity):
    """One request that was offered to another desk; `first_taker` had it first and takes it where both refuse."""

    __tablename__ = "diversion"
    __table_args__ = (
        Index("ix_diversion_incident_id", "incident_id"),
        Index("ix_diversion_order_id", "order_id"),
        Index("ix_diversion_opened_at", "opened_at"),
    )

    incident_id: Mapped[str] = mapped_column(refers("incident"))
    order_id: Mapped[str] = mapped_column(refers("agency_order"))
    path: Mapped[Path] = mapped_column(default=Path.HOTLINE)
    state: Mapped[DiversionState] = mapped_column(default=DiversionState.OFFERED)
    opened_at: Mapped[int]
    opener: Mapped[str]
    first_taker: Mapped[Side] = mapped_column(default=Side.POLICE)
    plate: Mapped[str] = mapped_column(default="")
    three_way_at: Mapped[int | None]
    # The other desk does not want it, why, and when the rule decides if the two have not.
    disputed_at: Mapped[int | None]
    refusal: Mapped[str] = mapped_column(default="")
    settle_by: Mapped[int | None]
    forced: Mapped[bool] = mapped_column(default=False)
    accepted_at: Mapped[int | None]
    returned_at: Mapped[int | None]
    department: Mapped[str] = mapped_column(default="")
    due_at: Mapped[int | None]
    fed_back_at: Mapped[int | None]
    moved: Mapped[bool | None]
    visited_at: Mapped[int | None]
    rating: Mapped[str] = mapped_column(default="")
    visit_note: Mapped[str] = mapped_column(default="")

    def move(self, new: DiversionState) -> None:
        """Change the state by the table; RuleError `state.illegal` otherwise."""
        check_move(DIVERSION_MOVES, self.state, new)
        self.state = new

    def join_three(self, at: int) -> None:
        """Note that caller and both desks talk together; RuleError `diversion.over` where nothing is open."""
        if self.state not in OPEN_DIVERSION:
            raise RuleError("diversion.over")
        if self.three_way_at is None:
            self.three_way_at = at

    def accept(self, at: int, *, forced: bool = False) -> None:
        """The other desk takes it, of itself or because it had it first."""
        self.move(D.ACCEPTED)
        self.accepted_at, self.forced = at, forced

    def keep(self, *, forced: bool = False) -> None:
        """This desk keeps it."""
        self.move(D.KEPT)
        self.forced = forced

    def refuse(self, at: int, why: str, settle_by: int) -> None:
        """The other desk says it is none of its own; where the two do not agree, the rule decides at `settle_by`."""
        why = clean_required("reason", why, LONG)
        self.move(D.DISPUTED)
        self.disputed_at, self.refusal, self.settle_by = at, why, settle_by

    def give_back(self, at: int, why: str) -> None:
        """The other desk had taken it and gives it back."""
        why = clean_required("reason", why, LONG)
        self.move(D.RETURNED)
        self.returned_at, self.refusal = at, why

    def feed_back(self, at: int) -> None:
        """The other desk has dealt with it."""
        self.move(D.FED_BACK)
        self.fed_back_at = at

    def visit(self, at: int, rating: str, note: str) -> None:
        """The caller was asked; RuleErrors `field.bad`, `diversion.not_fed_back`, `diversion.visited`."""
        note = clean("visit_note", note, LONG)
        if rating not in RATINGS:
            raise RuleError("field.bad", field="rating")
        if self.state is not D.FED_BACK:
            raise RuleError("diversion.not_fed_back")
        if self.visited_at is not None:
            raise RuleError("diversion.visited")
        self.visited_at, self.rating, self.visit_note = at, rating, note
