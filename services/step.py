"""What happens in a stretch of time: what a drill or a replayed log brings to a desk."""

from __future__ import annotations

from dataclasses import dataclass

from models.fix import Fix
from services.database import Job


@dataclass(slots=True)
class Step:
    """Commands to run in order, and positions."""

    jobs: list[Job]
    fixes: list[Fix]
