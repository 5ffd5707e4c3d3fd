"""Overlays in the window: files of others as layers of the map, and what is drawn here for others."""

from ui.overlay.work import OverlayWork

__all__ = ["OverlayWork"]
