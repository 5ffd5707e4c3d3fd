"""A plain progress line on a terminal; silent where nobody looks."""

from __future__ import annotations

from time import monotonic
from typing import TextIO

WIDTH = 30
PAUSE_S = 0.1


class Progress:
    """Shows how far a long command has come, at most ten times a second."""

    def __init__(self, title: str, out: TextIO | None) -> None:
        self._title, self._out = title, out if out is not None and out.isatty() else None
        self._last = float("-inf")
        self._drawn = False

    def __call__(self, part: float, note: str = "") -> None:
        """Show the part done (0 to 1) with a short note."""
        now = monotonic()
        if self._out is None or now - self._last < PAUSE_S:
            return
        self._last = now
        self._drawn = True
        full = round(WIDTH * min(1.0, max(0.0, part)))
        bar = "█" * full + "·" * (WIDTH - full)
        self._out.write(f"\r{self._title} {bar} {part:4.0%} {note}\x1b[K")
        self._out.flush()

    def end(self) -> None:
        """Take the line away."""
        if self._out is not None and self._drawn:
            self._out.write("\r\x1b[K")
            self._out.flush()
