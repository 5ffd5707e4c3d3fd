"""The directory of linked agencies and police bodies."""

from ui.directory.pane import DirectoryPane

__all__ = ["DirectoryPane"]
