"""The main sheet and the branches of a sheet, with the way back from a link or a merge."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.board import Card
from models.state import IncidentState
from services.dossier import BranchLine, Dossier
from services.linking import unlink, unmerge
from ui.desk import Desk
from ui.details.lines import fit_height
from ui.incident import short_number
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.table import CardTable, CardView, Column
from ui.wording import state_name

MAIN = QT_TRANSLATE_NOOP("Branch", "主单")
MERGED = QT_TRANSLATE_NOOP("Branch", "并入本单")
MERGED_INTO = QT_TRANSLATE_NOOP("Branch", "已并入")
ROWS = 4


@dataclass(frozen=True, slots=True)
class BranchCard(Card):
    """A main sheet or a branch; `child_id` is the sheet that hangs, `merged` how."""

    line: BranchLine
    is_main: bool
    child_id: str
    merged: bool
    link_type: str


def branch_cards(dossier: Dossier) -> list[BranchCard]:
    """Return the main sheet, then the branches."""
    card = dossier.card
    cards = []
    if dossier.main is not None:
        merged = card.state is IncidentState.MERGED
        cards.append(
            BranchCard(dossier.main.id, dossier.main, True, card.id, merged, card.link_type)
        )
    for line in dossier.branches:
        merged = line.state is IncidentState.MERGED
        cards.append(BranchCard(line.id, line, False, line.id, merged, line.link_type))
    return cards


class BranchList(QWidget):
    """Sheets that belong to this one: Enter goes there, a button takes the link away."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        columns = self._columns()
        self.table = CardTable(
            columns, lambda row: (not row.is_main, row.line.number), desk.colour, self
        )
        self.view = CardView(self.table, columns, self)
        self.view.horizontalHeader().hide()
        self.view.activated_card.connect(desk.selection.choose_incident)
        self.view.chosen.connect(lambda _id: self._enable())
        self.go, self.undo = QPushButton(), QPushButton()
        self.go.clicked.connect(lambda: desk.selection.choose_incident(self.view.current_id()))
        self.undo.clicked.connect(self.undo_current)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.go)
        row.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.view)
        column.addLayout(row)
        self.retranslate()

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what belongs to a sheet; nothing is shown where nothing does."""
        rows = branch_cards(dossier)
        self.table.reset(rows)
        if rows:
            self.view.choose(rows[0].id)
        fit_height(self.view, len(rows), ROWS)
        self.setVisible(bool(rows))
        self._enable()

    def undo_current(self) -> None:
        """Take the link or the merge of the current row away."""
        row = self.table.card(self.view.currentIndex().row())
        if row is not None:
            self._desk.store.do(unmerge if row.merged else unlink, row.child_id)

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        self.go.setText(self.tr("转到"))
        self.table.retitle()
        self._enable()

    def _enable(self) -> None:
        row = self.table.card(self.view.currentIndex().row())
        merged = row is not None and row.merged
        self.undo.setText(self.tr("取消并单") if merged else self.tr("解除关联"))

    def _columns(self) -> list[Column[BranchCard]]:
        def how(row: BranchCard) -> str:
            if row.merged:
                return translate("Branch", MERGED_INTO if row.is_main else MERGED)
            kind = self._desk.trade.name("link_type", row.link_type)
            return f"{translate('Branch', MAIN)} {kind}" if row.is_main else kind

        return [
            Column("how", lambda: "", how, lambda _row: "accent", width=110),
            Column("number", lambda: "", lambda row: short_number(row.line.number), width=84),
            Column("state", lambda: "", lambda row: state_name(row.line.state.value), width=84),
            Column("what", lambda: "", lambda row: row.line.narrative),
        ]
