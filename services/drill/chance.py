"""Chance that a seed decides: every entity draws from a stream of its own."""

from __future__ import annotations

from random import Random

from models.identity import uuid7


def stream(seed: int, *entity: object) -> Random:
    """Return the stream of one entity; what others draw does not change it, nor does the process's hash seed."""
    return Random("/".join(str(part) for part in (seed, *entity)))


def seconds(random: Random, low: float, high: float) -> int:
    """Return a duration in ms between two bounds in seconds."""
    return round(random.uniform(low, high) * 1000)


def key_at(at: int, seed: int, *entity: object) -> str:
    """Return the key of a thing of the drill that is born at an instant (ms)."""
    return uuid7(at, stream(seed, *entity, "key").randbytes(10))
