"""A call back is a call of its own; a mark blocks nothing; orders, feedback and visits say what they must."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.assignment import Assignment
from models.board import CallCard
from models.call import Call, CallEnd, Direction
from models.errors import RuleError
from models.feedback import Feedback
from models.incident import Incident
from models.state import CallState
from services.closing import close, feed_back, visit_back
from services.dispatching import amend_assignment, arrive, finish
from services.dossier import read_dossier
from services.taking import (
    answer,
    complete_sheet,
    hang_up,
    mark_nuisance,
    note_try,
    ring,
    supplement_call,
    verify_call,
)
from tests.services.desk import HERE, PLAIN, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with an empty store."""
    return Desk(tmp_path)


def codes(desk: Desk, sheet: str) -> list[str]:
    """Return what the timeline of a sheet tells of, as codes."""
    dossier = desk.db.read(read_dossier, sheet)
    assert dossier is not None
    return [entry.code for entry in dossier.entries]


def test_a_call_back_goes_out_and_leaves_the_missed_call_as_it_was(desk: Desk) -> None:
    desk.do(ring, id="c1", caller_number="13860001234", queue="A")
    desk.do(hang_up, "c1")
    gave_up = desk.get(Call, "c1").hung_up_at
    sheet = desk.do(answer, "c1", id="i1")
    missed = desk.get(Call, "c1")
    back = desk.get(Call, desk.get(Incident, sheet).call_id)
    assert (missed.state, missed.hung_up_by) == (CallState.ENDED, CallEnd.CALLER)
    assert (missed.called_back, missed.hung_up_at, missed.talked) == (True, gave_up, None)
    assert missed.waited == gave_up - missed.rang_at
    assert (back.direction, back.returns_id, back.queue) == (Direction.OUTGOING, "c1", "A")
    assert back.dialled_at == back.answered_at
    desk.do(complete_sheet, sheet, PLAIN)
    back = desk.get(Call, back.id)
    assert (back.state, back.hung_up_by) == (CallState.ENDED, CallEnd.DESK)
    assert back.talked == back.hung_up_at - back.answered_at > 0
    assert "call.returned" in codes(desk, sheet)


def test_a_call_that_rang_off_stays_until_somebody_reaches_it_or_a_unit_is_to_look(
    desk: Desk,
) -> None:
    desk.do(ring, id="c1", caller_number="13860001234", place=HERE)
    desk.refuse("call.not_abandoned", note_try, "c1")
    desk.do(hang_up, "c1")
    for tries in (1, 2):
        desk.do(note_try, "c1")
        card = desk.board.get(CallCard, "c1")
        assert card is not None
        assert (card.state, card.tries) == (CallState.ABANDONED, tries)
        assert card.hung_up_at is not None
    sheet = desk.do(verify_call, "c1", id="i1")
    assert desk.board.get(CallCard, "c1") is None
    opened = desk.get(Incident, sheet)
    assert (opened.place, opened.call_id, opened.state.value) == (HERE, "c1", "taking")
    assert "call.verified" in codes(desk, sheet)
    desk.do(ring, id="c2", caller_number="13860001235")
    desk.do(hang_up, "c2")
    desk.refuse("call.no_place", verify_call, "c2", id="i2")


def test_a_number_marked_as_nuisance_rings_and_shows_the_mark_until_it_is_taken_off(
    desk: Desk,
) -> None:
    desk.do(ring, id="c1", caller_number="13860001234")
    sheet = desk.do(answer, "c1", id="i1")
    desk.do(mark_nuisance, sheet, on=True)
    desk.do(ring, id="c2", caller_number="13860001234")
    second = desk.get(Call, "c2")
    assert (second.state, second.nuisance) == (CallState.RINGING, True)
    second_sheet = desk.do(answer, "c2", id="i2")
    desk.do(mark_nuisance, second_sheet, on=False)
    desk.do(ring, id="c3", caller_number="13860001234")
    assert not desk.get(Call, "c3").nuisance
    assert codes(desk, sheet)[-1] == "call.marked"
    assert codes(desk, second_sheet)[-1] == "call.unmarked"


def test_an_order_has_its_number_and_what_the_unit_brought_and_can_be_put_right(desk: Desk) -> None:
    sheet = desk.sheet()
    jobs = desk.send(sheet, desk.unit("漳101"), desk.unit("漳102"))
    number = desk.get(Incident, sheet).number
    assert [desk.get(Assignment, id).number for id in jobs] == [f"{number}-1", f"{number}-2"]
    job = desk.get(Assignment, jobs[0])
    assert (job.persons, job.vehicles, job.boats, job.auto) == (2, 1, 0, False)
    desk.do(amend_assignment, jobs[0], {"persons": 3, "close_note": "移交派出所"})
    job = desk.get(Assignment, jobs[0])
    assert (job.persons, job.close_note) == (3, "移交派出所")
    with pytest.raises(RuleError) as refused:
        desk.do(amend_assignment, jobs[0], {"persons": -1})
    assert refused.value.code == "field.bad"


def test_feedback_keeps_when_it_occurred_where_and_its_tags(desk: Desk) -> None:
    sheet = desk.sheet()
    told = {"occurred_at": desk.now - 60_000, "scene": [117.65, 24.51], "tags": ["夜间", "夜间"]}
    id = desk.do(feed_back, sheet, class_code="010100", result="01", **told)
    report = desk.get(Feedback, id)
    assert (report.occurred_at, report.tags) == (told["occurred_at"], ["夜间"])
    assert (report.scene_lon, report.scene_lat) == (117.65, 24.51)
    for bad in ({"occurred_at": desk.now * 2}, {"scene": [181.0, 0.0]}, {"scene": "117,24"}):
        with pytest.raises(RuleError) as refused:
            desk.do(feed_back, sheet, class_code="010100", result="01", **bad)
        assert refused.value.code == "field.bad"


def test_a_closed_sheet_is_visited_and_an_open_one_is_not(desk: Desk) -> None:
    sheet = desk.sheet()
    (job,) = desk.send(sheet, desk.unit("漳101"))
    with pytest.raises(RuleError) as refused:
        desk.do(visit_back, sheet, "1")
    assert refused.value.code == "sheet.not_closed"
    desk.do(arrive, job)
    desk.do(finish, job)
    desk.do(close, sheet, "01")
    desk.do(visit_back, sheet, "3", "来得太慢")
    visited = desk.get(Incident, sheet)
    assert (visited.visited, visited.visit_result, visited.visit_note) == (True, "3", "来得太慢")
    assert codes(desk, sheet)[-1] == "sheet.visited"


def test_what_the_exchange_tells_comes_after_the_call_and_is_on_its_sheet(desk: Desk) -> None:
    desk.do(ring, id="c1", caller_number="13860001234")
    with pytest.raises(RuleError) as refused:
        desk.do(supplement_call, "c1", recording="R-1")
    assert refused.value.code == "call.not_over"
    desk.do(hang_up, "c1")
    sheet = desk.do(answer, "c1", id="i1")
    back = desk.get(Incident, sheet).call_id
    assert back is not None
    dialled = desk.get(Call, back).rang_at
    desk.do(complete_sheet, sheet, {"address": "延安路", "class_taken": "010100", "level": 3})
    desk.do(supplement_call, back, recording="R-0815", rang_back_at=dialled)
    desk.do(supplement_call, back, recording="R-0816")
    call = desk.get(Call, back)
    assert (call.recording, call.rang_back_at) == ("R-0816", dialled)
    assert codes(desk, sheet)[-3:] == ["call.recorded", "call.rang_back", "call.recorded"]
    for bad in (dialled - 5_000, desk.now + 60_000):
        with pytest.raises(RuleError) as refused:
            desk.do(supplement_call, back, rang_back_at=bad)
        assert refused.value.code == "field.bad"
    with pytest.raises(RuleError) as refused:
        desk.do(supplement_call, "c1", rang_back_at=dialled)
    assert refused.value.code == "call.not_outgoing"


def test_a_units_second_report_is_its_second_version_and_names_its_area(desk: Desk) -> None:
    sheet = desk.sheet()
    first, other = desk.send(sheet, desk.unit("漳101"), desk.unit("漳102"))
    told = {"class_code": "010100", "result": "01"}
    given = [
        desk.do(feed_back, sheet, assignment_id=job, area="东铺头", **told)
        for job in (first, first, other, None)
    ]
    assert [desk.get(Feedback, id).version for id in given] == [1, 2, 1, 1]
    assert desk.get(Feedback, given[0]).area == "东铺头"
