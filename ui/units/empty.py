"""What the board says while there are no units: how they come in, by key and by command."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.scope import with_key


class EmptyBoard(QWidget):
    """Two ways in: a file, or one unit after the other."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.file, self.one = QPushButton(), QPushButton()
        self.file.clicked.connect(desk.actions["data.import"].trigger)
        self.one.clicked.connect(desk.actions["unit.new"].trigger)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.file)
        row.addWidget(self.one)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addLayout(row)
        column.addStretch(1)
        self._translate()

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _translate(self) -> None:
        command = "main.py import units FILE.csv"
        words = self.tr(
            "本机还没有警力。请从 CSV 文件导入，或逐支登记。\n先导入机构、警区，再导入警力。\n命令行：%1"
        )
        self.words.setText(words.replace("%1", command))
        self.file.setText(with_key(self.tr("导入资料…"), "data.import"))
        self.one.setText(with_key(self.tr("新增警力"), "unit.new"))
