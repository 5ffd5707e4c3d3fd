"""Legal moves of a unit: what the tables of states say, no more and no less."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from models.board import AssignmentLine, UnitCard
from models.reason import Reason
from models.state import ACTIVE, ASSIGNMENT_MOVES, DUTY_MOVES, AssignmentState, Duty
from ui.move import (
    DUTIES,
    STEPS,
    make_move,
    move_text,
    move_to,
    moves_of,
    next_move,
    shared_moves,
)

A = AssignmentState
LINE = AssignmentLine(
    "a1", "i1", "u1", "main", A.ISSUED, "", 0, None, None, None, None, None, None, None, "", None
)
UNIT = UnitCard("u1", "巷口01", "car", None, None, 2, "", "", (), Duty.PATROL, 0, False, None)


def on_job(state: AssignmentState, duty: Duty = Duty.PATROL) -> UnitCard:
    """Return a unit at a step of its job."""
    return replace(UNIT, duty=duty, job=replace(LINE, state=state))


@pytest.mark.parametrize("state", sorted(ACTIVE))
def test_a_unit_on_a_job_is_offered_the_steps_of_the_table(state: AssignmentState) -> None:
    offered = {move.state for move in moves_of(on_job(state)) if isinstance(move.state, A)}
    assert offered == ASSIGNMENT_MOVES[state] - {A.MOVED}


@pytest.mark.parametrize("duty", list(Duty))
def test_a_unit_off_the_job_is_offered_the_duties_of_the_table(duty: Duty) -> None:
    offered = {move.state for move in moves_of(replace(UNIT, duty=duty))}
    assert offered == DUTY_MOVES[duty]


def test_on_a_job_the_only_duty_is_the_call_for_help_and_the_way_back() -> None:
    duties = {move.state for move in moves_of(on_job(A.ARRIVED)) if isinstance(move.state, Duty)}
    assert duties == {Duty.EMERGENCY}
    in_need = moves_of(on_job(A.ARRIVED, Duty.EMERGENCY))
    assert DUTY_MOVES[Duty.EMERGENCY] <= {move.state for move in in_need}


def test_every_key_means_one_move() -> None:
    keys = [move.key for move in (*STEPS, *DUTIES)]
    assert len(keys) == len(set(keys))


def test_the_next_step_leads_from_the_order_to_the_end() -> None:
    state, seen = A.ISSUED, []
    while (move := next_move(on_job(state))) is not None:
        assert isinstance(move.state, A)
        assert move.state in ASSIGNMENT_MOVES[state]
        state = move.state
        seen.append(state)
    assert seen == [A.SIGNED, A.DEPARTED, A.ARRIVED, A.FINISHED]


def test_nobody_goes_on_who_asked_to_return_or_has_no_job() -> None:
    assert next_move(on_job(A.RETURN_ASKED)) is None
    assert next_move(UNIT) is None


def test_several_units_share_what_is_legal_for_all_of_them() -> None:
    shared = shared_moves([on_job(A.ISSUED), on_job(A.ARRIVED)])
    assert {move.state for move in shared} == {A.CANCELLED, Duty.EMERGENCY}
    assert shared_moves([]) == []


@pytest.mark.parametrize("state", sorted(ACTIVE))
def test_every_step_has_a_name_and_a_command(state: AssignmentState) -> None:
    card = on_job(state)
    for move in moves_of(card):
        done: list[Any] = []
        make_move(lambda *args, **kwargs: done.append((args, kwargs)), card, move, Reason("原因"))  # noqa: B023
        assert len(done) == 1
        assert move_text(move, [card])


def test_a_return_asked_for_is_decided_one_way_or_the_other() -> None:
    card = on_job(A.RETURN_ASKED)
    decided: list[bool] = []
    for state in (A.SIGNED, A.RETURNED):
        move = move_to(card, state)
        assert move is not None
        make_move(lambda *_args, accept: decided.append(accept), card, move)
    assert decided == [False, True]
    signed = move_to(card, A.SIGNED)
    assert signed is not None
    assert move_text(signed, [card]) == "不同意退单，继续处警"
