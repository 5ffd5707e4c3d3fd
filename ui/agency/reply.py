"""The words of a body's answer and its pictures: asked for below the list, given by Ctrl+Enter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from services.exchange.message import FED_BACK, MOST_PHOTOS, POLICE, RETURNED
from ui.field import TextBox, remark
from ui.scope import struck, with_key

PICTURES = "JPEG, PNG (*.jpg *.jpeg *.png)"


class Reply(QFrame):
    """One answer being written.

    Signals:
        given(str, str, str, list): order, kind, words and pictures (paths).
        left(): the person went away; the words are kept until the next answer of that kind.
    """

    given = Signal(str, str, str, list)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setProperty("banner", "info")
        self._order, self._kind = "", FED_BACK
        self._photos: list[Path] = []
        self._kept: dict[tuple[str, str], str] = {}
        self._title, self._files, self.wrong = QLabel(), QLabel(), remark("danger")
        for label in (self._title, self._files):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.words = TextBox(3)
        self.words.setTabChangesFocus(True)
        self.add, self.give, self.leave = QPushButton(), QPushButton(), QPushButton()
        self.add.clicked.connect(self._choose)
        self.give.clicked.connect(self._give)
        self.leave.clicked.connect(self.dismiss)
        row = QHBoxLayout()
        for widget in (self.give, self.leave, self.add):
            row.addWidget(widget)
        row.addWidget(self._files, 1)
        column = QVBoxLayout(self)
        for part in (self._title, self.words, self.wrong):
            column.addWidget(part)
        column.addLayout(row)
        self.hide()
        self.retranslate()

    def ask(self, order: str, kind: str) -> None:
        """Ask for the words of an answer of a kind to an order."""
        self._keep()
        self._order, self._kind, self._photos = order, kind, []
        self.words.setPlainText(self._kept.get((order, kind), ""))
        self.add.setVisible(kind == FED_BACK)
        self.wrong.hide()
        self.retranslate()
        self.show()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, why: str) -> None:
        """Say why an answer cannot be given; it stays."""
        self.wrong.setText(why)
        self.wrong.show()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self) -> None:
        """Go away: the answer is on its way."""
        self._kept.pop((self._order, self._kind), None)
        self.words.clear()
        self.hide()

    def dismiss(self) -> None:
        """Go away; the words are kept."""
        self._keep()
        self.hide()
        self.left.emit()

    def attach(self, files: list[Path]) -> None:
        """Let pictures go with the answer, so many as it may have."""
        self._photos = [*self._photos, *files][:MOST_PHOTOS]
        self.retranslate()

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        titles = {
            FED_BACK: self.tr("反馈处理结果"),
            RETURNED: self.tr("退回指令，请说明原因"),
            POLICE: self.tr("请求警力到场，请说明情况"),
        }
        self._title.setText(titles[self._kind])
        self.give.setText(with_key(self.tr("发出"), "panel.give"))
        self.leave.setText(with_key(self.tr("取消"), "panel.close"))
        self.add.setText(with_key(self.tr("附照片"), "agency.photo"))
        self.words.setAccessibleName(titles[self._kind])
        self._files.setText(" · ".join(path.name for path in self._photos))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give, go away, or choose pictures."""
        action = struck(event, "panel.give", "panel.close", "agency.photo")
        if action == "panel.give":
            self._give()
        elif action == "panel.close":
            self.dismiss()
        elif action and not self.add.isHidden():
            self._choose()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        self.given.emit(
            self._order, self._kind, self.words.toPlainText().strip(), list(self._photos)
        )

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("选择照片"), "", PICTURES)
        self.attach([Path(name) for name in names])

    def _keep(self) -> None:
        if text := self.words.toPlainText().strip():
            self._kept[self._order, self._kind] = text
