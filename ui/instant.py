"""A line for an instant: people write the time, or day and time; the store keeps Unix milliseconds."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from services.context import LOCAL
from ui.clock import DeskClock
from ui.field import LineField
from ui.moment import full_time_of, local

WRITTEN = re.compile(
    r"(?:(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})\s+)?(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?"
)
DAY = timedelta(days=1)
SAMPLE = 19  # letters of YYYY-MM-DD HH:MM:SS


class InstantField(LineField):
    """HH:MM of the last day, MM-DD HH:MM of the last year, or the whole of it; or nothing.

    With `ahead` it is for what is planned: HH:MM of today, MM-DD HH:MM of the nearest year.
    """

    def __init__(
        self, clock: DeskClock, parent: QWidget | None = None, *, ahead: bool = False
    ) -> None:
        super().__init__(parent, limit=2 * SAMPLE)
        self._clock, self._ahead = clock, ahead
        self.retranslate()

    def value(self) -> Any:
        """Return the instant (Unix ms), None where nothing was written that is one."""
        return instant(self.line.text(), self._clock.now(), ahead=self._ahead)

    def show_value(self, value: Any) -> None:
        """Show an instant (Unix ms)."""
        super().show_value(full_time_of(value))

    def settle(self) -> bool:
        """Say where what was written is no time."""
        good = not self.line.text().strip() or self.value() is not None
        self.mark("" if good else self.tr("请写作 时:分、月-日 时:分 或 年-月-日 时:分。"))
        return good

    def retranslate(self) -> None:
        """Write the help in the language of the screen."""
        self.line.setPlaceholderText(self.tr("时:分 或 月-日 时:分"))


def instant(text: str, now: int, *, ahead: bool = False) -> int | None:
    """Return the instant (Unix ms) that a text tells, the last one before `now` where it leaves day or year open.

    With `ahead` an open day is today's, an open year that which lies nearest.
    """
    found = WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second = (
        int(part) if part else None for part in found.groups()
    )
    here = local(now)
    try:
        told = datetime(
            year or here.year,
            month or here.month,
            day or here.day,
            hour or 0,
            minute or 0,
            second or 0,
            tzinfo=UTC,
        )
        if ahead:
            told = told if year or month is None else nearest(told, here)
        elif told > here and month is None:
            told -= DAY
        elif told > here and year is None:
            told = told.replace(year=told.year - 1)
    except ValueError:
        return None
    return round((told - LOCAL).timestamp() * 1000)


def nearest(told: datetime, here: datetime) -> datetime:
    """Return a day of some year in the year in which it lies nearest; ValueError on 29 February of another one."""
    years = [told, *(told.replace(year=told.year + step) for step in (-1, 1))]
    return min(years, key=lambda it: abs(it - here))
