"""The program's log: warnings to the terminal, everything from info up to a file beside the store, Qt's words included."""

from __future__ import annotations

import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

SIZE, KEPT = 2_000_000, 3
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# What Qt says about a machine without sound or GPU is no concern of a dispatcher.
QUIET = "qt.multimedia.*=false;qt.qpa.gl=false"


def keep_log(file: Path) -> None:
    """Send the log to the terminal and to a rotating file; without a writable folder, to the terminal alone."""
    os.environ.setdefault("QT_LOGGING_RULES", QUIET)
    terminal = logging.StreamHandler()
    terminal.setLevel(logging.WARNING)
    handlers: list[logging.Handler] = [terminal]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handlers.append(RotatingFileHandler(file, "a", SIZE, KEPT, encoding="utf-8"))
    except OSError as error:
        terminal.handle(
            logging.LogRecord(
                __name__, logging.WARNING, __file__, 0, "no log file: %s", (error,), None
            )
        )
    logging.basicConfig(level=logging.INFO, format=FORMAT, handlers=handlers)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    qInstallMessageHandler(qt_message)


def qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Write one of Qt's messages to the log."""
    category = getattr(context, "category", None) or "default"
    logging.getLogger(f"qt.{category}").log(LEVELS.get(kind, logging.WARNING), "%s", text)
