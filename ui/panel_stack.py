"""A place for several forms of which one at a time is open; who shares the room with them is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.kept import KeptPanel
from ui.panel import Panel

TURNS = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class PanelStack(QWidget):
    """Forms at the foot of a pane.

    Signals:
        opening(): a form is about to open; who shares the room makes way first.
        opened(bool): a form is open now, or none is any more.
    """

    opening = Signal()
    opened = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panels: list[Panel] = []
        self._kept: dict[Panel, KeptPanel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def hold(self, panels: Sequence[Panel]) -> None:
        """Take the forms."""
        for panel in panels:
            self._panels.append(panel)
            self._column.addWidget(panel)
            panel.installEventFilter(self)
        self._column.addStretch(1)

    @property
    def is_open(self) -> bool:
        """Whether a form is open."""
        return any(not panel.isHidden() for panel in self._panels)

    def keep(self, desk: Desk, kinds: Mapping[str, Panel]) -> None:
        """Keep what is typed into these forms under their kinds until it is given."""
        self._kept |= {panel: KeptPanel(desk, kind, panel) for kind, panel in kinds.items()}

    def subject(self, panel: Panel) -> str:
        """Return what a form that is kept was opened for."""
        return self._kept[panel].subject or ""

    def give(self, panel: Panel, subject: str) -> None:
        """Forget what was given about a thing; the form goes unless it is open for another by now."""
        if self._kept[panel].give(subject):
            panel.done()

    def ask(self, panel: Panel, values: Mapping[str, Any], subject: str = "") -> None:
        """Open one form instead of any other, with what was typed into it about the same thing before."""
        for other in self._panels:
            if other is not panel:
                other.done()
        self.opening.emit()
        if panel in self._kept:
            self._kept[panel].ask(subject, values)
        else:
            panel.ask(values)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when a form opens or goes."""
        if event.type() in TURNS:
            self.opened.emit(self.is_open)
        return super().eventFilter(watched, event)
