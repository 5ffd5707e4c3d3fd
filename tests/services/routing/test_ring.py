"""Rings of time: what a cell's neighbours make of it is what SciPy makes of it."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import binary_closing, minimum_filter

from services.routing.ring import around


def test_cells_about_a_cell_are_taken_as_by_scipy() -> None:
    rng = np.random.default_rng(1)
    for side in (1, 2, 3, 17, 60):
        seconds = rng.random((side, side + 3))
        seconds[seconds > 0.6] = np.inf
        least = minimum_filter(seconds, size=3, mode="constant", cval=np.inf)
        assert np.array_equal(around(seconds, np.minimum, np.inf), least)
        inside = seconds < 0.3
        closed = around(around(inside, np.logical_or, 0), np.logical_and, 0)
        assert np.array_equal(closed, binary_closing(inside, np.ones((3, 3), np.bool_)))
