"""The people of a sheet: who they are and how to reach them; Delete strikes one entered in error."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.board import Card
from services.dossier import Dossier, PartyLine
from services.party import strike_party
from ui.desk import Desk
from ui.details.lines import fit_height
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.table import CardTable, CardView, Column

NAMELESS = QT_TRANSLATE_NOOP("Party", "姓名不详")
ROWS = 4


@dataclass(frozen=True, slots=True)
class PartyCard(Card):
    """One person of the sheet shown."""

    line: PartyLine


class PartyList(QWidget):
    """The people of a sheet, in the order they were entered."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        columns = self._columns()
        self.table = CardTable(columns, lambda row: row.id, desk.colour, self)
        self.view = CardView(self.table, columns, self)
        self.view.horizontalHeader().hide()
        self.strike = QPushButton()
        self.strike.clicked.connect(self.strike_current)
        key = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.view)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self.strike_current)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.strike)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.view)
        column.addLayout(row)
        self.retranslate()

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the people of a sheet; nothing is shown where there are none."""
        rows = [PartyCard(line.id, line) for line in dossier.parties]
        self.table.reset(rows)
        if rows and not self.view.current_id():
            self.view.choose(rows[0].id)
        fit_height(self.view, len(rows), ROWS)
        self.setVisible(bool(rows))

    def strike_current(self) -> None:
        """Strike the current person."""
        if id := self.view.current_id():
            self._desk.store.do(strike_party, id)

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        self.strike.setText(self.tr("划除当事人"))
        self.table.retitle()

    def _columns(self) -> list[Column[PartyCard]]:
        def name(row: PartyCard) -> str:
            return row.line.name or translate("Party", NAMELESS)

        def rest(row: PartyCard) -> str:
            return " · ".join(part for part in (row.line.present_address, row.line.note) if part)

        return [
            Column(
                "role",
                lambda: "",
                lambda row: self._desk.trade.name("party_role", row.line.role),
                lambda _row: "accent",
                width=90,
            ),
            Column("name", lambda: "", name, width=110),
            Column("phone", lambda: "", lambda row: row.line.phone, width=120),
            Column("rest", lambda: "", rest),
        ]
