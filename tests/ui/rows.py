"""A pane with a table, shown at a desk, and what its rows say."""

from __future__ import annotations

from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import watch
from ui.card_table import CardTable
from ui.desk import Desk


class Tabled(Protocol):
    """What has rows."""

    table: CardTable[Any]


P = TypeVar("P", bound=QWidget)


def shown(qtbot: QtBot, desk: Desk, pane: P, table: CardTable[Any]) -> P:
    """Show a pane with its table watched and the board read."""
    watch(table)
    qtbot.addWidget(pane)
    pane.resize(900, 400)
    pane.show()
    load(qtbot, desk)
    return pane


def load(qtbot: QtBot, desk: Desk) -> None:
    """Read the board anew."""
    with qtbot.waitSignal(desk.store.loaded):
        desk.store.load()


def ids(pane: Tabled) -> list[str]:
    """Return the cards in the order shown."""
    return [card.id for card in pane.table.cards()]


def text(pane: Tabled, id: str, column: str) -> str:
    """Return what a cell shows."""
    return str(_cell(pane, id, column).data())


def colour(pane: Tabled, id: str, column: str) -> str:
    """Return the colour of a cell's text."""
    return str(_cell(pane, id, column).data(Qt.ItemDataRole.ForegroundRole).name())


def _cell(pane: Tabled, id: str, column: str) -> QModelIndex:
    row = pane.table.row_of(id)
    assert row is not None
    return pane.table.index(row, [each.name for each in pane.table._columns].index(column))
