"""The sheet form (接警单): what is typed while somebody reports."""

from ui.sheet.pane import SheetPane

__all__ = ["SheetPane"]
