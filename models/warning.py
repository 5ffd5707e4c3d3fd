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
    __table_args__ = (Index("ix_warning_order_state", "state"),)

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
    ended_at: Mapped[int | None]
    officer: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")

    def end(self, new: WarningState, at: int, by: str, words: str) -> None:
        """Note what came of it, or why it is called off; RuleError `warning.over` where that is said already."""
        kept = clean_required("result", words, LONG)
        if self.state is not WarningState.OPEN:
            raise RuleError("warning.over", state=self.state.value)
        self.state, self.ended_at, self.officer, self.result = new, at, by, kept
