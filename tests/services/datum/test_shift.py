"""Datums: the published vectors, both ways, and what is refused."""

from __future__ import annotations

from math import cos, hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.place import Datum
from services.datum import from_wgs84, place_of, to_wgs84

DEGREE_M = 111_320.0
# Points of the city with the distances (m) that the two datums lie off, as found with the published formula.
KNOWN = [
    ("city hall", 117.6464, 24.5130, 587),
    ("Gulei", 117.593, 23.770, 568),
    ("Dongshan", 117.430, 23.701, 581),
    ("Hua'an", 117.534, 25.004, 589),
    ("Jiaomei", 117.905, 24.527, 579),
]
# Zhangzhou and what lies around it.
near = st.tuples(st.floats(116, 119), st.floats(22.8, 25.9))
china = st.tuples(st.floats(73, 135), st.floats(4, 53))


def metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Distance on a plane that touches at the first point."""
    east = (other[0] - one[0]) * cos(radians(one[1]))
    return hypot(east, other[1] - one[1]) * DEGREE_M


def test_the_city_hall_lies_where_the_published_formula_puts_it() -> None:
    lon, lat = from_wgs84(117.6464, 24.5130, Datum.GCJ02)
    assert (lon, lat) == pytest.approx((117.651185, 24.510020), abs=1e-6)
    east = (lon - 117.6464) * cos(radians(24.5130)) * DEGREE_M
    assert east == pytest.approx(485, abs=2)
    assert (lat - 24.5130) * DEGREE_M == pytest.approx(-329, abs=4)


@pytest.mark.parametrize(("name", "lon", "lat", "shift"), KNOWN)
def test_the_shift_in_the_city_is_the_known_one(
    name: str, lon: float, lat: float, shift: int
) -> None:
    assert metres((lon, lat), from_wgs84(lon, lat, Datum.GCJ02)) == pytest.approx(shift, abs=6)
    assert 1175 < metres((lon, lat), from_wgs84(lon, lat, Datum.BD09)) < 1250


@given(near)
def test_there_and_back_is_a_millimetre_in_the_city(point: tuple[float, float]) -> None:
    for datum in Datum:
        assert metres(point, to_wgs84(*from_wgs84(*point, datum), datum)) < 0.001


@given(china)
def test_there_and_back_is_a_centimetre_in_the_country(point: tuple[float, float]) -> None:
    for datum in Datum:
        assert metres(point, to_wgs84(*from_wgs84(*point, datum), datum)) < 0.01


def test_a_place_keeps_its_source_value_and_datum() -> None:
    place = place_of(117.651185, 24.510020, "gcj02", method="app", at=5, accuracy=30.0)
    assert (place.lon, place.lat) == pytest.approx((117.6464, 24.5130), abs=1e-6)
    assert (place.datum, place.source_lon, place.source_lat) == ("gcj02", 117.651185, 24.510020)
    assert (place.method, place.at, place.accuracy) == ("app", 5, 30.0)


def test_far_from_china_the_datums_are_one() -> None:
    assert from_wgs84(2.35, 48.85, Datum.GCJ02) == (2.35, 48.85)
    assert to_wgs84(2.35, 48.85, Datum.GCJ02) == (2.35, 48.85)


@pytest.mark.parametrize(("lon", "lat"), [(24.5, 117.6), (200, 24), (float("nan"), 24)])
def test_swapped_or_impossible_degrees_are_refused(lon: float, lat: float) -> None:
    for convert in (to_wgs84, from_wgs84):
        with pytest.raises(ValueError, match="not a point"):
            convert(lon, lat, Datum.GCJ02)


def test_an_unknown_datum_is_refused() -> None:
    with pytest.raises(ValueError, match="xian80"):
        to_wgs84(117.6, 24.5, "xian80")
