"""Means with their 95 % intervals (Student's t), as comparisons of runs state them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import mean, stdev

# Student's t for 97.5 % by degrees of freedom, to 12; beyond, an approximation good to a thousandth (Cornish-Fisher).
T = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179)
Z = 1.959964


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and the bounds between which it lies with 95 % confidence."""

    mean: float
    low: float
    high: float

    @property
    def is_apart_from_zero(self) -> bool:
        """Whether the bounds leave zero out: more than chance."""
        return self.low > 0 or self.high < 0


def interval(values: Sequence[float]) -> Interval:
    """Return the interval of some values' mean; of one value nothing is known but itself: its bounds are infinite."""
    middle = mean(values)
    if len(values) < 2:
        return Interval(middle, float("-inf"), float("inf"))
    half = t_of(len(values) - 1) * stdev(values) / sqrt(len(values))
    return Interval(middle, middle - half, middle + half)


def t_of(freedom: int) -> float:
    """Return Student's t for 97.5 % and so many degrees of freedom."""
    if freedom <= len(T):
        return T[freedom - 1]
    return Z + (Z**3 + Z) / (4 * freedom) + (5 * Z**5 + 16 * Z**3 + 3 * Z) / (96 * freedom**2)
