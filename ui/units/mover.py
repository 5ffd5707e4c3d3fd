"""Makes the moves that people ask for, of one unit or several, by key, menu and action."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from models.board import UnitCard
from models.errors import CodedError, RuleError
from models.reason import NONE, Reason
from models.state import AssignmentState, Duty
from services.dispatching import set_main_unit
from ui.desk import Desk
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.move import (
    DUTIES,
    STEPS,
    Move,
    make_move,
    move_text,
    move_to,
    next_move,
    shared_moves,
)
from ui.reason import ReasonDialog
from ui.units.obstacle import names, no_cancel, no_main, no_next, nobody

CANCEL = QT_TRANSLATE_NOOP("Mover", "撤回 {units} 的派警")
ASK_RETURN = QT_TRANSLATE_NOOP("Mover", "{units} 申请退单")


class Mover(QObject):
    """Acts on `targets()`; a unit whose last move is not on disk yet is left alone."""

    def __init__(self, desk: Desk, targets: Callable[[], list[UnitCard]], pane: QWidget) -> None:
        super().__init__(pane)
        self._desk = desk
        self._targets = targets
        self._pane = pane
        self._moving: set[str] = set()
        desk.actions["dispatch.next"].setAutoRepeat(False)
        desk.actions.explain(
            {
                "dispatch.next": lambda: no_next(targets()),
                "dispatch.cancel": lambda: no_cancel(targets()),
                "dispatch.main": lambda: no_main(targets()),
            }
        )
        desk.actions.on(
            {
                "dispatch.next": self.go_on,
                "dispatch.cancel": self.call_off,
                "dispatch.main": self.set_main,
            }
        )
        self.enable()

    def enable(self) -> None:
        """Enable the actions by the rules of the selected units."""
        self._desk.actions.refresh("dispatch.next", "dispatch.cancel", "dispatch.main")

    def go_on(self) -> None:
        """Take every selected unit to the next step of its job."""
        for card in self._targets():
            if (move := next_move(card)) is not None:
                self._make(card, move)

    def call_off(self) -> None:
        """Ask for a reason, then call the selected units off."""
        cards = [card for card in self._targets() if move_to(card, AssignmentState.CANCELLED)]
        if cards and (move := move_to(cards[0], AssignmentState.CANCELLED)) is not None:
            self.make(cards, move)

    def set_main(self) -> None:
        """Make the selected unit the main unit of its incident."""
        for card in self._targets()[:1]:
            if card.job is not None:
                self._desk.store.do(set_main_unit, card.job.id)

    def strike(self, key: str) -> None:
        """Make the move of a key where it is legal for all selected units; say so where it is not."""
        cards = self._targets()
        move = next((move for move in shared_moves(cards) if move.key == key), None)
        if move is not None:
            self.make(cards, move)
        else:
            self._desk.say("info", lambda: nobody(cards) or self._say_cannot(cards, key))

    def _say_cannot(self, cards: Sequence[UnitCard], key: str) -> str:
        wanted = next(move for move in (*STEPS, *DUTIES) if move.key == key)
        name = move_text(wanted, ()).rstrip("…")
        return self.tr("{units} 现在不能“{move}”。").format(units=names(cards), move=name)

    def fill(self, menu: QMenu) -> None:
        """Put exactly the legal moves of the selected units into a menu."""
        cards, actions = self._targets(), self._desk.actions
        duties = False
        for move in shared_moves(cards):
            if isinstance(move.state, Duty) and not duties:
                duties = True
                menu.addSeparator()
            action = menu.addAction(f"{move_text(move, cards)}\t{move.key}")
            action.triggered.connect(lambda _on=False, move=move: self.make(cards, move))
        menu.addSeparator()
        menu.addActions(
            [actions[name] for name in ("dispatch.choose", "dispatch.move", "dispatch.main")]
        )

    def make(self, cards: Sequence[UnitCard], move: Move) -> None:
        """Make one move of several units; a move that wants a reason asks for it first."""
        if not move.reasons:
            for card in cards:
                self._make(card, move)
            return
        pattern = CANCEL if move.state is AssignmentState.CANCELLED else ASK_RETURN
        question = translate("Mover", pattern).format(units=names(cards))
        about = " ".join(card.id for card in cards)
        dialog = ReasonDialog(self._desk, move.reasons, question, self._pane, about)
        dialog.given.connect(lambda reason: self._make_all(cards, move, reason))
        dialog.open()

    def _make_all(self, cards: Sequence[UnitCard], move: Move, reason: Reason) -> None:
        for card in cards:
            self._make(card, move, reason)

    def _make(self, card: UnitCard, move: Move, reason: Reason = NONE) -> None:
        if card.id in self._moving:
            return
        self._moving.add(card.id)

        def failed(error: CodedError) -> None:
            self._moving.discard(card.id)
            if isinstance(error, RuleError):
                self._desk.store.refused.emit(error)

        make_move(
            self._desk.store.do,
            card,
            move,
            reason,
            then=lambda _result: self._moving.discard(card.id),
            failed=failed,
        )
