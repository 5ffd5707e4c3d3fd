"""The timeline (流水): newest at the foot, with person, seat and time; struck lines stay, struck through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QPushButton, QVBoxLayout, QWidget

from models.board import Card
from services.dossier import EntryLine
from services.timeline import strike_entry
from ui.desk import Desk
from ui.happening import line
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.moment import day_time_of, local, time_of
from ui.scope import is_key
from ui.table import CardTable, CardView, Column

TIME = QT_TRANSLATE_NOOP("Timeline", "时间")
WHAT = QT_TRANSLATE_NOOP("Timeline", "内容")
WHO = QT_TRANSLATE_NOOP("Timeline", "人员·席位")
STRUCK = QT_TRANSLATE_NOOP("Timeline", "由 {by} 于 {at} 划除")
HEIGHT = 200
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
    """The lines of a sheet's timeline; one's own notes can be struck."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._incident_id = ""
        columns = self._columns()
        self.table = EntryTable(desk, columns, self)
        self.view = EntryView(self.table, columns, self)
        self.view.setWordWrap(True)
        self.view.setMinimumHeight(HEIGHT)
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._heading, self.strike = QLabel(), QPushButton()
        self._heading.setProperty("role", "heading")
        self.strike.clicked.connect(self.strike_current)
        self.view.strike_asked.connect(self.strike_current)
        self.view.chosen.connect(lambda _id: self._enable())
        top = QHBoxLayout()
        top.addWidget(self._heading)
        top.addStretch(1)
        top.addWidget(self.strike)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        self.retranslate()

    def show_entries(self, incident_id: str, entries: tuple[EntryLine, ...]) -> None:
        """Show the lines, oldest first; a new line comes into sight unless somebody reads further up."""
        rows, day = [], ""
        for place, entry in enumerate(entries):
            today = f"{local(entry.at):%Y-%m-%d}"
            rows.append(EntryCard(entry.id, entry, dated=today != day, place=place))
            day = today
        bar = self.view.verticalScrollBar()
        at_foot = bar.value() >= bar.maximum()
        follow = incident_id != self._incident_id or (at_foot and len(rows) > self.table.rowCount())
        if incident_id != self._incident_id:
            self._incident_id = incident_id
            self.table.reset(rows)
        else:
            gone = {row.id for row in self.table.cards()} - {row.id for row in rows}
            self.table.update(rows, gone)
        if follow:
            self.view.scrollToBottom()
        self._enable()

    def strike_current(self) -> None:
        """Strike the current line, if it is a note of one's own."""
        if self._can_strike():
            self._desk.store.do(strike_entry, self.view.current_id())

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        self._heading.setText(self.tr("流水"))
        self.strike.setText(self.tr("划除"))
        self.strike.setToolTip(self.tr("划除自己写的一条，内容仍可见（Delete）"))
        self.table.retitle()

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
            entry = row.line
            return line(entry.code, entry.params, entry.text, self._desk.trade)

        def hint(row: EntryCard) -> str:
            entry = row.line
            if entry.struck_at is None:
                return day_time_of(entry.at)
            words = translate("Timeline", STRUCK)
            return words.format(by=entry.struck_by, at=day_time_of(entry.struck_at))

        def who(row: EntryCard) -> str:
            return f"{row.line.actor} {row.line.seat}".strip()

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
