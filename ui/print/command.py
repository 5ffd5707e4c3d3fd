"""`main.py print NUMBER FILE.pdf`: a sheet as a PDF file, without a window and without a screen."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from models.board import Board
from models.errors import TroubleError
from services.database import Database, wall_ms
from services.dossier import Dossier
from services.printing import numbered_sheet
from ui.language import Language
from ui.print.context import Context
from ui.print.incident import incident_paper
from ui.print.press import write_pdf
from ui.theme import add_fonts
from ui.trade import Trade

BY = "命令行"


def run_print(number: str, file: Path, store: Path, language: str) -> int:
    """Write the sheet with a number; return the number of pages. TroubleErrors and RuleErrors as they come."""
    if not store.exists():
        raise TroubleError("store.missing", path=str(store))
    database = Database(store)
    try:
        dossier, seat = database.read(numbered_sheet, number)
        board = database.board()
    finally:
        database.close()
    assert dossier is not None  # an unknown number is refused before
    return write(dossier, board, seat, language, file)


def write(dossier: Dossier, board: Board, seat: str, language: str, file: Path) -> int:
    """Write a dossier as a PDF file; return the number of pages."""
    # Nothing is shown: neither a screen nor a window system is needed.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication.instance() or QGuiApplication(["print"])
    add_fonts()
    words = Language(application)
    words.use(language)
    trade = Trade(words)
    trade.load(board)
    return write_pdf(incident_paper(dossier, Context(trade, board, BY, seat, wall_ms())), file)
