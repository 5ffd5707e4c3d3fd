"""Reminders of the steps of an order: when they are due, what they leave on the sheet, what stops them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.board import AssignmentLine, IncidentCard
from models.promise import Limits
from models.reminder import Awaited, Intervals, ReminderState, instants, rank_due
from models.state import AssignmentState
from services.closing import feed_back
from services.dispatching import (
    arrive,
    ask_return,
    assign_units,
    cancel,
    decide_return,
    depart,
    sign,
)
from services.dossier import read_dossier
from services.reminding import answer_reminder, remind
from tests.services.desk import Desk

USUAL, LIMITS = Intervals(), Limits()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def sent(desk: Desk) -> tuple[str, str]:
    """Return a sheet and the order of the unit that was sent to it."""
    sheet, unit = desk.sheet(), desk.unit("漳101")
    (job,) = desk.do(assign_units, sheet, [unit])
    return sheet, job


def card_of(desk: Desk, sheet: str) -> IncidentCard:
    card = desk.board.get(IncidentCard, sheet)
    assert card is not None
    return card


def line_of(desk: Desk, sheet: str) -> AssignmentLine:
    return card_of(desk, sheet).assignments[-1]


def test_the_chain_reminds_of_each_step_and_a_step_taken_ends_it(desk: Desk) -> None:
    sheet, job = sent(desk)
    for step, command in (("sign", sign), ("depart", depart), ("arrive", arrive)):
        card, line = card_of(desk, sheet), line_of(desk, sheet)
        owed = instants(card, line, USUAL, LIMITS)
        assert owed is not None
        assert owed[0] == step
        assert rank_due(card, line, USUAL, LIMITS, owed[1][0] - 1) is None
        assert rank_due(card, line, USUAL, LIMITS, owed[1][0]) == (step, 1)
        assert rank_due(card, line, USUAL, LIMITS, owed[1][-1]) == (step, 4)
        desk.do(remind, job, step, 1)
        assert line_of(desk, sheet).reminder_state == ReminderState.RUNNING
        assert (
            rank_due(card_of(desk, sheet), line_of(desk, sheet), USUAL, LIMITS, owed[1][0]) is None
        )
        desk.do(command, job)
        assert line_of(desk, sheet).reminder_state == ReminderState.DONE
        desk.refuse("reminder.not_owed", remind, job, step, 2)
    desk.do(remind, job, "feed_back", 1)
    desk.do(feed_back, sheet, class_code="020100", result="01")
    assert line_of(desk, sheet).reminder_state == ReminderState.DONE
    desk.check()


def test_it_climbs_to_the_commander_and_is_written_once_whoever_reminds(desk: Desk) -> None:
    sheet, job = sent(desk)
    for rank in (1, 2, 2, 3, 1):
        desk.do(remind, job, "sign", rank)
    dossier = desk.db.read(read_dossier, sheet)
    assert dossier is not None
    told = [(it.code, it.params["count"]) for it in dossier.entries if "reminder" in it.code]
    assert told == [("reminder.sent", 1), ("reminder.sent", 2), ("reminder.chief", 3)]


def test_who_answered_by_radio_is_reminded_no_more_of_this_step(desk: Desk) -> None:
    sheet, job = sent(desk)
    desk.refuse("reminder.none", answer_reminder, job)
    desk.do(remind, job, "sign", 1)
    desk.do(answer_reminder, job, words="堵车\x07")
    late = desk.now + 10_000_000
    assert rank_due(card_of(desk, sheet), line_of(desk, sheet), USUAL, LIMITS, late) is None
    desk.do(sign, job)
    due = rank_due(card_of(desk, sheet), line_of(desk, sheet), USUAL, LIMITS, late)
    assert due == (Awaited.DEPART, 4)


def test_a_return_waits_in_red_until_somebody_decides_and_the_order_stands_or_ends(
    desk: Desk,
) -> None:
    sheet, job = sent(desk)
    desk.do(remind, job, "sign", 2)
    desk.do(ask_return, job, "车坏了")
    card, line = card_of(desk, sheet), line_of(desk, sheet)
    assert rank_due(card, line, USUAL, LIMITS, desk.now + 30_000) == (Awaited.DECIDE, 1)
    desk.do(remind, job, "decide", 1)
    desk.do(decide_return, job, accept=False)
    assert line_of(desk, sheet).state is AssignmentState.SIGNED
    desk.do(remind, job, "depart", 1)
    desk.do(cancel, job, "误派")
    assert line_of(desk, sheet).reminder_state == ReminderState.STOPPED


@given(
    st.integers(0, 20_000_000),
    st.integers(0, 20_000_000),
    st.sampled_from(list(AssignmentState)),
    st.integers(1, 4),
)
def test_reminders_never_go_back_and_never_come_twice(
    first: int, more: int, state: AssignmentState, level: int
) -> None:
    card, line = sample(state, level)
    one = rank_due(card, line, USUAL, LIMITS, first)
    two = rank_due(card, line, USUAL, LIMITS, first + more)
    if one is not None:
        assert two is not None
        assert two[1] >= one[1]
        again = replace(line, reminded_step=one[0], reminded=one[1], reminder_state="running")
        assert rank_due(card, again, USUAL, LIMITS, first) is None
    if not line.is_active:
        assert two is None


def sample(state: AssignmentState, level: int) -> tuple[IncidentCard, AssignmentLine]:
    """Return a sheet of a level with one order in a state, each step a second after the one before."""
    blank = dict.fromkeys(IncidentCard.__dataclass_fields__)
    line = AssignmentLine(
        *("j", "i", "u", "main", state, "", 0),
        *(1000, 2000, 3000, 4000),
        finished_at=None,
        ended_at=None,
        out_since=None,
        reason="",
        moved_from_id=None,
        return_asked_at=2000,
    )
    del blank["kind"]
    values = blank | {"id": "i", "level": level, "division": "350602", "fed_back": False}
    return IncidentCard(**values | {"assignments": (line,)}), line  # type: ignore[arg-type]
