"""Leaving: the window goes when everything typed and done is on disk, or when a person says that it may be lost."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.errors import TroubleError
from ui.desk import Desk
from ui.refusal import sentence
from ui.timer import single_shot

log = logging.getLogger(__name__)

# So long the disk may take before people are told what the window waits for.
SILENT_MS = 1500
# A system that shuts down does not wait much longer than this.
SIGNAL_MS = 8000
SHOWN_AT_MOST = 12


class LeavingDialog(QDialog):
    """Says what would be lost, and asks: stay, try again, or close and lose it.

    Signals:
        again(): try once more to keep everything.
        given_up(): close, what is not kept may be lost.
    """

    again = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("还不能关闭"))
        self.why, self.losses = QLabel(), QLabel()
        for label in (self.why, self.losses):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.why.setProperty("role", "danger")
        self.stay = QPushButton(self.tr("留下"))
        self.retry = QPushButton(self.tr("再试一次"))
        self.lose = QPushButton(self.tr("放弃并关闭"))
        self.stay.setDefault(True)
        self.stay.setProperty("primary", True)
        self.stay.clicked.connect(self.reject)
        self.retry.clicked.connect(self.again)
        self.lose.clicked.connect(self.given_up)
        row = QHBoxLayout()
        row.addWidget(self.lose)
        row.addStretch(1)
        row.addWidget(self.retry)
        row.addWidget(self.stay)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(self.why)
        column.addWidget(self.losses)
        column.addLayout(row)
        self.setMinimumWidth(460)

    def say(self, why: str, losses: Sequence[str]) -> None:
        """Show why the window waits and what would be lost."""
        self.why.setText(why)
        self.why.setVisible(bool(why))
        shown = [f"· {loss}" for loss in losses[:SHOWN_AT_MOST]]
        if len(losses) > SHOWN_AT_MOST:
            shown.append("…")
        head = self.tr("现在关闭会丢失：") if losses else self.tr("正在保存，保存完即关闭。")
        self.losses.setText("\n".join([head, *shown]))
        self.retry.setEnabled(bool(losses))


class Leaving(QObject):
    """Stands between the close button and the window; nothing here waits in a loop of its own."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._may_go = self._leaving = self._anyway = self._holding = False
        self._trouble: TroubleError | None = None
        self.dialog: LeavingDialog | None = None
        self._slow = single_shot(self, SILENT_MS, self._ask)
        self._last = single_shot(self, SIGNAL_MS, self._go)
        desk.store.rested.connect(self._look)
        desk.store.troubled.connect(self._note)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold a close back until everything is kept."""
        if event.type() is QEvent.Type.Close and watched is self._window and not self._may_go:
            self._holding = True
            self.leave()
            self._holding = False
            if not self._may_go:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def leave(self) -> None:
        """Save everything, then close the window; ask where something cannot be kept."""
        if not self._leaving:
            self._leaving, self._trouble = True, self._desk.store.trouble
            self._desk.unsent.keep_all()
            self._slow.start()
        self._look()

    def leave_anyway(self) -> None:
        """Save what can be saved and close, without asking: the system shuts down, or nobody is there."""
        self._anyway = True
        self._last.start()
        self.leave()

    def _look(self) -> None:
        if not self._leaving or self._desk.store.writing:
            return
        if self._anyway or not self._desk.unsent.unkept():
            self._go()
        else:
            self._ask()

    def _go(self) -> None:
        if losses := self._desk.unsent.unkept():
            log.error("closed with %d things that could not be kept", len(losses))
        self._slow.stop()
        self._last.stop()
        self._may_go, self._leaving = True, False
        if self.dialog is not None:
            self.dialog.hide()
        if not self._holding:
            self._window.close()

    def _ask(self) -> None:
        if not self._leaving or self._anyway:
            return
        self._slow.stop()
        if self.dialog is None:
            self.dialog = LeavingDialog(self._window)
            self.dialog.again.connect(self._try_again)
            self.dialog.given_up.connect(self._go)
            self.dialog.rejected.connect(self._stay)
        why = sentence(self._trouble) if self._trouble is not None else ""
        losses = [] if self._desk.store.writing else self._desk.unsent.unkept()
        self.dialog.say(why, losses)
        self.dialog.open()

    def _try_again(self) -> None:
        self._trouble = None
        self._desk.unsent.keep_all()
        self._look()

    def _stay(self) -> None:
        self._slow.stop()
        self._leaving = False

    def _note(self, error: TroubleError) -> None:
        if self._leaving:
            self._trouble = error
