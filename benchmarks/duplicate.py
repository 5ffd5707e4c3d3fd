"""How often likely duplicates are missed and how often other matters are taken for them, on labelled pairs.

`duplicate.csv` has pairs of reports made up for this: 54 matters, each told by two callers, with the distance, the
minutes and the class of each sheet; half the pairs are one matter. What is not one matter stands close by and is of the
same family of classes, or differs in one thing alone. The least score was chosen on the even matters: the odd ones tell.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from benchmarks.figure import Figure, at_least, at_most
from models.board import IncidentCard
from models.place import Place
from models.state import IncidentState
from services.matching import SUSPECTS, Classes, Reach, match_of

FILE = Path(__file__).parent / "duplicate.csv"
NOON = 1_700_000_000_000
MINUTE = 60_000
METRE = 1 / 111_195
CLASSES = Classes(lambda code: code[:2], lambda code: code in ("200200", "200600"))
Pair = Mapping[str, str]


def pairs() -> list[Pair]:
    """Return the labelled pairs."""
    with FILE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def is_suspected(pair: Pair, reach: Reach) -> bool:
    """Tell whether the second report of a pair would be shown as a likely duplicate of the first."""
    first = card("a", "1", 0, 0, pair["class_a"], pair["text_a"])
    number = "1" if pair["number"] == "same" else "2"
    second = card(
        "b", number, int(pair["metres"]), int(pair["minutes"]), pair["class_b"], pair["text_b"]
    )
    match = match_of(second, first, CLASSES, reach)
    return match is not None and match.kinship in SUSPECTS


def card(id: str, number: str, metres: int, minutes: int, code: str, text: str) -> IncidentCard:
    """Return the card of an open sheet some metres and minutes away from the first."""
    values: dict[str, Any] = dict.fromkeys((each.name for each in fields(IncidentCard)), "")
    at = NOON + minutes * MINUTE
    values |= {"state": IncidentState.TAKEN, "caller_place": None, "main_id": None}
    values |= {"assignments": (), "orders": (), "tags": (), "reported_at": at, "answered_at": at}
    place = Place(117.65, 24.51 + metres * METRE, "picked", at)
    told = {"class_taken": code, "narrative": text, "caller_number": number, "place": place}
    return IncidentCard(**{**values, **told, "id": id})


def rates(some: list[Pair], reach: Reach) -> tuple[float, float]:
    """Return the part of one matter's pairs that is missed, and of other pairs that is suspected wrongly."""
    same = [pair for pair in some if pair["same"] == "yes"]
    other = [pair for pair in some if pair["same"] == "no"]
    missed = sum(not is_suspected(pair, reach) for pair in same)
    wrong = sum(is_suspected(pair, reach) for pair in other)
    return missed / len(same), wrong / len(other)


def measure() -> list[Figure]:
    """Return the rates on the matters that the score was not chosen on, and on all."""
    some, reach = pairs(), Reach()
    unseen = [pair for pair in some if int(pair["matter"]) % 2]
    missed, wrong = rates(unseen, reach)
    all_missed, all_wrong = rates(some, reach)
    return [
        at_least("labelled pairs", len(some), "pairs", 200),
        at_most("missed, odd matters", 100 * missed, "%", 15),
        at_most("wrongly suspected, odd matters", 100 * wrong, "%", 10),
        at_most("missed, all", 100 * all_missed, "%", 15),
        at_most("wrongly suspected, all", 100 * all_wrong, "%", 10),
    ]
