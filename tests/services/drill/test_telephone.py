"""Callers come as often as they should, from the ground, with something to say."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile

import pytest
from shapely import Point, Polygon

from services.drill import START_MS
from services.drill.calling import Caller, Telephone
from services.drill.ground import zhangzhou
from services.drill.script import shipped
from services.resource import RESOURCES

DAY = 86_400_000
DAYS = 4


@pytest.fixture(scope="module")
def calls() -> list[Caller]:
    return called(7)


def called(seed: int, days: float = DAYS) -> list[Caller]:
    telephone = Telephone(seed, START_MS, shipped(), zhangzhou())
    end = START_MS + days * DAY
    return list(takewhile(lambda call: call.at < end, telephone.calls()))


def test_the_same_seed_gives_the_same_calls_and_another_one_others() -> None:
    assert called(3, 0.05) == called(3, 0.05)
    assert called(3, 0.05) != called(4, 0.05)


def test_the_load_is_that_of_the_design(calls: list[Caller]) -> None:
    kinds = Counter(call.kind for call in calls)
    assert len(calls) / DAYS == pytest.approx(4_130, rel=0.04)
    assert kinds["incident"] / DAYS == pytest.approx(1_790, rel=0.05)
    assert set(kinds) == {"incident", "repeat", "advice", "nuisance", "silent"}


def test_evenings_are_busier_than_nights(calls: list[Caller]) -> None:
    hours = Counter((call.at + 8 * 3_600_000) // 3_600_000 % 24 for call in calls)
    assert hours[20] > 3 * hours[4]


def test_the_classes_have_the_shares_of_the_province(calls: list[Caller]) -> None:
    incidents = [call for call in calls if call.kind == "incident"]
    groups = Counter(call.scene.code[:2] for call in incidents)
    share = {group: count / len(incidents) for group, count in groups.items()}
    disputes = sum(call.scene.code == "200200" for call in incidents) / len(incidents)
    assert share["30"] == pytest.approx(0.209, abs=0.03)
    assert share["50"] == pytest.approx(0.174, abs=0.03)
    assert disputes == pytest.approx(0.097, abs=0.02)
    assert share["10"] + share["20"] - disputes == pytest.approx(0.276, abs=0.03)


def test_nobody_real_is_called_by_any_number(calls: list[Caller]) -> None:
    assert all(call.number.startswith("1390000") and len(call.number) == 11 for call in calls)


def test_every_caller_says_something_whole(calls: list[Caller]) -> None:
    for call in calls:
        assert call.heard
        assert not set("{}") & set(call.heard + call.address)
        if call.kind == "incident":
            assert call.address in call.heard


def test_every_class_that_is_called_in_ships() -> None:
    text = (RESOURCES / "dictionary" / "incident_class.csv").read_text(encoding="utf-8")
    codes = {line.split(",")[0] for line in text.splitlines()}
    assert {scene.code for scene in shipped().scenes} <= codes


def test_calls_come_from_the_land_of_their_division(calls: list[Caller]) -> None:
    land = zhangzhou().land
    for call in calls[:2_000]:
        assert land[call.division].distance(Point(call.place)) < 1e-9


def test_a_repeat_tells_of_a_matter_of_the_last_half_hour(calls: list[Caller]) -> None:
    by_id = {call.id: call for call in calls}
    repeats = [call for call in calls if call.kind == "repeat"]
    for call in repeats:
        assert call.first is not None
        first = by_id[call.first]
        assert 0 <= call.at - first.at <= 30 * 60_000
        assert call.place == first.place
    assert (
        sum(call.number == by_id[call.first or ""].number for call in repeats) / len(repeats) > 0.4
    )


def test_beats_are_whole_marked_and_twelve_in_the_core() -> None:
    ground = zhangzhou()
    core = [patch for patch in ground.patches if patch.is_core]
    assert len(core) == 12
    assert len({patch.code for patch in ground.patches}) == len(ground.patches)
    for patch in ground.patches:
        ring = Polygon(patch.ring)
        assert patch.name.startswith("演练")
        assert ring.is_valid
        assert ring.area > 0
    areas = [Polygon(patch.ring).area for patch in core]
    assert max(areas) < 4 * min(areas)


def test_beats_do_not_lie_on_each_other() -> None:
    rings = [Polygon(patch.ring) for patch in zhangzhou().patches]
    for number, ring in enumerate(rings):
        for other in rings[number + 1 :]:
            assert ring.intersection(other).area < 0.05 * min(ring.area, other.area)
