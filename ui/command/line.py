"""The command line at the foot of the window: what is typed, what it would do, and the choices there are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.errors import CodedError
from models.text import LONG
from ui.command.index import Index
from ui.command.meaning import Meaning, Reading
from ui.command.reader import Reader
from ui.desk import Desk
from ui.field import remark
from ui.refusal import sentence
from ui.scope import keyed, struck

WIDTH, MARGIN = 820, 12
KEPT = 50
KEYS = ("command.run", "command.next", "command.previous", "command.complete", "command.close")


class CommandLine(QFrame):
    """A line over the foot of the window; it opens by key, keeps what is refused, and goes by Esc.

    Signals:
        sheet_asked(str): a person wants to see this sheet whole.
        unit_asked(str): a person wants to see this unit.
        find_asked(str): a person looks for this in all sheets.
    """

    sheet_asked = Signal(str)
    unit_asked = Signal(str)
    find_asked = Signal(str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._reader = Reader(desk, Index(desk, self))
        self._reading = Reading()
        self._history: list[str] = []
        self._back = 0
        self._before: QWidget | None = None
        self._waiting = 0
        self._said = ""
        self.edit, self.offers = QLineEdit(), QTreeWidget()
        self.note, self.wrong = QLabel(), remark("danger")
        self._arrange()
        self._ways: dict[str, Callable[[str], object]] = {
            "sheet": self.sheet_asked.emit,
            "unit": self.unit_asked.emit,
            "find": self.find_asked.emit,
            "action": lambda name: desk.actions[name].trigger(),
        }
        self.edit.textChanged.connect(lambda _text: self._read(typed=True))
        self.edit.installEventFilter(self)
        window.installEventFilter(self)
        self.offers.itemClicked.connect(lambda item, _column: self._take(self._meaning(item)))
        desk.store.changed.connect(lambda _delta: self._read())
        desk.store.loaded.connect(lambda _board: self._read())
        for changed in (desk.selection.incident_changed, desk.selection.unit_changed):
            changed.connect(lambda _id: self._read())
        desk.actions.on({"command.open": self.open})
        self._translate()
        self.hide()

    def open(self) -> None:
        """Show the line with what was in it, and give it the keyboard."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.show()
        self._read()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def leave(self) -> None:
        """Go away and give the keyboard back; what was typed stays for the next time."""
        self.hide()
        before = self._before
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def meanings(self) -> tuple[Meaning, ...]:
        """Return what is offered now."""
        return self._reading.meanings

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the line, before the window's shortcuts get them; follow the window's size."""
        if watched is self.edit and isinstance(event, QKeyEvent):
            asked = struck(event, *KEYS)
            if asked and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if asked and event.type() is QEvent.Type.KeyPress:
                self._key(asked)
                return True
        elif event.type() is QEvent.Type.Resize and watched is self.parent():
            self._place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Translate when the language changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
            self._read()

    def _key(self, asked: str) -> None:
        if asked == "command.run":
            self._run()
        elif asked == "command.complete":
            self._complete()
        elif asked == "command.close":
            self.leave()
        else:
            self._walk(1 if asked == "command.next" else -1)

    def _run(self) -> None:
        """Do what is meant; where several things may be, or something is missing, say so."""
        if self._waiting:
            return
        chosen = self.offers.currentItem()
        if chosen is not None:
            self._take(self._meaning(chosen))
        elif self._reading.sole is not None:
            self._take(self._reading.sole)
        elif self._reading.problem:
            self._say_wrong(self._reading.problem)
        elif self._reading.meanings:
            self._say_wrong(
                keyed(
                    self.tr("有几种可能，用 {previous} {next} 选一条再按 {run}。"),
                    previous="command.previous",
                    next="command.next",
                    run="command.run",
                )
            )

    def _take(self, meaning: Meaning) -> None:
        if not meaning.is_whole:
            self._write(f"{meaning.line} ")
            return
        if meaning.why_not:
            self._say_wrong(meaning.why_not)
            return
        self._remember(self.edit.text())
        kind, about = meaning.go
        if kind:
            self.edit.clear()
            self.leave()
            self._ways[kind](about)
            return
        self._waiting = len(meaning.deeds)
        self._said = meaning.words
        refusals: list[str] = []
        for deed in meaning.deeds:
            self._desk.store.do(
                deed.command,
                *deed.args,
                then=partial(self._answered, refusals, None),
                failed=partial(self._answered, refusals),
                **deed.more,
            )

    def _answered(self, refusals: list[str], error: Any, *_result: Any) -> None:
        """Take the answer to one command; what was typed goes only when all of them were done."""
        if isinstance(error, CodedError):
            refusals.append(sentence(error))
        self._waiting -= 1
        if self._waiting:
            return
        if refusals:
            self._say_wrong(" ".join(dict.fromkeys(refusals)))
        else:
            self.edit.clear()
            self.note.setText(f"✓ {self._said}")
            self.note.show()
            self._place()

    def _complete(self) -> None:
        chosen = self.offers.currentItem()
        if chosen is not None:
            self._write(self._meaning(chosen).line)
        elif self._reading.meanings:
            self._write(self._reading.meanings[0].line)

    def _walk(self, by: int) -> None:
        """Walk the offers; above the first of them is the line, and above the line what was typed before."""
        chosen = self.offers.currentItem()
        row = -1 if chosen is None else self.offers.indexOfTopLevelItem(chosen)
        if by < 0 and row < 0:
            self._go_back(1)
        elif by > 0 and self._back:
            self._go_back(-1)
        elif -1 <= row + by < self.offers.topLevelItemCount():
            item = self.offers.topLevelItem(row + by) if row + by >= 0 else None
            self.offers.setCurrentItem(item)  # type: ignore[arg-type]

    def _go_back(self, by: int) -> None:
        back = self._back + by
        if not 0 <= back <= len(self._history):
            return
        self._write(self._history[-back] if back else "")
        self._back = back

    def _remember(self, text: str) -> None:
        line = text.strip()
        if line in self._history:
            self._history.remove(line)
        self._history = [*self._history, line][-KEPT:]
        self._back = 0

    def _write(self, text: str) -> None:
        self.edit.setText(text)
        self.edit.setFocus()

    def _read(self, *, typed: bool = False) -> None:
        """Read the line again: somebody typed, or the world has changed under it."""
        if not self.isVisible():
            return
        if typed:
            self._back = 0
            self.wrong.hide()
        chosen = self.offers.currentItem()
        kept = "" if typed or chosen is None else self._meaning(chosen).line
        self._reading = self._reader.read(self.edit.text())
        self._show(kept)

    def _show(self, kept: str) -> None:
        read = self._reading
        self.offers.clear()
        several = [] if read.sole is not None and len(read.meanings) == 1 else read.meanings
        for meaning in several:
            words = f"⚠ {meaning.why_not}" if meaning.why_not else meaning.words
            item = QTreeWidgetItem([meaning.line, words])
            item.setToolTip(1, meaning.words)
            self.offers.addTopLevelItem(item)
            if kept and meaning.line == kept:
                self.offers.setCurrentItem(item)
        self.offers.setVisible(bool(several))
        if self.edit.text().strip():
            sole = read.sole
            more = self.tr("还有更多，请再写几个字。") if read.more else ""
            warned = f"⚠ {read.problem}" if read.problem else more
            self.note.setText(warned or (f"→ {sole.words}" if sole is not None else ""))
        self.note.setVisible(bool(self.note.text()))
        self._place()

    def _meaning(self, item: QTreeWidgetItem) -> Meaning:
        return self._reading.meanings[self.offers.indexOfTopLevelItem(item)]

    def _say_wrong(self, text: str) -> None:
        self.wrong.setText(f"⚠ {text}")
        self.wrong.show()
        self._place()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None or not self.isVisible():
            return
        rows = self.offers.topLevelItemCount()
        height = self.offers.sizeHintForRow(0) if rows else 0
        self.offers.setFixedHeight(rows * max(height, 1) + 2 * self.offers.frameWidth() + 2)
        width = min(WIDTH, window.width() - 2 * MARGIN)
        self.setFixedWidth(width)
        tall = max(self.sizeHint().height(), self.heightForWidth(width))
        foot = window.height() - FOOT
        self.setGeometry((window.width() - width) // 2, foot - tall, width, tall)
        self.raise_()

    def _translate(self) -> None:
        self.edit.setPlaceholderText(
            self.tr("动作名、拼音或首字母；派 618 12、到 618、结 12 现场调解、找 张三")
        )
        self.edit.setAccessibleName(self.tr("命令行"))
        self.offers.setAccessibleName(self.tr("命令行的选项"))

    def _arrange(self) -> None:
        self.setObjectName("command")
        self.setProperty("banner", "info")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.edit.setMaxLength(LONG)
        self.edit.setClearButtonEnabled(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.offers.setColumnCount(2)
        self.offers.setHeaderHidden(True)
        self.offers.setRootIsDecorated(False)
        self.offers.setUniformRowHeights(True)
        self.offers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offers.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offers.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        for widget in (self.offers, self.wrong, self.note, self.edit):
            column.addWidget(widget)


# The status line keeps its place.
FOOT = 34
