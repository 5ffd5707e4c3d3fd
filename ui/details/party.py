"""The people of a sheet: who they are and how to reach them; Enter changes one, Delete strikes one entered in error."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.board import Card
from models.party import FLAGS
from models.state import OPEN_INCIDENT
from services.dossier import Dossier, PartyLine
from services.party import strike_party
from ui.desk import Desk
from ui.details.lines import fit_height
from ui.form import FieldSpec, choice, flag, line, term
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.scope import shortcut
from ui.table import CardTable, CardView, Column
from ui.wording import field_name, sexes

NAMELESS = QT_TRANSLATE_NOOP("Party", "姓名不详")
NAME, NOTE = QT_TRANSLATE_NOOP("Party", "姓名"), QT_TRANSLATE_NOOP("Party", "备注")
ROWS = 4
# What is always asked; the rest is folded away.
ASKED: tuple[FieldSpec, ...] = (
    term("role", "party_role", needed=True),
    line("name", title=lambda: translate("Party", NAME)),
    line("phone"),
    line("note", title=lambda: translate("Party", NOTE)),
)
MORE: tuple[FieldSpec, ...] = (
    choice("sex", sexes),
    line("birth_date", beside=True),
    term("id_type", "id_type"),
    line("id_number"),
    line("present_address"),
    line("household_address"),
    line("work"),
    line("occupation"),
    line("nationality"),
    line("ethnic_group", beside=True),
    line("lost_goods"),
    flag("key_person"),
    flag("deputy", beside=True),
    flag("committee_member", beside=True),
    term("key_person_kind", "key_person"),
)
BLANK: dict[str, Any] = {spec.name: False if spec.name in FLAGS else "" for spec in (*ASKED, *MORE)}


@dataclass(frozen=True, slots=True)
class PartyCard(Card):
    """One person of the sheet shown."""

    line: PartyLine


class PartyList(QWidget):
    """The people of a sheet, in the order they were entered.

    Signals:
        change_asked(PartyLine): a person wants to change what is known of this one.
    """

    change_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        columns = self._columns()
        self.table = CardTable(columns, lambda row: row.id, desk.colour, self)
        self.view = CardView(self.table, columns, self)
        self.view.horizontalHeader().hide()
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # All that is known of the current person: a row has no room for what must not be overlooked.
        self.known = QLabel()
        self.known.setTextFormat(Qt.TextFormat.PlainText)
        self.known.setWordWrap(True)
        self.known.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.view.selectionModel().currentChanged.connect(lambda _new, _old: self._show_known())
        self.view.activated_card.connect(lambda _id: self.change_current())
        self.change, self.strike = QPushButton(), QPushButton()
        self.change.clicked.connect(self.change_current)
        self.strike.clicked.connect(self.strike_current)
        shortcut("party.strike", self.view, self.strike_current, alone=True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.change)
        row.addWidget(self.strike)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.view)
        column.addWidget(self.known)
        column.addLayout(row)
        self.retranslate()

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the people of a sheet; nothing is shown where there are none."""
        rows = [PartyCard(line.id, line) for line in dossier.parties]
        self.table.reset(rows)
        if rows and not self.view.current_id():
            self.view.choose(rows[0].id)
        fit_height(self.view, len(rows), ROWS)
        self._show_known()
        self.change.setEnabled(dossier.card.state in OPEN_INCIDENT)
        self.setVisible(bool(rows))

    def change_current(self) -> None:
        """Ask for what has changed of the current person."""
        row = self.table.card(self.view.currentIndex().row())
        if row is not None and self.change.isEnabled():
            self.change_asked.emit(row.line)

    def strike_current(self) -> None:
        """Strike the current person."""
        if id := self.view.current_id():
            self._desk.store.do(strike_party, id)

    def retranslate(self) -> None:
        """Write the words in the language of the screen."""
        self.change.setText(self.tr("修改当事人"))
        self.strike.setText(self.tr("划除当事人"))
        self.table.retitle()
        self._show_known()

    def _show_known(self) -> None:
        row = self.table.card(self.view.currentIndex().row())
        words = self._rest(row.line) if row is not None else ""
        self.known.setText(words)
        self.known.setVisible(bool(words))

    def _columns(self) -> list[Column[PartyCard]]:
        def name(row: PartyCard) -> str:
            return row.line.name or translate("Party", NAMELESS)

        return [
            Column(
                "role",
                lambda: "",
                lambda row: self._desk.trade.name("party_role", row.line.role),
                lambda _row: "accent",
                width=80,
            ),
            Column("name", lambda: "", name, width=84),
            Column("phone", lambda: "", lambda row: row.line.phone, width=108),
            Column(
                "rest",
                lambda: "",
                lambda row: self._rest(row.line),
                lambda row: "warning" if row.line.key_person else None,
            ),
        ]

    def _rest(self, line: PartyLine) -> str:
        """Return what else is known: first what the crew must know before it knocks."""
        key = ""
        if line.key_person:
            kind = self._desk.trade.name("key_person", line.key_person_kind)
            key = "▲ " + " ".join(word for word in (field_name("key_person"), kind) if word)
        posts = (field_name(name) for name in ("deputy", "committee_member") if getattr(line, name))
        known = (line.id_number, line.present_address, line.work, line.lost_goods, line.note)
        return " · ".join(word for word in (key, *posts, *known) if word)


def values_of(line: PartyLine) -> dict[str, Any]:
    """Return what is known of a person, by field name."""
    return {each.name: getattr(line, each.name) for each in fields(line) if each.name != "id"}
