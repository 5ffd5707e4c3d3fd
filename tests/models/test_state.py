"""Every legal move works, every other is refused, and every state can be reached."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import RuleError
from models.incident import Incident
from models.state import (
    ACTIVE,
    ASSIGNMENT_MOVES,
    CALL_MOVES,
    DUTY_MOVES,
    INCIDENT_MOVES,
    OPEN_INCIDENT,
    OPEN_ORDER,
    ORDER_MOVES,
    PROGRESS,
    READY,
    AssignmentState,
    CallState,
    Duty,
    IncidentState,
    OrderState,
    check_move,
)
from tests.models.birth import NOON, a_call, a_job, a_sheet, a_unit, an_order

TABLES: list[tuple[type[StrEnum], Mapping[Any, frozenset[Any]], str]] = [
    (IncidentState, INCIDENT_MOVES, "taking"),
    (AssignmentState, ASSIGNMENT_MOVES, "issued"),
    (OrderState, ORDER_MOVES, "sent"),
    (CallState, CALL_MOVES, "ringing"),
    (Duty, DUTY_MOVES, "offline"),
]


@pytest.mark.parametrize(("states", "moves", "first"), TABLES)
def test_every_state_has_its_row_in_the_table_and_can_be_reached(
    states: type[StrEnum], moves: Mapping[Any, frozenset[Any]], first: str
) -> None:
    assert set(moves) == set(states)
    reached, edge = {states(first)}, {states(first)}
    while edge:
        edge = {new for old in edge for new in moves[old]} - reached
        reached |= edge
    assert reached == set(states)


@pytest.mark.parametrize(("states", "moves", "first"), TABLES)
def test_no_state_moves_to_itself(
    states: type[StrEnum], moves: Mapping[Any, frozenset[Any]], first: str
) -> None:
    for state in states:
        with pytest.raises(RuleError, match=r"state\.illegal"):
            check_move(moves, state, state)


@pytest.mark.parametrize(("old", "new"), list(product(IncidentState, repeat=2)))
def test_a_sheet_moves_by_the_table_alone(old: IncidentState, new: IncidentState) -> None:
    sheet = a_sheet(state=old)
    if new in INCIDENT_MOVES[old]:
        sheet.move(new)
        assert sheet.state is new
    else:
        refused(lambda: sheet.move(new))
        assert sheet.state is old


INSTANTS = {
    AssignmentState.DELIVERED: "delivered_at",
    AssignmentState.SIGNED: "signed_at",
    AssignmentState.DEPARTED: "departed_at",
    AssignmentState.ARRIVED: "arrived_at",
    AssignmentState.FINISHED: "finished_at",
    AssignmentState.RETURN_ASKED: "return_asked_at",
    AssignmentState.RETURNED: "ended_at",
    AssignmentState.CANCELLED: "ended_at",
    AssignmentState.MOVED: "ended_at",
}


@pytest.mark.parametrize(("old", "new"), list(product(AssignmentState, repeat=2)))
def test_an_assignment_moves_by_the_table_and_keeps_the_instant(
    old: AssignmentState, new: AssignmentState
) -> None:
    job = a_job(state=old)
    if new in ASSIGNMENT_MOVES[old]:
        job.move(new, NOON + 7)
        assert job.state is new
        assert getattr(job, INSTANTS[new]) == NOON + 7
    else:
        refused(lambda: job.move(new, NOON + 7))
        assert job.state is old
        assert all(getattr(job, name) is None for name in INSTANTS.values())


@pytest.mark.parametrize(("old", "new"), list(product(OrderState, repeat=2)))
def test_an_order_to_an_agency_moves_by_the_table(old: OrderState, new: OrderState) -> None:
    order = an_order(state=old)
    if new in ORDER_MOVES[old]:
        order.move(new, NOON + 7)
        assert order.state is new
    else:
        refused(lambda: order.move(new, NOON + 7))
        assert order.state is old


@pytest.mark.parametrize(("old", "new"), list(product(Duty, repeat=2)))
def test_a_unit_changes_its_duty_by_the_table(old: Duty, new: Duty) -> None:
    unit = a_unit(duty=old)
    if new in DUTY_MOVES[old]:
        unit.set_duty(new, NOON + 7)
        assert (unit.duty, unit.duty_since) == (new, NOON + 7)
    else:
        refused(lambda: unit.set_duty(new, NOON + 7))
        assert (unit.duty, unit.duty_since) == (old, NOON)


@pytest.mark.parametrize("old", list(CallState))
def test_a_call_is_answered_hung_up_and_dismissed_from_its_states_alone(old: CallState) -> None:
    call = a_call(state=old)
    if old is CallState.RINGING:
        call.answer(NOON + 1, "P01")
        assert (call.state, call.answered_at, call.answered_by) == (
            CallState.TALKING,
            NOON + 1,
            "P01",
        )
    else:
        refused(lambda: call.answer(NOON + 1, "P01"))
    call = a_call(state=old)
    if old in (CallState.RINGING, CallState.TALKING):
        call.hang_up(NOON + 2)
        ringing = old is CallState.RINGING
        assert call.state is (CallState.ABANDONED if ringing else CallState.ENDED)
        assert call.hung_up_at == NOON + 2
    else:
        refused(lambda: call.hang_up(NOON + 2))
    call = a_call(state=old, hung_up_at=NOON)
    if old is CallState.ABANDONED:
        call.dismiss()
        assert (call.state, call.hung_up_at) == (CallState.ENDED, NOON)
    else:
        with pytest.raises(RuleError, match=r"call\.not_abandoned"):
            call.dismiss()


@pytest.mark.parametrize("old", list(IncidentState))
def test_what_starts_from_one_state_is_refused_in_every_other(old: IncidentState) -> None:
    full = {"address": "x", "class_taken": "01", "level": 1}
    starts: dict[str, tuple[IncidentState, Callable[[Incident], None]]] = {
        "complete": (IncidentState.TAKING, lambda sheet: sheet.complete(NOON)),
        "reopen": (IncidentState.CLOSED, lambda sheet: sheet.reopen([])),
        "accept": (IncidentState.RETURNED, lambda sheet: sheet.accept()),
    }
    for start, act in starts.values():
        sheet = a_sheet(state=old, **full)
        if old is start:
            act(sheet)
            assert sheet.state is IncidentState.TAKEN
        else:
            refused(partial(act, sheet))
            assert (sheet.state, sheet.completed_at, sheet.reopened) == (old, None, 0)


@given(state=st.sampled_from(sorted(PROGRESS)), progress=st.lists(st.sampled_from(AssignmentState)))
def test_a_sheet_follows_its_assignments(
    state: IncidentState, progress: list[AssignmentState]
) -> None:
    sheet = a_sheet(state=state)
    sheet.follow(progress)
    going = [step for step in progress if step in ACTIVE]
    if not going:
        done = AssignmentState.FINISHED in progress
        assert sheet.state is (IncidentState.HANDLED if done else IncidentState.TAKEN)
    else:
        # Who finished had arrived: another one still on its way takes nothing back.
        there = AssignmentState.ARRIVED in going or AssignmentState.FINISHED in progress
        assert sheet.state is (IncidentState.ON_SCENE if there else IncidentState.DISPATCHED)


@given(
    state=st.sampled_from(sorted(set(IncidentState) - PROGRESS)),
    progress=st.lists(st.sampled_from(AssignmentState)),
)
def test_a_sheet_that_is_not_in_progress_follows_nobody(
    state: IncidentState, progress: list[AssignmentState]
) -> None:
    sheet = a_sheet(state=state)
    sheet.follow(progress)
    assert sheet.state is state


@given(st.lists(st.sampled_from(AssignmentState), max_size=6))
def test_a_sheet_closes_and_merges_only_when_no_unit_is_on_it(
    progress: list[AssignmentState],
) -> None:
    sheet = a_sheet(state=IncidentState.TAKEN)
    sheet.follow(progress)
    if ACTIVE.intersection(progress):
        with pytest.raises(RuleError, match=r"sheet\.units_active"):
            sheet.close(NOON, "01", "", progress)
        with pytest.raises(RuleError, match=r"sheet\.units_active"):
            sheet.merge_into(a_sheet(id="i2"), progress)
    else:
        before = sheet.state
        sheet.merge_into(a_sheet(id="i2"), progress)
        sheet.unmerge()
        assert sheet.state is before
        sheet.close(NOON, "01", "", progress)
        assert sheet.state is IncidentState.CLOSED


def test_the_groups_of_states_agree_with_the_tables() -> None:
    over = {state for state, moves in ASSIGNMENT_MOVES.items() if not moves}
    assert set(AssignmentState) - over == ACTIVE
    assert {state for state, moves in ORDER_MOVES.items() if moves} == OPEN_ORDER
    assert PROGRESS < OPEN_INCIDENT
    assert {IncidentState.CLOSED, IncidentState.MERGED, IncidentState.STRUCK} == set(
        IncidentState
    ) - OPEN_INCIDENT
    assert Duty.EMERGENCY not in READY
    assert Duty.OFFLINE not in READY
    assert Duty.OFFLINE not in DUTY_MOVES[Duty.EMERGENCY]


def refused(act: Any) -> None:
    """Check that the table refuses an act."""
    with pytest.raises(RuleError) as refusal:
        act()
    assert refusal.value.code == "state.illegal"
    assert set(refusal.value.params) == {"what", "old", "new"}
