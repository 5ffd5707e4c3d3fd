"""The ringing: at once, again and again, louder after a time, until it is answered or acknowledged."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings
from pytestqt.qtbot import QtBot

from ui.bell import Bell
from ui.ringer import Ringer
from ui.setting import LOUDER_SECONDS, MUTE_MINUTES, SOUND, SPEAK, VOLUME, Settings

NOW = 1_770_000_000_000


class Loudspeaker:
    """A loudspeaker that writes down what it was given."""

    def __init__(self, *, audible: bool = True) -> None:
        self.audible = audible
        self.played: list[tuple[str, float]] = []
        self.spoken: list[str] = []

    def is_audible(self) -> bool:
        """Tell whether it is plugged in."""
        return self.audible

    def play(self, name: str, volume: float) -> bool:
        """Write a tone down."""
        if self.audible:
            self.played.append((name, volume))
        return self.audible

    def speak(self, words: str) -> bool:
        """Write words down."""
        self.spoken.append(words)
        return self.audible


@pytest.fixture
def settings(qapp: object, tmp_path: Path) -> Settings:
    """Settings in a file of the test, with sound."""
    return Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def speaker() -> Loudspeaker:
    """A loudspeaker."""
    return Loudspeaker()


@pytest.fixture
def bell(settings: Settings, speaker: Loudspeaker) -> Bell:
    """The bell of the desk."""
    return Bell(settings, speaker, lambda: NOW, settings)


@pytest.fixture
def ringer(qtbot: QtBot, settings: Settings, bell: Bell) -> Ringer:
    """A ringer that strikes the bell."""
    return Ringer(bell, settings, settings)


def test_a_new_call_rings_at_once_and_then_again(ringer: Ringer, speaker: Loudspeaker) -> None:
    ringer.show({"a": "call"})
    assert len(speaker.played) == 1
    ringer.timer.timeout.emit()
    assert [name for name, _ in speaker.played] == ["call", "call"]


def test_the_same_call_shown_again_does_not_ring_out_of_turn(
    ringer: Ringer, speaker: Loudspeaker
) -> None:
    ringer.show({"a": "call"})
    ringer.show({"a": "call"})
    assert len(speaker.played) == 1


def test_an_answered_call_ends_the_ringing(ringer: Ringer) -> None:
    ringer.show({"a": "call"})
    ringer.show({})
    assert not ringer.timer.isActive()


def test_an_acknowledged_call_is_quiet_and_a_new_one_rings(
    ringer: Ringer, speaker: Loudspeaker
) -> None:
    ringer.show({"a": "call"})
    ringer.silence()
    assert not ringer.timer.isActive()
    ringer.show({"a": "call", "b": "call"})
    assert len(speaker.played) == 2
    assert ringer.timer.isActive()
    ringer.show({"a": "call"})
    assert not ringer.timer.isActive()


def test_one_of_two_may_be_acknowledged(ringer: Ringer) -> None:
    ringer.show({"a": "call", "b": "call"})
    ringer.silence(["a"])
    assert ringer.is_ringing
    ringer.silence(["b", "unknown"])
    assert not ringer.is_ringing
    assert not ringer.timer.isActive()


def test_the_key_for_quiet_acknowledges_everything_that_sounds(ringer: Ringer, bell: Bell) -> None:
    ringer.show({"a": "call"})
    bell.silenced.emit()
    assert not ringer.is_ringing


def test_the_gravest_of_what_waits_gives_its_tone(ringer: Ringer, speaker: Loudspeaker) -> None:
    ringer.show({"a": "message", "b": "machine"})
    assert speaker.played[-1][0] == "machine"


def test_what_waits_too_long_rings_as_loud_as_can_be(
    ringer: Ringer, settings: Settings, speaker: Loudspeaker
) -> None:
    settings.set(VOLUME, 40)
    ringer.show({"a": "call"})
    settings.set(LOUDER_SECONDS, 0)
    ringer.timer.timeout.emit()
    assert [volume for _, volume in speaker.played] == [0.4, 1.0]


def test_a_desk_without_sound_rings_mutely_until_it_is_turned_on(
    ringer: Ringer, settings: Settings, speaker: Loudspeaker
) -> None:
    settings.set(SOUND, False)
    ringer.show({"a": "call"})
    assert speaker.played == []
    settings.set(SOUND, True)
    assert len(speaker.played) == 1


def test_a_mute_bell_lets_only_an_officer_in_need_be_heard(
    bell: Bell, speaker: Loudspeaker
) -> None:
    bell.mute()
    assert bell.muted_ms() > 4 * 60_000
    assert not bell.strike("call", ["a"])
    assert bell.strike("need", ["u"])
    assert speaker.played == [("need", 1.0)]


def test_a_mute_bell_sounds_again_by_itself(qtbot: QtBot, bell: Bell, settings: Settings) -> None:
    settings.set(MUTE_MINUTES, 0)
    with qtbot.waitSignals([bell.changed, bell.changed]):
        bell.mute()
    assert bell.muted_ms() == 0
    assert bell.strike("call", ["a"])


def test_muting_twice_sounds_again(bell: Bell) -> None:
    bell.mute()
    bell.mute()
    assert bell.muted_ms() == 0


def test_a_lesser_tone_does_not_cut_into_a_graver_one(bell: Bell, speaker: Loudspeaker) -> None:
    bell.strike("need", ["u"])
    assert not bell.strike("overdue", ["a"])
    assert bell.meter.count(NOW) == 1
    bell.strike("need")
    assert [name for name, _ in speaker.played] == ["need", "need"]


def test_only_what_was_heard_is_counted_and_each_once(
    ringer: Ringer, bell: Bell, speaker: Loudspeaker
) -> None:
    speaker.audible = False
    ringer.show({"a": "call"})
    assert bell.meter.count(NOW) == 0
    speaker.audible = True
    ringer.timer.timeout.emit()
    ringer.timer.timeout.emit()
    assert bell.meter.count(NOW) == 1


def test_a_voice_is_heard_only_where_people_want_it(
    bell: Bell, settings: Settings, speaker: Loudspeaker
) -> None:
    assert not bell.say("618 紧急求助")
    settings.set(SPEAK, True)
    assert bell.say("618 紧急求助")
    assert speaker.spoken == ["618 紧急求助"]


def test_a_ringer_ends_with_its_owner(settings: Settings, bell: Bell) -> None:
    owner = QObject()
    ringer = Ringer(bell, settings, owner)
    assert ringer.parent() is owner
