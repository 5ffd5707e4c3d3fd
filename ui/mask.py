"""What a room full of people may see of a sheet: what it is, how grave, where about – nobody's name, number or words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from models.board import Board, Delta, IncidentCard, MarkingCard, TermCard, UnitCard

BLANK: Mapping[str, Any] = {
    "caller_number": "",
    "contact_phone": "",
    "caller_name": "",
    "narrative": "",
    "address": "",
    "tags": (),
    "call_id": None,
}
# Of a secret sheet not even what it is about.
SECRET: Mapping[str, Any] = {
    "class_taken": "",
    "class_fed_back": "",
    "place": None,
    "caller_place": None,
}


def masked(card: IncidentCard) -> IncidentCard:
    """Return the card without anything that belongs to a person."""
    orders = tuple(replace(line, text="", answer="") for line in card.orders)
    lines = tuple(
        replace(line, instruction="", reason="", reason_code="") for line in card.assignments
    )
    hidden = {**BLANK, **SECRET} if card.secret else BLANK
    return replace(card, **hidden, orders=orders, assignments=lines)


def masked_unit(card: UnitCard) -> UnitCard:
    """Return the unit without its people."""
    job = card.job and replace(card.job, instruction="", reason="", reason_code="")
    return replace(card, leader="", phone="", job=job)


def masked_marking(card: MarkingCard) -> MarkingCard:
    """Return what was drawn without what was written to it."""
    return replace(card, note="")


def masked_board(board: Board) -> Board:
    """Return a board of sheets, units and drawings, masked, and of the words that name their classes."""
    sheets = (masked(card) for card in board.all(IncidentCard).values())
    units = (masked_unit(card) for card in board.all(UnitCard).values())
    drawn = (masked_marking(card) for card in board.all(MarkingCard).values())
    return Board.of_cards((*sheets, *units, *drawn, *board.all(TermCard).values()))


def masked_delta(delta: Delta) -> Delta:
    """Return what a delta changes of a masked board."""
    put = (
        *(masked(card) for card in delta.of(IncidentCard)),
        *(masked_unit(card) for card in delta.of(UnitCard)),
        *(masked_marking(card) for card in delta.of(MarkingCard)),
        *delta.of(TermCard),
    )
    kinds = (IncidentCard.kind, UnitCard.kind, MarkingCard.kind, TermCard.kind)
    return Delta(put=put, drop=tuple(key for key in delta.drop if key[0] in kinds))
