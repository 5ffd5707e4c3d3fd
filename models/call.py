"""The call (话务): one ring or message from outside, before and beside any sheet."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, composite, mapped_column

from models.base import Entity
from models.errors import RuleError
from models.incident import place_columns
from models.place import Place
from models.state import CALL_MOVES, CallState, check_move


class Call(Entity):
    """One call with its instants; `heard` is what the channel itself brought (message text, drill script)."""

    __tablename__ = "call"
    __table_args__ = (
        Index("ix_call_state", "state"),
        Index("ix_call_caller_number", "caller_number"),
    )

    channel: Mapped[str] = mapped_column(default="0101")
    state: Mapped[CallState] = mapped_column(default=CallState.RINGING)
    caller_number: Mapped[str] = mapped_column(default="")
    called_number: Mapped[str] = mapped_column(default="110")
    owner_name: Mapped[str] = mapped_column(default="")
    owner_address: Mapped[str] = mapped_column(default="")
    place: Mapped[Place | None] = composite(*place_columns("caller"))
    heard: Mapped[str] = mapped_column(default="")
    rang_at: Mapped[int]
    answered_at: Mapped[int | None]
    hung_up_at: Mapped[int | None]
    answered_by: Mapped[str] = mapped_column(default="")
    recording: Mapped[str] = mapped_column(default="")
    source_id: Mapped[str] = mapped_column(default="")
    drill: Mapped[bool] = mapped_column(default=False)

    def answer(self, at: int, by: str) -> None:
        """Take the call off the hook; also the call-back to one that hung up too early."""
        check_move(CALL_MOVES, self.state, CallState.TALKING)
        self.state, self.answered_at, self.answered_by = CallState.TALKING, at, by

    def hang_up(self, at: int) -> None:
        """End the talk; a ringing call that stops is abandoned and wants a call-back."""
        new = CallState.ABANDONED if self.state is CallState.RINGING else CallState.ENDED
        if self.state is CallState.ABANDONED:
            # A second hang-up must not take the call-back off the board; `dismiss` does.
            raise RuleError("state.illegal", what="CallState", old=self.state.value, new=new.value)
        check_move(CALL_MOVES, self.state, new)
        self.state, self.hung_up_at = new, at

    def dismiss(self) -> None:
        """Let an abandoned call be; when its caller gave up stays as it was."""
        if self.state is not CallState.ABANDONED:
            raise RuleError("call.not_abandoned")
        check_move(CALL_MOVES, self.state, CallState.ENDED)
        self.state = CallState.ENDED
