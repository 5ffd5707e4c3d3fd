"""The store on disk: runs a command in one transaction with its journal record and returns the delta."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from filelock import FileLock, Timeout
from sqlalchemy import Delete, delete, func, insert, select, tuple_
from sqlalchemy.exc import NoResultFound, SQLAlchemyError
from sqlalchemy.orm import Session

from models.board import Board, Delta
from models.errors import RuleError, TroubleError
from models.fix import Fix, FixRow
from models.identity import system_ids
from models.journal import Change, JournalRow, SeatRow
from models.text import clean
from models.world import Base
from services.boarding import affected, read_board, read_cards
from services.condition import Anchor, Condition, condition_of
from services.context import LAST_BLOCK, give
from services.engine import check_place, read_engine, write_engine
from services.indexing import rebuild, stands
from services.journal.fold import anything_held, materialise, referred_to
from services.journal.recording import Recorder, append
from services.schema import bring_up
from services.trouble import trouble_of

P = ParamSpec("P")
T = TypeVar("T")
FIXES_DROPPED = 500

assert Base.metadata.tables, "models.world maps every entity"


@dataclass(frozen=True, slots=True)
class Job:
    """A command to run: called as `command(session, *args, at=at, by=by, **kwargs)`."""

    command: Callable[..., Any]
    args: tuple[Any, ...]
    at: int
    by: str
    kwargs: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a committed command returned, and what it changed on the board."""

    result: Any
    delta: Delta


def wall_ms() -> int:
    """Return this machine's time in Unix ms."""
    return time.time_ns() // 1_000_000


class Database:
    """One store file, opened for writing by one program at a time; reads may run beside the writer."""

    def __init__(
        self,
        path: Path,
        *,
        seat: str = "S001",
        block: int = 1,
        clock: Callable[[], int] = wall_ms,
        ids: Iterator[str] | None = None,
    ) -> None:
        """Open or create the store.

        `seat` and `block` name the seat at the store's birth only; later the store knows them. Raises
        TroubleError: `store.in_use`, `store.newer`, `store.damaged`, `store.foreign`,
        `store.read_only`, `store.full`, `store.cannot_open`.
        """
        self.path = path
        self._clock = clock
        self._ids = ids if ids is not None else system_ids()
        if not 0 <= block <= LAST_BLOCK:
            raise ValueError(f"block {block} has more digits than a sheet number keeps for it")
        check_place(path)
        self._anchor: Anchor | None = None
        self._writer = write_engine(path)
        self._tracker = write_engine(path, synchronous="NORMAL")
        self._reader = read_engine(path, self._check_anchor)
        # One writer at a time: SQLite's own lock makes the second one sleep longer than the first one writes.
        # Held, too, while the store moves to another file.
        self._turn = threading.Lock()
        self._lock = take_lock(path)
        try:
            bring_up(path)
            self._prepare(seat, block)
            self._anchor = Anchor(path)
        except Exception as error:
            self.close()
            if (trouble := trouble_of(error, str(path))) is None:
                raise
            raise trouble from error

    def close(self) -> None:
        """Let go of the store; what was acknowledged is on disk already."""
        self._writer.dispose()
        self._tracker.dispose()
        self._reader.dispose()
        self._lock.release()

    def write(
        self,
        command: Callable[Concatenate[Session, P], Any],
        *args: Any,
        at: int,
        by: str,
        **kwargs: Any,
    ) -> Outcome:
        """Run one command and return after its commit; raises its RuleError, or a TroubleError."""
        (outcome,) = self.write_all([Job(command, args, at, by, kwargs)])
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    def write_all(self, jobs: Sequence[Job]) -> list[Outcome | Exception]:
        """Run commands in order in one commit, each with its own record; a failed one leaves no trace.

        What could not be written at all is answered with a TroubleError for every job.
        """
        try:
            return self._commit(jobs)
        except Exception as error:
            trouble = self._trouble(error)
            if len(jobs) == 1 or isinstance(trouble, TroubleError):
                # The world's fault, not a job's: trying each would only keep people waiting longer.
                return [trouble for _ in jobs]
        # One of them spoils the commit for all: give each its own.
        return [outcome for job in jobs for outcome in self.write_all([job])]

    def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a query in a read-only session; several threads may do so at once."""
        try:
            with Session(self._reader) as session:
                return query(session, *args, **kwargs)
        except SQLAlchemyError as error:
            raise self._trouble(error) from error

    def board(self) -> Board:
        """Read the whole board anew."""
        return self.read(read_board)

    def index_anew(self) -> int:
        """Make the search index anew from the rows; return how many sheets it has."""
        try:
            with self._turn, Session(self._writer) as session, session.begin():
                self._check_anchor()
                return rebuild(session.connection())
        except SQLAlchemyError as error:
            raise self._trouble(error) from error

    def save_fixes(self, fixes: Iterable[Fix], *, drop_before: int | None = None) -> None:
        """Store positions beside the journal; with `drop_before` (Unix ms), drop some of those older than that.

        A power cut may take the last seconds of them; it never takes a command that was acknowledged.
        """
        rows = [{name: getattr(fix, name) for name in Fix.__dataclass_fields__} for fix in fixes]
        try:
            with self._turn, Session(self._tracker) as session, session.begin():
                self._check_anchor()
                if rows:
                    session.execute(insert(FixRow).prefix_with("OR REPLACE"), rows)
                if drop_before is not None:
                    session.execute(old_fixes(drop_before))
        except SQLAlchemyError as error:
            raise self._trouble(error) from error

    def condition(self) -> Condition:
        """Look at the store's place; may wait for a slow disk."""
        assert self._anchor is not None, "it was opened"
        return condition_of(self.path, self._anchor)

    def move_to(self, target: Path) -> None:
        """Copy the open store, whose file may be gone, to another place and go on there.

        Everything that was acknowledged is in the copy. TroubleError where the copy cannot be made, or
        `store.in_use` where it is another program's; the store then stays as it is.
        """
        with self._turn:
            try:
                check_place(target)
                # The same name has the same lock, which went with the file.
                lock = self._lock if target == self.path else take_lock(target)
                self._copy_to(target)
            except (SQLAlchemyError, sqlite3.Error, OSError) as error:
                raise trouble_of(error, str(target)) or error from error
            old = (self._writer, self._tracker, self._reader)
            former, self._lock, self.path = self._lock, lock, target
            self._writer = write_engine(target)
            self._tracker = write_engine(target, synchronous="NORMAL")
            self._reader = read_engine(target, self._check_anchor)
            with Session(self._writer) as session:
                session.connection()
            self._anchor = Anchor(target)
        for engine in old:
            engine.dispose()
        if former is not lock:
            former.release()

    def _copy_to(self, target: Path) -> None:
        half = target.with_name(f"{target.name}.part")
        half.unlink(missing_ok=True)
        source = self._writer.raw_connection()
        try:
            driver = source.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            with closing(sqlite3.connect(half)) as copy:
                driver.backup(copy)
                (state,) = copy.execute("PRAGMA quick_check").fetchone()
        finally:
            source.close()
        if state != "ok":
            raise TroubleError("store.damaged", path=str(half), detail=str(state))
        # A log of whatever stood there before is none of this store's.
        for ending in ("-wal", "-shm"):
            target.with_name(f"{target.name}{ending}").unlink(missing_ok=True)
        half.replace(target)

    def _check_anchor(self) -> None:
        if self._anchor is not None and not self._anchor.holds:
            raise TroubleError("store.gone", path=str(self.path))

    def _commit(self, jobs: Sequence[Job]) -> list[Outcome | Exception]:
        with self._turn:
            self._check_anchor()
            outcomes = self._transact(jobs)
            # What went into a file that was taken away meanwhile is not acknowledged.
            self._check_anchor()
        return outcomes

    def _transact(self, jobs: Sequence[Job]) -> list[Outcome | Exception]:
        with Session(self._writer, expire_on_commit=False) as session, session.begin():
            seat = session.scalars(select(SeatRow).where(SeatRow.own)).one()
            give(session, seat, self._ids)
            recorder = Recorder(session)
            if len(jobs) == 1:
                return [self._run(session, seat, recorder, jobs[0])]
            return [self._try(session, seat, recorder, job) for job in jobs]

    def _try(
        self, session: Session, seat: SeatRow, recorder: Recorder, job: Job
    ) -> Outcome | Exception:
        try:
            with session.begin_nested():
                return self._run(session, seat, recorder, job)
        except SQLAlchemyError:
            raise
        except Exception as error:
            return error

    def _run(self, session: Session, seat: SeatRow, recorder: Recorder, job: Job) -> Outcome:
        recorder.begin()
        by = clean("by", job.by)
        try:
            result = job.command(session, *job.args, at=job.at, by=by, **job.kwargs)
        except NoResultFound as error:
            raise RuleError("thing.unknown") from error
        changes = recorder.changes()
        if not changes:
            return Outcome(result, Delta())
        name = getattr(job.command, "__name__", repr(job.command))
        append(session, seat, changes, actor=by, command=name, wall_ms=self._clock())
        session.flush()
        awaited = self._awaited(session, changes)
        keys, touched = affected(session, (*changes, *recorder.left(), *awaited))
        return Outcome(result, read_cards(session, keys, touched))

    def _awaited(self, session: Session, changes: Sequence[Change]) -> list[Change]:
        """Let stand what waited for a thing that was born here; return it as changes without fields."""
        if not any(entity in referred_to() for entity, _, _ in changes) or not anything_held(
            session
        ):
            return []
        keys = materialise(session, ((entity, id) for entity, id, _ in changes))
        session.expire_all()
        return [(entity, id, None) for entity, id in sorted(keys)]

    def _prepare(self, seat: str, block: int) -> None:
        with Session(self._writer) as session, session.begin():
            if session.scalars(select(SeatRow).where(SeatRow.own)).first() is None:
                if session.scalar(select(func.count()).select_from(JournalRow)):
                    raise TroubleError("store.damaged", path=str(self.path), detail="seat")
                session.add(SeatRow(seat=seat, own=True, block=block))
            if not stands(session.connection()):
                rebuild(session.connection())

    def _trouble(self, error: Exception) -> Exception:
        known = isinstance(error, SQLAlchemyError)
        return (trouble_of(error, str(self.path)) if known else None) or error


def take_lock(path: Path) -> FileLock:
    """Take a store for this program alone; TroubleError `store.in_use` where another has it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Taken and given back by whichever thread opens and closes the store.
        lock = FileLock(f"{path}.lock", timeout=0, thread_local=False)
        lock.acquire()
    except Timeout as error:
        raise TroubleError("store.in_use", path=str(path)) from error
    except OSError as error:
        raise trouble_of(error, str(path)) or error from error
    return lock


def old_fixes(before: int) -> Delete:
    """Return what deletes some of the positions older than an instant: however many there are, it holds nobody up."""
    key = (FixRow.unit_id, FixRow.at)
    some = select(*key).where(FixRow.at < before).order_by(FixRow.at).limit(FIXES_DROPPED)
    return delete(FixRow).where(tuple_(*key).in_(some))
