"""How the parts of the sheet pane stand: head on top, the form scrolls, the buttons stay at the foot."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ui.checklist import ChecklistView
from ui.desk import Desk
from ui.field import Field
from ui.form import line
from ui.panel import Panel
from ui.scope import keyed, with_key
from ui.sheet.form import SheetForm
from ui.sheet.head import SheetHead
from ui.sheet.related import RelatedList
from ui.sheet.switcher import Switcher

# So much of the neighbours stays in sight when the keyboard goes to a field that was out of it.
MARGIN = 40
# From this width on the checklist stands beside the form; how large it is there, and below it.
WIDE, ASKED_WIDTH, ASKED_HEIGHT = 760, 300, 150
MOST = 16_777_215


class SheetLayout(QWidget):
    """The widgets of the sheet pane; the pane tells them what to show."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.switcher = Switcher(self)
        self.head = SheetHead(desk, self)
        self.related = RelatedList(desk, self)
        self.form = SheetForm(desk, self)
        self.checklist = ChecklistView(desk, self)
        self.discard = Panel(
            desk, lambda: self.tr("作废这张警单，请说明原因"), [line("reason")], self
        )
        self.complete, self.revert, self.strike = (QPushButton() for _ in range(3))
        self.revert.hide()
        self.complete.setProperty("primary", True)
        self.empty = QLabel()
        self.empty.setProperty("role", "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._reached: Field | None = None
        self._fitted = False
        self._arrange()
        self.retranslate()

    def show_empty(self, empty: bool) -> None:
        """Show that no sheet is open, or the form."""
        self._stack.setCurrentIndex(0 if empty else 1)

    def name_complete(self, taking: bool) -> None:
        """Write on the main button what it does."""
        words = self.tr("完成接警") if taking else self.tr("保存修改")
        self.complete.setText(with_key(words, "sheet.complete"))

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        self.empty.setText(
            keyed(
                self.tr(
                    "没有正在填写的警单\n\n"
                    "{answer} 接听来电    {new} 新建警单    {edit} 修改选中的警单"
                ),
                answer="call.answer",
                new="sheet.new",
                edit="sheet.edit",
            )
        )
        self.revert.setText(self.tr("放弃修改"))
        self.revert.setToolTip(self.tr("丢弃尚未提交的修改，恢复为已保存的内容"))
        self.strike.setText(self.tr("作废"))
        self.related.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the checklist stand beside the form where there is room, else below it: always as large, so nothing jumps."""
        super().resizeEvent(event)
        wide = event.size().width() >= WIDE
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if not self._fitted or self._beside.direction() != direction:
            self._fitted = True
            self._beside.setDirection(direction)
            self.checklist.setFixedWidth(ASKED_WIDTH if wide else MOST)
            self.checklist.setMinimumWidth(ASKED_WIDTH if wide else 1)
            self.checklist.setFixedHeight(MOST if wide else ASKED_HEIGHT)
            self.checklist.setMinimumHeight(1 if wide else ASKED_HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.switcher)
        self._stack = QStackedLayout()
        outer.addLayout(self._stack, 1)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._body())

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addWidget(self.related)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(8)
        self._beside.addWidget(self._scroll(), 1)
        self._beside.addWidget(self.checklist)
        column.addLayout(self._beside, 1)
        column.addWidget(self.discard)
        foot = QHBoxLayout()
        foot.addWidget(self.complete, 1)
        foot.addWidget(self.revert)
        foot.addWidget(self.strike)
        column.addLayout(foot)
        return body

    def _scroll(self) -> QScrollArea:
        inner = QWidget()
        # As wide as there is room, whatever a button would like: never scrolled sideways, labels always in sight.
        inner.setMinimumWidth(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 6, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        for form in (self.form.main, self.form.more):
            for field in form.fields.values():
                field.reached.connect(partial(self._show_field, scroll, field))
        # What was unfolded has its place only now; a hint that appears moves what stands below it.
        scroll.verticalScrollBar().rangeChanged.connect(
            lambda _low, _high: self._show_field(scroll, self._reached)
        )
        return scroll

    def _show_field(self, scroll: QScrollArea, field: Field | None) -> None:
        self._reached = field
        if field is not None and field.is_reached:
            scroll.ensureWidgetVisible(field, 0, MARGIN)
