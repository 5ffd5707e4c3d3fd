"""Lists in and out of files from the window: chosen, read beside the desk's work, shown before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from models.errors import CodedError, RuleError
from services.dictionary import (
    LISTINGS,
    Change,
    Reading,
    Refusal,
    check_listing,
    header_of,
    import_listing,
    listing_table,
    listings_for,
    read_listing,
    write_csv,
)
from ui.desk import Desk
from ui.importing import ImportDialog
from ui.refusal import sentence
from ui.wording import list_name

FILTER = "CSV (*.csv *.txt);;* (*)"


@dataclass(frozen=True, slots=True)
class Sight:
    """A file as it was read: which list it is taken for, its rows, and everything refused."""

    path: Path
    name: str
    reading: Reading
    refused: Sequence[Refusal]


def read_file(session: Any, path: Path, name: str) -> Sight:
    """Read a file as a list ("": the likeliest one); for the read lane. Raises TroubleErrors `file.…`."""
    names = [name] if name else listings_for(header_of(path)) or [next(iter(LISTINGS))]
    sights = [sight_of(session, path, each) for each in names]
    # Headings alone may fit two lists: then what is written below them decides.
    return min(sights, key=lambda sight: len(sight.refused))


def sight_of(session: Any, path: Path, name: str) -> Sight:
    """Read a file as one list."""
    reading = read_listing(path, LISTINGS[name])
    return Sight(path, name, reading, check_listing(session, reading))


def write_file(session: Any, path: Path, name: str, *, chinese: bool) -> int:
    """Write a list into a file; return how many lines it has. For the read lane; TroubleError `file.unwritable`."""
    table = listing_table(session, name, chinese=chinese)
    write_csv(path, table)
    return len(table) - 1


class Exchange(QObject):
    """Imports and exports by the actions of the table; nothing of it holds up the window."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.dialog: ImportDialog | None = None
        desk.actions.on({"data.import": self.choose_file, "data.export": self.choose_list})

    def choose_file(self) -> None:
        """Ask for a file, then read it."""
        self._ask_path(
            self.tr("导入资料"),
            QFileDialog.AcceptMode.AcceptOpen,
            "",
            lambda path: self.read(path),
        )

    def read(self, path: Path, name: str = "") -> None:
        """Read a file as a list, and show what is in it."""
        self._desk.store.ask(read_file, self._show, path, name, failed=self._say)

    def choose_list(self) -> None:
        """Ask which list goes out."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        for name in LISTINGS:
            action = menu.addAction(list_name(name))
            action.triggered.connect(lambda _on=False, name=name: self.choose_place(name))
        menu.popup(QCursor.pos())
        menu.setActiveAction(menu.actions()[0])

    def choose_place(self, name: str) -> None:
        """Ask where a list goes, then write it."""
        self._ask_path(
            self.tr("导出%1").replace("%1", list_name(name)),
            QFileDialog.AcceptMode.AcceptSave,
            f"{list_name(name)}.csv",
            lambda path: self.write(path, name),
        )

    def write(self, path: Path, name: str) -> None:
        """Write a list into a file."""

        def done(count: int) -> None:
            self._desk.say("info", partial(self._say_written, path, name, count))

        chinese = self._desk.language.name == "zh"
        self._desk.store.ask(write_file, done, path, name, chinese=chinese, failed=self._say)

    def _show(self, sight: Sight) -> None:
        if self.dialog is None:
            self.dialog = ImportDialog(self._desk, self._window)
            self.dialog.other_list.connect(self.read)
            self.dialog.accepted_rows.connect(self._import)
            self.dialog.finished.connect(self._forget)
        self.dialog.show_file(sight.path, sight.name, sight.reading, sight.refused)
        self.dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _import(self, name: str, rows: object, replace: bool) -> None:
        dialog = self.dialog

        def done(change: Change) -> None:
            if dialog is not None:
                dialog.accept()
            self._desk.say("info", lambda: self._words(name, change))

        def failed(error: CodedError) -> None:
            if dialog is not None:
                dialog.refuse(sentence(error))

        self._desk.store.do(import_listing, name, rows, replace=replace, then=done, failed=failed)

    def _say_written(self, path: Path, name: str, count: int) -> str:
        words = self.tr("“%1”已导出：%2 行，写入 %3").replace("%1", list_name(name))
        return words.replace("%2", str(count)).replace("%3", str(path))

    def _words(self, name: str, change: Change) -> str:
        words = self.tr("%1已导入：新增 %2，修改 %3，停用 %4，未变 %5。").replace(
            "%1", list_name(name)
        )
        counts = (change.added, change.changed, change.ended, change.unchanged)
        for at, count in enumerate(counts, 2):
            words = words.replace(f"%{at}", str(count))
        return words

    def _say(self, error: CodedError) -> None:
        # A trouble with the file is told by the store already.
        if isinstance(error, RuleError):
            self._desk.say("warning", lambda: sentence(error))

    def _ask_path(self, title: str, mode: QFileDialog.AcceptMode, name: str, then: Any) -> None:
        dialog = QFileDialog(self._window, title, "", FILTER)
        dialog.setAcceptMode(mode)
        opening = mode is QFileDialog.AcceptMode.AcceptOpen
        dialog.setFileMode(
            QFileDialog.FileMode.ExistingFile if opening else QFileDialog.FileMode.AnyFile
        )
        dialog.setDefaultSuffix("csv")
        if name:
            dialog.selectFile(name)
        dialog.fileSelected.connect(lambda file: then(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
