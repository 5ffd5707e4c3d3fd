"""The sounds of the desk: tones made here, played where there is a loudspeaker; elsewhere nothing pretends to sound."""

from __future__ import annotations

import logging
import math
import struct
import wave
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect
    from PySide6.QtTextToSpeech import QTextToSpeech

log = logging.getLogger(__name__)

RATE = 22_050
Notes = tuple[tuple[float, float], ...]
# Hertz and seconds. A call: two rising notes that a telephone on the desk does not make, twice.
CALL: Notes = ((880.0, 0.16), (1175.0, 0.16), (0.0, 0.08), (880.0, 0.16), (1175.0, 0.2))
# A grave sheet nobody was sent to: three even strokes.
GRAVE: Notes = ((988.0, 0.18), (0.0, 0.06), (988.0, 0.18), (0.0, 0.06), (988.0, 0.24))
# A message: one soft falling pair. A machine: three quick rising notes. From another desk: a fifth down and up.
MESSAGE: Notes = ((784.0, 0.2), (0.0, 0.06), (587.0, 0.3))
MACHINE: Notes = ((1047.0, 0.12), (1319.0, 0.12), (1568.0, 0.12), (0.0, 0.06), (1568.0, 0.2))
TRANSFER: Notes = ((880.0, 0.2), (587.0, 0.2), (880.0, 0.24))
# A promise broken: two low notes, once.
OVERDUE: Notes = ((440.0, 0.25), (349.0, 0.35))
# An officer in need: quick, low and high by turns, not to be taken for a call.
ALARM: Notes = ((1400.0, 0.11), (620.0, 0.11)) * 4
TONES: Mapping[str, Notes] = {
    "need": ALARM,
    "grave": GRAVE,
    "call": CALL,
    "machine": MACHINE,
    "transfer": TRANSFER,
    "message": MESSAGE,
    "overdue": OVERDUE,
}
LOUDNESS = 0.8
EDGE_S = 0.01
# Without one of these the sound library would only complain that nobody listens.
DEVICES = (Path("/dev/snd"), Path("/run/user"))
# An engine that only counts words is no voice.
NO_VOICE = "mock"


class Speaker(QObject):
    """Plays tones by name and speaks; what it needs is made when first heard: the library takes its time to load."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: QTemporaryDir | None = None
        self._effects: dict[str, QSoundEffect] = {}
        self._voice: QTextToSpeech | None = None
        self._listened = self._spoke = False
        self._audible = False

    def is_audible(self) -> bool:
        """Tell whether there is a loudspeaker; asked for once."""
        if not self._listened:
            self._listened = True
            self._audible = has_ears() and has_device()
            log.info("sound: %s", "there is a device" if self._audible else "no device")
        return self._audible

    def play(self, name: str, volume: float) -> bool:
        """Sound a tone (`TONES`) once at a volume of 0 to 1; tell whether it could be heard."""
        if not self.is_audible():
            return False
        effect = self._effects.get(name) or self._make(name)
        effect.setVolume(volume)
        effect.play()
        return True

    def speak(self, words: str) -> bool:
        """Say something where the system has a voice; tell whether it has."""
        if not self._spoke:
            self._spoke = True
            self._voice = self._make_voice() if self.is_audible() else None
        if self._voice is None:
            return False
        self._voice.say(words)
        return True

    def _make(self, name: str) -> QSoundEffect:
        from PySide6.QtMultimedia import QSoundEffect  # noqa: PLC0415

        if self._folder is None:
            self._folder = QTemporaryDir()
        file = Path(self._folder.filePath(f"{name}.wav"))
        write_tone(file, TONES[name])
        effect = QSoundEffect(self)
        effect.setSource(QUrl.fromLocalFile(str(file)))
        self._effects[name] = effect
        return effect

    def _make_voice(self) -> QTextToSpeech | None:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415

        engines = [name for name in QTextToSpeech.availableEngines() if name != NO_VOICE]
        return QTextToSpeech(engines[0], self) if engines else None


def has_device() -> bool:
    """Tell whether the system has an audio output."""
    from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415

    return not QMediaDevices.defaultAudioOutput().isNull()


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
