"""Everything about the selected incident, and what is done with it."""

from ui.details.pane import DetailsPane

__all__ = ["DetailsPane"]
