"""The sounds of the desk: tones made here, played where there is a loudspeaker; a plain beep elsewhere."""

from __future__ import annotations

import logging
import math
import struct
import wave
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

log = logging.getLogger(__name__)

RATE = 22_050
Notes = tuple[tuple[float, float], ...]
# Hertz and seconds. A call: two rising notes that a telephone on the desk does not make, twice.
CALL: Notes = ((880.0, 0.16), (1175.0, 0.16), (0.0, 0.08), (880.0, 0.16), (1175.0, 0.2))
# An officer in need: quick, low and high by turns, not to be taken for a call.
ALARM: Notes = ((1400.0, 0.11), (620.0, 0.11)) * 4
LOUDNESS = 0.8
EDGE_S = 0.01
# Without one of these the sound library would only complain that nobody listens.
DEVICES = (Path("/dev/snd"), Path("/run/user"))


class Tone(QObject):
    """Plays its notes once for each `play`; made when first heard, so that a mute desk needs no sound library."""

    def __init__(self, notes: Notes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes = notes
        self._folder: QTemporaryDir | None = None
        self._effect: Any = None
        self._tried = False

    def play(self) -> None:
        """Sound once."""
        if not self._tried:
            self._tried = True
            self._effect = self._make() if has_ears() else None
        if self._effect is not None:
            self._effect.play()
        else:
            QApplication.beep()

    def _make(self) -> Any:
        try:
            sounds = import_module("PySide6.QtMultimedia")
        except ImportError as error:
            log.warning("no sound: %s", error)
            return None
        if sounds.QMediaDevices.defaultAudioOutput().isNull():
            return None
        self._folder = QTemporaryDir()
        file = Path(self._folder.filePath("tone.wav"))
        write_tone(file, self._notes)
        effect = sounds.QSoundEffect(self)
        effect.setSource(QUrl.fromLocalFile(str(file)))
        return effect


def has_ears() -> bool:
    """Tell whether it is worth while to look for a loudspeaker."""
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        return False
    return any(path.exists() for path in DEVICES) or not Path("/dev").exists()


def write_tone(file: Path, notes: Notes) -> None:
    """Write notes as a 16-bit mono WAV."""
    samples = [sample for note, seconds in notes for sample in tone(note, seconds)]
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(struct.pack(f"<{len(samples)}h", *samples))


def tone(hertz: float, seconds: float) -> list[int]:
    """Return the samples of one note, its first and last moments faded."""
    count = round(RATE * seconds)
    edge = RATE * EDGE_S
    return [
        round(
            32_767
            * LOUDNESS
            * min(1.0, at / edge, (count - at) / edge)
            * math.sin(2 * math.pi * hertz * at / RATE)
        )
        for at in range(count)
    ]
