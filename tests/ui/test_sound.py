"""The tone: a WAV that is loud, short and begins and ends softly."""

from __future__ import annotations

import struct
import wave
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.sound import ALARM, CALL, RATE, Notes, Tone, has_ears, write_tone


@pytest.mark.parametrize("notes", [CALL, ALARM])
def test_the_tone_is_a_short_loud_wav_with_soft_ends(tmp_path: Path, notes: Notes) -> None:
    write_tone(tmp_path / "ring.wav", notes)
    with wave.open(str(tmp_path / "ring.wav")) as file:
        count = file.getnframes()
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        samples = struct.unpack(f"<{count}h", file.readframes(count))
    assert 0.5 < count / RATE < 1.0
    assert max(samples) > 20_000
    assert abs(samples[0]) < 100
    assert abs(samples[-1]) < 5_000


def test_without_a_loudspeaker_playing_does_no_harm(qtbot: QtBot, qapp: QApplication) -> None:
    assert not has_ears()
    tone = Tone(CALL)
    tone.play()
    tone.play()
    assert tone._effect is None
