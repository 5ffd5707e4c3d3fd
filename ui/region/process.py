"""Runs `main.py region …` beside the window: its geometry holds up nothing here, and it can be ended at any time."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

MAIN = Path(__file__).parent.parent.parent / "main.py"


class RegionProcess(QObject):
    """One command at a time.

    Signals:
        progressed(str, float): the step under way, and how much of the whole is done (0 to 1).
        done(): the command has ended well.
        failed(str): it has not, and why, in the language it was asked to speak.
        stopped(): it was ended by `stop`.
    """

    progressed = Signal(str, float)
    done = Signal()
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopping = False
        self._process = QProcess(self)
        # Whatever the console of this machine speaks: what goes through the pipe is UTF-8.
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONUTF8", "1")
        environment.insert("PYTHONIOENCODING", "utf-8")
        self._process.setProcessEnvironment(environment)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._lose)

    @property
    def is_running(self) -> bool:
        """Whether a command runs."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def run(self, arguments: Sequence[str]) -> None:
        """Run `main.py region` with these arguments."""
        self._stopping = False
        frozen = getattr(sys, "frozen", False)
        command = [*([] if frozen else [str(MAIN)]), "region", *arguments]
        self._process.start(sys.executable, command)

    def stop(self) -> None:
        """End the command; what it has done stays done, and the same command goes on from there."""
        self._stopping = True
        self._process.kill()

    def close(self) -> None:
        """End the command and wait until it is gone: nothing is told any more."""
        self.blockSignals(True)
        if self.is_running:
            self._process.kill()
            self._process.waitForFinished()

    def _read(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode("utf-8", "replace")
            try:
                said = json.loads(line)
                step, part = str(said["step"]), float(said["part"])
            except (ValueError, KeyError, TypeError):
                continue
            self.progressed.emit(step, part)

    def _finish(self, status: int, how: QProcess.ExitStatus) -> None:
        self._read()
        if self._stopping:
            self.stopped.emit()
        elif status == 0 and how is QProcess.ExitStatus.NormalExit:
            self.done.emit()
        else:
            said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
            self.failed.emit(said.strip().rpartition("\n")[2])

    def _lose(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.failed.emit(self._process.errorString())
