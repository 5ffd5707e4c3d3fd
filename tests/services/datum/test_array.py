"""Many points at once: the same formulas as for one point, both ways."""

from __future__ import annotations

import numpy as np
import pytest

from models.place import Datum
from services.datum import from_wgs84, to_wgs84
from services.datum.array import all_from_wgs84, all_to_wgs84

rng = np.random.default_rng(7)
LON, LAT = rng.uniform(60, 140, 500), rng.uniform(-5, 60, 500)


@pytest.mark.parametrize("datum", list(Datum))
def test_arrays_say_what_single_points_say_inside_and_outside_of_china(datum: Datum) -> None:
    for many, one in ((all_from_wgs84, from_wgs84), (all_to_wgs84, to_wgs84)):
        east, north = many(LON, LAT, datum)
        single = np.array([one(x, y, datum) for x, y in zip(LON, LAT, strict=True)])
        assert np.allclose(np.column_stack((east, north)), single, rtol=0, atol=1e-12)


@pytest.mark.parametrize("datum", list(Datum))
def test_a_hundred_thousand_points_of_the_city_come_back_within_a_millimetre(datum: Datum) -> None:
    lon, lat = rng.uniform(116.9, 118.2, 100_000), rng.uniform(23.5, 25.3, 100_000)
    x, y = all_to_wgs84(*all_from_wgs84(lon, lat, datum), datum)
    metres = np.hypot((x - lon) * np.cos(np.radians(lat)), y - lat) * 111_320
    assert metres.max() < 0.001


def test_the_city_hall_lies_where_the_published_formula_puts_it() -> None:
    east, north = all_from_wgs84([117.6464], [24.5130], Datum.GCJ02)
    assert (east[0], north[0]) == pytest.approx((117.651185, 24.510020), abs=1e-6)


@pytest.mark.parametrize("lat", [117.6, float("nan")])
def test_a_point_that_is_none_of_the_earth_is_named(lat: float) -> None:
    with pytest.raises(ValueError, match="number 1"):
        all_to_wgs84([117.6, 24.5], [24.5, lat], Datum.GCJ02)
