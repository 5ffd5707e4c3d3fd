"""Instants, spans and places in words."""

import pytest

from models.place import Method, Place
from ui.location import distance_text, place_text
from ui.moment import day_time_of, span_of, time_of

AT = 1_770_000_000_000


def test_instants_are_chinas_to_the_second() -> None:
    assert time_of(AT) == "10:40:00"
    assert day_time_of(AT) == "02-02 10:40:00"
    assert time_of(None) == day_time_of(None) == ""


@pytest.mark.parametrize(
    ("ms", "words"),
    [(0, "0:00"), (61_999, "1:01"), (-61_000, "1:01"), (3_600_000, "1:00:00")],
)
def test_spans_are_minutes_and_seconds(ms: int, words: str) -> None:
    assert span_of(ms) == words


def test_a_place_says_where_how_and_how_exactly() -> None:
    place = Place(117.6464, 24.513, Method.CELL, AT, accuracy=850.4)
    assert place_text(place) == "117.64640, 24.51300 · 基站定位 · 误差 850 米"
    assert place_text(Place(1.0, 2.0, "laser", AT)) == "1.00000, 2.00000 · laser"


def test_distances_are_no_more_exact_than_they_are() -> None:
    assert distance_text(64.0) == "60 米"
    assert distance_text(1_240.0) == "1.2 公里"
