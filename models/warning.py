"""The warning order (预警指令): somebody is about to lose money, and how soon they must be spoken to."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, refers
from models.errors import RuleError
from models.text import LONG, clean_required


class WarningState(StrEnum):
    """Whether somebody still has to speak to the person."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class WarningOrder(Entity):
    """One person warned of; `level` is a code of the dictionary `warning_level`, which says what is done and by when."""

    __tablename__ = "warning_order"
    __table_args__ = (
        Index("ix_warning_order_state", "state"),
        Index("ix_warning_order_number", "number"),
    )

    # The number that the sender gave it, "" where a person wrote it down; what is known is not taken twice.
    number: Mapped[str] = mapped_column(default="")
    level: Mapped[str]
    received_at: Mapped[int]
    name: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    state: Mapped[WarningState] = mapped_column(default=WarningState.OPEN)
    due_at: Mapped[int | None]
    # The sheet that an urgent warning has opened.
    incident_id: Mapped[str | None] = mapped_column(refers("incident"))
    taken_at: Mapped[int | None]
    taken_by: Mapped[str] = mapped_column(default="")
    ended_at: Mapped[int | None]
    officer: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")

    def take(self, at: int, by: str) -> None:
        """Note who has it in hand; RuleErrors `warning.over`, `warning.taken` where somebody else has."""
        if self.state is not WarningState.OPEN:
            raise RuleError("warning.over", state=self.state.value)
        if self.taken_at is not None and self.taken_by != by:
            raise RuleError("warning.taken", name=self.taken_by)
        if self.taken_at is None:
            self.taken_at, self.taken_by = at, by

    def end(self, new: WarningState, at: int, by: str, words: str) -> None:
        """Note what came of it, or why it is called off; RuleError `warning.over` where that is said already."""
        kept = clean_required("result", words, LONG)
        if self.state is not WarningState.OPEN:
            raise RuleError("warning.over", state=self.state.value)
        self.state, self.ended_at, self.officer, self.result = new, at, by, kept
