"""The meter of sounds: ten minutes, the limits of EEMUA 191, a line in the log for each."""

from __future__ import annotations

import logging

import pytest

from ui.meter import SPAN_MS, Load, Meter

NOW = 1_770_000_000_000


def test_what_is_older_than_ten_minutes_counts_no_more() -> None:
    meter = Meter()
    meter.note("call", NOW)
    assert meter.count(NOW + SPAN_MS - 1) == 1
    assert meter.count(NOW + SPAN_MS) == 0


@pytest.mark.parametrize(
    ("count", "load"),
    [
        (0, Load.ACCEPTABLE),
        (1, Load.ACCEPTABLE),
        (2, Load.MANAGEABLE),
        (3, Load.HIGH),
        (10, Load.HIGH),
        (11, Load.FLOOD),
    ],
)
def test_a_number_means_what_the_guide_says(count: int, load: Load) -> None:
    meter = Meter()
    for _ in range(count):
        meter.note("call", NOW)
    assert meter.load(NOW) is load


def test_every_alarm_is_kept_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "ui.meter"):
        Meter().note("overdue", NOW)
    assert caplog.messages == ["alarm heard: overdue, 1 in ten minutes"]
