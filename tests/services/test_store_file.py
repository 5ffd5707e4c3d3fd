"""What can be wrong with a store's file, its folder and its disk: each has its code, and nothing is lost."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import takewhile
from pathlib import Path
from tempfile import gettempdir

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from models.errors import TroubleError
from models.world import Base
from services import schema
from services.database import Database
from services.schema import HEAD, known_revisions, revision_of
from services.taking import ring
from tests.services.desk import Desk, empty_store

ROOT = Path(__file__).parents[2]
LONG_TEXT = "长" * 3000

posix = pytest.mark.skipif(os.name != "posix", reason="users and mounts of POSIX")
as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount"
)


def trouble(path: Path) -> str:
    """Return the code of the trouble with opening a store."""
    with pytest.raises(TroubleError) as caught:
        Database(path).close()
    assert caught.value.params["path"] == str(path)
    return caught.value.code


TRY = """
import json, os, resource, sys
from pathlib import Path
from models.errors import TroubleError
from services.database import Database
from services.taking import ring

path, user, limit = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
if user:
    os.setgid(user)
    os.setuid(user)
codes = []
try:
    database = Database(path)
except TroubleError as error:
    codes.append(error.code)
else:
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    for number in range(20):
        try:
            database.write(ring, id=f"n{number}", heard="x" * 3000, at=0, by="P")
        except TroubleError as error:
            codes.append(error.code)
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
            limit = 0
    database.close()
print(json.dumps(codes))
"""


def codes_elsewhere(path: Path, *, user: int = 0, limit: int = 0) -> list[str]:
    """Open a store and write to it in another process; return the troubles it had."""
    ran = subprocess.run(
        [sys.executable, "-c", TRY, str(path), str(user), str(limit)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=50,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert ran.returncode == 0, ran.stderr
    codes: list[str] = json.loads(ran.stdout)
    return codes


def test_a_store_in_use_is_named_as_such_here_and_in_another_process(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert trouble(desk.path) == "store.in_use"
    assert codes_elsewhere(desk.path) == ["store.in_use"]
    desk.unit()
    desk.close()
    assert codes_elsewhere(desk.path) == []


def test_a_file_that_is_no_database_is_damaged_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(b"no database " * 1000)
    assert trouble(path) == "store.damaged"
    assert path.read_bytes() == b"no database " * 1000


def test_a_store_with_its_middle_torn_out_is_damaged(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.unit()
    desk.close()
    content = desk.path.read_bytes()
    desk.path.write_bytes(content[:100] + b"\xff" * 20_000 + content[20_100:])
    assert trouble(desk.path) == "store.damaged"


def test_the_database_of_another_program_is_foreign_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")
    before = path.read_bytes()
    assert trouble(path) == "store.foreign"
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.touch()
    Database(path).close()
    assert revision_of(path) == HEAD


@pytest.mark.parametrize("hot", [False, True])
def test_a_newer_store_is_refused_and_left_byte_for_byte(tmp_path: Path, hot: bool) -> None:
    desk = Desk(tmp_path)
    desk.unit()
    desk.close()
    keeper = sqlite3.connect(desk.path)
    keeper.execute("UPDATE alembic_version SET version_num = '9999'")
    keeper.commit()
    folder = tmp_path / "newer"
    folder.mkdir()
    if not hot:
        keeper.close()
    for file in tmp_path.glob("S001.db*"):
        if file.suffix not in (".lock", ".db-shm"):
            shutil.copy(file, folder)
    keeper.close()
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert (f"{desk.path.name}-wal" in before) == hot
    assert trouble(folder / desk.path.name) == "store.newer"
    for name, content in before.items():
        assert (folder / name).read_bytes() == content, name


def test_a_folder_that_is_missing_is_made_and_one_that_is_a_file_cannot_be(tmp_path: Path) -> None:
    Database(tmp_path / "a" / "b" / "store.db").close()
    (tmp_path / "file").touch()
    assert trouble(tmp_path / "file" / "store.db") == "store.cannot_open"
    (tmp_path / "folder.db").mkdir()
    assert trouble(tmp_path / "folder.db") == "store.cannot_open"


@posix
def test_a_store_or_folder_that_may_only_be_read_says_so(tmp_path: Path) -> None:
    """Root may write everywhere: then somebody else has to try."""
    user = 65534 if os.geteuid() == 0 else 0
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o777)
    for above in takewhile(lambda above: above != Path(gettempdir()), folder.parents):
        above.chmod(0o755)
    path = folder / "store.db"
    Database(path).close()
    path.chmod(0o444)
    (folder / "store.db.lock").unlink(missing_ok=True)
    assert codes_elsewhere(path, user=user) == ["store.read_only"]
    path.chmod(0o666)
    assert codes_elsewhere(path, user=user) == []
    (folder / "store.db.lock").unlink(missing_ok=True)
    folder.chmod(0o555)
    assert codes_elsewhere(path, user=user) == ["store.read_only"]
    folder.chmod(0o755)


def test_a_full_store_loses_nothing_and_works_on_when_there_is_room_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    with desk.db._writer.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}")
    done = fill(desk)
    before = desk.rows()
    outcomes = desk.db.write_all([desk.job(ring, id=f"g{n}", heard=LONG_TEXT) for n in range(3)])
    assert {getattr(outcome, "code", None) for outcome in outcomes} == {"store.full"}
    assert desk.rows() == before
    desk.check()
    with desk.db._writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    desk.do(ring, id="again", heard=LONG_TEXT)
    assert len(desk.board.cards["call"]) == done + 1
    desk.check()
    desk.close()


def fill(desk: Desk) -> int:
    """Write until the store is full; return how many commands were done."""
    for done in range(2000):
        (outcome,) = desk.db.write_all([desk.job(ring, id=f"c{done}", heard=LONG_TEXT)])
        if isinstance(outcome, Exception):
            assert getattr(outcome, "code", outcome) == "store.full"
            return done
        desk.take(outcome)
    raise AssertionError("the store was never full")


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Mount a disk of four megabytes; skip the test where that is not allowed."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("may not mount here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def fill_up(ballast: Path) -> None:
    """Take all the room there is."""
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)


@posix
@as_root
def test_a_full_disk_loses_nothing_and_the_store_works_on_when_there_is_room(
    tmp_path: Path,
) -> None:
    with small_disk(tmp_path / "disk"):
        desk = Desk(tmp_path / "disk")
        ballast = tmp_path / "disk" / "ballast"
        ballast.write_bytes(b"x" * 2_400_000)
        done = fill(desk)
        desk.check()
        ballast.unlink()
        for number in range(5):
            desk.do(ring, id=f"again{number}", heard=LONG_TEXT)
        desk.check()
        assert len(desk.board.cards["call"]) == done + 5
        desk.close()
        fill_up(ballast)
        assert trouble(tmp_path / "disk" / "new.db") == "store.full"
        ballast.unlink()
        Database(tmp_path / "disk" / "new.db").close()


@posix
def test_a_file_that_may_not_grow_is_told_and_the_store_works_on_when_it_may(
    tmp_path: Path,
) -> None:
    path = Path(shutil.copy(empty_store(), tmp_path / "S001.db"))
    codes = codes_elsewhere(path, limit=path.stat().st_size)
    assert len(codes) == 1
    assert codes[0] in ("store.io", "store.full")
    desk = Desk(tmp_path)
    assert len(desk.board.cards["call"]) == 19
    desk.check()
    desk.close()


def test_the_models_and_the_migrations_agree() -> None:
    engine = create_engine(f"sqlite:///{empty_store()}")
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    engine.dispose()
    assert differences == []


def test_the_newest_revision_is_the_one_the_program_expects() -> None:
    assert max(known_revisions()) == HEAD
    assert revision_of(empty_store()) == HEAD


SECOND = '''"""a second schema."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Bring the store to this revision."""
    op.create_table("extra", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("INSERT INTO extra (id) VALUES (1)")
'''


@pytest.fixture
def second_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the program one more revision; return its file."""
    migrations = tmp_path / "migration"
    shutil.copytree(schema.MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    revision = migrations / "versions" / "0002_second.py"
    revision.write_text(SECOND)
    monkeypatch.setattr(schema, "MIGRATIONS", migrations)
    monkeypatch.setattr(schema, "HEAD", "0002")
    return revision


def an_older_store(folder: Path) -> Path:
    """Return a store of the first revision with something in it."""
    folder.mkdir()
    path = Path(shutil.copy(first_store(), folder / "S001.db"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO seat VALUES ('S001', 1, 1, 0, 0, ?, 1)", ("0" * 64,))
        connection.commit()
    return path


def first_store() -> Path:
    """Return an empty store of the first revision: it was made before any other was added."""
    return empty_store()


def test_an_older_store_is_copied_before_it_is_migrated(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = an_older_store(tmp_path / "store")
    request.getfixturevalue("second_revision")
    desk = Desk(path.parent)
    desk.unit()
    desk.check()
    desk.close()
    assert revision_of(path) == "0002"
    copy = path.with_name("S001.db.before-0002")
    assert revision_of(copy) == "0001"
    assert not copy.with_name("S001.db.before-0002.part").exists()
    assert "extra" in tables(path)
    assert "extra" not in tables(copy)


def test_a_migration_that_fails_leaves_the_store_as_it_was(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = an_older_store(tmp_path / "store")
    revision: Path = request.getfixturevalue("second_revision")
    revision.write_text(SECOND + '    raise RuntimeError("half way")\n')
    with pytest.raises(RuntimeError, match="half way"):
        Database(path)
    assert revision_of(path) == "0001"
    assert "extra" not in tables(path)
    revision.write_text(SECOND)
    Database(path).close()
    assert revision_of(path) == "0002"


def tables(path: Path) -> set[str]:
    """Return the names of a store's tables."""
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
