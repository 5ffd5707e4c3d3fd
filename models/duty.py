"""Who of a body's contacts is to be rung now: duty rosters before standing hours, standing hours before unknown ones."""

from __future__ import annotations

from collections.abc import Iterable

from models.board import ContactLine

MINUTE = 60_000
DAY = 24 * 60
# China keeps one time all year.
LOCAL = 8 * 60
RANKS = {True: 0, None: 1, False: 2}


def minute_of(time: str) -> int:
    """Return the minute of the day of a time HH:MM."""
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def minute_of_day(at: int) -> int:
    """Return the minute of the local day of an instant (Unix ms)."""
    return (at // MINUTE + LOCAL) % DAY


def is_over(contact: ContactLine, now: int) -> bool:
    """Tell whether a line of a roster has had its time."""
    return contact.ends_at is not None and contact.ends_at <= now


def on_duty(contact: ContactLine, now: int) -> bool | None:
    """Tell whether a contact is on duty at an instant (Unix ms); None where the hours are not registered.

    Hours that end before they begin go over midnight; those that end where they begin go round the clock.
    """
    if (contact.begins_at is not None and now < contact.begins_at) or is_over(contact, now):
        return False
    if not contact.duty_from or not contact.duty_to:
        return None if contact.begins_at is None and contact.ends_at is None else True
    begin, end = minute_of(contact.duty_from), minute_of(contact.duty_to)
    at = minute_of_day(now)
    if begin < end:
        return begin <= at < end
    return begin == end or at >= begin or at < end


def best_contact(contacts: Iterable[ContactLine], now: int) -> ContactLine | None:
    """Return whom to ring now, of those with a telephone: who is on duty by the roster, then by standing hours, then of
    unknown hours, last who is off duty; each in order of trying. Who is off the roster is not rung at all."""
    reachable = [it for it in contacts if it.phone and not off_roster(it, now)]
    return min(
        reachable,
        key=lambda it: (RANKS[on_duty(it, now)], it.begins_at is None, it.rank),
        default=None,
    )


def off_roster(contact: ContactLine, now: int) -> bool:
    """Tell whether a line of a roster is for another time: that telephone may be at somebody's bedside."""
    rostered = contact.begins_at is not None or contact.ends_at is not None
    return rostered and on_duty(contact, now) is False
