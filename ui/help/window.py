"""The window of the help: search, pages, the page, and a way to paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.errors import TroubleError
from ui.help.browser import HelpBrowser
from ui.help.page import PAGES, page_text, title_of
from ui.help.paper import write_paper
from ui.refusal import sentence
from ui.scope import is_key, keyed
from ui.trade import matches, plain

SIZE = (1060, 780)
LIST_WIDTH = 250
NAME = Qt.ItemDataRole.UserRole


class HelpWindow(QDialog):
    """The manual; it stays open beside the work and blocks nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(*SIZE)
        self.search, self.pages, self.browser = QLineEdit(), QListWidget(), HelpBrowser()
        self.save, self.found = QPushButton(), QLabel()
        self.save.setAutoDefault(False)
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        self.found.setProperty("role", "muted")
        self._arrange()
        self.search.textChanged.connect(lambda _text: self._list())
        self.search.installEventFilter(self)
        self.pages.currentItemChanged.connect(lambda item, _old: self._show(item))
        self.browser.page_asked.connect(self.open_page)
        self.save.clicked.connect(self._ask_file)
        self._translate()
        self.open_page(PAGES[0])
        self.search.setFocus()

    def open_page(self, name: str) -> None:
        """Show a page, whatever the search has hidden."""
        if name not in self._listed():
            self.search.clear()
        self.pages.setCurrentRow(self._listed().index(name))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the pages and go from find to find while the keyboard is in the search line."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if is_key(event, "help.next"):
                self.browser.find_next(self.search.text().strip())
                return True
            if is_key(event, "help.walk"):
                self.pages.keyPressEvent(event)
                return True
            if is_key(event, "help.scroll"):
                self.browser.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Show everything again when the language changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()

    def write(self, file: Path) -> None:
        """Write the page shown as PDF, and say where it is or why there is none."""
        try:
            write_paper(self.browser.page, file)
        except TroubleError as error:
            self.found.setText(f"⚠ {sentence(error)}")
        else:
            self.found.setText(self.tr("已存为 {file}").format(file=file))

    def _listed(self) -> list[str]:
        items = (self.pages.item(row) for row in range(self.pages.count()))
        return [str(item.data(NAME)) for item in items if item is not None]

    def _list(self) -> None:
        wanted, shown = self.search.text().strip(), self.browser.page
        self.pages.blockSignals(True)
        self.pages.clear()
        for name in PAGES:
            title = title_of(name)
            if not wanted or matches(wanted, [title]) or plain(wanted) in plain(page_text(name)):
                item = QListWidgetItem(title)
                item.setData(NAME, name)
                self.pages.addItem(item)
        self.pages.blockSignals(False)
        names = self._listed()
        if shown in names:
            self.pages.setCurrentRow(names.index(shown))
            self.browser.mark(wanted)
        elif names:
            self.pages.setCurrentRow(0)
        words = self.tr("没有一页含“{text}”。") if not names else ""
        self.found.setText(words.format(text=wanted))

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.browser.show_page(str(item.data(NAME)), self.search.text().strip())

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("存为 PDF"), f"{self.browser.page}.pdf", "PDF (*.pdf)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("帮助"))
        self.search.setPlaceholderText(
            keyed(self.tr("在帮助中查找；{next} 到下一处"), next="help.next")
        )
        self.search.setAccessibleName(self.tr("在帮助中查找"))
        self.pages.setAccessibleName(self.tr("帮助的各页"))
        self.save.setText(self.tr("本页存为 PDF"))
        shown = self.browser.page
        self._list()
        if shown:
            self.browser.show_page(shown, self.search.text().strip())

    def _arrange(self) -> None:
        left = QVBoxLayout()
        for widget in (self.search, self.pages, self.found, self.save):
            left.addWidget(widget)
        self.pages.setFixedWidth(LIST_WIDTH)
        self.search.setFixedWidth(LIST_WIDTH)
        self.found.setFixedWidth(LIST_WIDTH)
        self.found.setWordWrap(True)
        row = QHBoxLayout(self)
        row.addLayout(left)
        row.addWidget(self.browser, 1)
