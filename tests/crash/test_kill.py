"""Killed at any moment: what was acknowledged is there, nothing is half done, and the work goes on."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from services import schema
from services.database import Database
from services.schema import revision_of
from tests.services.desk import Desk, empty_store
from tests.services.test_store_file import SECOND

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills as POSIX does")


class Nursery:
    """Starts writers at once and kills them when told."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def say(self, *words: object) -> int:
        """Start a writer, or bury it; return its number, or how it went."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("\t".join(map(str, words)) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def kill(self, child: int, after: float) -> int:
        """Kill a writer after some seconds; return how it went: -9, or what it exited with before."""
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        return self.say("bury")


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    """Keep one nursery for all these tests."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.crash.nursery"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    with process:
        try:
            yield Nursery(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(20)


def noted(acks: Path) -> list[tuple[int, str]]:
    """Return the heads that were noted; the last line may be torn."""
    if not acks.exists():
        return []
    lines = acks.read_text().splitlines(keepends=True)
    return [(int(line.split()[0]), line.split()[1]) for line in lines if line.endswith("\n")]


def kill_writers(here: Nursery, folder: Path, kills: int, seed: int) -> None:
    """Kill writers at random moments; a new store after every tenth."""
    random = Random(seed)
    written = 0
    for number in range(kills):
        place = folder / f"store-{number // 10}"
        place.mkdir(exist_ok=True)
        store, acks = place / "S001.db", place / "acks"
        if not store.exists():
            shutil.copy(empty_store(), store)
            with closing(Desk(place)) as desk:
                desk.agency()
                desk.unit()
                desk.send(desk.sheet(), desk.unit("漳102"))
        child = here.say("run", store, acks, random.randrange(1 << 30))
        assert here.kill(child, random.random() ** 2 * 0.5) == -signal.SIGKILL
        desk = Desk(place)
        heads = {record.seq: record.hash for record in desk.records()}
        for seq, hash in noted(acks):
            assert heads.get(seq) == hash, "an acknowledged command is gone"
        assert sorted(heads) == list(range(1, len(heads) + 1))
        desk.check()
        written += len(noted(acks))
        if number % 10 == 9 or number == kills - 1:
            desk.unit("漳103")
            desk.send(desk.sheet(), desk.unit("漳104"))
            desk.check()
        desk.close()
    assert written > kills, "the writers were killed before they wrote"


def kill_openers(here: Nursery, folder: Path, kills: int, seed: int) -> None:
    """Kill programs that make a new store, and go on with what they left."""
    random = Random(seed)
    killed = 0
    for number in range(kills):
        path = folder / f"new-{number}" / "S001.db"
        path.parent.mkdir()
        child = here.say("open", path)
        how = here.kill(child, random.random() * 0.1)
        assert how in (-signal.SIGKILL, 0)
        killed += how != 0
        Database(path).close()
        with closing(Desk(path.parent)) as desk:
            desk.send(desk.sheet(), desk.unit())
            desk.check()
    assert killed or kills < 20, "all were done before they were killed"


def kill_migrators(here: Nursery, folder: Path, kills: int, seed: int, migrations: Path) -> None:
    """Kill programs that migrate a store, and go on with what they left."""
    random = Random(seed)
    for number in range(kills):
        path = folder / f"old-{number}" / "S001.db"
        path.parent.mkdir()
        shutil.copy(folder / "older.db", path)
        child = here.say("open", path, migrations, "0002")
        assert here.kill(child, random.random() * 0.1) in (-signal.SIGKILL, 0)
        revision = revision_of(path)
        assert revision in ("0001", "0002")
        with closing(sqlite3.connect(path)) as connection:
            found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'extra'")
            assert (found.fetchone() is not None) == (revision == "0002"), "half migrated"
        Database(path).close()
        assert revision_of(path) == "0002"
        assert revision_of(path.with_name("S001.db.before-0002")) == "0001"


@pytest.fixture
def migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the program one more revision, after a store of the first one was made; return its folder."""
    with closing(Desk(tmp_path, seat="older")) as desk:
        desk.send(desk.sheet(), desk.unit())
    folder = tmp_path / "migration"
    shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "0002_second.py").write_text(SECOND)
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    monkeypatch.setattr(schema, "HEAD", "0002")
    return folder


def test_a_writer_killed_at_any_moment_loses_nothing_it_acknowledged(
    nursery: Nursery, tmp_path: Path
) -> None:
    kill_writers(nursery, tmp_path, 15, seed=110)


def test_a_program_killed_while_it_makes_a_store_starts_the_next_time(
    nursery: Nursery, tmp_path: Path
) -> None:
    kill_openers(nursery, tmp_path, 6, seed=112)


def test_a_program_killed_while_it_migrates_starts_the_next_time(
    nursery: Nursery, tmp_path: Path, migrations: Path
) -> None:
    kill_migrators(nursery, tmp_path, 5, 119, migrations)


@pytest.mark.full
@pytest.mark.timeout(900)
def test_two_hundred_kills_of_writers(nursery: Nursery, tmp_path: Path) -> None:
    kill_writers(nursery, tmp_path, 200, seed=1)


@pytest.mark.full
@pytest.mark.timeout(900)
def test_many_kills_of_programs_that_make_a_store(nursery: Nursery, tmp_path: Path) -> None:
    kill_openers(nursery, tmp_path, 60, seed=2)


@pytest.mark.full
@pytest.mark.timeout(900)
def test_many_kills_of_programs_that_migrate(
    nursery: Nursery, tmp_path: Path, migrations: Path
) -> None:
    kill_migrators(nursery, tmp_path, 60, 3, migrations)
