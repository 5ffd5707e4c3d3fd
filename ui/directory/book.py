"""The directory as a search wants it: every body in order, with all its words and their sounds in one text each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from models.board import AgencyCard, Board, Delta, OrganisationCard
from services.answering import Taker, takers
from services.pinyin import sounds
from ui.desk import Desk
from ui.directory.entry import DirectoryEntry, agency_entry, body_entry, order, words
from ui.trade import plain

# So many bodies are read on the spot; more of them beside the window's work.
AT_ONCE = 200
# Nobody reads further than this; who wants more types another letter.
MOST_SHOWN = 200
BodyCard = AgencyCard | OrganisationCard


@dataclass(frozen=True, slots=True)
class Page:
    """One body with its words as they are compared, and how they sound ("" not known yet)."""

    entry: DirectoryEntry
    plain: str
    sound: str


def page_of(card: BodyCard, bodies: Mapping[str, OrganisationCard], *, english: bool) -> Page:
    """Return the page of a card, without its sounds."""
    entry = (
        agency_entry(card, english=english)
        if isinstance(card, AgencyCard)
        else body_entry(card, bodies, english=english)
    )
    return Page(entry, "\n".join(map(plain, words(entry))), "")


def heard(page: Page) -> Page:
    """Return a page with the sounds of its words."""
    parts = [part for part in page.plain.split("\n") if not part.isascii()]
    return replace(page, sound="\n".join(form for part in parts for form in sounds(part)))


def write_pages(
    _session: object,
    cards: Iterable[BodyCard],
    bodies: Mapping[str, OrganisationCard],
    *,
    english: bool,
) -> dict[str, Page]:
    """Return the pages of cards, sounds and all; for the read lane."""
    return {card.id: heard(page_of(card, bodies, english=english)) for card in cards}


class Book(QObject):
    """All pages in their order; finds bodies by characters, pinyin, initials and any part of a number.

    Signals:
        changed(): pages came, changed or went.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pages: dict[str, Page] = {}
        self._order: list[Page] = []
        self._edition = 0

    def __len__(self) -> int:
        """Return how many bodies there are."""
        return len(self._pages)

    def load(self, board: Board) -> None:
        """Read every body of a board."""
        cards: list[BodyCard] = [
            *board.all(AgencyCard).values(),
            *board.all(OrganisationCard).values(),
        ]
        self._pages = {}
        self._order = []
        self._edition += 1
        self._write(cards)

    def apply(self, delta: Delta) -> None:
        """Follow a delta."""
        for id in (*delta.dropped(AgencyCard), *delta.dropped(OrganisationCard)):
            self._pages.pop(id, None)
        self._write([*delta.of(AgencyCard), *delta.of(OrganisationCard)])

    def search(self, wanted: str, some: Sequence[Taker]) -> tuple[list[DirectoryEntry], int]:
        """Return the first bodies found, those that take a class before all others, and how many there are."""
        needle = plain(wanted)
        # Only letters can mean sounds.
        letters = needle.isascii() and any(letter.isalpha() for letter in needle)
        found = [
            page.entry
            for page in self._order
            if not needle
            or needle in page.plain
            or (letters and needle in (page.sound or self._sound(page)))
        ]
        why = {taker.agency_id: (taker, place) for place, taker in enumerate(some)}
        taking = [entry for entry in found if entry.id in why] if why else []
        first = [replace(it, why=why[it.id][0], place=why[it.id][1]) for it in taking]
        first.sort(key=lambda entry: entry.place)
        others = [entry for entry in found[: MOST_SHOWN + len(first)] if entry.id not in why]
        return [*first, *others][:MOST_SHOWN], len(found)

    def takers(self, classes: Sequence[str], division: str) -> list[Taker]:
        """Return the agencies that answer for a class and its groups in a division now, best first."""
        if not any(classes):
            return []
        agencies = self._desk.store.board.all(AgencyCard).values()
        return takers(agencies, classes, division, self._desk.clock.now())

    def _sound(self, page: Page) -> str:
        """Return how a page sounds that the lane has not heard yet; in a thick book one waits for it."""
        return heard(page).sound if len(self._pages) <= AT_ONCE else ""

    def _write(self, cards: list[BodyCard]) -> None:
        bodies = self._desk.store.board.all(OrganisationCard)
        english = self._desk.language.name == "en"
        if len(cards) <= AT_ONCE:
            self._take({card.id: page_of(card, bodies, english=english) for card in cards})
        edition = self._edition

        def take(pages: dict[str, Page]) -> None:
            # Pages of another language, or of cards that have changed since, come too late.
            if edition == self._edition:
                self._take({id: page for id, page in pages.items() if self._holds(page)})

        if cards:
            self._desk.store.ask(write_pages, take, cards, bodies, english=english)

    def _holds(self, page: Page) -> bool:
        card = page.entry.agency or page.entry.body
        return card is not None and self._desk.store.board.get(type(card), card.id) is card

    def _take(self, pages: Mapping[str, Page]) -> None:
        self._pages.update(pages)
        self._order = sorted(self._pages.values(), key=lambda page: order(page.entry))
        self.changed.emit()
