"""The call (话务): one ring or message from outside, or the desk's call back, before and beside any sheet.

Which sheet was opened for a call is `Incident.call_id`. `caller_number` is the number outside and `called_number` the
number of the desk, whoever dialled: `direction` says that.
"""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, composite, mapped_column

from models.base import Entity, refers
from models.errors import RuleError
from models.incident import place_columns
from models.place import Place
from models.state import CALL_MOVES, CallState, check_move
from models.text import clean

SECOND = 1_000


class Direction(StrEnum):
    """Who dialled: somebody outside, or the desk."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"


class CallEnd(StrEnum):
    """Who or what ended a call."""

    CALLER = "caller"
    DESK = "desk"
    LOST = "lost"


class Call(Entity):
    """One call with its instants; `heard` is what the channel itself brought (message text, drill script)."""

    __tablename__ = "call"
    __table_args__ = (
        Index("ix_call_state", "state"),
        Index("ix_call_caller_number", "caller_number"),
    )

    channel: Mapped[str] = mapped_column(default="0101")
    queue: Mapped[str] = mapped_column(default="")
    direction: Mapped[Direction] = mapped_column(default=Direction.INCOMING)
    state: Mapped[CallState] = mapped_column(default=CallState.RINGING)
    caller_number: Mapped[str] = mapped_column(default="")
    called_number: Mapped[str] = mapped_column(default="110")
    owner_name: Mapped[str] = mapped_column(default="")
    owner_address: Mapped[str] = mapped_column(default="")
    place: Mapped[Place | None] = composite(*place_columns("caller"))
    heard: Mapped[str] = mapped_column(default="")
    # When it rang here; of a call back, when it was dialled.
    rang_at: Mapped[int]
    dialled_at: Mapped[int | None]
    # When the telephone outside rang: known where the exchange tells it.
    rang_back_at: Mapped[int | None]
    answered_at: Mapped[int | None]
    hung_up_at: Mapped[int | None]
    hung_up_by: Mapped[CallEnd | None]
    answered_by: Mapped[str] = mapped_column(default="")
    recording: Mapped[str] = mapped_column(default="")
    # A number that was marked rings like any other: nobody in need is ever blocked.
    nuisance: Mapped[bool] = mapped_column(default=False)
    # Somebody rang an abandoned call back, or tried to; the call back itself names what it returns.
    called_back: Mapped[bool] = mapped_column(default=False)
    # How often the desk rang it back without an answer.
    tries: Mapped[int] = mapped_column(default=0)
    returns_id: Mapped[str | None] = mapped_column(refers("call"))
    source_id: Mapped[str] = mapped_column(default="")
    drill: Mapped[bool] = mapped_column(default=False)

    def answer(self, at: int, by: str) -> None:
        """Take the call off the hook."""
        check_move(CALL_MOVES, self.state, CallState.TALKING)
        self.state, self.answered_at, self.answered_by = CallState.TALKING, at, by

    @property
    def waited(self) -> int | None:
        """How long somebody waited for an answer or until giving up (ms); None while it rings."""
        end = self.answered_at if self.answered_at is not None else self.hung_up_at
        return None if end is None else max(0, end - self.rang_at)

    @property
    def talked(self) -> int | None:
        """How long was talked (ms); None where nobody did, or still does."""
        if self.answered_at is None or self.hung_up_at is None:
            return None
        return max(0, self.hung_up_at - self.answered_at)

    def hang_up(self, at: int, end: CallEnd | None = None) -> None:
        """End the talk; a ringing call that stops is abandoned and wants a call-back.

        Unless `end` says otherwise a ringing call was given up by its caller, a talk ended by the desk.
        """
        new = CallState.ABANDONED if self.state is CallState.RINGING else CallState.ENDED
        if self.state is CallState.ABANDONED:
            # A second hang-up must not take the call-back off the board; `dismiss` does.
            raise RuleError("state.illegal", what="CallState", old=self.state.value, new=new.value)
        check_move(CALL_MOVES, self.state, new)
        usual = CallEnd.CALLER if new is CallState.ABANDONED else CallEnd.DESK
        self.state, self.hung_up_at, self.hung_up_by = new, at, end or usual

    def note_try(self) -> None:
        """Count a call back that nobody answered; RuleError `call.not_abandoned`."""
        if self.state is not CallState.ABANDONED:
            raise RuleError("call.not_abandoned")
        self.tries += 1

    def supplement(self, recording: str | None, rang_back_at: int | None, now: int) -> None:
        """Keep what the exchange tells afterwards: the recording's number, when the telephone outside rang (ms).

        None leaves a field as it is. RuleErrors `call.not_over`, `call.not_outgoing`, `field.bad`.
        """
        if self.hung_up_at is None:
            raise RuleError("call.not_over")
        if recording is not None:
            self.recording = clean("recording", recording)
        if rang_back_at is None:
            return
        if self.direction is not Direction.OUTGOING:
            raise RuleError("call.not_outgoing", field="rang_back_at")
        # People read the instant from a list of whole seconds.
        if not self.rang_at - SECOND < rang_back_at <= min(self.hung_up_at, now):
            raise RuleError("field.bad", field="rang_back_at")
        self.rang_back_at = rang_back_at

    def dismiss(self) -> None:
        """Let an abandoned call be, as rung back; when its caller gave up stays as it was."""
        if self.state is not CallState.ABANDONED:
            raise RuleError("call.not_abandoned")
        check_move(CALL_MOVES, self.state, CallState.ENDED)
        self.state, self.called_back = CallState.ENDED, True
