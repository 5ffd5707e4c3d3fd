"""Chooses the main sheet to link to or to merge into: same number first, then the nearest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.board import Card, IncidentCard
from models.place import distance
from models.state import OPEN_INCIDENT
from services.context import local_day
from ui.desk import Desk
from ui.form import choice, line
from ui.incident import short_number
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.location import distance_text
from ui.moment import time_of
from ui.panel import Panel
from ui.scope import is_key
from ui.table import CardTable, CardView, Column
from ui.trade import matches
from ui.wording import state_name

MERGE = "merge"
MERGE_NAME = QT_TRANSLATE_NOOP("Link", "并单（只处理主单）")
SEARCH = QT_TRANSLATE_NOOP("Link", "查找主单")
HOW = QT_TRANSLATE_NOOP("Link", "方式")
SAME_NUMBER = QT_TRANSLATE_NOOP("Link", "同号")
HEIGHT = 150


@dataclass(frozen=True, slots=True)
class MainCard(Card):
    """An open sheet that this one may hang on."""

    sheet: IncidentCard
    same_number: bool
    metres: float | None


def mains(desk: Desk, sheet: IncidentCard) -> list[MainCard]:
    """Return the open sheets that are no branches themselves."""
    found = []
    for other in desk.store.board.all(IncidentCard).values():
        if other.id != sheet.id and other.main_id is None and other.state in OPEN_INCIDENT:
            here, there = sheet.point, other.point
            metres = distance(here.lon, here.lat, there.lon, there.lat) if here and there else None
            same = bool(sheet.caller_number) and sheet.caller_number == other.caller_number
            found.append(MainCard(other.id, other, same, metres))
    return found


def order(row: MainCard) -> tuple[bool, bool, float, int]:
    """Return the sort key: same number, then nearness, then newest."""
    return (not row.same_number, row.metres is None, row.metres or 0.0, -row.sheet.reported_at)


class LinkPanel(Panel):
    """A search line over a short table; the arrows walk in the table while one types."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._sheet: IncidentCard | None = None
        specs = [
            line("search", title=lambda: translate("Link", SEARCH)),
            choice("how", self._ways, title=lambda: translate("Link", HOW)),
        ]
        super().__init__(desk, lambda: self.tr("关联或合并到主单"), specs, parent)
        columns = self._columns()
        self.table = CardTable(columns, order, desk.colour, self)
        self.view = CardView(self.table, columns, self)
        self.view.setFixedHeight(HEIGHT)
        self.view.horizontalHeader().hide()
        self.view.activated_card.connect(lambda _id: self._give())
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(3, self.view)
        self.form.fields["search"].edited.connect(self.fill)
        self.form.fields["search"].editor.installEventFilter(self)
        desk.trade.changed.connect(self.form.fields["how"].retranslate)

    def ask_for(self, sheet: IncidentCard) -> None:
        """Open for a sheet."""
        self._sheet = sheet
        self.ask({"search": "", "how": "1"})
        self.fill()

    def main_id(self) -> str:
        """Return the sheet chosen as main, "" none."""
        return self.view.current_id()

    def fill(self) -> None:
        """Show the sheets that the search finds; the best is ready to be taken."""
        if self._sheet is None:
            return
        wanted = str(self.form.value("search"))
        rows = [row for row in mains(self._desk, self._sheet) if self._fits(row, wanted)]
        self.table.reset(rows)
        if rows:
            self.view.choose(self.table.cards()[0].id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk in the table from the search line."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and is_key(event, "chooser.walk")
        ):
            self.view.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _give(self, *values: Any) -> None:
        if self.main_id():
            super()._give()
        else:
            self.say_wrong(self.tr("没有可选的主单。"))

    def _ways(self) -> list[tuple[str, str]]:
        day = local_day(self._desk.clock.now())
        types = self._desk.trade.codes("link_type", day)
        return [*((term.code, term.name) for term in types), (MERGE, translate("Link", MERGE_NAME))]

    def _fits(self, row: MainCard, wanted: str) -> bool:
        sheet = row.sheet
        name = self._desk.trade.class_name(sheet.class_code)
        return matches(wanted, [sheet.number, sheet.address, name, sheet.caller_number])

    def _columns(self) -> list[Column[MainCard]]:
        def why(row: MainCard) -> str:
            near = distance_text(row.metres) if row.metres is not None else ""
            same = translate("Link", SAME_NUMBER) if row.same_number else ""
            return f"{same} {near}".strip()

        def what(row: MainCard) -> str:
            return f"{self._desk.trade.class_name(row.sheet.class_code)} {row.sheet.address}"

        return [
            Column("why", lambda: "", why, lambda _row: "accent", width=98),
            Column("number", lambda: "", lambda row: short_number(row.sheet.number), width=70),
            Column("at", lambda: "", lambda row: time_of(row.sheet.reported_at), width=70),
            Column("state", lambda: "", lambda row: state_name(row.sheet.state.value), width=84),
            Column("what", lambda: "", what),
        ]
