"""The assignment (派警单): one unit on one incident, with its own clock."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, refers
from models.state import ACTIVE, ASSIGNMENT_MOVES, AssignmentState, check_move
from models.text import clean, clean_required


class Role(StrEnum):
    """What a unit is at an incident."""

    MAIN = "main"
    REINFORCING = "reinforcing"


# Which instant each state fixes; the first report counts, a repeated one never overwrites it.
INSTANTS = {
    AssignmentState.DELIVERED: "delivered_at",
    AssignmentState.SIGNED: "signed_at",
    AssignmentState.DEPARTED: "departed_at",
    AssignmentState.ARRIVED: "arrived_at",
    AssignmentState.FINISHED: "finished_at",
    AssignmentState.RETURN_ASKED: "return_asked_at",
    AssignmentState.RETURNED: "ended_at",
    AssignmentState.CANCELLED: "ended_at",
    AssignmentState.MOVED: "ended_at",
}


class Assignment(Entity):
    """A unit's order to go to an incident and everything it has reported since."""

    __tablename__ = "assignment"
    __table_args__ = (
        Index("ix_assignment_incident_id", "incident_id"),
        Index("ix_assignment_unit_id", "unit_id", "state"),
    )

    incident_id: Mapped[str] = mapped_column(refers("incident"))
    unit_id: Mapped[str] = mapped_column(refers("unit"))
    role: Mapped[Role] = mapped_column(default=Role.REINFORCING)
    state: Mapped[AssignmentState] = mapped_column(default=AssignmentState.ISSUED)
    instruction: Mapped[str] = mapped_column(default="")
    dispatcher: Mapped[str]
    channel: Mapped[str] = mapped_column(default="net")
    self_attached: Mapped[bool] = mapped_column(default=False)
    issued_at: Mapped[int]
    delivered_at: Mapped[int | None]
    signed_at: Mapped[int | None]
    signer: Mapped[str] = mapped_column(default="")
    departed_at: Mapped[int | None]
    arrived_at: Mapped[int | None]
    finished_at: Mapped[int | None]
    return_asked_at: Mapped[int | None]
    ended_at: Mapped[int | None]
    reason: Mapped[str] = mapped_column(default="")
    moved_from_id: Mapped[str | None] = mapped_column(refers("assignment"))
    # When the unit left for the first job of this run; a move to a nearer job keeps it.
    out_since: Mapped[int | None]

    @property
    def is_active(self) -> bool:
        """Whether the unit still owes something here."""
        return self.state in ACTIVE

    @property
    def latest_at(self) -> int:
        """When the unit's last step was taken."""
        known: list[int | None] = [getattr(self, name) for name in set(INSTANTS.values())]
        return max([self.issued_at, *(at for at in known if at is not None)])

    def move(self, new: AssignmentState, at: int) -> None:
        """Change the state by the table and fix its instant; RuleError `state.illegal` otherwise.

        A step comes after the one that it follows, whatever the clocks say: where the clock was put back, or that of
        the seat which gave the order is ahead, the step before it gives the instant.
        """
        check_move(ASSIGNMENT_MOVES, self.state, new)
        at = max(at, self.latest_at)
        self.state = new
        instant = INSTANTS.get(new)
        if instant and getattr(self, instant) is None:
            setattr(self, instant, at)
        if new in (AssignmentState.DEPARTED, AssignmentState.ARRIVED) and self.out_since is None:
            self.out_since = at

    def sign(self, at: int, signer: str) -> None:
        """Record who took the order (手工签收)."""
        signer = clean("signer", signer)
        self.move(AssignmentState.SIGNED, at)
        self.signer = signer

    def end(self, new: AssignmentState, at: int, reason: str) -> None:
        """Leave the job unfinished (cancel, ask to return, return), with a reason."""
        reason = clean_required("reason", reason)
        self.move(new, at)
        self.reason = reason


def standing(job: Assignment) -> tuple[float, float, int, str]:
    """Return the sort key of who has stood longest at an incident: on scene, then out, then sent."""
    never = float("inf")
    arrived = never if job.arrived_at is None else job.arrived_at
    departed = never if job.departed_at is None else job.departed_at
    return (arrived, departed, job.issued_at, job.id)
