"""Shows a page of the manual: text, tables and pictures from our own folder, and nothing from anywhere else."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from ui.help.page import PAGES, PICTURES, page_text
from ui.language import language_name

WIDEST = 720
MOST_MARKS = 500


class HelpBrowser(QTextBrowser):
    """One page; links lead to other pages only.

    Signals:
        page_asked(str): a link to this page was followed.
    """

    page_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = ""
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(self._follow)

    def show_page(self, name: str, wanted: str = "") -> None:
        """Show a page from its top, with what is searched for marked."""
        self.page = name
        self.setMarkdown(page_text(name))
        self.mark(wanted)

    def mark(self, wanted: str) -> int:
        """Mark every place of a text and go to the first; return how many there are."""
        found: list[QTextEdit.ExtraSelection] = []
        cursor = QTextCursor(self.document())
        while wanted and len(found) < MOST_MARKS:
            cursor = self.document().find(wanted, cursor)
            if cursor.isNull():
                break
            selection: Any = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format.setBackground(QColor(self._mark_colour()))
            selection.format.setForeground(self.palette().color(QPalette.ColorRole.HighlightedText))
            found.append(selection)
        self.setExtraSelections(found)
        if found:
            start = QTextCursor(self.document())
            start.setPosition(found[0].cursor.selectionStart())
            self.setTextCursor(start)
            self.ensureCursorVisible()
        return len(found)

    def find_next(self, wanted: str) -> None:
        """Go to the next place of a text, after the last again to the first."""
        if wanted and not self.find(wanted):
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.find(wanted)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture of the help in the language of the screen; anything else is refused."""
        asked = QUrl(name).fileName().removesuffix(".png")
        file = PICTURES / f"{asked}-{language_name()}.png"
        is_image = kind == QTextDocument.ResourceType.ImageResource.value
        if not is_image or not asked.isalnum() or not file.is_file():
            return None
        image = QImage(str(file))
        if image.width() > WIDEST:
            image = image.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
        return image

    def _follow(self, url: QUrl) -> None:
        name = url.fileName().removesuffix(".md")
        if name in PAGES:
            self.page_asked.emit(name)

    def _mark_colour(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.Highlight)
