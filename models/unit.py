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
    drill: Mapped[bool] = mapped_column(default=False)

    def check_can_go(self) -> None:
        """Raise RuleError `unit.not_ready` unless the unit can be given a job."""
        if self.duty not in READY:
            raise RuleError("unit.not_ready", unit=self.call_sign, duty=self.duty.value)

    def set_duty(self, new: Duty, at: int) -> None:
        """Change the duty by the table; RuleError `state.illegal` otherwise."""
        check_move(DUTY_MOVES, self.duty, new)
        self.duty, self.duty_since = new, at
