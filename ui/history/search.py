"""One search at a time over the whole store: pages on demand, answers to older questions dropped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from models.board import IncidentCard
from models.errors import CodedError
from services.searching import PAGE, in_order, search_sheets
from ui.store import Store


class Search(QObject):
    """Asks the store for sheets and keeps track of which question an answer belongs to.

    Signals:
        found(list[IncidentCard]): the first page of a new search.
        more(list[IncidentCard]): the next page of the same search.
        renewed(list[IncidentCard]): sheets shown before, as they are now.
    """

    found = Signal(object)
    more = Signal(object)
    renewed = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._question = 0
        self._offset = 0
        self._asking = False
        self.text = ""
        self.at_end = True

    def start(self, text: str) -> None:
        """Search anew; whatever was asked before is no longer wanted."""
        self._question += 1
        self._offset, self.text, self.at_end = 0, text, False
        self._ask(first=True)

    def go_on(self) -> None:
        """Ask for the next page, unless one is on its way or there is none."""
        if not self._asking and not self.at_end:
            self._ask(first=False)

    def again(self) -> None:
        """Ask for the first page once more: newer sheets may belong to it."""
        question = self._question

        def take(cards: list[IncidentCard]) -> None:
            if question == self._question:
                self.renewed.emit(cards)

        self._store.ask(search_sheets, take, self.text)

    def renew(self, ids: Sequence[str]) -> None:
        """Ask how some sheets are now."""
        self._store.ask(in_order, self.renewed.emit, ids)

    def _ask(self, *, first: bool) -> None:
        question, self._asking = self._question, True

        def take(cards: list[IncidentCard]) -> None:
            if question != self._question:
                return
            self._asking = False
            self._offset += len(cards)
            self.at_end = len(cards) < PAGE
            (self.found if first else self.more).emit(cards)

        def fail(_error: CodedError) -> None:
            # Scrolling on asks once more; what failed is told by a banner.
            if question == self._question:
                self._asking = False

        self._store.ask(search_sheets, take, self.text, offset=self._offset, failed=fail)
