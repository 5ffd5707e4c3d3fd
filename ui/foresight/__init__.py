"""What if (推演): two choices of units for the selected incident, each played an hour on, many times, beside the desk."""

from ui.foresight.dialog import ForesightDialog

__all__ = ["ForesightDialog"]
