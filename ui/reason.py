"""Asks for a reason without holding anything up: one of the dictionary, with words of one's own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from models.reason import Reason
from services.context import local_day
from ui.desk import Desk
from ui.field import remark
from ui.kept import KeptWords

WIDTH = 380


class ReasonDialog(QDialog):
    """A small window over its pane; open it with `open()`. Words typed about a thing are kept until they are given.

    Signals:
        given(Reason): the reason as it goes into the record.
    """

    given = Signal(object)

    def __init__(
        self, desk: Desk, dictionary: str, question: str, parent: QWidget, about: str
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("说明原因"))
        self.reasons = QComboBox()
        for found in desk.trade.codes(dictionary, local_day(desk.clock.now())):
            self.reasons.addItem(found.name, found.code)
        # Nobody's reason is the first of a list: none is chosen before a person does.
        self.reasons.setPlaceholderText(self.tr("请选择原因"))
        self.reasons.setCurrentIndex(-1)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("补充说明，可不填"))
        self.again = remark("muted")
        kept = KeptWords(
            *(desk, f"reason.{dictionary}", lambda _about: question), self.words, self.again
        )
        kept.open(about)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("确定"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("返回"))
        self._arrange(question)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.given.emit(self.reason()))
        self.accepted.connect(lambda: kept.give(about))
        self.words.textChanged.connect(lambda _text: self._check())
        self.reasons.currentIndexChanged.connect(lambda _row: self._check())
        self._check()

    def reason(self) -> Reason:
        """Return the reason chosen, by its code, with the words added."""
        return Reason(self.words.text().strip(), str(self.reasons.currentData() or ""))

    def _arrange(self, question: str) -> None:
        title = QLabel(question)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        form = QFormLayout(self)
        form.setContentsMargins(16, 14, 16, 12)
        form.setVerticalSpacing(10)
        form.addRow(title)
        if self.reasons.count():
            form.addRow(self.tr("原因"), self.reasons)
        form.addRow(self.tr("说明"), self.words)
        form.addRow(self.again)
        form.addRow(self.buttons)
        self.setMinimumWidth(WIDTH)
        (self.reasons if self.reasons.count() else self.words).setFocus()

    def _check(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.reason()))
