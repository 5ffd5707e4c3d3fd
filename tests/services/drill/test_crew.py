"""Crews do what they are told, in their own time, from where they are."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest

from models.board import AssignmentLine, IncidentCard, UnitCard
from models.fix import Fix
from models.place import Method, Place
from models.state import AssignmentState, Duty, IncidentState, OrderState
from services.dictionary import install_defaults
from services.dispatching import assign_units, cancel, move_unit
from services.drill import START_MS, Drill
from services.drill.motion import distance
from services.fleet import set_duty
from services.linkage import send_order
from services.taking import change_sheet, complete_sheet, open_sheet
from tests.services.drill.play import MINUTE, Play

SIGN = "601"


def open_at(play: Play, id: str, east: float = 0.02, **fields: object) -> str:
    """Open and complete a drill's sheet some way east of unit 601; return its key."""
    lon, lat = where(play, SIGN)
    place = Place(lon + east, lat, Method.PICKED, play.now)
    play.act(open_sheet, id=id, drill=True)
    plain = {"address": "演练地点", "class_taken": "300100", "level": 3, "place": place, **fields}
    play.act(complete_sheet, id, plain)
    return id


def where(play: Play, sign: str) -> tuple[float, float]:
    return play.drill._crews[f"drill:unit:{sign}"].at(play.now)


def send(play: Play, sheet: str, sign: str = SIGN) -> str:
    (id,) = play.act(assign_units, sheet, [play.unit(sign).id])
    return str(id)


def line(play: Play, sheet: str, id: str) -> AssignmentLine:
    return next(line for line in play.sheet(sheet).assignments if line.id == id)


def test_a_crew_receives_signs_sets_out_arrives_handles_reports_and_goes_back(play: Play) -> None:
    job = send(play, open_at(play, "sheet"))
    play.until_true(lambda: play.sheet("sheet").fed_back)
    done = line(play, "sheet", job)
    assert done.delivered_at is not None
    assert done.signed_at is not None
    assert done.departed_at is not None
    assert done.arrived_at is not None
    assert done.finished_at is not None
    assert 500 <= done.delivered_at - done.issued_at <= 2_000
    assert 5_000 <= done.signed_at - done.delivered_at <= 40_000
    assert 10_000 <= done.departed_at - done.signed_at <= 60_000
    assert 2 * MINUTE <= done.arrived_at - done.departed_at <= 8 * MINUTE
    assert 4 * MINUTE <= done.finished_at - done.arrived_at <= 20 * MINUTE
    assert play.sheet("sheet").state is IncidentState.HANDLED
    assert play.unit(SIGN).duty is Duty.RETURNING
    play.until_true(lambda: play.unit(SIGN).duty is Duty.PATROL)
    assert not play.refused


def test_a_crew_called_off_goes_back_to_its_patrol(play: Play) -> None:
    job = send(play, open_at(play, "sheet"))
    play.until_true(lambda: line(play, "sheet", job).state is AssignmentState.DEPARTED)
    play.act(cancel, job, "报警人撤回")
    seen = len(play.jobs)
    play.go(10)
    assert play.unit(SIGN).is_free
    assert not [job for job in play.jobs[seen:] if job.by == SIGN]


def test_a_crew_sent_elsewhere_goes_from_where_it_is(play: Play) -> None:
    job = send(play, open_at(play, "far", east=0.05))
    play.until_true(lambda: line(play, "far", job).state is AssignmentState.DEPARTED)
    play.go(1)
    here = where(play, SIGN)
    open_at(play, "near", east=0.005)
    moved = play.act(move_unit, job, "near")
    assert distance(where(play, SIGN), here) < 20
    play.until_true(lambda: line(play, "near", moved).arrived_at is not None)
    place = play.sheet("near").place
    assert place is not None
    assert distance(where(play, SIGN), (place.lon, place.lat)) < 1


def test_a_crew_under_way_follows_a_corrected_place(play: Play) -> None:
    job = send(play, open_at(play, "sheet", east=0.05))
    play.until_true(lambda: line(play, "sheet", job).state is AssignmentState.DEPARTED)
    old = play.sheet("sheet").place
    assert old is not None
    new = Place(old.lon - 0.04, old.lat, Method.PICKED, play.now)
    play.act(change_sheet, "sheet", {"place": new})
    play.until_true(lambda: line(play, "sheet", job).arrived_at is not None)
    assert distance(where(play, SIGN), (new.lon, new.lat)) < 1


def test_a_crew_in_need_stays_where_it_is(play: Play) -> None:
    job = send(play, open_at(play, "sheet", east=0.05))
    play.until_true(lambda: line(play, "sheet", job).state is AssignmentState.DEPARTED)
    play.go(0.5)
    play.act(set_duty, play.unit(SIGN).id, Duty.EMERGENCY)
    here = where(play, SIGN)
    play.go(10)
    assert where(play, SIGN) == here
    assert line(play, "sheet", job).state is AssignmentState.DEPARTED


def test_a_sheet_without_a_place_is_still_answered(play: Play) -> None:
    job = send(play, open_at(play, "sheet", place=None))
    play.until_true(lambda: line(play, "sheet", job).arrived_at is not None)


def test_positions_come_every_five_seconds_on_the_way_and_every_minute_when_standing(
    play: Play,
) -> None:
    play.act(set_duty, play.unit("602").id, Duty.STANDBY)
    play.go(10)
    by_unit: dict[str, list[Fix]] = defaultdict(list)
    for fix in play.fixes:
        by_unit[fix.unit_id].append(fix)
    assert len(by_unit) == 60
    for fixes in by_unit.values():
        for first, second in pairwise(fixes):
            limit = 5_000 if first.speed else 60_000
            assert 0 <= second.at - first.at <= limit
    assert all(fix.heading is not None for fix in play.fixes if fix.speed)
    assert {fix.source for fix in play.fixes} == {Method.DRILL}
    still = [fix for fix in by_unit[play.unit("602").id] if fix.at > START_MS + MINUTE]
    assert len({(fix.lon, fix.lat) for fix in still}) == 1


def test_patrols_stay_near_home(play: Play) -> None:
    play.go(30)
    homes = {id: post.home for id, post in play.drill._posts.items()}
    for fix in play.fixes:
        assert distance((fix.lon, fix.lat), homes[fix.unit_id]) < 6_000


def test_what_people_do_with_one_crew_changes_no_other(play: Play, tmp_path: object) -> None:
    alone = Drill(7, START_MS)
    alone.observe(play.board, None)
    send(play, open_at(play, "sheet"))
    play.go(20)
    mine = play.unit(SIGN).id
    untouched = alone.advance(play.now).fixes
    assert [fix for fix in play.fixes if fix.unit_id != mine] == [
        fix for fix in untouched if fix.unit_id != mine
    ]


def test_agencies_sign_arrive_and_answer(play: Play) -> None:
    play.act(install_defaults)
    open_at(play, "sheet", class_taken="600600", level=4)
    play.act(send_order, "sheet", "agency:G15", "请到场处理", id="order")
    states: list[OrderState] = []

    def answered() -> bool:
        state = play.sheet("sheet").orders[0].state
        if not states or states[-1] is not state:
            states.append(state)
        return state is OrderState.FED_BACK

    play.until_true(answered)
    assert states == [OrderState.SENT, OrderState.SIGNED, OrderState.ARRIVED, OrderState.FED_BACK]


@pytest.mark.parametrize("after", [0.0, 0.5, 3.0, 8.0])
def test_a_drill_that_begins_in_the_middle_goes_on(play: Play, after: float) -> None:
    job = send(play, open_at(play, "sheet"))
    play.go(after)
    play.drill = Drill(7, play.now)
    play.drill.observe(play.board, None)
    play.drill.locate([fix for fix in play.fixes if fix.unit_id == play.unit(SIGN).id][-1:])
    play.until_true(lambda: play.sheet("sheet").fed_back)
    assert line(play, "sheet", job).state is AssignmentState.FINISHED


def test_what_is_no_drill_is_left_alone(play: Play) -> None:
    play.act(open_sheet, id="real", drill=False)
    place = Place(117.65, 24.51, Method.PICKED, play.now)
    play.act(
        complete_sheet,
        "real",
        {"address": "某地", "class_taken": "300100", "level": 3, "place": place},
    )
    before = play.sheet("real")
    play.go(5)
    assert play.board.all(IncidentCard)["real"] == before


def test_the_roster_is_set_up_once_and_marked(play: Play) -> None:
    assert play.drill.setup(play.board) == []
    units = play.board.all(UnitCard).values()
    assert sorted(card.call_sign for card in units) == [str(601 + n) for n in range(60)]
    assert all(card.drill and card.leader.startswith("演练") for card in units)
    assert {card.unit_kind for card in units} == {"car", "motorcycle", "foot", "boat"}
    assert all(card.duty is Duty.PATROL for card in units)


def test_a_unit_off_duty_is_put_on_duty_by_the_next_set_up(play: Play) -> None:
    play.act(set_duty, play.unit("603").id, Duty.OFFLINE)
    (job,) = play.drill.setup(play.board)
    play.write(job)
    assert play.unit("603").duty is Duty.PATROL
