"""Finds units, sheets and words of dictionaries by what somebody has typed; sounds are worked out once a change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject

from models.board import Board, Card, Delta, IncidentCard, UnitCard
from services.context import local_day
from services.pinyin import sounds
from ui.command.grammar import HERE
from ui.desk import Desk
from ui.incident import SERIAL, WHOLE, short_number
from ui.trade import Found, plain

C = TypeVar("C", bound=Card)
# So many cards of one delta are read out at once; more of them, and a whole board, on the read lane.
FEW = 8
MOST = 9


@dataclass(frozen=True, slots=True)
class Hits(Generic[C]):
    """What a word may mean: the exact ones alone where there are any, else all that it is a part of."""

    cards: tuple[C, ...]
    exact: bool


class Index(QObject):
    """Follows the board; the forms of a card are its text, its pinyin and its initials."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms: dict[str, tuple[str, ...]] = {}
        desk.store.loaded.connect(self._load)
        desk.store.changed.connect(self._apply)

    def units(self, word: str) -> Hits[UnitCard]:
        """Return the units that a word may mean: by call sign, its pinyin or initials."""
        if word == HERE:
            return chosen(self._desk.unit())
        wanted, cards = plain(word), self._desk.store.board.all(UnitCard).values()
        exact = tuple(card for card in cards if plain(card.call_sign) == wanted)
        if exact or not wanted:
            return Hits(exact, True)
        return Hits(tuple(self._part(wanted, cards)), False)

    def sheets(self, word: str) -> Hits[IncidentCard]:
        """Return the open sheets that a word may mean: by number, its end, or a part of the address."""
        if word == HERE:
            return chosen(self._desk.incident())
        wanted, cards = plain(word), self._desk.store.board.all(IncidentCard).values()
        exact = tuple(card for card in cards if is_number(card.number, wanted))
        if exact or not wanted:
            return Hits(exact, True)
        if wanted.isdigit():
            ending = (card for card in cards if card.number.endswith(wanted))
            return Hits(tuple(ending), False)
        return Hits(tuple(self._part(wanted, cards)), False)

    def terms(self, dictionary: str, word: str) -> tuple[Found, ...]:
        """Return the terms that a word may mean: the exact one alone where there is one."""
        day = local_day(self._desk.clock.now())
        found = self._desk.trade.search(dictionary, word, day, MOST)
        wanted = plain(word)
        exact = [
            term
            for term in found
            if wanted in (plain(term.code), plain(term.name), sounds(term.name)[1])
        ]
        return tuple(exact or found)

    def sheet_word(self, sheet: IncidentCard) -> str:
        """Return the shortest word that means this sheet alone."""
        serial = serial_of(sheet.number)
        same = self.sheets(serial).cards if serial else ()
        return serial if len(same) == 1 and same[0].id == sheet.id else sheet.number

    def _part(self, wanted: str, cards: Iterable[C]) -> list[C]:
        found = [card for card in cards if any(wanted in form for form in self._forms_of(card))]

        def place(card: C) -> tuple[bool, str, str]:
            shown = self._forms_of(card)[0]
            return (not shown.startswith(wanted), shown, card.id)

        return sorted(found, key=place)

    def _forms_of(self, card: Card) -> tuple[str, ...]:
        return self._forms.get(card.id) or (plain(text_of(card)),)

    def _load(self, board: Board) -> None:
        self._forms = {}
        cards = [*board.all(UnitCard).values(), *board.all(IncidentCard).values()]
        self._read_out(cards)

    def _apply(self, delta: Delta) -> None:
        for _, id in delta.drop:
            self._forms.pop(id, None)
        cards = [*delta.of(UnitCard), *delta.of(IncidentCard)]
        known = self._forms
        fresh = [
            card
            for card in cards
            if card.id not in known or known[card.id][0] != plain(text_of(card))
        ]
        if len(fresh) > FEW:
            self._read_out(fresh)
        else:
            self._forms.update({card.id: forms(text_of(card)) for card in fresh})

    def _read_out(self, cards: Iterable[Card]) -> None:
        texts = {card.id: text_of(card) for card in cards}
        self._desk.store.ask(read_out, self._take, texts)

    def _take(self, found: Mapping[str, tuple[str, ...]]) -> None:
        board = self._desk.store.board
        live = board.all(UnitCard).keys() | board.all(IncidentCard).keys()
        self._forms.update({id: each for id, each in found.items() if id in live})


def read_out(_session: Any, texts: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the forms of texts by id; for the read lane."""
    return {id: forms(text) for id, text in texts.items()}


def forms(text: str) -> tuple[str, ...]:
    """Return a text as it is compared, with its pinyin and initials where it has any."""
    shown = plain(text)
    return (shown,) if shown.isascii() else (shown, *sounds(shown))


def text_of(card: Card) -> str:
    """Return by which words a card is found."""
    if isinstance(card, UnitCard):
        return card.call_sign
    return card.address if isinstance(card, IncidentCard) else ""


def chosen(card: C | None) -> Hits[C]:
    """Return what is selected."""
    return Hits(() if card is None else (card,), True)


def serial_of(number: str) -> str:
    """Return what people call a sheet by: its serial without leading noughts; "" for a foreign number."""
    if len(number) < WHOLE or not number.isdigit():
        return ""
    return number[SERIAL].lstrip("0") or "0"


def is_number(number: str, wanted: str) -> bool:
    """Tell whether a word is a sheet's number: whole, short, or its serial with or without noughts."""
    if wanted in (number, short_number(number)):
        return True
    serial = serial_of(number)
    return bool(serial) and wanted.isdigit() and (wanted.lstrip("0") or "0") == serial
