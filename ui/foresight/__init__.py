"""What if (推演): two choices of units for the selected incident, each played an hour on, many times, beside the desk."""

from ui.foresight.opening import Foresights

__all__ = ["Foresights"]
