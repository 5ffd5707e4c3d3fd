"""Closing the window loses nothing: not with a full disk, not with the store taken away, not by a signal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.board import IncidentCard
from services.database import Database
from services.keeping import unsent_texts
from services.searching import Wanted, search_sheets
from tests.stories.shift import Shift
from ui.setting import LEAST_FREE_MB

WHERE = "龙文区迎宾大道18号"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)]
    if (
        sys.platform == "win32"
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        pytest.skip("may not mount here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill_up(ballast: Path) -> None:
    """Take all the room there is."""
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)


def sheet_with_a_note(shift: Shift, note: str) -> IncidentCard:
    """Take a sheet and write half a note."""
    shift.ring()
    card = shift.take_sheet()
    shift.settle()
    shift.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    shift.wait(lambda: shift.window.details.parts.note.hasFocus())
    shift.type(note)
    return card


def closed(shift: Shift) -> list[bool]:
    """Return a list that gets an entry when the window has gone."""
    gone: list[bool] = []
    shift.window.closed.connect(lambda: gone.append(True))
    return gone


def test_a_window_closed_in_the_middle_of_a_word_has_it_on_disk_first(
    qtbot: QtBot, tmp_path: Path
) -> None:
    shift = Shift(qtbot, tmp_path)
    card = sheet_with_a_note(shift, "has not finis")
    shift.ring("13900005678")
    taking = shift.answer()
    shift.type(WHERE)
    gone = closed(shift)
    shift.window.close()
    shift.wait(lambda: gone)
    shift.close()
    with closing(Database(tmp_path / "desk.sqlite")) as store:
        (text,) = store.read(unsent_texts)
        found = {sheet.id: sheet.address for sheet in store.read(search_sheets, Wanted()).cards}
    assert (text.kind, text.subject, text.values["text"]) == ("note", card.id, "has not finis")
    assert found[taking] == WHERE


def test_on_a_full_disk_the_window_stays_and_names_what_would_be_lost(
    qtbot: QtBot, small_disk: Path
) -> None:
    shift = Shift(qtbot, small_disk)
    shift.desk.settings.set(LEAST_FREE_MB, 0)
    card = sheet_with_a_note(shift, "has not finis")
    shift.settle()
    fill_up(small_disk / "ballast")
    shift.type("hed " + "x" * 3000)
    gone = closed(shift)
    shift.window.close()
    leaving = shift.station.leaving
    shift.wait(lambda: leaving.dialog is not None and leaving.dialog.isVisible())
    shift.settle()
    assert leaving.dialog is not None
    assert "磁盘已满" in leaving.dialog.why.text()
    assert f"警单 {card.number} 未记入的流水" in leaving.dialog.losses.text()
    assert not gone
    leaving.dialog.stay.click()
    shift.wait(lambda: not leaving.dialog.isVisible())  # type: ignore[union-attr]
    assert shift.window.isVisible()
    assert shift.window.details.parts.note.text().startswith("has not finished x")
    shift.window.close()
    shift.wait(lambda: leaving.dialog.isVisible())  # type: ignore[union-attr]
    shift.settle()
    (small_disk / "ballast").unlink()
    leaving.dialog.retry.click()
    shift.wait(lambda: gone)
    shift.close()
    with closing(Database(small_disk / "desk.sqlite")) as store:
        (text,) = store.read(unsent_texts)
    assert text.values["text"].startswith("has not finished x")


def test_who_gives_up_what_cannot_be_kept_gets_the_window_closed(
    qtbot: QtBot, small_disk: Path
) -> None:
    shift = Shift(qtbot, small_disk)
    sheet_with_a_note(shift, "a")
    shift.settle()
    fill_up(small_disk / "ballast")
    shift.type("b" * 3000)
    gone = closed(shift)
    shift.window.close()
    leaving = shift.station.leaving
    shift.wait(lambda: leaving.dialog is not None and leaving.dialog.isVisible())
    shift.settle()
    leaving.dialog.lose.click()  # type: ignore[union-attr]
    shift.wait(lambda: gone)
    (small_disk / "ballast").unlink()
    shift.close()


def test_a_store_taken_away_is_said_and_work_goes_on_from_a_copy(
    qtbot: QtBot, tmp_path: Path
) -> None:
    shift = Shift(qtbot, tmp_path)
    shift.ring()
    shift.take_sheet()
    shift.settle()
    for file in tmp_path.glob("desk.sqlite*"):
        if file.suffix != ".lock":
            file.unlink()
    shift.key(Qt.Key.Key_F2)
    shift.wait(lambda: shift.desk.store.trouble is not None)
    banners = shift.station._banners.banners()
    banner = next(banner for banner in banners if "移走" in banner.text)
    assert banner.act.text() == "另存并继续…"
    banner.act.click()
    shift.wait(lambda: shift.station.rescue.dialog is not None)
    shift.station.rescue.dialog.reject()  # type: ignore[union-attr]
    shift.come_back()
    copy = tmp_path / "copy.sqlite"
    shift.station.rescue.move_to(copy)
    shift.wait(lambda: shift.desk.store.trouble is None)
    shift.settle()
    before = len(shift.sheets())
    shift.key(Qt.Key.Key_F2)
    shift.wait(lambda: len(shift.sheets()) == before + 1)
    shift.type(WHERE)
    gone = closed(shift)
    shift.window.close()
    shift.wait(lambda: gone)
    shift.close()
    with closing(Database(copy)) as store:
        assert WHERE in {sheet.address for sheet in store.read(search_sheets, Wanted()).cards}
        assert len(store.read(search_sheets, Wanted()).cards) == before + 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_signal_saves_what_was_typed_and_closes(qtbot: QtBot, tmp_path: Path) -> None:
    from ui.application import close_on_signals  # noqa: PLC0415

    shift = Shift(qtbot, tmp_path)
    card = sheet_with_a_note(shift, "cut off")
    before = {
        number: signal.getsignal(number)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
    }
    close_on_signals(shift.station.leaving)
    gone = closed(shift)
    try:
        os.kill(os.getpid(), signal.SIGTERM)
        shift.wait(lambda: gone)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    shift.close()
    with closing(Database(tmp_path / "desk.sqlite")) as store:
        (text,) = store.read(unsent_texts)
    assert (text.subject, text.values["text"]) == (card.id, "cut off")
