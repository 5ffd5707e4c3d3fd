"""The band tables agree with a shift that was counted by hand."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from services.banding import BANDS, By, Took, band_of, band_table, row_of
from services.closing import feed_back
from services.dispatching import arrive, assign_units, cancel, depart, sign
from tests.services.desk import Desk

SECOND, MINUTE = 1000, 60_000


def test_a_shift_counted_by_hand(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    units = [desk.unit(sign_) for sign_ in ("漳101", "漳102")]
    start = desk.now
    first = desk.sheet()
    jobs = desk.do(assign_units, first, units)
    for wait, command, which in (
        (30 * SECOND - 1000, sign, 0),
        (31 * SECOND, sign, 1),
        (4 * MINUTE, depart, 0),
        (0, arrive, 0),
    ):
        desk.now += wait
        desk.do(command, jobs[which])
    desk.now += 29 * MINUTE
    desk.do(feed_back, first, class_code="020100", result="01", assignment_id=jobs[0])
    desk.do(cancel, jobs[1], "误派")
    rows = desk.db.read(band_table, start=start, end=desk.now + 1)
    one, two, whole = rows
    assert (one.name, two.name, whole.orders) == ("漳101", "漳102", 2)
    assert one.counts["sign"] == {"0-30s": 1, "30-60s": 0, "60-120s": 0, "120-180s": 0, ">180s": 0}
    assert two.counts["sign"]["60-120s"] == 1
    assert one.counts["arrive"]["5-10min"] == 1
    assert one.counts["feedback"]["0-30min"] == 1
    # What ended early owes nothing; nothing else is open.
    assert dict(whole.open) == dict.fromkeys(BANDS, 0)
    assert whole.share("sign") == 0.5
    assert two.share("arrive") is None
    by_body = desk.db.read(band_table, start=start, end=desk.now + 1, by=By.BODY)
    assert by_body[-1].counts == whole.counts
    assert desk.db.read(band_table, start=start, end=desk.now, drill=True)[-1].orders == 0


@given(st.lists(st.tuples(*[st.none() | st.integers(0, 20_000_000)] * 4), max_size=20))
def test_every_order_is_in_one_band_of_each_step_or_open(
    some: list[tuple[int | None, ...]],
) -> None:
    orders = [Took("a", dict(zip(BANDS, times, strict=True)), ended=False) for times in some]
    row = row_of("a", "a", orders)
    for step in BANDS:
        assert sum(row.counts[step].values()) + row.open[step] == len(orders) == row.orders
    for times in some:
        for step, ms in zip(BANDS, times, strict=True):
            if ms is not None:
                bound = BANDS[step][band_of(step, ms)]
                assert bound is None or ms <= bound


def test_the_states_that_end_an_order_owe_nothing() -> None:
    row = row_of("a", "a", [Took("a", dict.fromkeys(BANDS), ended=True)])
    assert not any(row.open.values())
