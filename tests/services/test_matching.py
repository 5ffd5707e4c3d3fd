"""Which sheets may tell of the same matter: the rules at their edges, and ten seeded duplicates among the rest."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import duplicate
from models.board import IncidentCard
from models.incident import LinkType
from models.place import Place
from models.state import IncidentState
from services.caller import read_caller
from services.linking import merge, unmerge
from services.matching import (
    SUSPECTS,
    Classes,
    Kinship,
    Reach,
    certain,
    match_of,
    matches_of,
    score,
)
from services.taking import complete_sheet, open_sheet, ring
from tests.services.desk import NOON, Desk

MINUTE, HOUR = 60_000, 3_600_000
CLASSES = Classes(lambda code: code[:2], lambda code: code == "2002")
REACH = Reach()
NUMBER = "13900001234"
# A metre of latitude in degrees.
METRE = 1 / 111_195


def card(id: str = "a", **fields: Any) -> IncidentCard:
    """Return the card of an open sheet."""
    usual: dict[str, Any] = dict.fromkeys(
        (each.name for each in dataclasses.fields(IncidentCard)), ""
    )
    usual |= {"state": IncidentState.TAKEN, "place": None, "caller_place": None, "main_id": None}
    usual |= {"reported_at": NOON, "answered_at": NOON, "assignments": (), "orders": (), "tags": ()}
    return IncidentCard(**{**usual, "id": id, **fields})


def north(metres: float) -> Place:
    """Return a place so many metres north of the first one."""
    return Place(117.65, 24.51 + metres * METRE, "picked", NOON)


HERE = north(0)
# Of a sheet by another number: what this one is like, how far off, how long ago, what it is then.
EDGES: list[tuple[dict[str, Any], float, int, Kinship | None]] = [
    ({}, 0, 0, Kinship.ALIKE),
    ({}, 299, 30 * MINUTE, Kinship.ALIKE),
    ({}, 299, 30 * MINUTE + 1, Kinship.NEAR),
    ({}, 301, 0, Kinship.NEAR),
    ({}, 499, 0, Kinship.NEAR),
    ({}, 501, 0, None),
    ({"class_taken": "3001"}, 10, 0, Kinship.NEAR),
    ({"class_taken": ""}, 10, 0, Kinship.NEAR),
    ({"place": None, "caller_place": HERE}, 10, 0, Kinship.ALIKE),
    ({"place": None}, 10, 0, None),
]


@pytest.mark.parametrize(
    ("new", "old", "kinship"),
    [
        # the same number: from the first second to the hour
        ({}, {}, Kinship.REPEAT),
        ({}, {"reported_at": NOON - 60 * MINUTE}, Kinship.REPEAT),
        ({}, {"reported_at": NOON - 60 * MINUTE - 1}, Kinship.HISTORY),
        ({}, {"reported_at": NOON + 5 * MINUTE}, Kinship.REPEAT),
        ({}, {"caller_number": "", "contact_phone": NUMBER}, Kinship.REPEAT),
        ({"caller_number": "", "contact_phone": NUMBER}, {}, Kinship.REPEAT),
        ({"caller_number": ""}, {"caller_number": ""}, None),
        ({}, {"state": IncidentState.CLOSED}, Kinship.HISTORY),
        # disputes: to three days
        ({}, {"class_taken": "2002", "reported_at": NOON - 72 * HOUR}, Kinship.DISPUTE),
        ({}, {"class_taken": "2002", "reported_at": NOON - 72 * HOUR - 1}, Kinship.HISTORY),
        (
            {"class_taken": "2002"},
            {"class_taken": "2002", "reported_at": NOON - 9 * HOUR},
            Kinship.DISPUTE,
        ),
        (
            {"class_taken": "3001"},
            {"class_taken": "2002", "reported_at": NOON - 9 * HOUR},
            Kinship.HISTORY,
        ),
        # another number: close by, at about the same time, of one family
        *(
            (
                {"caller_number": "1", "place": HERE, "class_taken": "2001", **changed},
                {"class_taken": "2009", "place": north(metres), "reported_at": NOON - ago},
                kinship,
            )
            for changed, metres, ago, kinship in EDGES
        ),
    ],
)
def test_kinship_at_its_edges(
    new: dict[str, Any], old: dict[str, Any], kinship: Kinship | None
) -> None:
    sheet = card("new", **{"caller_number": NUMBER, **new})
    other = card("old", **{"caller_number": NUMBER, **old})
    match = match_of(sheet, other, CLASSES, REACH)
    assert (match.kinship if match else None) == kinship


def test_only_the_same_number_within_the_hour_is_linked_by_one_key_and_only_where_it_is_one() -> (
    None
):
    new = card("new", caller_number=NUMBER, place=HERE, class_taken="2001")
    beside = card("beside", caller_number="1", place=north(20), class_taken="2001")
    quarrel = card("quarrel", caller_number=NUMBER, class_taken="2002", reported_at=NOON - 2 * HOUR)
    same = card("same", caller_number=NUMBER, reported_at=NOON - MINUTE)
    branch = card("branch", caller_number=NUMBER, main_id="same")
    second = card("second", caller_number=NUMBER)

    def sure(*others: IncidentCard) -> str:
        return certain(matches_of(new, others, (), CLASSES, REACH))

    assert sure(beside, quarrel) == ""
    assert sure(beside, quarrel, same) == "same"
    assert sure(same, branch) == "same", "both lead to one main sheet"
    assert sure(same, second) == "", "which of the two is for a person to say"


def test_the_likeliest_stands_first_and_near_ones_by_distance() -> None:
    new = card("new", caller_number=NUMBER, place=HERE, class_taken="2001")
    others = [
        card("far", place=north(400)),
        card("near", place=north(50)),
        card("alike", place=north(100), class_taken="2001"),
        card("same", caller_number=NUMBER),
        card("away", place=north(50_000)),
    ]
    old = card("old", caller_number=NUMBER, state=IncidentState.CLOSED, reported_at=NOON - HOUR)
    found = matches_of(new, others, [old, others[3]], CLASSES, REACH)
    assert [match.sheet.id for match in found] == ["same", "alike", "near", "far", "old"]


def test_ten_seeded_duplicates_are_all_suggested_and_less_than_a_tenth_of_the_rest() -> None:
    random = Random(110)
    open_sheets = [
        card(
            f"o{at}",
            caller_number=f"139{at:08d}",
            place=Place(117.60 + random.random() * 0.1, 24.48 + random.random() * 0.1, "x", NOON),
            class_taken=random.choice(["1001", "2001", "2002", "3001", "5001", "6001"]),
            reported_at=NOON - random.randrange(4 * HOUR),
        )
        for at in range(200)
    ]
    found = 0
    for at in range(10):
        source = open_sheets[at * 7]
        place = source.place
        assert place is not None
        shifted = Place(place.lon + 0.0005, place.lat - 0.0005, "cell", NOON)
        again = card(
            f"d{at}",
            # Half ring back from the same number, half are another witness.
            caller_number=source.caller_number if at % 2 else f"150{at:08d}",
            place=shifted,
            class_taken="" if at % 2 else source.class_taken,
            reported_at=source.reported_at + random.randrange(25 * MINUTE),
        )
        matches = matches_of(again, open_sheets, (), CLASSES, REACH)
        suspects = [match.sheet.id for match in matches if match.kinship in SUSPECTS]
        found += source.id in suspects
    assert found == 10
    wrong = 0
    for at in range(200):
        place = Place(117.60 + random.random() * 0.1, 24.48 + random.random() * 0.1, "x", NOON)
        code = random.choice(["1001", "2001", "2002", "3001", "5001", "6001"])
        fresh = card(
            f"n{at}", caller_number=f"180{at:08d}", place=place, class_taken=code, reported_at=NOON
        )
        matches = matches_of(fresh, open_sheets, (), CLASSES, REACH)
        wrong += any(match.kinship in SUSPECTS for match in matches)
    assert wrong < 20, "of 200 new matters"


def test_words_tell_one_matter_from_another_close_by_also_without_a_class() -> None:
    told = card("told", place=HERE, class_taken="3001", narrative="电动车和小车碰了，骑车的人摔倒")
    same = card("a", place=north(60), narrative="有个骑电动车的被小车刮倒，摔伤了")
    else_ = card("b", place=north(60), narrative="公交车上钱包被偷了")
    assert [match_of(it, told, CLASSES, REACH).kinship for it in (same, else_)] == [  # type: ignore[union-attr]
        Kinship.ALIKE,
        Kinship.NEAR,
    ]


@given(st.text("有人打架摔车刀路", max_size=30), st.text("有人打架摔车刀路", max_size=30))
def test_a_score_is_the_same_both_ways_and_never_grows_with_distance(one: str, other: str) -> None:
    def scored(metres: float, minutes: int) -> tuple[int, int]:
        first = card("a", place=HERE, class_taken="2001", narrative=one)
        second = card(
            "b",
            place=north(metres),
            class_taken="2009",
            narrative=other,
            reported_at=NOON + minutes * MINUTE,
        )
        return score(first, second, CLASSES, REACH), score(second, first, CLASSES, REACH)

    near, far, late = scored(10, 1), scored(400, 1), scored(10, 29)
    assert near[0] == near[1]
    assert 0 <= far[0] <= near[0] <= 100
    assert late[0] <= near[0]


def test_the_labelled_pairs_are_whole_and_the_stated_rates_hold() -> None:
    some = duplicate.pairs()
    assert len(some) >= 200
    assert {pair["same"] for pair in some} == {"yes", "no"}
    assert len({(pair["text_a"], pair["text_b"], pair["why"]) for pair in some}) > 150
    assert all(figure.met for figure in duplicate.measure())


def test_a_merge_taken_back_leaves_every_sheet_as_it_was(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for id in ("a", "b"):
        desk.db.write(open_sheet, id=id, at=1, by="A", fields={"address": id, "level": 3})
        desk.db.write(complete_sheet, id, {"class_taken": "200100"}, at=2, by="A")
    before = desk.db.board().cards["incident"]
    desk.db.write(merge, "b", "a", at=3, by="A")
    assert "b" not in desk.db.board().cards["incident"]
    desk.db.write(unmerge, "b", at=4, by="A")
    assert desk.db.board().cards["incident"] == before
    desk.close()


def test_the_caller_card_counts_calls_sheets_and_what_was_marked_invalid(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for at in range(7):
        desk.db.write(ring, id=f"c{at}", at=at, by="A", caller_number=NUMBER)
        fields = {"caller_number": NUMBER, "invalid": at in (1, 4)}
        desk.db.write(open_sheet, id=f"i{at}", at=at, by="A", call_id=f"c{at}", fields=fields)
    desk.db.write(ring, id="other", at=9, by="A", caller_number="1")
    record = desk.db.read(read_caller, NUMBER)
    assert (record.calls, record.sheets, record.invalid) == (7, 7, 2)
    assert [sheet.id for sheet in record.last] == ["i6", "i5", "i4", "i3", "i2"]
    assert desk.db.read(read_caller, "").calls == 0
    assert desk.db.read(read_caller, "2").last == ()
    desk.close()


def test_the_link_types_of_the_models_are_those_of_the_trade() -> None:
    assert [kind.value for kind in LinkType] == ["1", "2", "3", "4"]
