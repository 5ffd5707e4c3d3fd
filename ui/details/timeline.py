"""The timeline (流水): newest at the foot, by kind or words if one likes; struck lines stay, struck through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.board import Card
from models.text import SHORT
from services.context import local_day
from services.dossier import EntryLine
from services.timeline import strike_entry
from ui.desk import Desk
from ui.happening import line
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import day_time_of, time_of
from ui.scope import is_key, keyed
from ui.table import CardTable, CardView, Column
from ui.trade import matches

TIME = QT_TRANSLATE_NOOP("Timeline", "时间")
WHAT = QT_TRANSLATE_NOOP("Timeline", "内容")
WHO = QT_TRANSLATE_NOOP("Timeline", "人员·席位")
STRUCK = QT_TRANSLATE_NOOP("Timeline", "由 {by} 于 {at} 划除")
HEIGHT = 126
# The first word of a line's code says what it is about.
KINDS = {
    "": QT_TRANSLATE_NOOP("Timeline", "全部"),
    "note": QT_TRANSLATE_NOOP("Timeline", "手写"),
    "sheet": QT_TRANSLATE_NOOP("Timeline", "警单"),
    "unit": QT_TRANSLATE_NOOP("Timeline", "警力"),
    "feedback": QT_TRANSLATE_NOOP("Timeline", "反馈"),
    "order": QT_TRANSLATE_NOOP("Timeline", "联动"),
    "party": QT_TRANSLATE_NOOP("Timeline", "当事人"),
    "call": QT_TRANSLATE_NOOP("Timeline", "话务"),
}
Cell = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class EntryCard(Card):
    """One line of the timeline; `dated` where it is the first of another day."""

    line: EntryLine
    dated: bool
    place: int


class EntryTable(CardTable[EntryCard]):
    """Strikes through what was struck."""

    def __init__(self, desk: Desk, columns: list[Column[EntryCard]], parent: QWidget) -> None:
        super().__init__(columns, lambda row: row.place, desk.colour, parent)
        self._desk = desk

    def data(self, index: Cell, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if role in (Qt.ItemDataRole.FontRole, Qt.ItemDataRole.ForegroundRole) and index.isValid():
            row = self.card(index.row())
            if row is not None and row.line.struck_at is not None:
                return struck_font() if role == Qt.ItemDataRole.FontRole else self._muted()
        return super().data(index, role)

    def _muted(self) -> QColor:
        return QColor(self._desk.colour("muted"))


def struck_font() -> QFont:
    """Return a font that strikes through; the rest is the view's."""
    font = QFont()
    font.setStrikeOut(True)
    return font


class EntryView(CardView):
    """A view that strikes the current line at Delete.

    Signals:
        strike_asked(): Delete was pressed.
    """

    strike_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Strike at Delete."""
        if is_key(event, "entry.strike"):
            self.strike_asked.emit()
        else:
            super().keyPressEvent(event)


class Timeline(QWidget):
    """The lines of a sheet's timeline, all or some; one's own notes can be struck."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._incident_id = ""
        self._entries: tuple[EntryLine, ...] = ()
        self._unseen = 0
        self._is_at_foot = True
        columns = self._columns()
        self.table = EntryTable(desk, columns, self)
        self.view = EntryView(self.table, columns, self)
        self.view.setWordWrap(True)
        self.view.setMinimumHeight(HEIGHT)
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._heading, self.strike, self.newest = QLabel(), QPushButton(), QPushButton()
        self.kind, self.search = QComboBox(), QLineEdit()
        self.search.setMaxLength(SHORT)
        self.search.setClearButtonEnabled(True)
        self._heading.setProperty("role", "heading")
        self._connect()
        self._lay_out()
        self.retranslate()

    def show_entries(self, incident_id: str, entries: tuple[EntryLine, ...]) -> None:
        """Show the lines, oldest first; a new line comes into sight unless somebody reads further up."""
        other = incident_id != self._incident_id
        if other:
            self._incident_id = incident_id
            self._show_all()
        came = len(entries) - len(self._entries)
        self._entries = entries
        if self._fill(anew=other) or other:
            self.show_newest()
        else:
            self._unseen += max(came, 0)
        self._tell()

    def show_newest(self) -> None:
        """Bring the newest line into sight."""
        self.view.scrollToBottom()
        self._unseen = 0
        self._tell()

    def strike_current(self) -> None:
        """Strike the current line, if it is a note of one's own."""
        if self._can_strike():
            self._desk.store.do(strike_entry, self.view.current_id())

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        self.strike.setText(self.tr("划除"))
        self.strike.setToolTip(
            keyed(self.tr("划除自己写的一条，内容仍可见（{strike}）"), strike="entry.strike")
        )
        self.search.setPlaceholderText(self.tr("在流水中查找"))
        self.search.setAccessibleName(self.tr("在流水中查找"))
        self.kind.setAccessibleName(self.tr("流水的种类"))
        for row, name in enumerate(KINDS.values()):
            if row == self.kind.count():
                self.kind.addItem("")
            self.kind.setItemText(row, translate("Timeline", name))
        self.table.retitle()
        self._tell()

    def _connect(self) -> None:
        self.strike.clicked.connect(self.strike_current)
        self.newest.clicked.connect(self.show_newest)
        self.view.strike_asked.connect(self.strike_current)
        self.view.chosen.connect(lambda _id: self._enable())
        self.view.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.view.verticalScrollBar().rangeChanged.connect(self._stay_at_foot)
        self.kind.currentIndexChanged.connect(lambda _row: self._sift())
        self.search.textChanged.connect(lambda _text: self._sift())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for widget in (self._heading, self.kind):
            top.addWidget(widget)
        top.addWidget(self.search, 1)
        for button in (self.strike, self.newest):
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(top)
        column.addWidget(self.view, 1)

    def _show_all(self) -> None:
        """Take the sieve away: another sheet begins with all of its lines."""
        for widget in (self.kind, self.search):
            widget.blockSignals(True)
        self.kind.setCurrentIndex(0)
        self.search.clear()
        for widget in (self.kind, self.search):
            widget.blockSignals(False)

    def _sift(self) -> None:
        self._fill(anew=True)
        self.show_newest()

    def _fill(self, *, anew: bool) -> bool:
        """Show the lines that pass; return whether the view was at its foot and a line came."""
        rows, day = [], ""
        for place, entry in enumerate(self._entries):
            if self._passes(entry):
                today = local_day(entry.at)
                rows.append(EntryCard(entry.id, entry, dated=today != day, place=place))
                day = today
        follow = self._at_foot() and len(rows) > self.table.rowCount()
        if anew:
            self.table.reset(rows)
        else:
            # Each row that is put is measured anew, and with it all of them: only what differs may be put.
            shown = {row.id: row for row in self.table.cards()}
            put = [row for row in rows if shown.pop(row.id, None) != row]
            self.table.update(put, shown.keys())
        self._enable()
        return follow

    def _passes(self, entry: EntryLine) -> bool:
        kind = list(KINDS)[max(self.kind.currentIndex(), 0)]
        if kind and entry.code.partition(".")[0] != kind:
            return False
        wanted = self.search.text()
        return not wanted or matches(wanted, [self._words(entry), entry.actor, entry.seat])

    def _at_foot(self) -> bool:
        bar = self.view.verticalScrollBar()
        return bar.value() >= bar.maximum()

    def _scrolled(self, _value: int) -> None:
        self._is_at_foot = self._at_foot()
        if self._is_at_foot:
            self._unseen = 0
        self._tell()

    def _stay_at_foot(self, _least: int, most: int) -> None:
        """The room changes with what stands above: who has seen the newest line goes on seeing it."""
        if self._is_at_foot:
            self.view.verticalScrollBar().setValue(most)
        self._tell()

    def _tell(self) -> None:
        """Say how many lines there are, how many are shown, and how many came unseen."""
        shown, whole = self.table.rowCount(), len(self._entries)
        count = f"{whole}" if shown == whole else f"{shown}/{whole}"
        self._heading.setText(self.tr("流水 %1").replace("%1", count))
        unseen = self.tr("↓ 最新（%1 条未看）").replace("%1", str(self._unseen))
        self.newest.setText(unseen if self._unseen else self.tr("↓ 最新"))
        self.newest.setEnabled(not self._at_foot())

    def _words(self, entry: EntryLine) -> str:
        return line(entry.code, entry.params, entry.text, self._desk.trade)

    def _can_strike(self) -> bool:
        row = self.table.card(self.view.currentIndex().row())
        return (
            row is not None
            and row.line.code == "note"
            and row.line.struck_at is None
            and row.line.actor == self._desk.store.actor
        )

    def _enable(self) -> None:
        self.strike.setVisible(self._can_strike())

    def _columns(self) -> list[Column[EntryCard]]:
        def when(row: EntryCard) -> str:
            if row.dated and row.place:
                return day_time_of(row.line.at).replace(" ", "\n")
            return time_of(row.line.at)

        def what(row: EntryCard) -> str:
            return self._words(row.line)

        def hint(row: EntryCard) -> str:
            entry = row.line
            if entry.struck_at is None:
                return day_time_of(entry.at)
            words = translate("Timeline", STRUCK)
            return words.format(
                by=self._desk.person(entry.struck_by), at=day_time_of(entry.struck_at)
            )

        def who(row: EntryCard) -> str:
            return f"{self._desk.person(row.line.actor)} {row.line.seat}".strip()

        return [
            Column("at", lambda: translate("Timeline", TIME), when, hint=hint, width=72),
            Column(
                "what",
                lambda: translate("Timeline", WHAT),
                what,
                hint=hint,
                width=160,
                stretch=True,
            ),
            Column("who", lambda: translate("Timeline", WHO), who, lambda _row: "muted", width=98),
        ]
