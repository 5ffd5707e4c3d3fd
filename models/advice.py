"""The advice (建议) that lay before a dispatcher when a unit was sent: kept with the order, for it cannot be made again."""

from __future__ import annotations

from dataclasses import dataclass

from models.reason import NONE, Reason


@dataclass(frozen=True, slots=True)
class Advice:
    """Estimated seconds of the unit that is sent and of the best one (None unknown), and why another was sent than proposed.

    `best_unit_id` is the best candidate at that time, "" none; `instead_of` the unit that was proposed and left out.
    """

    seconds: float | None = None
    best_unit_id: str = ""
    best_seconds: float | None = None
    instead_of: str = ""
    reason: Reason = NONE
