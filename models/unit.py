"""The unit (处警力量): a crew with a call sign that can be sent."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, refers
from models.errors import RuleError
from models.state import DUTY_MOVES, READY, Duty, check_move


class UnitKind(StrEnum):
    """What the unit moves with."""

    CAR = "car"
    MOTORCYCLE = "motorcycle"
    FOOT = "foot"
    BOAT = "boat"
    DRONE = "drone"


class Unit(Entity):
    """A unit's duty is its own; its progress at an incident is the assignment's."""

    __tablename__ = "unit"

    call_sign: Mapped[str]
    kind: Mapped[UnitKind] = mapped_column(default=UnitKind.CAR)
    organisation_id: Mapped[str | None] = mapped_column(refers("organisation"))
    beat_id: Mapped[str | None] = mapped_column(refers("beat"))
    crew: Mapped[int] = mapped_column(default=2)
    leader: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    capabilities: Mapped[list[str]] = mapped_column(default=list)
    duty: Mapped[Duty] = mapped_column(default=Duty.OFFLINE)
    duty_since: Mapped[int]
    # When the unit last answered a check-in; the desk counts from here or from its newest step.
    checked_in_at: Mapped[int | None]
    drill: Mapped[bool] = mapped_column(default=False)
    retired: Mapped[bool] = mapped_column(default=False)

    def check_can_go(self) -> None:
        """Raise RuleError `unit.not_ready` unless the unit can be given a job."""
        if self.retired:
            raise RuleError("unit.retired", unit=self.call_sign)
        if self.duty not in READY:
            raise RuleError("unit.not_ready", unit=self.call_sign, duty=self.duty.value)

    def set_duty(self, new: Duty, at: int) -> None:
        """Change the duty by the table; RuleError `state.illegal` otherwise, `unit.retired` out of service."""
        if self.retired:
            raise RuleError("unit.retired", unit=self.call_sign)
        check_move(DUTY_MOVES, self.duty, new)
        self.duty, self.duty_since = new, at

    def check_in(self, at: int) -> None:
        """Record that the crew answered; RuleError `unit.off_duty` where nobody is there to answer."""
        if self.retired or self.duty is Duty.OFFLINE:
            raise RuleError("unit.off_duty", unit=self.call_sign)
        self.checked_in_at = at
