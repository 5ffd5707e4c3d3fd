"""What the administrator of a machine presets and fixes, and what of it does nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

import ui.application
from ui.policy import VARIABLE, Policy, machine_policy
from ui.queue.filter import QUEUE_LEVELS
from ui.setting import FONT_PERCENT, LANGUAGE, SOUND, THEME, VOLUME, Setting, Settings
from ui.units.checkin import CHECK_IN_MINUTES

UI = Path(ui.application.__file__).parent
FILE = """
[preset]
language=en
sound/volume=35
font/percent=117
queue/levels=12
[fixed]
theme=light
sound=maybe
queue/levels=1
units/check_in_minutes=arrived 20, departed 10
sond/volume=80
"""


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Policy:
    """The file of an administrator who made some mistakes."""
    file = tmp_path / "policy.ini"
    file.write_text(FILE, encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(file))
    return machine_policy()


@pytest.fixture
def settings(qtbot: QtBot, tmp_path: Path, policy: Policy) -> Settings:
    """Settings of a person, on a machine with that file."""
    kept = QSettings(str(tmp_path / "person.ini"), QSettings.Format.IniFormat)
    return Settings(kept, policy=policy)


def test_a_preset_value_holds_until_a_person_chooses(settings: Settings, qtbot: QtBot) -> None:
    assert (settings.get(LANGUAGE), settings.get(VOLUME)) == ("en", 35)
    with qtbot.waitSignal(settings.changed):
        settings.set(LANGUAGE, "zh")
    assert settings.get(LANGUAGE) == "zh"


def test_a_fixed_value_stays_and_who_wants_to_change_it_is_told(
    settings: Settings, qtbot: QtBot
) -> None:
    settings.lay_over(THEME, "contrast")
    with qtbot.waitSignal(settings.held) as told, qtbot.assertNotEmitted(settings.changed):
        settings.set(THEME, "dark")
    assert told.args == ["theme"]
    assert (settings.get(THEME), settings.is_fixed(THEME)) == ("light", True)
    assert settings.get(CHECK_IN_MINUTES) == "arrived 20,departed 10"


def test_what_cannot_be_fixed_or_read_does_nothing_and_is_named(settings: Settings) -> None:
    assert (settings.get(SOUND), settings.is_fixed(SOUND)) == (SOUND.default, False)
    assert settings.get(FONT_PERCENT) == FONT_PERCENT.default
    assert (settings.get(QUEUE_LEVELS), settings.is_fixed(QUEUE_LEVELS)) == ("12", False)
    assert settings.passed_by() == ["font/percent", "queue/levels", "sond/volume", "sound"]


def test_without_a_file_people_choose_everything(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "away.ini"))
    assert machine_policy().named() == set()


def test_every_setting_is_known_wherever_it_is_declared() -> None:
    written = {
        key
        for file in UI.rglob("*.py")
        for key in re.findall(r'\bSetting\(\s*"([^"]+)"', file.read_text(encoding="utf-8"))
    }
    assert len(written) > 60
    assert written <= Setting.declared.keys()
    assert {f"window/{name}/layout" for name in ("wide", "usual", "compact")} <= (
        Setting.declared.keys()
    )


def test_every_default_is_one_of_its_values() -> None:
    for setting in Setting.declared.values():
        assert setting.read(setting.default) == setting.default, setting.key
