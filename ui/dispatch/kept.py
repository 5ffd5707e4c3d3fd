"""The line of words of a dialog: what is typed there is kept until it is given, and offered again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QLineEdit

from ui.desk import Desk
from ui.moment import day_time_of


class KeptWords(QObject):
    """Keeps what is typed into a line under the thing that its dialog is open for; a note says what is offered again.

    `name` turns the thing into what people read where the words would be lost.
    """

    def __init__(
        self, desk: Desk, kind: str, name: Callable[[str], str], line: QLineEdit, note: QLabel
    ) -> None:
        super().__init__(line)
        self._desk, self._kind, self._line, self._note = desk, kind, line, note
        self._subject = ""
        desk.unsent.name(kind, name)
        line.setClearButtonEnabled(True)
        line.textChanged.connect(self._typed)

    def open(self, subject: str) -> None:
        """Show what was typed about a thing and never given, else nothing."""
        self._subject = ""
        kept = self._desk.unsent.find(self._kind, subject)
        self._line.setText(str(kept.values["words"]) if kept else "")
        words = self.tr("已恢复 {at} 写下、还没有下达的内容，会一同下达；不要就清空。")
        self._note.setText(words.format(at=day_time_of(kept.at)) if kept else "")
        self._note.setVisible(kept is not None)
        self._subject = subject

    def give(self, subject: str) -> None:
        """Forget what was given about a thing."""
        self._desk.unsent.drop(self._kind, subject)

    def _typed(self, text: str) -> None:
        if self._subject:
            self._desk.unsent.typed(
                self._kind, self._subject, {"words": text} if text.strip() else {}
            )
            if not text:
                self._note.hide()
