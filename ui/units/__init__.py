"""The units: what each does, since when, where; and its next step."""

from ui.units.pane import UnitsPane

__all__ = ["UnitsPane"]
