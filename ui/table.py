"""A live table of cards: own model, sorted in Python, updated row by row; selection survives every update."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from models.board import Card

C = TypeVar("C", bound=Card)
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ID_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Column(Generic[C]):
    """One column: its title (translated by the caller), text of a card, colour meaning, and help."""

    name: str
    title: Callable[[], str]
    text: Callable[[C], str]
    colour: Callable[[C], str | None] | None = None
    hint: Callable[[C], str] | None = None
    width: int = 80
    right: bool = False


class CardTable(QAbstractTableModel, Generic[C]):
    """Rows of cards in the order of `key`, kept so as cards come, change and go."""

    def __init__(
        self,
        columns: Sequence[Column[C]],
        key: Callable[[C], Any],
        palette: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._key = key
        self._palette = palette
        self._rows: list[C] = []
        self._at: dict[str, int] = {}

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many cards there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        card, column = self._rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(card)
        if role == Qt.ItemDataRole.ForegroundRole and column.colour is not None:
            meaning = column.colour(card)
            return QColor(self._palette(meaning)) if meaning else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.hint(card) if column.hint is not None else column.text(card)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == ID_ROLE:
            return card.id
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's title."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title()
        return None

    def card(self, row: int) -> C | None:
        """Return the card of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, id: str) -> int | None:
        """Return the row of a card, or None."""
        return self._at.get(id)

    def cards(self) -> Sequence[C]:
        """Return the cards in the order shown."""
        return self._rows

    def reset(self, cards: Iterable[C]) -> None:
        """Show these cards instead of all before."""
        self.beginResetModel()
        self._rows = sorted(cards, key=self._key)
        self._number()
        self.endResetModel()

    def update(self, put: Iterable[C], drop: Iterable[str]) -> None:
        """Put and drop cards; an order that changes moves rows without losing the selection."""
        for id in drop:
            if (row := self._at.get(id)) is not None:
                self.beginRemoveRows(ROOT, row, row)
                del self._rows[row]
                self._number()
                self.endRemoveRows()
        for card in put:
            if (row := self._at.get(card.id)) is None:
                row = len(self._rows)
                self.beginInsertRows(ROOT, row, row)
                self._rows.append(card)
                self._at[card.id] = row
                self.endInsertRows()
            else:
                self._rows[row] = card
                self._tell(row, row)
        self.sort_rows()

    def refresh(self, names: Sequence[str] = ()) -> None:
        """Tell the view that texts which follow the clock or the language have changed."""
        if not self._rows:
            return
        columns = [at for at, column in enumerate(self._columns) if column.name in names]
        for column in columns or [0]:
            last = column if columns else len(self._columns) - 1
            self.dataChanged.emit(self.index(0, column), self.index(len(self._rows) - 1, last))

    def retitle(self) -> None:
        """Tell the view that titles and texts are in another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        self.refresh()

    def sort_rows(self) -> None:
        """Bring the rows into order; selected rows stay selected wherever they go."""
        ordered = sorted(self._rows, key=self._key)
        if ordered == self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in before]
        self._rows = ordered
        self._number()
        after = [
            self.index(self._at[id], index.column()) for id, index in zip(ids, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _number(self) -> None:
        self._at = {card.id: row for row, card in enumerate(self._rows)}

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))


class CardView(QTableView):
    """A table view of cards for keyboard people.

    Signals:
        chosen(str): another card became the current one ("" none).
        activated_card(str): Enter or double click on a card.
    """

    chosen = Signal(str)
    activated_card = Signal(str)

    def __init__(
        self, table: CardTable[Any], columns: Sequence[Column[Any]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._table = table
        self.setModel(table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(28)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        for at, column in enumerate(columns):
            self.setColumnWidth(at, column.width)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.activated.connect(lambda index: self.activated_card.emit(self._id_at(index)))

    def current_id(self) -> str:
        """Return the current card's id, "" where there is none."""
        return self._id_at(self.currentIndex())

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected rows in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._id_at(self._table.index(row, 0)) for row in rows]

    def choose(self, id: str) -> bool:
        """Make a card the current one and show it; False where it is not in the table."""
        row = self._table.row_of(id)
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return False
        if self.current_id() != id:
            self.selectRow(row)
            self.scrollTo(self._table.index(row, 0))
        return True

    def _id_at(self, index: QModelIndex) -> str:
        return str(index.data(ID_ROLE)) if index.isValid() else ""

    def _tell_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(self._id_at(current))
