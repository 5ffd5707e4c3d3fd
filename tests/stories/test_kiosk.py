"""The desk of a dispatch room: started twice, killed, fixed by its administrator; real processes on a real store."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from models.identity import new_id
from services.database import Database
from services.taking import open_sheet
from tests.store import furnished_store
from tests.stories.shift import Shift
from ui.policy import Policy
from ui.units.checkin import CHECK_IN_MINUTES

ROOT = Path(__file__).resolve().parents[2]
SHEETS = 12
BACK_S = 5.0
READY = re.compile(
    r"^(\S+ \S+) INFO ui\.application: ready: the board is shown with (\d+) sheets", re.M
)


def test_what_is_fixed_looks_fixed_and_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "policy.ini"
    file.write_text(
        "[fixed]\ntheme=light\nseat/site=station\nmap/datum=gcj02\n"
        "units/check_in_minutes=arrived 20\nthemes=dark\n"
    )
    policy = Policy(QSettings(str(file), QSettings.Format.IniFormat))
    shift = Shift(qtbot, tmp_path, units=False, policy=policy)
    try:
        window, actions = shift.window, shift.desk.actions
        assert [actions[name].isEnabled() for name in ("view.theme", "unit.limits")] == [
            False,
            False,
        ]
        assert actions["view.language"].isEnabled()
        assert "管理员" in actions["view.theme"].statusTip()
        window.person.call_up()
        fields = window.person.form.fields
        assert [name for name, field in fields.items() if not field.editor.isEnabled()] == [
            "site",
            "theme",
        ]
        assert fields["site"].value() == "station"
        assert "管理员" in fields["theme"].hinted
        shift.desk.language.use("en")
        shift.wait(lambda: "administrator" in fields["theme"].hinted)
        shift.desk.language.use("zh")
        assert not any(choice.isEnabled() for choice in window.map.bar.datums.values())
        assert any("themes" in text for text in told(shift))
        shift.desk.settings.set(CHECK_IN_MINUTES, "arrived 5")
        assert any("管理员固定" in text for text in told(shift))
    finally:
        shift.close()


def told(shift: Shift) -> list[str]:
    """Return what the banners say."""
    return [banner.text for banner in shift.station._banners.banners()]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with open sheets."""
    file = tmp_path / "desk.sqlite"
    file.write_bytes(furnished_store(1_770_000_000_000))
    with closing(Database(file)) as database:
        for number in range(SHEETS):
            database.write(open_sheet, id=new_id(), at=1_770_000_100_000 + number, by="350001")
    return file


@pytest.fixture
def keeper(store: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program as a dispatch room starts it."""
    process = subprocess.Popen([*program(store), "--keep-running"], env=environment(store.parent))
    yield process
    process.send_signal(signal.SIGTERM)
    process.wait(30)


@pytest.mark.full
@pytest.mark.timeout(180)
@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for the window's process")
def test_a_killed_window_is_back_with_its_sheets_and_a_second_start_wakes_it(
    store: Path, keeper: subprocess.Popen[bytes]
) -> None:
    log = Path(f"{store}.log")
    until(lambda: len(starts(log)) == 1)
    second = subprocess.run(program(store), env=environment(store.parent), timeout=60, check=False)
    assert second.returncode == 0
    until(lambda: "woken: the program was started once more" in log.read_text())
    assert len(starts(log)) == 1, "there is one window"

    killed = datetime.now()  # noqa: DTZ005  the log's own clock
    os.kill(window_of(keeper), signal.SIGKILL)
    until(lambda: len(starts(log)) == 2)
    (_, before), (back, after) = starts(log)
    assert (before, after) == (SHEETS, SHEETS)
    assert (back - killed).total_seconds() < BACK_S

    keeper.send_signal(signal.SIGTERM)
    assert keeper.wait(30) == 0
    with closing(Database(store)):
        pass  # nobody holds it any more


def program(store: Path) -> list[str]:
    """Return the command of the window; of the frozen one where the environment names it."""
    frozen = os.environ.get("ZHANGZHOU_110_PROGRAM")
    return [
        *([frozen] if frozen else [sys.executable, str(ROOT / "main.py")]),
        "--store",
        str(store),
    ]


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a person who has never started it."""
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder / "config"),
        "ZHANGZHOU_110_POLICY": str(folder / "none.ini"),
    }


def starts(log: Path) -> list[tuple[datetime, int]]:
    """Return when windows were ready and how many sheets they showed."""
    text = log.read_text(encoding="utf-8") if log.exists() else ""
    found = READY.findall(text)
    return [
        (datetime.strptime(at, "%Y-%m-%d %H:%M:%S,%f"), int(sheets))  # noqa: DTZ007
        for at, sheets in found
    ]


def window_of(keeper: subprocess.Popen[bytes]) -> int:
    """Return the process of the window that a keeper runs."""
    children = Path(f"/proc/{keeper.pid}/task/{keeper.pid}/children").read_text(encoding="ascii")
    (window,) = children.split()
    return int(window)


def until(so: object, seconds: float = 60) -> None:
    """Wait for what another process does: there is no signal between the two."""
    assert callable(so)
    end = time.monotonic() + seconds
    while not so():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)
