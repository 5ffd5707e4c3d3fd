"""The ringing: at once, again and again, until it is answered or acknowledged."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings
from pytestqt.qtbot import QtBot

from ui.ringer import Ringer
from ui.setting import SOUND, Settings


class Bell:
    """Counts how often it was struck."""

    def __init__(self) -> None:
        self.struck = 0

    def strike(self) -> None:
        """Count one."""
        self.struck += 1


@pytest.fixture
def settings(qapp: object, tmp_path: Path) -> Settings:
    """Settings in a file of the test, with sound."""
    return Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def bell() -> Bell:
    """A bell."""
    return Bell()


@pytest.fixture
def ringer(qtbot: QtBot, settings: Settings, bell: Bell) -> Ringer:
    """A ringer that strikes the bell."""
    return Ringer(settings, bell.strike, settings)


def test_a_new_call_rings_at_once_and_then_again(ringer: Ringer, bell: Bell) -> None:
    ringer.show(["a"])
    assert bell.struck == 1
    ringer.timer.timeout.emit()
    assert bell.struck == 2


def test_the_same_call_shown_again_does_not_ring_out_of_turn(ringer: Ringer, bell: Bell) -> None:
    ringer.show(["a"])
    ringer.show(["a"])
    assert bell.struck == 1


def test_an_answered_call_ends_the_ringing(ringer: Ringer) -> None:
    ringer.show(["a"])
    ringer.show([])
    assert not ringer.timer.isActive()


def test_an_acknowledged_call_is_quiet_and_a_new_one_rings(ringer: Ringer, bell: Bell) -> None:
    ringer.show(["a"])
    ringer.silence()
    assert not ringer.timer.isActive()
    ringer.show(["a", "b"])
    assert bell.struck == 2
    assert ringer.timer.isActive()
    ringer.show(["a"])
    assert not ringer.timer.isActive()


def test_one_of_two_may_be_acknowledged(ringer: Ringer) -> None:
    ringer.show(["a", "b"])
    ringer.silence(["a"])
    assert ringer.is_ringing
    ringer.silence(["b", "unknown"])
    assert not ringer.is_ringing
    assert not ringer.timer.isActive()


def test_a_mute_desk_rings_without_a_sound_until_it_is_turned_on(
    ringer: Ringer, settings: Settings, bell: Bell
) -> None:
    settings.set(SOUND, False)
    ringer.show(["a"])
    assert bell.struck == 0
    settings.set(SOUND, True)
    assert bell.struck == 1


def test_a_ringer_ends_with_its_owner(settings: Settings, bell: Bell) -> None:
    owner = QObject()
    ringer = Ringer(settings, bell.strike, owner)
    assert ringer.parent() is owner
