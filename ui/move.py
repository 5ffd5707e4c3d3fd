"""What may be done with a unit now, straight from the tables of legal moves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.board import UnitCard
from models.reason import CANCEL, NONE, RETURN, Reason
from models.state import ASSIGNMENT_MOVES, DUTY_MOVES, AssignmentState, Duty
from services.dispatching import arrive, ask_return, cancel, decide_return, deliver, depart, finish
from services.dispatching import sign as sign_order
from services.fleet import set_duty
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.scope import key_of
from ui.store import Command
from ui.wording import state_name

A = AssignmentState


@dataclass(frozen=True, slots=True)
class Move:
    """One legal move: the state it leads to, and the dictionary its reason comes from."""

    state: AssignmentState | Duty
    reasons: str = ""

    @property
    def action(self) -> str:
        """The name of the move in the table of actions."""
        return f"unit.{self.state.value}"

    @property
    def key(self) -> str:
        """The key that asks for it on the units board."""
        return key_of(self.action)


STEPS = (
    Move(A.DELIVERED),
    Move(A.SIGNED),
    Move(A.DEPARTED),
    Move(A.ARRIVED),
    Move(A.FINISHED),
    Move(A.RETURN_ASKED, RETURN),
    Move(A.RETURNED),
    Move(A.CANCELLED, CANCEL),
)
DUTIES = (
    Move(Duty.STANDBY),
    Move(Duty.PATROL),
    Move(Duty.RETURNING),
    Move(Duty.ESCORT),
    Move(Duty.PAUSED),
    Move(Duty.OFFLINE),
    Move(Duty.EMERGENCY),
)
# What F6 does: the steps in their order; a step that was not reported may still be skipped by key or menu.
NEXT: Mapping[AssignmentState, AssignmentState] = {
    A.ISSUED: A.SIGNED,
    A.DELIVERED: A.SIGNED,
    A.SIGNED: A.DEPARTED,
    A.DEPARTED: A.ARRIVED,
    A.ARRIVED: A.FINISHED,
}
COMMANDS: Mapping[AssignmentState, Command] = {
    A.DELIVERED: deliver,
    A.SIGNED: sign_order,
    A.DEPARTED: depart,
    A.ARRIVED: arrive,
    A.FINISHED: finish,
}
VERBS = {
    A.DELIVERED: QT_TRANSLATE_NOOP("Move", "指令送达"),
    A.SIGNED: QT_TRANSLATE_NOOP("Move", "签收"),
    A.DEPARTED: QT_TRANSLATE_NOOP("Move", "出警"),
    A.ARRIVED: QT_TRANSLATE_NOOP("Move", "到场"),
    A.FINISHED: QT_TRANSLATE_NOOP("Move", "处理完毕"),
    A.RETURN_ASKED: QT_TRANSLATE_NOOP("Move", "申请退单…"),
    A.RETURNED: QT_TRANSLATE_NOOP("Move", "同意退单"),
    A.CANCELLED: QT_TRANSLATE_NOOP("Move", "撤回…"),
}
STAND = QT_TRANSLATE_NOOP("Move", "不同意退单，继续处警")


def moves_of(card: UnitCard) -> list[Move]:
    """Return the legal moves of a unit: the steps of its job, then what it can be off the job.

    On a job its duty is not asked, only the call for help; moving to another job is an order of its own.
    """
    steps = ASSIGNMENT_MOVES[card.job.state] if card.job else frozenset[AssignmentState]()
    duties = DUTY_MOVES[card.duty]
    if card.job is not None and card.duty is not Duty.EMERGENCY:
        duties = duties & {Duty.EMERGENCY}
    return [
        *(move for move in STEPS if move.state in steps),
        *(move for move in DUTIES if move.state in duties),
    ]


def shared_moves(cards: Sequence[UnitCard]) -> list[Move]:
    """Return the moves that are legal for every one of the units."""
    if not cards:
        return []
    first, *others = (moves_of(card) for card in cards)
    return [move for move in first if all(move in moves for moves in others)]


def next_move(card: UnitCard) -> Move | None:
    """Return the next step of a unit's job, or None: no job, or somebody has to decide first."""
    state = NEXT.get(card.job.state) if card.job else None
    return next((move for move in STEPS if move.state is state), None)


def move_to(card: UnitCard, state: AssignmentState | Duty) -> Move | None:
    """Return the move to a state where it is legal."""
    return next((move for move in moves_of(card) if move.state is state), None)


def move_text(move: Move, cards: Iterable[UnitCard]) -> str:
    """Return what a move is called for these units."""
    if isinstance(move.state, Duty):
        return state_name(move.state.value)
    asked = all(card.job is not None and card.job.state is A.RETURN_ASKED for card in cards)
    return translate("Move", STAND if asked and move.state is A.SIGNED else VERBS[move.state])


def make_move(
    do: Callable[..., None], card: UnitCard, move: Move, reason: Reason = NONE, **more: Any
) -> None:
    """Hand the command of a move to `do`, the store's; `more` goes with it."""
    if isinstance(move.state, Duty):
        do(set_duty, card.id, move.state, **more)
        return
    assert card.job is not None, "steps are moves of a job"
    job = card.job.id
    if move.state is A.CANCELLED:
        do(cancel, job, reason, **more)
    elif move.state is A.RETURN_ASKED:
        do(ask_return, job, reason, **more)
    elif card.job.state is A.RETURN_ASKED:
        do(decide_return, job, accept=move.state is A.RETURNED, **more)
    else:
        do(COMMANDS[move.state], job, **more)
