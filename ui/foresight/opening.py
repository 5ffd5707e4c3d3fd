"""Opens the what-if by its action; what it plays with is loaded when somebody first asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.desk import Desk

if TYPE_CHECKING:
    from ui.foresight.dialog import ForesightDialog


class Foresights:
    """The one window of the what-if, made at its first use."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk, self._window = desk, window
        self.dialog: ForesightDialog | None = None
        desk.actions.on({"dispatch.foresee": self.open})

    def open(self) -> None:
        """Open it for the selected incident."""
        # The drill brings geometry with it, which takes its time to load: not on the main thread.
        self._desk.store.ask(load, lambda _none: self._open())

    def _open(self) -> None:
        from ui.foresight.dialog import ForesightDialog  # noqa: PLC0415

        if self.dialog is None:
            self.dialog = ForesightDialog(self._desk, self._window)
        self.dialog.call_up()


def load(_session: object) -> None:
    """Load the drill; for the read lane."""
