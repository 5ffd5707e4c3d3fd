"""Finding any sheet, open or closed."""

from ui.history.pane import HistoryPane

__all__ = ["HistoryPane"]
