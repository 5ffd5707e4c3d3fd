"""Positions go to disk behind the commands, in chunks; what is left goes at the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.errors import TroubleError
from models.fix import Fix
from models.identity import new_id
from models.state import Duty
from services.database import Database
from services.fleet import add_unit
from services.tracking import newest_fixes, trail
from tests.ui.desk import NOW, make_desk, settle
from ui.desk import Desk
from ui.track import CHUNK, Tracks


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return make_desk(qtbot, tmp_path, terms=False)


def tracks_of(desk: Desk) -> Tracks:
    return Tracks(desk.store._database, desk.store, desk.settings, desk.store)


def fixes_of(unit_id: str, many: int) -> list[Fix]:
    return [Fix(unit_id, NOW - many + at, 117.6, 24.5) for at in range(many)]


def stored(desk: Desk, unit_id: str) -> int:
    return len(desk.store._database.read(trail, unit_id, 0))


def test_all_that_came_is_on_disk_when_nothing_waits(qtbot: QtBot, desk: Desk) -> None:
    tracks = tracks_of(desk)
    tracks.keep(fixes_of("u1", 5 * CHUNK + 7))
    qtbot.waitUntil(lambda: not tracks.waiting)
    assert stored(desk, "u1") == 5 * CHUNK + 7
    tracks.close()


def test_a_chunk_waits_until_no_command_does(qtbot: QtBot, desk: Desk) -> None:
    tracks = tracks_of(desk)
    seen: list[int] = []
    for number in range(20):
        desk.store.do(
            add_unit,
            id=new_id(),
            call_sign=str(number),
            duty=Duty.PATROL,
            then=lambda _id: seen.append(stored(desk, "u1")),
        )
    tracks.keep(fixes_of("u1", 3 * CHUNK))
    settle(qtbot, desk)
    assert seen == [0] * 20
    qtbot.waitUntil(lambda: not tracks.waiting)
    assert stored(desk, "u1") == 3 * CHUNK
    tracks.close()


def test_what_is_left_goes_to_disk_at_the_end(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    tracks = tracks_of(desk)
    tracks.keep(fixes_of("u1", 4 * CHUNK))
    tracks.close()
    assert stored(desk, "u1") == 4 * CHUNK


def test_a_disk_that_takes_none_is_told_and_the_next_positions_are_tried(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tracks = tracks_of(desk)
    tracks.failed.connect(desk.store.tell)
    save = Database.save_fixes

    def full(*_args: object, **_options: object) -> None:
        raise TroubleError("store.full", path="x")

    monkeypatch.setattr(Database, "save_fixes", full)
    with qtbot.waitSignal(desk.store.troubled):
        tracks.keep(fixes_of("u1", 2 * CHUNK))
    monkeypatch.setattr(Database, "save_fixes", save)
    tracks.keep(fixes_of("u2", 1))
    qtbot.waitUntil(lambda: not tracks.waiting)
    assert (stored(desk, "u1"), stored(desk, "u2")) == (CHUNK, 1)
    assert desk.store._database.read(newest_fixes) == []
    tracks.close()
