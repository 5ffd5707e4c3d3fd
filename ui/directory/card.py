"""The card of one body: whom to ring in which order, who is on duty now, which classes it takes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.board import Card, ContactLine
from models.duty import is_over, on_duty
from ui.desk import Desk
from ui.directory.entry import (
    DirectoryEntry,
    best_of,
    duty_text,
    next_change,
    phone_text,
)
from ui.directory.why import area_name, why_text
from ui.fitting import FittingScroll
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.scope import is_key, with_key
from ui.table import CardTable, CardView, Column, as_data
from ui.wording import kind_name

RANK = QT_TRANSLATE_NOOP("Directory", "序")
CONTACT = QT_TRANSLATE_NOOP("Directory", "联系")
PHONE = QT_TRANSLATE_NOOP("Directory", "电话")
DUTY = QT_TRANSLATE_NOOP("Directory", "值班")
NOTE = QT_TRANSLATE_NOOP("Directory", "备注")
ROWS = 4
# On a low screen the name and the first contact stay in sight.
LEAST = 122
# An agency may take many classes; the rest of them are in the hint.
MOST = 5


@dataclass(frozen=True, slots=True)
class ContactCard(Card):
    """One contact at an instant."""

    line: ContactLine
    now: int


class CopyView(CardView):
    """A table whose Ctrl+C is a telephone number.

    Signals:
        copy_asked(): Ctrl+C was pressed.
    """

    copy_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the number, not the cell."""
        if is_key(event, "directory.copy"):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)


class BodyCard(QWidget):
    """Shows one entry of the directory.

    Signals:
        copied(str): this number is to go to the clipboard.
        order_asked(): an order is to be sent to this body.
        dial_asked(): the current contact is to be rung up.
        menu_asked(): something of this body is to be changed.
    """

    copied = Signal(str)
    order_asked = Signal()
    dial_asked = Signal()
    menu_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entry: DirectoryEntry | None = None
        columns = self._columns()
        self.table = CardTable(columns, lambda row: (row.line.rank, row.id), desk.colour, self)
        self.view = CopyView(self.table, columns, self)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name, self.why, self.classes, self.next = (QLabel() for _ in range(4))
        for label in (self.name, self.why, self.classes, self.next):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.name.setProperty("role", "heading")
        self.why.setProperty("role", "accent")
        self.classes.setProperty("role", "muted")
        self.next.setProperty("role", "muted")
        self.copy, self.send, self.dial, self.change = (QPushButton() for _ in range(4))
        self.dial.clicked.connect(self.dial_asked)
        self.change.clicked.connect(self.menu_asked)
        self.copy.clicked.connect(self.copy_number)
        self.send.clicked.connect(self.order_asked)
        self.view.copy_asked.connect(self.copy_number)
        self._lay_out()
        self.retranslate()

    def show_entry(self, entry: DirectoryEntry | None, *, may_order: bool) -> None:
        """Show a body, or nothing."""
        self._entry = entry
        self.setVisible(entry is not None)
        if entry is None:
            return
        now = self._desk.clock.now()
        self.name.setText(f"{entry.name} · {kind_name(entry.body_kind)}")
        rows = [
            ContactCard(line.id, line, now) for line in entry.contacts if not is_over(line, now)
        ]
        gone = {row.id for row in self.table.cards()} - {row.id for row in rows}
        self.table.update(rows, gone)
        best = best_of(entry, now)
        if not self.view.current_id() and rows:
            self.view.choose(best.id if best else rows[0].id)
        self._fit(len(rows))
        self.why.setText(why_text(self._desk, entry))
        self.why.setVisible(bool(self.why.text()))
        self.classes.setText(self._class_words(entry, MOST))
        self.classes.setToolTip(as_data(self._class_words(entry)))
        self.classes.setVisible(bool(self.classes.text()))
        self.next.setText(self._next_words(entry, now))
        self.next.setVisible(bool(self.next.text()))
        self.copy.setEnabled(best is not None)
        self.dial.setEnabled(best is not None)
        self.send.setEnabled(may_order)
        self.send.setVisible(entry.agency is not None)

    def contact(self, *, reachable: bool = False) -> ContactLine | None:
        """Return the current contact; with `reachable` one with a telephone, else the one to be rung now."""
        if self._entry is None:
            return None
        row = self.table.card(self.view.currentIndex().row())
        if row is not None and (row.line.phone or not reachable):
            return row.line
        return best_of(self._entry, self._desk.clock.now()) if reachable else None

    def copy_number(self) -> None:
        """Copy the number of the current contact, else of the one to ring now."""
        if (contact := self.contact(reachable=True)) is not None:
            self.copied.emit(contact.phone)

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        self.copy.setText(with_key(self.tr("复制"), "directory.copy"))
        self.send.setText(with_key(self.tr("发联动指令"), "order.send"))
        self.dial.setText(with_key(self.tr("拨打"), "directory.dial"))
        self.change.setText(self.tr("修改…"))
        self.table.retitle()

    def _next_words(self, entry: DirectoryEntry, now: int) -> str:
        following = next_change(entry, now)
        if following is None:
            return ""
        at, contact = following
        words = self.tr("%1 起改找 %2 %3").replace("%1", at).replace("%2", contact.name)
        return words.replace("%3", contact.phone)

    def _class_words(self, entry: DirectoryEntry, most: int | None = None) -> str:
        if entry.agency is None:
            return ""
        names = [self._desk.trade.class_name(code) for code in entry.agency.takes]
        shown = names if most is None or len(names) <= most else [*names[:most], "…"]
        taken = self.tr("承办：%1").replace("%1", self.tr("、").join(shown)) if names else ""
        areas = [area_name(self._desk, code) for code in entry.agency.areas]
        served = self.tr("服务区域：%1").replace("%1", self.tr("、").join(areas)) if areas else ""
        return "\n".join(
            part for part in (taken, served, self._days(entry), entry.agency.note) if part
        )

    def _days(self, entry: DirectoryEntry) -> str:
        """Say when a body begins or ceases to answer, where anybody has said so."""
        assert entry.agency is not None
        since, until = entry.agency.valid_from, entry.agency.valid_to
        if not since and not until:
            return ""
        words = self.tr("有效期：%1 至 %2（不含）")
        return words.replace("%1", since or "—").replace("%2", until or "—")

    def _fit(self, rows: int) -> None:
        height = self.view.verticalHeader().defaultSectionSize()
        head = self.view.horizontalHeader().sizeHint().height()
        self.view.setFixedHeight(head + min(max(rows, 1), ROWS) * height + 6)

    def _columns(self) -> list[Column[ContactCard]]:
        def title(text: str) -> str:
            return translate("Directory", text)

        def duty_colour(row: ContactCard) -> str:
            return "ok" if on_duty(row.line, row.now) else "muted"

        def phone_colour(row: ContactCard) -> str | None:
            return None if row.line.phone else "warning"

        return [
            Column("rank", lambda: title(RANK), lambda row: str(row.line.rank), width=36),
            Column("name", lambda: title(CONTACT), lambda row: row.line.name, width=90),
            Column(
                "phone",
                lambda: title(PHONE),
                lambda row: phone_text(row.line),
                phone_colour,
                width=118,
            ),
            Column(
                "duty",
                lambda: title(DUTY),
                lambda row: duty_text(row.line, row.now),
                duty_colour,
                width=150,
            ),
            Column("note", lambda: title(NOTE), lambda row: row.line.note, width=40, stretch=True),
        ]

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.send, 1)
        row.addWidget(self.dial, 1)
        row.addWidget(self.copy, 1)
        row.addWidget(self.change)
        inner = QWidget()
        told = QVBoxLayout(inner)
        told.setContentsMargins(0, 0, 4, 0)
        told.setSpacing(5)
        for widget in (self.name, self.why, self.view, self.next, self.classes):
            told.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(FittingScroll(inner, LEAST))
        column.addLayout(row)
