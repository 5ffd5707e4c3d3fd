"""Any commands in any order: the deltas are the board, the rows are the journal, a refusal leaves no trace."""

from __future__ import annotations

import inspect
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.assignment import Assignment, Role
from models.errors import RuleError
from models.incident import Incident
from models.state import ACTIVE, PROGRESS, AssignmentState, IncidentState
from services import (
    alarming,
    closing,
    directory,
    dispatching,
    diverting,
    fleet,
    forewarning,
    linkage,
    linking,
    marking,
    naming,
    party,
    prompting,
    reminding,
    taking,
    timeline,
    watchkeeping,
)
from services.database import Job, Outcome
from services.dictionary import checklist, importing
from services.exchange import posting, receiving
from services.fraud import stopping, warning
from tests.services.desk import Desk
from tests.services.moves import MOVES, NAMES, World, enter_levels

T = TypeVar("T")

MODULES = (
    *(taking, dispatching, closing, linking, linkage, fleet, party, timeline, watchkeeping),
    importing,
    directory,
    naming,
    *(prompting, checklist, reminding),
    marking,
    alarming,
    *(stopping, warning),
    forewarning,
    *(posting, receiving),
    diverting,
)
# Called by commands, never on their own.
PARTS = {
    "enter",
    "call_back",
    "issue",
    "report",
    "release",
    "tell",
    "tell_both",
    "tell_main",
    "end",
    "hand_on",
    "override",
    "draft",
    # A line of the timeline about an order; a signature that came by message.
    "note",
    "sign_for",
    "send",
    "decide",
}


def test_the_moves_know_every_command_of_the_trade() -> None:
    commands = set()
    for module in MODULES:
        for name, function in vars(module).items():
            here = inspect.isfunction(function) and function.__module__ == module.__name__
            if here and {"session", "at", "by"} <= set(inspect.signature(function).parameters):
                commands.add(name)
    assert commands - PARTS == set(MOVES)


# Steps of the long walk between two looks at the whole board: a look reads the store anew.
COMPARE_EVERY = 25


class Shift(RuleBasedStateMachine):
    """One desk, any commands, alone or several in one commit."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="shift-"))
        self.desk = Desk(self.folder)
        self.desk.agency()
        self.desk.do(enter_levels)
        for sign in ("漳101", "漳102", "漳103"):
            self.desk.unit(sign)
        self.desk.sheet()

    def teardown(self) -> None:
        """Verify the whole store at the end of the shift."""
        try:
            self.desk.check()
        finally:
            self.desk.close()
            shutil.rmtree(self.folder)

    def draw(self, name: str, data: st.DataObject) -> Job:
        """Draw a command with its arguments from what there is."""

        def pick(some: Sequence[T]) -> T:
            return data.draw(st.sampled_from(some))

        command, args, kwargs = MOVES[name](World(self.desk.db, self.desk.fresh, pick))
        return self.desk.job(command, *args, **kwargs)

    @rule(name=st.sampled_from(NAMES), data=st.data())
    def one(self, name: str, data: st.DataObject) -> None:
        """Run one command."""
        job = self.draw(name, data)
        before = self.desk.rows()
        (outcome,) = self.desk.db.write_all([job])
        if isinstance(outcome, Outcome):
            self.desk.take(outcome)
        else:
            assert isinstance(outcome, RuleError), outcome
            assert self.desk.rows() == before

    @rule(names=st.lists(st.sampled_from(NAMES), min_size=2, max_size=4), data=st.data())
    def several(self, names: list[str], data: st.DataObject) -> None:
        """Run several commands in one commit; each refusal must look as if it had never been tried."""
        jobs = [self.draw(name, data) for name in names]
        before = len(self.desk.rows()["journal"])
        outcomes = self.desk.db.write_all(jobs)
        for outcome in outcomes:
            if isinstance(outcome, Outcome):
                self.desk.board = self.desk.board.apply(outcome.delta)
            else:
                assert isinstance(outcome, RuleError), outcome
        assert self.desk.board == self.desk.db.board()
        written = sum(isinstance(outcome, Outcome) for outcome in outcomes)
        assert len(self.desk.rows()["journal"]) - before <= written

    @rule()
    def open_again(self) -> None:
        """Close the program and start it again."""
        board = self.desk.board
        self.desk.close()
        self.desk = again(self.desk)
        assert self.desk.board == board

    @invariant()
    def the_rows_are_the_journal(self) -> None:
        """Verify after every step."""
        self.desk.check()

    @invariant()
    def the_trade_holds(self) -> None:
        """Check what no command may break."""
        self.desk.db.read(check_trade)


def again(desk: Desk) -> Desk:
    """Return the desk opened anew on the same store; its time and its keys go on."""
    new = Desk(desk.path.parent)
    new.now, new.ids = desk.now, desk.ids
    new.db._ids = desk.ids
    return new


def check_trade(session: Session) -> None:
    """Check that sheets follow their units, no unit is on two jobs and no sheet has two main units."""
    by_sheet: dict[str, list[Assignment]] = defaultdict(list)
    for job in session.scalars(select(Assignment)):
        by_sheet[job.incident_id].append(job)
    active = [job for jobs in by_sheet.values() for job in jobs if job.state in ACTIVE]
    assert len({job.unit_id for job in active}) == len(active), "a unit is on two jobs"
    numbers = []
    for sheet in session.scalars(select(Incident)):
        jobs = by_sheet[sheet.id]
        here = [job for job in jobs if job.state in ACTIVE]
        check_main(jobs)
        assert not here or sheet.state in PROGRESS
        if sheet.state in PROGRESS:
            assert sheet.state is expected({job.state for job in jobs})
        assert (sheet.completed_at is None) == (sheet.state is IncidentState.TAKING) or (
            sheet.state is IncidentState.STRUCK
        )
        assert (sheet.closed_at is not None) == (sheet.state is IncidentState.CLOSED)
        assert (sheet.main_id is None) == (not sheet.link_type)
        assert (sheet.state is IncidentState.MERGED) == bool(sheet.state_before_merge)
        numbers.append(int(sheet.number[15:]))
    assert sorted(numbers) == list(range(1, len(numbers) + 1)), "numbers lack or come twice"


def check_main(jobs: Sequence[Assignment]) -> None:
    """Check that one unit leads: one under way where there is any, else one that finished where there is any."""
    mains = [job.state for job in jobs if job.role is Role.MAIN]
    assert len(mains) == bool(jobs), "not exactly one main unit"
    for better in (ACTIVE, {AssignmentState.FINISHED}):
        if any(job.state in better for job in jobs):
            assert set(mains) <= set(better), "the main role did not pass on"
            return


def expected(states: set[AssignmentState]) -> IncidentState:
    """Return the state that follows from the assignments, said in other words than the entity's."""
    # Who finished was there: another unit still under way takes nothing back.
    if AssignmentState.ARRIVED in states or (
        states & ACTIVE and AssignmentState.FINISHED in states
    ):
        return IncidentState.ON_SCENE
    if states & ACTIVE:
        return IncidentState.DISPATCHED
    return IncidentState.HANDLED if AssignmentState.FINISHED in states else IncidentState.TAKEN


def run(examples: int, steps: int) -> None:
    """Let some shifts pass."""
    run_state_machine_as_test(
        Shift,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
        ),
    )


@pytest.mark.timeout(300)
def test_any_commands_in_any_order_keep_board_rows_and_journal_together() -> None:
    run(examples=4, steps=20)


@pytest.mark.full
@pytest.mark.timeout(1200)
def test_any_commands_in_any_order_for_long() -> None:
    run(examples=50, steps=50)


@pytest.mark.full
@pytest.mark.timeout(300)
def test_every_command_is_done_somewhere_on_a_long_walk(tmp_path: Path) -> None:
    """What is only ever refused would prove nothing."""
    desk = Desk(tmp_path)
    desk.agency()
    desk.do(enter_levels)
    random = Random(11)
    missing = set(MOVES)
    for step in range(9000):
        name = random.choice(sorted(missing) if step % 2 else NAMES)
        command, args, kwargs = MOVES[name](World(desk.db, desk.fresh, random.choice))
        (outcome,) = desk.db.write_all([desk.job(command, *args, **kwargs)])
        if isinstance(outcome, Outcome):
            desk.board = desk.board.apply(outcome.delta)
            missing.discard(name)
        else:
            assert isinstance(outcome, RuleError), outcome
        if step % COMPARE_EVERY == 0:
            assert desk.board == desk.db.board()
        if not missing:
            break
    assert desk.board == desk.db.board()
    desk.check()
    desk.db.read(check_trade)
    desk.close()
    assert not missing
