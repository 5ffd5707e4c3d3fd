"""Opens the help at the page of the place where the keyboard is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui.desk import Desk
from ui.help.window import HelpWindow
from ui.scope import shortcut


class Help(QObject):
    """Knows which page belongs to which part of the window; there is one help window at a time."""

    def __init__(self, desk: Desk, window: QWidget, places: Mapping[QWidget, str]) -> None:
        super().__init__(window)
        self._window = window
        self._places = dict(places)
        self._open: HelpWindow | None = None
        for place in places:
            if place.isWindow() and place is not window:
                # The window's own keys sleep while a dialog waits for an answer.
                shortcut("help.open", place, self.open_here)
        desk.actions.on(
            {
                "help.open": self.open_here,
                "help.keys": lambda: self.open_page("keys"),
                "help.about": lambda: self.open_page("about"),
            }
        )

    @property
    def shown(self) -> HelpWindow | None:
        """The window of the help while it is open."""
        return self._open

    def open_here(self) -> None:
        """Open the page of the place that has the keyboard."""
        self.open_page(self._page_of(QApplication.focusWidget()))

    def open_page(self, name: str) -> None:
        """Open a page, above whatever window is being worked in."""
        parent = QApplication.activeModalWidget() or self._window
        shown = self._open
        if shown is None or shown.parentWidget() is not parent:
            if shown is not None:
                shown.close()
            shown = self._open = HelpWindow(parent)
            shown.finished.connect(lambda _result, shown=shown: self._closed(shown))
        shown.open_page(name)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    def _page_of(self, widget: QWidget | None) -> str:
        while widget is not None:
            if widget in self._places:
                return self._places[widget]
            widget = widget.parentWidget()
        return "start"

    def _closed(self, gone: HelpWindow) -> None:
        if gone is self._open:
            self._open = None
