"""Check-in timers (签到): how long a unit may be silent in each state, when it has to be heard next, who is late."""

from __future__ import annotations

from collections.abc import Mapping

from models.board import UnitCard
from models.state import AssignmentState, Duty
from ui.setting import Setting

MINUTE_MS = 60_000
# State and minutes, in pairs. No official figure is known (DOMAIN §7.2): half an hour on scene is a beginning.
CHECK_IN_MINUTES = Setting("units/check_in_minutes", "arrived 30")
# So long after its time a missing check-in is louder, once.
CLIMB_MINUTES = Setting("units/check_in_climb_minutes", 5)
OVERDUE_FIRST = Setting("units/overdue_first", True)
# The states that may have a limit; who called for help is looked after otherwise.
STATES = (
    AssignmentState.ARRIVED.value,
    AssignmentState.DEPARTED.value,
    Duty.ESCORT.value,
    Duty.PAUSED.value,
    Duty.RETURNING.value,
    Duty.PATROL.value,
    Duty.STANDBY.value,
)
Limits = Mapping[str, int]


def limits_of(text: str) -> dict[str, int]:
    """Return state → ms of a setting such as `arrived 30 escort 60`; what cannot be read has no limit."""
    words = text.split()
    return {
        state: int(minutes) * MINUTE_MS
        for state, minutes in zip(words[::2], words[1::2], strict=False)
        if state in STATES and minutes.isascii() and minutes.isdigit() and int(minutes) > 0
    }


def limits_text(minutes: Mapping[str, int]) -> str:
    """Return limits (state → minutes, 0 none) as the setting keeps them."""
    return " ".join(f"{state} {minutes[state]}" for state in STATES if minutes.get(state, 0) > 0)


def due_at(card: UnitCard, limits: Limits) -> int | None:
    """Return when a unit has to be heard (Unix ms): its limit after its newest step or check-in; None no limit."""
    limit = limits.get(card.status)
    if limit is None:
        return None
    return max(card.status_since, card.checked_in_at or 0) + limit
