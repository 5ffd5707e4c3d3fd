"""Faults: what nobody foresaw is logged, shown once, and never ends the program."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QObject, Qt, Signal

log = logging.getLogger(__name__)

LINE_AT_MOST = 200


class Faults(QObject):
    """Catches what escapes from slots and threads.

    Signals:
        found(str, str): a fault not seen before: one line, and the whole report.
    """

    found = Signal(str, str)
    _caught = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: set[str] = set()
        self._before = (sys.excepthook, threading.excepthook)
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the interpreter's hooks for main and other threads."""
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self._hook(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._before

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        report = "".join(traceback.format_exception(kind, error, trace))
        log.error("fault\n%s", report)
        self._caught.emit(first_line(f"{kind.__name__}: {error}"), report)

    def _tell(self, line: str, report: str) -> None:
        # One report for each distinct place, however often it happens.
        place = report.split("\n")[-3] if report.count("\n") > 2 else line
        if place not in self._seen:
            self._seen.add(place)
            self.found.emit(line, report)


def first_line(text: str) -> str:
    """Return the first line of a report, short enough for a banner; what follows may be people's data."""
    return text.split("\n", 1)[0][:LINE_AT_MOST]


def watch_native_crashes(file: Path) -> tuple[str, Callable[[], None]]:
    """Let a native crash leave its trace in a file; return the trace of the last run ("" none) and a closer."""
    try:
        last = file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""
        stream: TextIO = file.open("w", encoding="utf-8")
    except OSError as error:
        log.warning("native crashes leave no trace: %s", error)
        return "", lambda: None
    faulthandler.enable(stream)

    def close() -> None:
        faulthandler.disable()
        stream.close()
        file.unlink(missing_ok=True)

    return last.strip(), close
