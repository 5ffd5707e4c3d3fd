"""What is typed into a form or a line is kept until it is given, and offered again: after another look, after a crash."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QLineEdit

from ui.desk import Desk
from ui.moment import day_time_of
from ui.panel import Panel


class KeptPanel(QObject):
    """Keeps what is typed into a panel under the thing that it is open for ("" a new one)."""

    def __init__(self, desk: Desk, kind: str, panel: Panel) -> None:
        super().__init__(panel)
        self._desk, self._kind, self._panel = desk, kind, panel
        self.subject: str | None = None
        desk.unsent.name(
            kind, lambda _subject: self.tr("未保存的“{form}”").format(form=panel.title)
        )
        panel.edited.connect(self._typed)
        panel.cleared.connect(self._typed)

    def ask(self, subject: str, values: Mapping[str, Any]) -> None:
        """Open the panel with these values, and over them what was typed about the thing and never given."""
        self.subject = subject
        kept = self._desk.unsent.find(self._kind, subject)

        def note() -> str:
            words = self.tr("已恢复 {at} 未保存的内容，请核对后保存。")
            return words.format(at=day_time_of(kept.at)) if kept else ""

        self._panel.ask(values, note=note, again=kept.values if kept else None)

    def give(self, subject: str) -> bool:
        """Forget what was given about a thing; tell whether the panel is still open for it."""
        self._desk.unsent.drop(self._kind, subject)
        return subject == self.subject

    def _typed(self) -> None:
        if self.subject is not None:
            self._desk.unsent.typed(self._kind, self.subject, self._panel.changed_values())


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
        words = self.tr("已恢复 {at} 写下、还没有提交的内容，会一同提交；不要就清空。")
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
