"""Expected coverage: as counted by hand, and the drop of a unit is what goes when it goes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.recommending.coverage import Coverage, coverage, straight_reach
from services.recommending.surface import Basis, Surface, surface

BOX = (117.60, 24.48, 117.70, 24.56)
SPEED, BUSY = 8.0, 0.3
Point = tuple[float, float]
POINTS = st.lists(
    st.tuples(st.floats(117.58, 117.72), st.floats(24.46, 24.58)), min_size=1, max_size=8
)


def covered(ground: Surface, points: list[Point]) -> Coverage:
    """Return the coverage by units at points."""
    ids = [f"u{number}" for number in range(len(points))]
    reach = straight_reach(ground, points, 300, SPEED)
    return coverage(ground, reach, ids, minutes=(1, 3, 5), shown=5, busy=BUSY)


@settings(max_examples=60, deadline=None)
@given(POINTS)
def test_the_drop_of_a_unit_is_what_the_coverage_loses_without_it(points: list[Point]) -> None:
    ground = surface(BOX, 500, sheets=[(117.65, 24.52, 30.0), (117.62, 24.50, 10.0)])
    whole = covered(ground, points)
    for number in range(len(points)):
        rest = covered(ground, points[:number] + points[number + 1 :])
        lost = whole.shares[5] - rest.shares[5]
        assert whole.drops[f"u{number}"] == pytest.approx(lost, abs=1e-12)
    assert 0 <= whole.shares[1] <= whole.shares[3] <= whole.shares[5] <= 1


def test_one_cell_and_n_units_give_what_daskin_says() -> None:
    ground = surface((117.65, 24.51, 117.651, 24.511), 500)
    middle = (117.6505, 24.5105)
    for many in range(1, 5):
        assert covered(ground, [middle] * many).shares[5] == pytest.approx(1 - BUSY**many)


def test_the_reach_is_that_of_the_distances() -> None:
    ground = surface(BOX, 500)
    reach = straight_reach(ground, [(117.65, 24.52)], 180, SPEED)
    lon, lat = ground.centres()
    rows, columns = np.divmod(reach.cell, ground.shape[1])
    east = (lon[columns] - 117.65) * 111_195 * np.cos(np.radians(24.52))
    north = (lat[rows] - 24.52) * 111_195
    assert np.allclose(
        np.hypot(east, north)[reach.seconds > 0],
        (reach.seconds * SPEED)[reach.seconds > 0],
        rtol=1e-3,
    )
    every = np.hypot(
        *(
            np.meshgrid(
                (lon - 117.65) * 111_195 * np.cos(np.radians(24.52)), (lat - 24.52) * 111_195
            )
        )
    )
    assert len(reach.cell) == int((every <= 180 * SPEED).sum())


def test_a_surface_says_what_it_is_made_from() -> None:
    sheets = [(117.65, 24.52, 150.0), (0.0, 0.0, 500.0)]
    assert surface(BOX, 500, sheets=sheets, least=100).basis is Basis.HISTORY
    people = surface(BOX, 500, sheets=sheets, least=200, people=[(117.65, 24.52, 9e5)])
    assert people.basis is Basis.PEOPLE
    even = surface(BOX, 500, sheets=sheets, least=200)
    assert even.basis is Basis.EVEN
    square = [[[117.60, 24.48], [117.65, 24.48], [117.65, 24.56], [117.60, 24.56], [117.60, 24.48]]]
    land = {"features": [{"geometry": {"type": "Polygon", "coordinates": square}}]}
    half = surface(BOX, 500, ground=land)
    lon, _ = half.centres()
    assert not half.weights[:, lon > 117.65].any()
    for found in (people, even, half, surface((100, 20, 120, 30), 100)):
        assert found.weights.sum() == pytest.approx(1)
