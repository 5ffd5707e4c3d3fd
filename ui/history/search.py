"""One search at a time over the whole store: pages on demand, answers to older questions dropped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from models.errors import CodedError
from services.searching import PAGE, Page, Wanted, in_order, search_sheets
from ui.store import Store

# So many sheets fill any screen: until then a page that compared much and found little is followed by the next.
SCREENFUL = 40


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
        self._before: int | None = None
        self._shown = 0
        self._asking = False
        self.wanted = Wanted()
        self.at_end = True
        # What is shown answers an older question as long as this is so.
        self.awaited = False

    def start(self, wanted: Wanted) -> None:
        """Search anew; whatever was asked before is no longer wanted."""
        self._question += 1
        self._before, self._shown, self.wanted, self.at_end = None, 0, wanted, False
        self.awaited = True
        self._ask(first=True)

    def go_on(self) -> None:
        """Ask for the next page, unless one is on its way or there is none."""
        if not self._asking and not self.at_end:
            self._ask(first=False)

    def again(self) -> None:
        """Ask for the first page once more: newer sheets may belong to it."""
        question = self._question

        def take(page: Page) -> None:
            if question == self._question:
                self.renewed.emit(page.cards)

        self._store.ask(search_sheets, take, self.wanted)

    def renew(self, ids: Sequence[str]) -> None:
        """Ask how some sheets are now."""
        self._store.ask(in_order, self.renewed.emit, ids)

    def _ask(self, *, first: bool) -> None:
        question, self._asking = self._question, True

        def take(page: Page) -> None:
            if question != self._question:
                return
            self._asking = self.awaited = False
            self._before, self.at_end = page.before, page.before is None
            self._shown += len(page.cards)
            (self.found if first else self.more).emit(page.cards)
            if self._shown < SCREENFUL:
                self.go_on()

        def fail(_error: CodedError) -> None:
            # Scrolling on asks once more; what failed is told by a banner.
            if question == self._question:
                self._asking = self.awaited = False

        before = self._before
        self._store.ask(search_sheets, take, self.wanted, before=before, limit=PAGE, failed=fail)
