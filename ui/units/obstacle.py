"""Why an action cannot be done with the units selected now, in one sentence with what to do; "" where it can."""

from __future__ import annotations

from collections.abc import Sequence

from models.assignment import Role
from models.board import UnitCard
from models.state import AssignmentState
from ui.keyname import key_text
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.move import move_to, next_move
from ui.scope import key_of

COMMA = QT_TRANSLATE_NOOP("Mover", "、")
NOBODY = QT_TRANSLATE_NOOP(
    "Mover", "没有选中警力。请在警力表（{units}）、详情或地图上选中一支在警的警力。"
)
NO_JOB = QT_TRANSLATE_NOOP("Mover", "{units} 不在处警。先用派警（{choose}）派去一起警情。")
UNDECIDED = QT_TRANSLATE_NOOP(
    "Mover", "{units} 申请退单，请先在警力表决定：按 {grant} 同意，按 {refuse} 不同意。"
)
NOT_NEXT = QT_TRANSLATE_NOOP("Mover", "{units} 没有下一步可以推进。")
NOT_ONE = QT_TRANSLATE_NOOP("Mover", "主处警力量只能有一支：请只选中一支警力。")
IS_MAIN = QT_TRANSLATE_NOOP("Mover", "{units} 已经是主处警力量。")


def no_next(cards: Sequence[UnitCard]) -> str:
    """Return why no unit can be taken to its next step."""
    if any(next_move(card) for card in cards):
        return ""
    asked = [card for card in cards if asks_to_return(card)]
    if asked:
        grant, refuse = key_of("unit.returned"), key_of("unit.signed")
        return say(UNDECIDED, asked, grant=grant, refuse=refuse)
    return no_job(cards) or say(NOT_NEXT, cards)


def no_cancel(cards: Sequence[UnitCard]) -> str:
    """Return why no unit can be called off."""
    if any(move_to(card, AssignmentState.CANCELLED) for card in cards):
        return ""
    return no_job(cards)


def no_main(cards: Sequence[UnitCard]) -> str:
    """Return why the units cannot become the main unit of their incident."""
    if len(cards) > 1:
        return translate("Mover", NOT_ONE)
    if why := no_job(cards):
        return why
    job = cards[0].job
    return say(IS_MAIN, cards) if job is not None and job.role == Role.MAIN else ""


def no_job(cards: Sequence[UnitCard]) -> str:
    """Return that nobody is selected, or that nobody of them is on a job."""
    if not cards:
        return nobody(cards)
    if any(card.job is not None and card.job.is_active for card in cards):
        return ""
    return say(NO_JOB, cards, choose=key_text(key_of("dispatch.choose")))


def nobody(cards: Sequence[UnitCard]) -> str:
    """Return that nobody is selected, "" where somebody is."""
    if cards:
        return ""
    return translate("Mover", NOBODY).format(units=key_text(key_of("go.units")))


def asks_to_return(card: UnitCard) -> bool:
    """Tell whether somebody has to decide on a unit's wish to be relieved."""
    return card.job is not None and card.job.state is AssignmentState.RETURN_ASKED


def say(pattern: str, cards: Sequence[UnitCard], **more: str) -> str:
    """Return a sentence about units."""
    return translate("Mover", pattern).format(units=names(cards), **more)


def names(cards: Sequence[UnitCard]) -> str:
    """Return the call signs as one text."""
    return translate("Mover", COMMA).join(card.call_sign for card in cards)
