"""Drills (演练): invented calls and crews that behave the same for the same seed."""

from services.drill.drill import Drill
from services.drill.running import START_MS, run_headless
from services.step import Step

__all__ = ["START_MS", "Drill", "Step", "run_headless"]
