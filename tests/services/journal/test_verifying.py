"""Whatever is edited, cut, reordered or slipped in by hand is found, and the first of it is named."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random

import pytest

from models.journal import JournalRow, record_hash
from services.closing import feed_back
from services.dispatching import arrive
from services.indexing import equip
from services.journal.fold import table_of
from services.journal.verifying import Verdict, verify
from services.linking import link
from tests.services.desk import Desk
from tests.services.journal.exchange import tell

Mutation = Callable[[sqlite3.Connection], object]

COLUMNS = [column.name for column in JournalRow.__table__.columns]


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store in which some work was done."""
    desk = Desk(tmp_path_factory.mktemp("worked"))
    unit, main, branch = desk.unit(), desk.sheet(), desk.sheet()
    (job,) = desk.send(main, unit)
    desk.do(arrive, job)
    desk.do(feed_back, main, class_code="02", result="01", particulars={"weather": "雨"})
    desk.do(link, branch, main, "1")
    desk.check()
    desk.close()
    return desk.path


@pytest.fixture
def store(worked: Path, tmp_path: Path) -> Path:
    """Return a copy that may be spoilt."""
    return Path(shutil.copy(worked, tmp_path / worked.name))


def spoil(store: Path, *mutations: str | Mutation) -> Verdict:
    """Drop the triggers, do something by hand, and verify."""
    with closing(sqlite3.connect(store)) as connection:
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        for mutation in mutations:
            if callable(mutation):
                mutation(connection)
            else:
                assert connection.execute(mutation).rowcount != 0, "nothing was spoilt"
        connection.commit()
    return verdict_of(store)


def verdict_of(store: Path, head: str = "") -> Verdict:
    """Open the store and verify it."""
    desk = Desk(store.parent, seat=store.stem)
    try:
        return desk.db.read(verify, head)
    finally:
        desk.close()


def first(verdict: Verdict) -> tuple[str, int]:
    """Return the code and the number of the first misfit."""
    assert verdict.misfit is not None, "nothing was found"
    return verdict.misfit.code, verdict.misfit.seq


def test_a_store_that_nobody_touched_verifies_and_tells_its_head(store: Path) -> None:
    verdict = verdict_of(store)
    assert verdict.misfit is None
    assert verdict.records == 10
    assert verdict_of(store, verdict.heads["S001"]).misfit is None


@pytest.mark.parametrize(
    "act", ["UPDATE journal SET actor = 'x'", "DELETE FROM journal WHERE seq = 3"]
)
def test_the_store_itself_refuses_to_change_or_delete_records(store: Path, act: str) -> None:
    with (
        closing(sqlite3.connect(store)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute(act)


VALUES = {
    "seat": "'S002'",
    "seq": "seq + 1000",
    "hlc": "hlc + 1",
    "actor": "'P99'",
    "command": "'close'",
    "changes": "replace(changes, '\"', '\" ')",
    "prev": "hash",
    "hash": "prev",
}


@pytest.mark.parametrize("seq", [1, 4, 10])
@pytest.mark.parametrize("column", COLUMNS)
def test_any_column_of_any_record_changed_is_found(store: Path, column: str, seq: int) -> None:
    set_it = f"UPDATE journal SET {column} = {VALUES[column]} WHERE seq = {seq}"
    code, where = first(spoil(store, set_it))
    if column in ("seat", "seq"):
        assert (code, where) == ("record.missing", seq)
    else:
        assert (code, where) == ("record.chain" if column == "prev" else "record.hash", seq)


@pytest.mark.parametrize("seq", range(1, 11))
def test_a_record_that_was_deleted_is_named(store: Path, seq: int) -> None:
    verdict = spoil(store, f"DELETE FROM journal WHERE seq = {seq}")
    assert first(verdict) == ("record.missing", seq)


def test_a_tail_cut_off_is_named_by_its_first_record(store: Path) -> None:
    assert first(spoil(store, "DELETE FROM journal WHERE seq > 6")) == ("record.missing", 7)


def test_a_journal_that_was_emptied_is_found(store: Path) -> None:
    assert first(spoil(store, "DELETE FROM journal")) == ("record.missing", 1)


def test_two_records_that_were_swapped_are_found(store: Path) -> None:
    swap = [
        f"UPDATE journal SET seq = {new} WHERE seq = {old}"
        for old, new in ((3, 99), (5, 3), (99, 5))
    ]
    assert first(spoil(store, *swap)) == ("record.chain", 3)


def test_a_record_slipped_in_is_found(store: Path) -> None:
    columns = ", ".join(name for name in COLUMNS if name not in ("seq", "seat"))
    shift = "UPDATE journal SET seq = seq + 1000 WHERE seq > 4"
    copy = f"INSERT INTO journal (seat, seq, {columns}) SELECT seat, 5, {columns} FROM journal WHERE seq = 2"
    back = "UPDATE journal SET seq = seq - 999 WHERE seq > 1000"
    assert first(spoil(store, shift, copy, back)) == ("record.chain", 5)


def append_forged(connection: sqlite3.Connection, *, seat: str = "S001", head: bool) -> None:
    """Write a record with a right hash behind the last one, and move the head if asked."""
    seq, hlc, prev = connection.execute(
        "SELECT seq, hlc, hash FROM journal ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    if seat != "S001":
        seq, prev = 0, "0" * 64
    changes = '[["unit","u9",{"crew":5}]]'
    hash = record_hash(seat, seq + 1, hlc + 1, "P01", "add_unit", changes, prev)
    row = (seat, seq + 1, hlc + 1, "P01", "add_unit", changes, prev, hash)
    connection.execute(f"INSERT INTO journal ({', '.join(COLUMNS)}) VALUES (?,?,?,?,?,?,?,?)", row)
    if head:
        connection.execute("UPDATE seat SET seq = seq + 1, head = ?", (hash,))


def test_a_record_added_at_the_end_is_found_by_the_kept_head(store: Path) -> None:
    assert first(spoil(store, partial(append_forged, head=False))) == ("head.moved", 11)


def test_a_record_added_with_its_head_is_found_by_what_it_does_not_do(store: Path) -> None:
    assert first(spoil(store, partial(append_forged, head=True))) == ("touch.differs", 11)


def test_a_record_of_a_seat_that_nobody_knows_is_found(store: Path) -> None:
    verdict = spoil(store, partial(append_forged, seat="S777", head=False))
    assert first(verdict) == ("seat.unknown", 1)


def test_a_kept_head_that_was_changed_is_found(store: Path) -> None:
    assert first(spoil(store, "UPDATE seat SET head = 'x'")) == ("head.moved", 10)


def test_a_tail_cut_with_its_head_and_rows_is_found_by_the_head_that_was_carried_away(
    store: Path,
) -> None:
    desk = Desk(store.parent)
    older = Path(shutil.copy(store, store.parent / "older"))
    desk.unit("漳999")
    carried = desk.db.read(verify).heads["S001"]
    desk.close()
    assert verdict_of(store, carried).misfit is None
    shutil.copy(older, store)
    assert verdict_of(store).misfit is None
    assert first(verdict_of(store, carried))[0] == "head.unknown"


def test_a_touched_entity_struck_from_the_index_is_found(store: Path) -> None:
    code, seq = first(
        spoil(store, "DELETE FROM journal_touch WHERE seq = 5 AND entity = 'incident'")
    )
    assert (code, seq) == ("touch.differs", 5)
    assert first(spoil(store, "DELETE FROM journal_touch"))[0] == "touch.differs"


def every_value(store: Path) -> Iterator[tuple[str, str, str, object]]:
    """Yield (table, id, column, value) of every value of every entity's row."""
    with closing(sqlite3.connect(store)) as connection:
        connection.row_factory = sqlite3.Row
        for table in ("incident", "unit", "assignment", "entry", "feedback"):
            for row in connection.execute(f"SELECT * FROM {table}"):
                for name in row.keys():  # noqa: SIM118
                    if name != "id":
                        yield table, row["id"], name, row[name]


def test_any_value_of_any_row_changed_is_found(store: Path) -> None:
    """All columns of an incident, a unit, an assignment, a line and a feedback, by values of every kind."""
    values = list(every_value(store))
    columns = {(table, name) for table, _, name, _ in values}
    assert columns == {
        (table, column.name)
        for table in ("incident", "unit", "assignment", "entry", "feedback")
        for column in table_of(table).columns
        if column.name != "id"
    }
    random = Random(5)
    desk = Desk(store.parent)
    with closing(sqlite3.connect(store)) as connection:
        equip(connection)
        for table, name in sorted(columns):
            here = [value for value in values if (value[0], value[2]) == (table, name)]
            _, id, _, old = random.choice(here)
            new = next(
                v
                for v in (1, "x", None, b"\xff", "[]")
                if str(v) != str(old) and not allowed(table, name, v)
            )
            where = f"UPDATE {table} SET {name} = ? WHERE id = ?"
            connection.execute(where, (new, id))
            connection.commit()
            misfit = desk.db.read(verify).misfit
            assert misfit is not None, (table, name)
            assert (misfit.code, misfit.entity, misfit.entity_id) == ("row.differs", table, id)
            connection.execute(where, (old, id))
            connection.commit()
    assert desk.db.read(verify).misfit is None
    desk.close()


def allowed(table: str, name: str, value: object) -> bool:
    """Tell whether the store itself would refuse the value."""
    return value is None and not table_of(table).c[name].nullable


def test_a_row_deleted_and_a_row_slipped_in_are_found(store: Path) -> None:
    verdict = spoil(store, "DELETE FROM feedback")
    assert verdict.misfit is not None
    assert (verdict.misfit.code, verdict.misfit.entity) == ("row.missing", "feedback")
    verdict = spoil(store, add_call)
    assert verdict.misfit is not None
    assert (verdict.misfit.code, verdict.misfit.entity_id) == ("row.unknown", "c9")


def add_call(connection: sqlite3.Connection) -> None:
    """Slip a call in."""
    names = [column.name for column in table_of("call").columns if not column.nullable]
    values = ["c9" if name == "id" else 0 for name in names]
    marks = ", ".join("?" for _ in names)
    connection.execute(f"INSERT INTO call ({', '.join(names)}) VALUES ({marks})", values)


def test_what_waits_and_what_has_not_come_is_no_misfit_but_what_is_cut_from_it_is(
    tmp_path: Path,
) -> None:
    here, there = Desk(tmp_path, seat="S1", block=1), Desk(tmp_path, seat="S2", block=2)
    sheet = here.sheet()
    for sign in ("甲", "乙", "丙"):
        here.unit(sign)
    records = here.records()
    tell(there, [*records[:4], *records[6:]])
    there.check()
    there.send(there.sheet(), there.unit("丁"))
    there.check()
    there.close()
    kept = Path(shutil.copy(there.path, tmp_path / "kept"))
    for seq in range(1, 5):
        verdict = spoil(there.path, f"DELETE FROM journal WHERE seat = 'S1' AND seq = {seq}")
        assert first(verdict) == ("record.missing", seq)
        shutil.copy(kept, there.path)
    beyond = spoil(there.path, "DELETE FROM journal WHERE seat = 'S1' AND seq = 7")
    assert first(beyond) == ("touch.differs", 7)
    shutil.copy(kept, there.path)
    edited = spoil(there.path, "UPDATE journal SET actor = 'x' WHERE seat = 'S1' AND seq = 8")
    assert first(edited) == ("record.hash", 8)
    assert sheet
    here.close()
