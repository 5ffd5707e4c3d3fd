"""The tone: a WAV that is loud, short and begins and ends softly."""

from __future__ import annotations

import struct
import wave
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.bell import RANK
from ui.sound import NO_VOICE, RATE, TONES, Notes, Speaker, has_ears, write_tone


@pytest.mark.parametrize("notes", TONES.values(), ids=TONES)
def test_the_tone_is_a_short_loud_wav_with_soft_ends(tmp_path: Path, notes: Notes) -> None:
    write_tone(tmp_path / "ring.wav", notes)
    with wave.open(str(tmp_path / "ring.wav")) as file:
        count = file.getnframes()
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        samples = struct.unpack(f"<{count}h", file.readframes(count))
    assert 0.3 < count / RATE < 1.0
    assert max(samples) > 20_000
    assert abs(samples[0]) < 100
    assert abs(samples[-1]) < 5_000


def test_no_two_kinds_sound_alike() -> None:
    assert len(set(TONES.values())) == len(TONES) == len(RANK)
    assert set(TONES) == set(RANK)


def test_without_a_loudspeaker_nothing_pretends_to_sound(qtbot: QtBot, qapp: QApplication) -> None:
    assert not has_ears()
    speaker = Speaker()
    assert not speaker.is_audible()
    assert not speaker.play("call", 1.0)
    assert not speaker.speak("618")


@pytest.mark.no_qt_log
def test_the_voices_of_the_system_can_be_asked_for_without_harm(qtbot: QtBot) -> None:
    speaker = Speaker()
    voice = speaker._make_voice()
    assert voice is None or voice.engine() != NO_VOICE
