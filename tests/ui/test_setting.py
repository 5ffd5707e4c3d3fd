"""Settings: typed, kept, and laid over for one run without being kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from ui.setting import LANGUAGE, THEME, Settings


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A file of the test."""
    return str(tmp_path / "s.ini")


def opened(file: str) -> Settings:
    """Return settings on a file."""
    return Settings(QSettings(file, QSettings.Format.IniFormat))


def test_what_the_command_line_says_is_not_kept(qtbot: QtBot, file: str) -> None:
    settings = opened(file)
    settings.set(LANGUAGE, "zh")
    settings.lay_over(LANGUAGE, "en")
    settings.lay_over(THEME, "contrast")
    assert (settings.get(LANGUAGE), settings.get(THEME)) == ("en", "contrast")
    again = opened(file)
    assert (again.get(LANGUAGE), again.get(THEME)) == ("zh", THEME.default)


def test_what_a_person_sets_later_holds_and_is_kept(qtbot: QtBot, file: str) -> None:
    settings = opened(file)
    settings.lay_over(THEME, "contrast")
    with qtbot.waitSignal(settings.changed):
        settings.set(THEME, "light")
    assert settings.get(THEME) == "light"
    assert opened(file).get(THEME) == "light"
