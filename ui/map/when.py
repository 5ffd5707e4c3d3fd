"""An instant as a dispatcher types it: minutes from now, a time of day, or a day with a time; China's time."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from services.context import LOCAL
from ui.moment import full_time_of, local

MINUTES = re.compile(r"\+?(\d{1,5})")
CLOCK = re.compile(r"(?:(?:(\d{4})-)?(\d{1,2})-(\d{1,2}) +)?(\d{1,2}):(\d{2})")
DAY = timedelta(days=1)


def instant_of(text: str, after: int) -> int | None:
    """Return the Unix ms of `90` (minutes after), `14:30` (the next), `11-24 02:00` or with a year; None of nothing.

    Raises ValueError where it is none of these.
    """
    said = text.strip().replace("：", ":")
    if not said:
        return None
    if minutes := MINUTES.fullmatch(said):
        return after + int(minutes.group(1)) * 60_000
    clock = CLOCK.fullmatch(said)
    if clock is None:
        raise ValueError(text)
    year, month, day, hour, minute = clock.groups()
    today = local(after)
    if day is None:
        found = today.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
        found += DAY if found <= today else timedelta()
    else:
        found = datetime(
            *(int(year or today.year), int(month), int(day), int(hour), int(minute)), tzinfo=UTC
        )
        if year is None and found < today - 180 * DAY:
            found = found.replace(year=found.year + 1)
    return int((found - LOCAL).timestamp() * 1000)


def typed(at: int | None) -> str:
    """Return an instant as it could be typed, "" for none."""
    return full_time_of(at)[:16]
