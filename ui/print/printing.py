"""The commands that print: they ask where to, read what is stored now, and leave the painting to a thread of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from models.board import UnitCard
from models.errors import TroubleError
from services.dossier import Dossier
from services.printing import own_seat_name, sheet_to_print, shift_to_print
from services.reporting import Figures
from ui.desk import Desk
from ui.lane import Lane, call_each
from ui.print.book import book_paper
from ui.print.context import Context
from ui.print.incident import incident_paper
from ui.print.paper import Paper
from ui.print.picture import Plate, write_plate
from ui.print.press import paint, write_pdf
from ui.print.shift import SHIFT_MS, shift_paper
from ui.refusal import sentence

Take = Callable[[Paper], None]


class Printing(QObject):
    """Prints the selected sheet, or the summary for the next shift.

    Signals:
        written(str, int): a PDF file is on disk, with so many pages.
        printed(int): so many pages have gone to a printer.
    """

    written = Signal(str, int)
    printed = Signal(int)

    def __init__(self, desk: Desk, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window
        self._lane: Lane[Callable[[], object]] = Lane("print", call_each, parent=self)
        self.written.connect(self._say_written)
        desk.actions.on(
            {
                "sheet.print": lambda: self._of_sheet(self._to_printer),
                "sheet.pdf": lambda: self._of_sheet(self._to_file),
                "shift.print": lambda: self._of_shift(self._to_printer),
                "directory.print": lambda: self._of_book(self._to_printer),
            }
        )

    def close(self) -> None:
        """Finish what is being printed and end the thread."""
        self._lane.close()

    def save_sheet(self, incident_id: str, path: Path) -> None:
        """Write a sheet as a PDF file."""
        self._read_sheet(incident_id, lambda paper: self._write(paper, path))

    def save_shift(self, path: Path) -> None:
        """Write the summary of the shift as a PDF file."""
        self._of_shift(lambda paper: self._write(paper, path))

    def _of_sheet(self, take: Take) -> None:
        incident_id = self._desk.selection.incident_id
        if incident_id:
            self._read_sheet(incident_id, take)
        else:
            self._desk.say("info", lambda: self.tr("请先选中一张警单。"))

    def _read_sheet(self, incident_id: str, take: Take) -> None:
        def build(found: tuple[Dossier | None, str]) -> None:
            dossier, seat = found
            if dossier is None:
                self._desk.say("info", lambda: self.tr("请先选中一张警单。"))
            else:
                take(incident_paper(dossier, self._context(seat)))

        self._desk.store.ask(sheet_to_print, build, incident_id)

    def _of_shift(self, take: Take) -> None:
        store, now = self._desk.store, self._desk.clock.now()
        # A drill and a real shift never share a store.
        drill = any(unit.drill for unit in store.board.all(UnitCard).values())

        def build(found: tuple[Figures, str]) -> None:
            counted, seat = found
            take(shift_paper(counted, self._context(seat), self._desk.promise))

        store.ask(shift_to_print, build, start=now - SHIFT_MS, end=now + 1, drill=drill)

    def save_book(self, path: Path) -> None:
        """Write the directory's wall list as a PDF file."""
        self._of_book(lambda paper: self._write(paper, path))

    def _of_book(self, take: Take) -> None:
        self._desk.store.ask(own_seat_name, lambda seat: take(book_paper(self._context(seat))))

    def _context(self, seat: str) -> Context:
        desk = self._desk
        return Context(desk.trade, desk.store.board, desk.store.actor, seat, desk.clock.now())

    def _to_file(self, paper: Paper) -> None:
        dialog = self._file_dialog(f"{paper.title} {paper.code}")
        dialog.fileSelected.connect(lambda file: self._write(paper, Path(file)))
        show_once(dialog)

    def _file_dialog(self, name: str) -> QFileDialog:
        dialog = QFileDialog(self._window, self.tr("存为 PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        folder = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(folder))
        dialog.selectFile(name.strip().replace(" ", "-").replace(":", ""))
        return dialog

    def ask_plate(self, plate: Plate) -> None:
        """Ask where to, and write a picture there as a PDF file."""
        dialog = self._file_dialog(f"{plate.title} {plate.when}")
        dialog.fileSelected.connect(lambda file: self.save_plate(plate, Path(file)))
        show_once(dialog)

    def save_plate(self, plate: Plate, path: Path) -> None:
        """Write a picture as a PDF file."""
        then = partial(self._tell_written, str(path))
        self._lane.submit(lambda: write_plate(plate, path), then, self._fail)

    def _to_printer(self, paper: Paper) -> None:
        if not QPrinterInfo.availablePrinterNames():
            self._desk.say("info", lambda: self.tr("这台机器没有打印机，改存为 PDF。"))
            self._to_file(paper)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        dialog.accepted.connect(lambda: self._print(paper, printer))
        show_once(dialog)

    def _write(self, paper: Paper, path: Path) -> None:
        then = partial(self._tell_written, str(path))
        self._lane.submit(lambda: write_pdf(paper, path), then, self._fail)

    def _print(self, paper: Paper, printer: QPrinter) -> None:
        self._lane.submit(lambda: paint(paper, printer), self.printed.emit, self._fail)

    def _tell_written(self, path: str, pages: int) -> None:
        self.written.emit(path, pages)

    def _say_written(self, path: str, pages: int) -> None:
        self._desk.say(
            "info",
            lambda: self.tr("已存为 %1，共 %2 页。").replace("%2", str(pages)).replace("%1", path),
        )

    def _fail(self, error: Exception) -> None:
        if isinstance(error, TroubleError):
            self._desk.say("danger", lambda: sentence(error))
        elif isinstance(error, OSError):
            self._desk.say("danger", lambda: self.tr("打印机没有接受，请检查打印机后重试。"))
        else:
            sys.excepthook(type(error), error, error.__traceback__)


def show_once(dialog: QDialog) -> None:
    """Show a dialog without blocking; it is gone when it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
