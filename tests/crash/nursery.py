"""Keeps a warm process that forks writers to be killed: `run STORE ACKS SEED`, `open STORE [MIGRATIONS HEAD]`."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from random import Random

# Loaded here once, so that a writer begins to write at once.
from alembic import command, config
from sqlalchemy import select

from models.errors import RuleError
from models.identity import system_ids
from models.journal import SeatRow
from services import schema
from services.database import Database, Job, Outcome, wall_ms
from tests.services.moves import MOVES, NAMES, World

WARM = (command, config)


def head_of(db: Database) -> str:
    """Return the own seat's number and hash of the last record."""
    seat = db.read(lambda session: session.scalars(select(SeatRow).where(SeatRow.own)).one())
    return f"{seat.seq} {seat.head}\n"


def work(store: Path, acks: Path, seed: int) -> None:
    """Write random commands for ever, alone and grouped; note the head after every commit."""
    random = Random(seed)
    ids = system_ids()
    db = Database(store, ids=ids)
    noted = os.open(acks, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    while True:
        jobs = []
        for _ in range(random.choice((1, 1, 1, 2, 5))):
            world = World(db, lambda: next(ids), random.choice)
            act, args, kwargs = MOVES[random.choice(NAMES)](world)
            jobs.append(Job(act, args, wall_ms(), "P01", kwargs))
        for outcome in db.write_all(jobs):
            assert isinstance(outcome, Outcome | RuleError), outcome
        os.write(noted, head_of(db).encode())


def open_store(store: Path, migrations: str = "", head: str = "") -> None:
    """Open a store, which makes or migrates it."""
    if migrations:
        schema.MIGRATIONS, schema.HEAD = Path(migrations), head
    Database(store)


def tell(number: int) -> None:
    """Say a number to whom it may concern."""
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def main() -> None:
    """Fork one writer a line and say its number; at the next line bury it and say how it went."""
    for line in iter(sys.stdin.readline, ""):
        task, store, *rest = line.rstrip("\n").split("\t")
        child = os.fork()
        if not child:
            try:
                if task == "run":
                    work(Path(store), Path(rest[0]), int(rest[1]))
                else:
                    open_store(Path(store), *rest)
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        tell(child)
        sys.stdin.readline()  # until then the number is still its own, dead or alive
        _, status = os.waitpid(child, 0)
        tell(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
