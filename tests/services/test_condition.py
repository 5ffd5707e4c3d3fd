"""A store that is taken away, moved or replaced while it is open: noticed at the next write, nothing lost silently."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from models.errors import TroubleError
from services.database import Database
from services.searching import Wanted, search_sheets
from services.taking import open_sheet
from tests.services.desk import Desk


def test_a_store_that_is_removed_is_missed_at_the_next_write(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sheet()
    assert not desk.db.condition().gone
    desk.path.unlink()
    assert desk.db.condition().gone
    with pytest.raises(TroubleError, match=r"store\.gone"):
        desk.do(open_sheet, id=desk.fresh())
    assert not desk.path.exists()
    desk.close()


def test_a_store_that_is_moved_away_and_back_takes_writes_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sheet()
    away = tmp_path / "away.db"
    desk.path.rename(away)
    with pytest.raises(TroubleError, match=r"store\.gone"):
        desk.do(open_sheet, id=desk.fresh())
    away.rename(desk.path)
    desk.do(open_sheet, id=desk.fresh())
    desk.check()
    desk.close()
    assert len(Database(desk.path).read(search_sheets, Wanted()).cards) == 2


def test_another_store_in_its_place_is_neither_written_nor_shown(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sheet()
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other")
    for _ in range(3):
        other.sheet()
    other.close()
    before = other.path.read_bytes()
    shutil.move(other.path, desk.path)
    with pytest.raises(TroubleError, match=r"store\.gone"):
        desk.do(open_sheet, id=desk.fresh())
    desk.db._reader.dispose()
    with pytest.raises(TroubleError, match=r"store\.gone"):
        desk.db.read(search_sheets, Wanted())
    desk.close()
    assert desk.path.read_bytes() == before


def test_a_log_that_is_removed_is_missed_too(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sheet()
    desk.path.with_name(f"{desk.path.name}-wal").unlink()
    with pytest.raises(TroubleError, match=r"store\.gone"):
        desk.do(open_sheet, id=desk.fresh())
    desk.close()


@pytest.mark.parametrize("name", ["S001.db", "rescued.db"])
def test_a_store_that_is_gone_goes_on_from_a_copy_with_everything_acknowledged(
    tmp_path: Path, name: str
) -> None:
    desk = Desk(tmp_path)
    for _ in range(20):
        desk.sheet()
    for file in tmp_path.glob("S001.db*"):
        if not file.name.endswith(".lock"):
            file.unlink()
    board = desk.board
    desk.db.move_to(tmp_path / name)
    assert desk.db.board() == board
    desk.do(open_sheet, id=desk.fresh())
    desk.check()
    desk.close()
    again = Database(tmp_path / name)
    assert len(again.read(search_sheets, Wanted()).cards) == 21
    again.close()


def test_a_copy_is_not_put_over_a_store_that_is_in_use(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    desk, other = Desk(tmp_path), Desk(tmp_path / "other")
    desk.sheet()
    desk.path.unlink()
    with pytest.raises(TroubleError, match=r"store\.in_use"):
        desk.db.move_to(other.path)
    other.sheet()
    other.check()
    other.close()
    with pytest.raises(TroubleError, match=r"store\.(cannot_open|read_only|full)"):
        desk.db.move_to(Path("/proc/nowhere/S001.db"))
    assert desk.db.board() == desk.board
    desk.close()
