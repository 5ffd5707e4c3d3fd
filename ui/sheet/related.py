"""Sheets that may tell of the same matter: earlier ones of the number, open ones close by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.board import Card, IncidentCard
from models.place import distance
from models.state import OPEN_INCIDENT
from ui.desk import Desk
from ui.language import translate
from ui.location import distance_text
from ui.moment import local
from ui.scope import with_key
from ui.table import CardTable, CardView, Column
from ui.wording import state_name

NEAR_M = 500.0
ROWS = 4
ROW_HEIGHT = 26


@dataclass(frozen=True, slots=True)
class RelatedCard(Card):
    """A sheet that may belong to the one being typed: why, and how far away (m)."""

    sheet: IncidentCard
    same_number: bool
    metres: float | None

    @property
    def is_open(self) -> bool:
        """Whether it can be a main sheet."""
        return self.sheet.state in OPEN_INCIDENT


def related(
    sheet: IncidentCard, open_sheets: Iterable[IncidentCard], history: Iterable[IncidentCard]
) -> list[RelatedCard]:
    """Return what may belong to the sheet: open ones of the number or within 500 m, and the number's history."""
    found: dict[str, RelatedCard] = {}
    for other in (*history, *open_sheets):
        same = bool(sheet.caller_number) and other.caller_number == sheet.caller_number
        metres = apart(sheet, other)
        near = metres is not None and metres <= NEAR_M and other.state in OPEN_INCIDENT
        if other.id != sheet.id and (same or near):
            found[other.id] = RelatedCard(other.id, other, same, metres if near else None)
    return list(found.values())


def apart(one: IncidentCard, other: IncidentCard) -> float | None:
    """Return the metres between two sheets, or None where one has no place."""
    here, there = one.point, other.point
    if here is None or there is None:
        return None
    return distance(here.lon, here.lat, there.lon, there.lat)


def order(row: RelatedCard) -> tuple[bool, bool, int]:
    """Return the sort key: open ones first, then those of the number, newest first."""
    return (not row.is_open, not row.same_number, -row.sheet.reported_at)


class RelatedList(QWidget):
    """A short list with one key to link.

    Signals:
        link_asked(str): hang the typed sheet on this one.
        unlink_asked(): take the typed sheet off its main one.
    """

    link_asked = Signal(str)
    unlink_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        columns = self._columns()
        self.table = CardTable(columns, order, desk.colour, self)
        self.view = CardView(self.table, columns, self)
        self.view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.view.horizontalHeader().hide()
        self.view.activated_card.connect(lambda _id: self.link_current())
        self._title, self._linked = QLabel(), QLabel()
        self._title.setProperty("role", "muted")
        self._linked.setTextFormat(Qt.TextFormat.PlainText)
        self.link, self.unlink = QPushButton(), QPushButton()
        self.link.clicked.connect(self.link_current)
        self.unlink.clicked.connect(self.unlink_asked)
        self._lay_out()
        self.retranslate()
        self.hide()

    def show_rows(self, sheet: IncidentCard, rows: list[RelatedCard]) -> None:
        """Show what may belong to the sheet; the first open one is ready to be linked."""
        before = self.view.current_id()
        self.table.reset(rows)
        if rows and not self.view.choose(before):
            self.view.choose(self.table.cards()[0].id)
        self.view.setFixedHeight(min(max(len(rows), 1), ROWS) * ROW_HEIGHT + 4)
        self.view.setVisible(bool(rows))
        main = self._desk.store.board.get(IncidentCard, sheet.main_id)
        linked = sheet.main_id is not None
        words = self.tr("已关联到主单 %1").replace("%1", main.number if main else "")
        self._linked.setText(words if linked else "")
        self._linked.setVisible(linked)
        self.unlink.setVisible(linked)
        self._title.setVisible(not linked)
        self.link.setVisible(not linked)
        self.link.setEnabled(bool(self.candidate()))
        self.setVisible(bool(rows) or linked)

    def candidate(self) -> str:
        """Return the main sheet that a link would go to, "" none."""
        row = self.table.card(self.table.row_of(self.view.current_id()) or 0)
        if row is None or not row.is_open:
            return ""
        return row.sheet.main_id or row.id

    def link_current(self) -> None:
        """Ask for the link to the current row."""
        if main := self.candidate():
            self.link_asked.emit(main)

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        self._title.setText(self.tr("同号或 500 米内的警单"))
        self.link.setText(with_key(self.tr("关联"), "sheet.link_found"))
        self.unlink.setText(self.tr("解除关联"))
        self.table.retitle()

    def _columns(self) -> list[Column[RelatedCard]]:
        trade = self._desk.trade
        return [
            Column("why", lambda: "", why, lambda _row: "accent", width=96),
            Column(
                "at",
                lambda: "",
                lambda row: f"{local(row.sheet.reported_at):%m-%d %H:%M}",
                width=88,
            ),
            Column(
                "state",
                lambda: "",
                lambda row: state_name(row.sheet.state.value),
                state_colour,
                width=84,
            ),
            Column(
                "what",
                lambda: "",
                lambda row: f"{trade.class_name(row.sheet.class_code)} {row.sheet.address}".strip(),
                lambda row: None if row.is_open else "muted",
            ),
        ]

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._title)
        row.addWidget(self._linked)
        row.addStretch(1)
        row.addWidget(self.link)
        row.addWidget(self.unlink)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(row)
        column.addWidget(self.view)


def why(row: RelatedCard) -> str:
    """Return why a row is here: 同号 120 米."""
    words = []
    if row.same_number:
        words.append(translate("RelatedList", "同号"))
    if row.metres is not None:
        words.append(distance_text(row.metres))
    return " ".join(words)


def state_colour(row: RelatedCard) -> str:
    """Return the colour meaning of a row's state."""
    return "moving" if row.is_open else "muted"
