"""A copy of the store is made while it runs, proves itself, and comes back without losing what stood there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.errors import TroubleError
from services.backup import back_up, restore
from services.database import Database
from services.journal.verifying import verify
from services.taking import open_sheet

NOON = 1_790_000_000_000


def store_with(path: Path, *ids: str) -> Database:
    """Return an open store with sheets of these keys."""
    database = Database(path, clock=lambda: NOON)
    for id in ids:
        database.write(open_sheet, id=id, fields={}, at=NOON, by="350001")
    return database


def sheets(path: Path) -> set[str]:
    """Return the keys of the sheets in a store file."""
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT id FROM incident")}


def test_a_store_in_use_is_copied_with_its_newest_command(tmp_path: Path) -> None:
    database = store_with(tmp_path / "desk.sqlite", "a", "b")
    copy = tmp_path / "copy.sqlite"
    assert back_up(tmp_path / "desk.sqlite", copy) == 2
    assert sheets(copy) == {"a", "b"}
    assert {file.name for file in tmp_path.glob("copy*")} == {"copy.sqlite"}
    database.write(open_sheet, id="c", fields={}, at=NOON, by="350001")
    database.close()


def test_a_copy_comes_back_and_what_stood_there_is_kept(tmp_path: Path) -> None:
    store, copy = tmp_path / "desk.sqlite", tmp_path / "copy.sqlite"
    database = store_with(store, "a")
    back_up(store, copy)
    database.write(open_sheet, id="later", fields={}, at=NOON, by="350001")
    database.close()
    with pytest.raises(TroubleError, match=r"restore\.exists"):
        restore(copy, store, replace=False, stamp="now")
    assert sheets(store) == {"a", "later"}
    restored = restore(copy, store, replace=True, stamp="now")
    assert (restored.records, sheets(store)) == (1, {"a"})
    assert restored.aside is not None
    assert sheets(restored.aside) == {"a", "later"}
    again = Database(store, clock=lambda: NOON)
    assert again.read(verify).misfit is None
    again.write(open_sheet, id="d", fields={}, at=NOON, by="350001")
    again.close()
    assert copy.exists(), "the copy stays"


def test_a_copy_makes_a_store_where_there_was_none(tmp_path: Path) -> None:
    store_with(tmp_path / "desk.sqlite", "a").close()
    back_up(tmp_path / "desk.sqlite", tmp_path / "copy.sqlite")
    elsewhere = tmp_path / "new" / "desk.sqlite"
    assert restore(tmp_path / "copy.sqlite", elsewhere, replace=False, stamp="now").aside is None
    assert sheets(elsewhere) == {"a"}


def test_a_store_in_use_is_not_replaced(tmp_path: Path) -> None:
    store, copy = tmp_path / "desk.sqlite", tmp_path / "copy.sqlite"
    database = store_with(store, "a")
    back_up(store, copy)
    with pytest.raises(TroubleError, match=r"store\.in_use"):
        restore(copy, store, replace=True, stamp="now")
    database.close()


def test_nothing_is_written_over(tmp_path: Path) -> None:
    store_with(tmp_path / "desk.sqlite", "a").close()
    (tmp_path / "copy.sqlite").write_text("precious")
    with pytest.raises(TroubleError, match=r"backup\.exists"):
        back_up(tmp_path / "desk.sqlite", tmp_path / "copy.sqlite")
    assert (tmp_path / "copy.sqlite").read_text() == "precious"


@pytest.mark.parametrize("how", ["edited", "garbage", "foreign", "empty"])
def test_a_copy_that_was_tampered_with_or_is_none_is_refused_and_nothing_changes(
    tmp_path: Path, how: str
) -> None:
    store, copy = tmp_path / "desk.sqlite", tmp_path / "copy.sqlite"
    store_with(store, "a").close()
    back_up(store, copy)
    if how == "edited":
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("UPDATE incident SET seat = 'S999'")
            connection.commit()
    elif how == "garbage":
        copy.write_bytes(b"\x00" * 5000)
    elif how == "foreign":
        copy.unlink()
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("CREATE TABLE x (y)")
            connection.commit()
    else:
        copy.write_bytes(b"")
    with pytest.raises(TroubleError, match=r"backup\.unfit|store\.foreign|store\.damaged"):
        restore(copy, store, replace=True, stamp="now")
    assert sheets(store) == {"a"}
    assert not list(tmp_path.glob("*.half*"))
