"""Lets the collector of circles rest while a command makes very many small things."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Commands make thousands of things that live for a moment; looking for circles among them takes a fifth of the time.
COLLECT_AFTER = 200_000


@contextmanager
def many_things() -> Iterator[None]:
    """Let the collector of circles rest while very many things are made and let go."""
    before = gc.get_threshold()
    gc.set_threshold(COLLECT_AFTER, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
