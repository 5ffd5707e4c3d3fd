"""Choosing units for an incident, and another incident for a unit."""

from ui.dispatch.chooser import DispatchChooser

__all__ = ["DispatchChooser"]
