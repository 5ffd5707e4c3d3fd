"""The store: the one board shown, and the one way to change it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Concatenate, TypeVar

from PySide6.QtCore import QObject, Signal

from models.board import Board, Delta
from models.errors import CodedError, RuleError, TroubleError
from services.boarding import read_board
from services.condition import Condition
from services.database import Database, Job, Outcome
from ui.clock import DeskClock
from ui.lane import Lane, call_each

log = logging.getLogger(__name__)

T = TypeVar("T")

JOBS_A_COMMIT = 32
READERS = 2


# A command of the trade: `(session, …, at=, by=)`.
Command = Callable[Concatenate[Any, ...], Any]
# Told to whoever asked: the refusal or the trouble of just that command or query.
Failed = Callable[[CodedError], None]


def board_now(session: Any, *, at: int, by: str) -> Board:
    """Return the board; a command that changes nothing, so that it has its place among the others."""
    return read_board(session)


class Store(QObject):
    """Holds the board on the main thread; commands go out on the write lane and come back as deltas.

    Signals:
        loaded(Board): the board was read anew; views show it from scratch.
        changed(Delta): a command was committed; `board` holds it already.
        refused(RuleError): the rules said no and nobody else wanted to know.
        troubled(TroubleError): the world failed commands or a query; nothing of them was kept. Told once,
            however many commands the same trouble befell.
        eased(): a command got through again after a trouble.
        looked(Condition): the place of the store was looked at.
        rested(): every command handed in has been answered.
    """

    loaded = Signal(object)
    changed = Signal(object)
    refused = Signal(object)
    troubled = Signal(object)
    eased = Signal()
    looked = Signal(object)
    rested = Signal()

    def __init__(
        self, database: Database, clock: DeskClock, actor: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.clock = clock
        self.actor = actor
        self.board = Board()
        # Why the last command could not be written; None since one got through.
        self.trouble: TroubleError | None = None
        self.condition: Condition | None = None
        self._told: TroubleError | None = None
        self._looking = False
        self._database = database
        self._write: Lane[Job] = Lane("write", database.write_all, batch=JOBS_A_COMMIT, parent=self)
        self._write.emptied.connect(self.rested)
        self._read: Lane[Callable[[], object]] = Lane(
            "read", call_each, threads=READERS, parent=self
        )

    @property
    def writing(self) -> int:
        """How many commands are not on disk yet."""
        return self._write.waiting

    @property
    def reading(self) -> int:
        """How many questions have no answer yet."""
        return self._read.waiting

    def load(self) -> None:
        """Read the board anew from the database, at start or at any time.

        It is read on the write lane, between two commands: a board read beside them could be older than a
        delta that was shown already.
        """
        job = Job(board_now, (), self.clock.now(), self.actor)
        self._write.submit(job, lambda outcome: self._take_board(outcome.result), self._fail)

    def do(
        self,
        command: Command,
        *args: Any,
        then: Callable[[Any], None] | None = None,
        failed: Failed | None = None,
        quiet: bool = False,
        **kwargs: Any,
    ) -> None:
        """Run a command; `then` gets its result after the commit and after the board has changed.

        Exactly one of `then` and `failed` is called. `at` and `by` are now and who sits here unless
        given. A refusal goes to `failed`, else to `refused`. A trouble goes to `troubled` and then to
        `failed`; a fault is reported as such, and `failed` gets the trouble `command.fault`. A `quiet`
        command is one that no person waits for: a trouble that everybody knows of is not told again.
        """
        at = kwargs.pop("at", None)
        by = kwargs.pop("by", None)
        job = Job(command, args, self.clock.now() if at is None else at, by or self.actor, kwargs)

        def done(outcome: Outcome) -> None:
            self._wrote(outcome)
            if then is not None:
                then(outcome.result)

        def fail(error: Exception) -> None:
            known, trouble = self.trouble, error if isinstance(error, TroubleError) else None
            self._note(error)
            if quiet and known is not None and trouble is not None and known.code == trouble.code:
                self._told = trouble
            self._fail(error, failed)

        self._write.submit(job, done, fail)

    def do_all(self, jobs: Sequence[Job]) -> None:
        """Run prepared commands in order (feeds, drills); what the rules refuse a machine is no news to people."""
        for job in jobs:
            self._write.submit(job, self._wrote, self._fail_feed)

    def ask(
        self,
        query: Callable[Concatenate[Any, ...], T],
        then: Callable[[T], None],
        *args: Any,
        failed: Failed | None = None,
        **kwargs: Any,
    ) -> None:
        """Run a query on the read lane; `then` gets its answer on the main thread, or `failed` why there is none."""
        self._read.submit(
            lambda: self._database.read(query, *args, **kwargs),
            then,
            lambda error: self._fail(error, failed),
        )

    def tell(self, error: Exception) -> None:
        """Tell people what went wrong: a refusal, a trouble, or a fault."""
        if isinstance(error, RuleError):
            self.refused.emit(error)
        elif not isinstance(error, TroubleError):
            sys.excepthook(type(error), error, error.__traceback__)
        elif error is not self._told:
            # One trouble answers a whole batch.
            self._told = error
            self.troubled.emit(error)

    def look(self) -> None:
        """Look at the place of the store; `looked` tells what was found, and a store that is gone is a trouble."""
        if not self._looking:
            self._looking = True
            self._read.submit(self._database.condition, self._take_condition, self._fail_look)

    def move_to(
        self, path: Path, then: Callable[[None], None], *, failed: Failed | None = None
    ) -> None:
        """Copy the open store to another place and go on there."""
        self._read.submit(
            lambda: self._database.move_to(path), then, lambda error: self._fail(error, failed)
        )

    @property
    def path(self) -> Path:
        """Where the store is."""
        return self._database.path

    def close(self) -> None:
        """Finish what is queued and end the lanes."""
        self._write.close()
        self._read.close()

    def _take_board(self, board: Board) -> None:
        self.board = board
        self.loaded.emit(board)

    def _wrote(self, outcome: Outcome) -> None:
        if self.trouble is not None:
            self.trouble = self._told = None
            self.eased.emit()
        self._apply(outcome.delta)

    def _note(self, error: Exception) -> None:
        if isinstance(error, TroubleError):
            self.trouble = error

    def _take_condition(self, condition: Condition) -> None:
        self._looking = False
        self.condition = condition
        if condition.gone and (self.trouble is None or self.trouble.code != "store.gone"):
            self.trouble = TroubleError("store.gone", path=str(self.path))
            self.tell(self.trouble)
        self.looked.emit(condition)

    def _fail_look(self, error: Exception) -> None:
        self._looking = False
        self._fail(error)

    def _apply(self, delta: Delta) -> None:
        if delta.put or delta.drop or delta.touched:
            self.board = self.board.apply(delta)
            self.changed.emit(delta)

    def _fail_feed(self, error: Exception) -> None:
        if isinstance(error, RuleError):
            log.info("a feed was refused: %s", error.code)
        else:
            self._note(error)
            self._fail(error)

    def _fail(self, error: Exception, failed: Failed | None = None) -> None:
        if isinstance(error, RuleError) and failed is not None:
            failed(error)
            return
        self.tell(error)
        if failed is not None:
            failed(error if isinstance(error, CodedError) else TroubleError("command.fault"))
