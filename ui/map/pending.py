"""What the page has not been told yet; however much comes in, one frame says the newest of it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

from models.board import (
    AgencyCard,
    BeatCard,
    Board,
    Card,
    Delta,
    IncidentCard,
    Key,
    MarkingCard,
    OrganisationCard,
    TermCard,
    UnitCard,
)
from models.fix import Fix
from ui.map.message import (
    CLASSES,
    Names,
    beat_message,
    body_message,
    fixes_bytes,
    incident_message,
    marking_message,
    term_names,
    unit_message,
)

UNIT_ID = attrgetter("unit_id")
DRAWN = tuple(
    kind.kind
    for kind in (UnitCard, IncidentCard, BeatCard, MarkingCard, OrganisationCard, AgencyCard)
)
Frame = dict[str, Any]


class Pending:
    """Board, positions and scene as they are, and which of it waits to be told.

    The *scene* is everything else that the page must know to draw: palette, words, names, selection, time. A *wish* is
    said once and forgotten (`go`, `ask`); all the rest is said again to a page that starts anew.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._board = Board()
        self._fixes: dict[str, Fix] = {}
        self._scene: Frame = {}
        self._wishes: Frame = {}
        self._names: Names = {CLASSES: {}}
        self._keys: set[Key] = set()
        self._moved: dict[str, Fix] = {}
        self._slots: dict[str, int] = {}
        self._parts: set[str] = set()
        self._whole = True

    @property
    def waits(self) -> bool:
        """Whether anything waits to be told."""
        return bool(self._whole or self._keys or self._moved or self._parts or self._wishes)

    def restart(self) -> None:
        """Everything waits: the page knows nothing. What was wished meanwhile still counts."""
        self._whole = True
        self._parts = set(self._scene)

    def show(self, board: Board, language: str) -> None:
        """Take a whole board, or another language."""
        self._board, self._language = board, language
        self._names = term_names(board, language)
        self._whole = True

    def change(self, delta: Delta, board: Board) -> None:
        """Take one delta and the board after it; new words of the dictionaries are a new board."""
        if delta.touches(TermCard):
            self.show(board, self._language)
        self._board = board
        keys = {card.key for card in delta.put} | set(delta.drop)
        self._keys |= {key for key in keys if key[0] in DRAWN}

    def move(self, fixes: Sequence[Fix]) -> None:
        """Take the newest positions of units; the page itself leaves out one that is older than what it shows."""
        self._moved.update(zip(map(UNIT_ID, fixes), fixes, strict=True))

    def set(self, **parts: Any) -> None:
        """Take parts of the scene; what is as before waits for nothing."""
        news = {name: value for name, value in parts.items() if self._scene.get(name, ...) != value}
        self._scene |= news
        self._parts |= set(news)

    def keep(self, **parts: Any) -> None:
        """Take parts of the scene that the page itself told: only a page that starts anew has to hear them."""
        self._scene |= parts

    def wish(self, **wishes: Any) -> None:
        """Take what is to be done once; lists are added up, anything else is the newest."""
        for name, value in wishes.items():
            old = self._wishes.get(name)
            self._wishes[name] = old + value if isinstance(old, list) else value

    def take(self) -> Frame | None:
        """Return the next frame, positions apart, and forget it, None where nothing waits."""
        frame: Frame = {name: self._scene[name] for name in sorted(self._parts)}
        frame |= self._cards() | self._wishes
        self._whole = False
        self._keys, self._parts, self._wishes = set(), set(), {}
        return frame or None

    def take_fixes(self) -> bytes:
        """Return the positions that wait, or all of them for a page that starts, and forget them; call before `take`."""
        moved, self._moved = self._moved, {}
        self._fixes.update(moved)
        moved = self._fixes if self._whole else moved
        return fixes_bytes(moved.values(), self._slots_of(moved)) if moved else b""

    def _slots_of(self, ids: Iterable[str]) -> array[int]:
        try:
            return array("I", map(self._slots.__getitem__, ids))
        except KeyError:  # some are new, which is seldom
            return array("I", map(self._slot, ids))

    def _slot(self, unit_id: str) -> int:
        """The number of a unit; it has the same for as long as the program runs."""
        return self._slots.setdefault(unit_id, len(self._slots))

    def _cards(self) -> Frame:
        """The cards that wait; what is not on the board, or has no point, is dropped."""
        cards = self._board.cards
        keys = self._keys
        if self._whole:
            keys = {(kind, id) for kind in DRAWN for id in cards.get(kind, {})}
        frame: Frame = {"units": [], "incidents": [], "beats": [], "markings": []}
        frame |= {"bodies": [], "agencies": []}
        drop: list[Key] = []
        for key in keys:
            card = cards.get(key[0], {}).get(key[1])
            name, message = self._message(card) if card is not None else ("", None)
            if message is None:
                drop.append(key)
            else:
                frame[name].append(message)
        frame["drop"] = [] if self._whole else sorted(drop)
        frame = {name: value for name, value in frame.items() if value}
        return {**frame, "anew": True} if self._whole else frame

    def _message(self, card: Card) -> tuple[str, Any]:
        """In which list of the frame a card is said, and as what; None where the map does not show it."""
        match card:
            case UnitCard():
                return "units", unit_message(card, self._slot(card.id))
            case IncidentCard():
                return "incidents", incident_message(card, self._names[CLASSES])
            case BeatCard():
                return "beats", beat_message(card) if card.ring else None
            case MarkingCard():
                return "markings", marking_message(card, self._names)
            case OrganisationCard():
                return "bodies", body_message(card, self._language)
            case AgencyCard():
                return "agencies", body_message(card, self._language)
        return "", None
