"""The assignment (派警单): one unit on one incident, with its own clock.

Three fields of the trade's sheet are no columns, because others say them: whether a step was late is derived from the
instants and the limits (`models/lateness.py`), the order before this one is `moved_from_id`, and the closing time is
`over_at`. The target is always a unit; its people and vehicles are counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, refers
from models.errors import RuleError
from models.reason import Reason, cleaned
from models.state import ACTIVE, ASSIGNMENT_MOVES, AssignmentState, check_move
from models.text import LONG, clean
from models.unit import UnitKind


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

# Left unfinished: whoever was reminded owes nothing here any more.
ENDED = frozenset({AssignmentState.CANCELLED, AssignmentState.MOVED, AssignmentState.RETURNED})
# What a unit brings besides its crew.
VEHICLES = frozenset({UnitKind.CAR, UnitKind.MOTORCYCLE})
MANY = 999  # more people or vehicles on one order is a slip
COUNTED = ("persons", "vehicles", "boats")


class Assignment(Entity):
    """A unit's order to go to an incident and everything it has reported since."""

    __tablename__ = "assignment"
    __table_args__ = (
        Index("ix_assignment_incident_id", "incident_id"),
        Index("ix_assignment_unit_id", "unit_id", "state"),
    )

    # The sheet's number and which of its orders this is, as people say it: 35060026112300100008-2.
    number: Mapped[str] = mapped_column(default="")
    incident_id: Mapped[str] = mapped_column(refers("incident"))
    unit_id: Mapped[str] = mapped_column(refers("unit"))
    role: Mapped[Role] = mapped_column(default=Role.REINFORCING)
    state: Mapped[AssignmentState] = mapped_column(default=AssignmentState.ISSUED)
    instruction: Mapped[str] = mapped_column(default="")
    dispatcher: Mapped[str]
    channel: Mapped[str] = mapped_column(default="net")
    self_attached: Mapped[bool] = mapped_column(default=False)
    # Nobody chose: the program sent the unit.
    auto: Mapped[bool] = mapped_column(default=False)
    recording: Mapped[str] = mapped_column(default="")
    # As the unit was at issue; the desk puts them right when it knows better.
    persons: Mapped[int] = mapped_column(default=0)
    vehicles: Mapped[int] = mapped_column(default=0)
    boats: Mapped[int] = mapped_column(default=0)
    issued_at: Mapped[int]
    delivered_at: Mapped[int | None]
    signed_at: Mapped[int | None]
    signer: Mapped[str] = mapped_column(default="")
    departed_at: Mapped[int | None]
    arrived_at: Mapped[int | None]
    finished_at: Mapped[int | None]
    return_asked_at: Mapped[int | None]
    ended_at: Mapped[int | None]
    # Words of one's own beside the code of `cancel_reason` or `return_reason`, whichever belongs to the state.
    reason: Mapped[str] = mapped_column(default="")
    reason_code: Mapped[str] = mapped_column(default="")
    close_note: Mapped[str] = mapped_column(default="")
    moved_from_id: Mapped[str | None] = mapped_column(refers("assignment"))
    # The reminder of the step that is or was owed last: which step, how often, when last, what became of it.
    reminded_step: Mapped[str] = mapped_column(default="")
    reminded: Mapped[int] = mapped_column(default=0)
    reminded_at: Mapped[int | None]
    reminder_state: Mapped[str] = mapped_column(default="")
    # When the unit left for the first job of this run; a move to a nearer job keeps it.
    out_since: Mapped[int | None]
    # The advice at issue: estimates (s) of this unit and of the best one, and why another than that was sent.
    estimate: Mapped[float | None]
    best_unit_id: Mapped[str | None] = mapped_column(refers("unit"))
    best_estimate: Mapped[float | None]
    override_reason: Mapped[str] = mapped_column(default="")
    override_code: Mapped[str] = mapped_column(default="")

    @property
    def is_active(self) -> bool:
        """Whether the unit still owes something here."""
        return self.state in ACTIVE

    @property
    def latest_at(self) -> int:
        """When the unit's last step was taken."""
        known: list[int | None] = [getattr(self, name) for name in set(INSTANTS.values())]
        return max([self.issued_at, *(at for at in known if at is not None)])

    @property
    def over_at(self) -> int | None:
        """When the order was closed: the unit was done, or left unfinished; None while it owes something."""
        return self.finished_at if self.finished_at is not None else self.ended_at

    def amend(self, fields: Mapping[str, Any]) -> bool:
        """Put counts, recording number or closing note right; return whether anything changed.

        RuleErrors: `field.unknown`, `field.bad`, those of texts.
        """
        kept = {name: amended(name, value) for name, value in fields.items()}
        changed = {name: value for name, value in kept.items() if getattr(self, name) != value}
        for name, value in changed.items():
            setattr(self, name, value)
        return bool(changed)

    def move(self, new: AssignmentState, at: int) -> None:
        """Change the state by the table and fix its instant; RuleError `state.illegal` otherwise.

        A step comes after the one that it follows, whatever the clocks say: where the clock was put back, or that of
        the seat which gave the order is ahead, the step before it gives the instant.
        """
        check_move(ASSIGNMENT_MOVES, self.state, new)
        at = max(at, self.latest_at)
        self.state = new
        if self.reminder_state and new is not AssignmentState.DELIVERED:
            self.reminder_state = "stopped" if new in ENDED else "done"
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

    def end(self, new: AssignmentState, at: int, reason: Reason | str) -> None:
        """Leave the job unfinished (cancel, ask to return, return), with a reason."""
        given = cleaned(reason)
        self.move(new, at)
        self.reason, self.reason_code = given.words, given.code


def amended(name: str, value: Any) -> int | str:
    """Return a value fit for a field that `Assignment.amend` sets; RuleError otherwise."""
    if name in COUNTED:
        if type(value) is not int or not 0 <= value <= MANY:
            raise RuleError("field.bad", field=name)
        return value
    if name not in ("recording", "close_note"):
        raise RuleError("field.unknown", field=name)
    if not isinstance(value, str):
        raise RuleError("field.bad", field=name)
    return clean(name, value, LONG) if name == "close_note" else clean(name, value)


def brought(kind: UnitKind, crew: int) -> dict[str, int]:
    """Return the persons, vehicles and boats that a unit of a kind brings."""
    return {"persons": crew, "vehicles": int(kind in VEHICLES), "boats": int(kind is UnitKind.BOAT)}


def standing(job: Assignment) -> tuple[float, float, int, str]:
    """Return the sort key of who has stood longest at an incident: on scene, then out, then sent."""
    never = float("inf")
    arrived = never if job.arrived_at is None else job.arrived_at
    departed = never if job.departed_at is None else job.departed_at
    return (arrived, departed, job.issued_at, job.id)
