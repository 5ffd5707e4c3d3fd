"""Instants and spans as people read them: local time of China, to the second."""

from __future__ import annotations

from datetime import UTC, datetime

from services.context import LOCAL


def time_of(at: int | None) -> str:
    """Return HH:MM:SS of an instant (Unix ms), "" where there is none."""
    return full_time_of(at)[11:]


def day_time_of(at: int | None) -> str:
    """Return MM-DD HH:MM:SS of an instant (Unix ms), "" where there is none."""
    return full_time_of(at)[5:]


def span_of(ms: int) -> str:
    """Return a span as M:SS, from an hour on as H:MM:SS; the sign is dropped."""
    minutes, seconds = divmod(abs(ms) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"


def local(at: int) -> datetime:
    """Return an instant (Unix ms) as China's clocks show it."""
    return datetime.fromtimestamp(at / 1000, UTC) + LOCAL


def full_time_of(at: int | None) -> str:
    """Return YYYY-MM-DD HH:MM:SS of an instant (Unix ms), "" where there is none."""
    # Every cell painted asks for it: a pattern (`%H:%M`) would take two to four times as long.
    return "" if at is None else local(at).isoformat(" ", "seconds")[:19]
