"""What the page has not been told yet; however much comes in, one frame says the newest of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from models.board import BeatCard, Board, Delta, IncidentCard, Key, TermCard, UnitCard
from models.fix import Fix
from ui.map.message import (
    beat_message,
    class_names,
    fix_message,
    incident_message,
    unit_message,
)

DRAWN = (UnitCard.kind, IncidentCard.kind, BeatCard.kind)
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
        self._classes: dict[str, str] = {}
        self._keys: set[Key] = set()
        self._moved: set[str] = set()
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
        self._classes = class_names(board, language)
        self._whole = True

    def change(self, delta: Delta, board: Board) -> None:
        """Take one delta and the board after it; new words of the dictionaries are a new board."""
        if delta.touches(TermCard):
            self.show(board, self._language)
        self._board = board
        keys = {card.key for card in delta.put} | set(delta.drop)
        self._keys |= {key for key in keys if key[0] in DRAWN}

    def move(self, fixes: Iterable[Fix]) -> None:
        """Take positions; the newest of each unit counts."""
        for fix in fixes:
            known = self._fixes.get(fix.unit_id)
            if known is None or fix.at >= known.at:
                self._fixes[fix.unit_id] = fix
                self._moved.add(fix.unit_id)

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
        """Return the next frame and forget it, None where nothing waits."""
        frame: Frame = {name: self._scene[name] for name in sorted(self._parts)}
        moved = self._fixes if self._whole else self._moved
        if moved:
            frame["fixes"] = [fix_message(self._fixes[id]) for id in moved]
        frame |= self._cards() | self._wishes
        self._whole = False
        self._keys, self._moved, self._parts, self._wishes = set(), set(), set(), {}
        return frame or None

    def _cards(self) -> Frame:
        """The cards that wait; what is not on the board, or has no point, is dropped."""
        cards = self._board.cards
        every = (
            {(kind, id) for kind in DRAWN for id in cards.get(kind, {})} if self._whole else set()
        )
        keys = every or self._keys
        units = [self._board.get(UnitCard, id) for kind, id in keys if kind == UnitCard.kind]
        incidents = [
            self._board.get(IncidentCard, id) for kind, id in keys if kind == IncidentCard.kind
        ]
        beats = [self._board.get(BeatCard, id) for kind, id in keys if kind == BeatCard.kind]
        shown = [
            message
            for card in incidents
            if card is not None
            if (message := incident_message(card, self._classes)) is not None
        ]
        frame: Frame = {
            "units": [unit_message(card) for card in units if card is not None],
            "incidents": shown,
            "beats": [beat_message(card) for card in beats if card is not None and card.ring],
        }
        told = {(kind[:-1], message["id"]) for kind, list_ in frame.items() for message in list_}
        frame["drop"] = [] if self._whole else sorted(keys - told)
        frame = {name: value for name, value in frame.items() if value}
        return {**frame, "anew": True} if self._whole else frame
