"""Closures that begin and end by themselves: the roads hear of it with the clock, and old answers count no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.marking import MarkingForm, MarkingKind
from services.marking import draw_marking
from services.routing import Route
from tests.services.routing.plan import Plan
from tests.ui.desk import NOW, StillClock, make_desk, run
from ui.closure import ClosureWatch
from ui.map.when import instant_of
from ui.moment import full_time_of

MINUTE = 60_000
TOWN = {"a": (0.0, 0.0), "b": (6.0, 0.0), "g": (0.0, -3.0), "h": (6.0, -3.0)}


def test_a_closure_counts_from_its_beginning_to_its_end(qtbot: QtBot, tmp_path: Path) -> None:
    plan = Plan(TOWN)
    for places in ("ab", "ag", "gh", "hb"):
        plan.street(list(places))
    plan.roads(tmp_path)
    desk = make_desk(qtbot, tmp_path)
    ClosureWatch(desk, desk.store)
    desk.roads.use(tmp_path)
    qtbot.waitUntil(lambda: desk.roads.has_roads)

    def metres() -> float:
        answers: list[Route | None] = []
        desk.roads.route(plan.point(0.1, 0), plan.point(5.9, 0), answers.append)
        qtbot.waitUntil(lambda: bool(answers))
        assert answers[0] is not None
        return answers[0].metres

    free = metres()
    drawn = [list(plan.point(2, 0)), list(plan.point(4, 0))]
    times = {"begins_at": NOW + MINUTE, "ends_at": NOW + 3 * MINUTE}
    shape = (MarkingKind.CLOSURE, MarkingForm.LINE, drawn)
    run(qtbot, desk, draw_marking, *shape, id="k1", **times)
    assert metres() == free, "it has not begun"
    clock = desk.clock
    assert isinstance(clock, StillClock)
    clock.move(MINUTE)
    answers: list[Route | None] = []
    desk.roads.route(plan.point(0.1, 0), plan.point(5.9, 0), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0] is None or answers[0].metres > free, "it holds from the moment it begins"
    clock.move(2 * MINUTE)
    assert metres() == free, "it ended by itself"
    assert desk.roads._lane is not None
    desk.roads._lane.close()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("90", "2026-02-02 12:10:00"),
        ("14：30", "2026-02-02 14:30:00"),
        ("10:30", "2026-02-03 10:30:00"),
        ("3-1 02:00", "2026-03-01 02:00:00"),
        ("2027-01-05 8:05", "2027-01-05 08:05:00"),
        ("  ", ""),
    ],
)
def test_a_time_is_minutes_a_clock_or_a_day(text: str, found: str) -> None:
    at = instant_of(text, 1_770_000_000_000)
    assert full_time_of(at) == found


@pytest.mark.parametrize("text", ["25:00", "morgen", "2-30 10:00", "1.5", "9" * 30, "-5"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        instant_of(text, NOW)
