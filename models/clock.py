"""The hybrid logical clock (Kulkarni et al., 2014): wall time that never runs backwards and orders causes before effects."""

from __future__ import annotations

COUNTER_BITS = 16
COUNTER_MAX = (1 << COUNTER_BITS) - 1


def pack(wall_ms: int, counter: int) -> int:
    """Return the 64-bit stamp: Unix ms above 16 bits of counter. Greater means later."""
    return wall_ms << COUNTER_BITS | counter


def wall(stamp: int) -> int:
    """Return the Unix ms part of a stamp."""
    return stamp >> COUNTER_BITS


def tick(last: int, wall_ms: int) -> int:
    """Return the stamp of a new local event: later than `last`, no earlier than the wall."""
    return max(pack(wall_ms, 0), last + 1)


def receive(last: int, seen: int, wall_ms: int) -> int:
    """Return the stamp after seeing another seat's stamp: later than both."""
    return max(pack(wall_ms, 0), last + 1, seen + 1)
