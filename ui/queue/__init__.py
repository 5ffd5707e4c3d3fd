"""The live incident queue."""

from ui.queue.pane import QueuePane

__all__ = ["QueuePane"]
