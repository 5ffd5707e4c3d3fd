"""Calls: what rings, who is on the line, whom to ring back."""

from ui.call.pane import CallPane

__all__ = ["CallPane"]
