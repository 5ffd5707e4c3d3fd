"""Keys of entities: UUIDv7 (RFC 9562), sortable by birth, made without asking anyone."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Callable, Iterator
from random import Random


def uuid7(at_ms: int, entropy: bytes) -> str:
    """Return the UUIDv7 text of a birth time (Unix ms, 48 bit) and 10 random bytes."""
    bits = (at_ms & (1 << 48) - 1) << 80 | int.from_bytes(entropy[:10])
    bits = bits & ~(0xF << 76) | 0x7 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=bits))


def new_id() -> str:
    """Return a fresh key by this machine's clock and entropy; for the edge of the program only."""
    return uuid7(time.time_ns() // 1_000_000, os.urandom(10))


def seeded_ids(seed: int, clock: Callable[[], int]) -> Iterator[str]:
    """Yield keys that depend on the seed and the given clock (Unix ms) alone; for drills and tests."""
    random = Random(seed)
    while True:
        yield uuid7(clock(), random.randbytes(10))


def system_ids() -> Iterator[str]:
    """Yield fresh keys for ever."""
    while True:
        yield new_id()
