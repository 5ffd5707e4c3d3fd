"""The model under every live table: rows of cards kept in order by bisection, updated one by one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont
from PySide6.QtGui import Qt as GuiQt

from models.board import Card

C = TypeVar("C", bound=Card)
Index = QModelIndex | QPersistentModelIndex
Key = tuple[Any, str]
ROOT = QModelIndex()
ID_ROLE = Qt.ItemDataRole.UserRole
DISPLAY, FONT, TOOL_TIP, ALIGNMENT, FOREGROUND = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.FontRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ForegroundRole,
    )
)
ANSWERED = frozenset({DISPLAY, FONT, TOOL_TIP, ALIGNMENT, FOREGROUND, int(ID_ROLE)})
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
# From this many changes at once on, all rows are laid out anew: cheaper than one by one.
MANY = 100


@dataclass(frozen=True, slots=True)
class Column(Generic[C]):
    """One column: its title (translated by the caller), text of a card, colour meaning, and help.

    `strong` tells which texts are bold; one column may `stretch` over the room that is left, `width`
    is then the least it gets.
    """

    name: str
    title: Callable[[], str]
    text: Callable[[C], str]
    colour: Callable[[C], str | None] | None = None
    hint: Callable[[C], str] | None = None
    width: int = 80
    right: bool = False
    stretch: bool = False
    strong: Callable[[C], bool] | None = None


class CardTable(QAbstractTableModel, Generic[C]):
    """Rows of cards in the order of `key`, kept so as cards come, change and go.

    A key is asked once for every card put; when what it follows changes, call `sort_rows`. While somebody aims at a
    row the table can be held: cards change where they stand, one that has left is struck out, and what would
    come, go or move waits until the table is let go.

    Signals:
        updating(): rows are about to change, move, come or go.
        updated(): they have.
        waiting_changed(int): so many rows wait to come, go or move.
    """

    updating = Signal()
    updated = Signal()
    waiting_changed = Signal(int)

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
        self._keys: list[Key] = []
        self._key_of: dict[str, Key] = {}
        self._held = False
        self._coming: dict[str, C] = {}
        self._moving: set[str] = set()
        self._gone: set[str] = set()
        self._bold, self._struck = QFont(), QFont()
        self._bold.setBold(True)
        self._struck.setStrikeOut(True)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many cards there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        # Asked ten times for every cell painted: what is not answered here is turned away first.
        if role not in ANSWERED or not index.isValid():
            return None
        card, column = self._rows[index.row()], self._columns[index.column()]
        if role == DISPLAY:
            return column.text(card)
        if card.id in self._gone and role in (FOREGROUND, FONT):
            return QColor(self._palette("muted")) if role == FOREGROUND else self._struck
        if role == FOREGROUND:
            meaning = column.colour(card) if column.colour is not None else None
            return QColor(self._palette(meaning)) if meaning else None
        if role == FONT:
            return self._bold if column.strong is not None and column.strong(card) else None
        if role == ALIGNMENT:
            return RIGHT if column.right else None
        if role == TOOL_TIP:
            return as_data(column.hint(card) if column.hint is not None else column.text(card))
        return card.id

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's title, on the side of its texts."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def card(self, row: int) -> C | None:
        """Return the card of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, id: str) -> int | None:
        """Return the row of a card, or None."""
        key = self._key_of.get(id)
        return None if key is None else bisect_left(self._keys, key)

    def cards(self) -> Sequence[C]:
        """Return the cards in the order shown."""
        return self._rows

    @property
    def waiting(self) -> int:
        """How many rows wait to come, go or move."""
        return len(self._coming) + len(self._moving) + len(self._gone)

    @property
    def settled_count(self) -> int:
        """How many cards there are once nothing waits."""
        return len(self._rows) + len(self._coming) - len(self._gone)

    @property
    def is_held(self) -> bool:
        """Whether rows keep their places."""
        return self._held

    def hold(self) -> None:
        """Keep every row in its place until `let_go`."""
        self._held = True

    def let_go(self) -> None:
        """Let what waited come, go and move."""
        self._held = False
        if not self.waiting:
            return
        moved = [card for card in self._rows if card.id in self._moving]
        put, gone = [*self._coming.values(), *moved], list(self._gone)
        self._forget_waiting()
        self.update(put, gone)

    def reset(self, cards: Iterable[C]) -> None:
        """Show these cards instead of all before."""
        self._forget_waiting()
        with self._update():
            arranged = self._arranged(cards)
            self.beginResetModel()
            self._rows, self._keys, self._key_of = arranged
            self.endResetModel()

    def update(self, put: Iterable[C], drop: Iterable[str]) -> None:
        """Put and drop cards; a row that changes its place keeps its selection."""
        put, gone = list(put), [id for id in drop if id in self._key_of]
        if self._held:
            self._wait(put, drop)
            return
        if not put and not gone:
            return
        if len(put) + len(gone) > MANY:
            left = {card.id: card for card in self._rows}
            for id in gone:
                left.pop(id, None)
            self.reset((left | {card.id: card for card in put}).values())
            return
        with self._update():
            for id in gone:
                self._remove(id)
            for card in put:
                self._put(card)

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
        """Ask all keys anew and bring the rows into order; selected rows stay selected."""
        self.let_go()
        if all(
            self._key_for(card) == key for card, key in zip(self._rows, self._keys, strict=True)
        ):
            return
        with self._update():
            self.layoutAboutToBeChanged.emit()
            before = self.persistentIndexList()
            ids = [self._rows[index.row()].id for index in before]
            self._rows, self._keys, self._key_of = self._arranged(self._rows)
            after = [
                self.index(self.row_of(id) or 0, index.column())
                for id, index in zip(ids, before, strict=True)
            ]
            self.changePersistentIndexList(before, after)
            self.layoutChanged.emit()

    @contextmanager
    def _update(self) -> Iterator[None]:
        self.updating.emit()
        try:
            yield
        finally:
            self.updated.emit()

    def _key_for(self, card: C) -> Key:
        return (self._key(card), card.id)

    def _arranged(self, cards: Iterable[C]) -> tuple[list[C], list[Key], dict[str, Key]]:
        key = self._key
        by_id = {card.id: card for card in cards}
        keys = sorted([(key(card), id) for id, card in by_id.items()])
        return [by_id[id] for _, id in keys], keys, {key[1]: key for key in keys}

    def _wait(self, put: Iterable[C], drop: Iterable[str]) -> None:
        before = self.waiting
        for id in drop:
            self._coming.pop(id, None)
            self._moving.discard(id)
            if id in self._key_of:
                self._gone.add(id)
                self._tell_row(id)
        for card in put:
            self._gone.discard(card.id)
            if card.id not in self._key_of:
                self._coming[card.id] = card
                continue
            row = bisect_left(self._keys, self._key_of[card.id])
            self._rows[row] = card
            if self._key_for(card) != self._key_of[card.id]:
                self._moving.add(card.id)
            else:
                self._moving.discard(card.id)
            self._tell_row(card.id)
        if self.waiting != before:
            self.waiting_changed.emit(self.waiting)

    def _forget_waiting(self) -> None:
        if self.waiting:
            self._coming.clear()
            self._moving.clear()
            self._gone.clear()
            self.waiting_changed.emit(0)

    def _tell_row(self, id: str) -> None:
        row = bisect_left(self._keys, self._key_of[id])
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))

    def _remove(self, id: str) -> None:
        row = bisect_left(self._keys, self._key_of[id])
        self.beginRemoveRows(ROOT, row, row)
        del self._rows[row], self._keys[row], self._key_of[id]
        self.endRemoveRows()

    def _put(self, card: C) -> None:
        new, old = self._key_for(card), self._key_of.get(card.id)
        to = bisect_left(self._keys, new)
        if old is None:
            self.beginInsertRows(ROOT, to, to)
            self._insert(to, new, card)
            self.endInsertRows()
            return
        row = bisect_left(self._keys, old)
        if to in (row, row + 1):
            self._rows[row], self._keys[row], self._key_of[card.id] = card, new, new
        else:
            self.beginMoveRows(ROOT, row, row, ROOT, to)
            del self._rows[row], self._keys[row]
            self._insert(to - 1 if to > row else to, new, card)
            self.endMoveRows()
        row = bisect_left(self._keys, new)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))

    def _insert(self, row: int, key: Key, card: C) -> None:
        self._rows.insert(row, card)
        self._keys.insert(row, key)
        self._key_of[card.id] = key


def as_data(hint: str) -> str:
    """Return a hint that shows as it was written: what callers say is data, never markup."""
    if not GuiQt.mightBeRichText(hint):
        return hint
    return "<p>" + escape(hint).replace("\n", "<br>") + "</p>"
