"""Pictures of a running desk: for machines without a display, for the README and the help."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

log = logging.getLogger(__name__)


class Pictures(QObject):
    """Takes a picture of a window at given seconds, doing something before each.

    Signals:
        done(): the last picture is on disk.
    """

    done = Signal()

    def __init__(
        self,
        window: QWidget,
        folder: Path,
        plan: Sequence[tuple[int, str, Callable[[], object]]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._folder = window, folder
        folder.mkdir(parents=True, exist_ok=True)
        last = max(second for second, _, _ in plan)
        for second, name, act in plan:
            # The act a second before its picture, so that the page has drawn what it changed.
            QTimer.singleShot(max(0, second - 1) * 1000, self, act)
            QTimer.singleShot(second * 1000, self, lambda name=name: self._take(name))
        QTimer.singleShot(last * 1000 + 200, self, self.done.emit)

    def _take(self, name: str) -> None:
        file = self._folder / f"{name}.png"
        saved = self._window.grab().save(str(file))
        log.info("picture %s %s", file, "saved" if saved else "could not be saved")
