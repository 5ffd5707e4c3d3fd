"""Runs `main.py foresee` beside the window, several at once: no play holds up the desk, and all can be ended at any time."""

from __future__ import annotations

import json
import os
import pickle
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, Signal

from services.drill.foresight import Fork, Future, Wish

MAIN = Path(__file__).parent.parent.parent / "main.py"
# More workers than this gain little; each takes the memory of a program.
MOST_WORKERS = 4


class Foresight(QObject):
    """Plays one comparison at a time; the workers share the numbers among them.

    Signals:
        played(int, int, object): which choice, with which number, and the `Future` that came of it.
        done(): everything has been played.
        failed(str): a worker ended before it was done, and what it said last.
    """

    played = Signal(int, int, object)
    done = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers: list[QProcess] = []
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Whether anything is being played."""
        return bool(self._workers)

    def start(
        self,
        fork: Fork,
        choices: Sequence[Sequence[str]],
        numbers: Sequence[int],
        region: Path | None,
    ) -> None:
        """Play every choice with each number, in the region of a folder; what still ran is ended first."""
        self.stop()
        many = max(1, min(MOST_WORKERS, os.cpu_count() or 1, len(numbers)))
        given = tuple(tuple(choice) for choice in choices)
        for worker in range(many):
            self._begin(Wish(fork, given, tuple(numbers[worker::many]), region))

    def stop(self) -> None:
        """End all workers; nothing is told any more of what they did."""
        workers, self._workers = self._workers, []
        for worker in workers:
            worker.blockSignals(True)
            worker.kill()
            worker.waitForFinished()
            worker.deleteLater()

    def _begin(self, wish: Wish) -> None:
        worker = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONUTF8", "1")
        worker.setProcessEnvironment(environment)
        worker.readyReadStandardOutput.connect(lambda: self._read(worker))
        worker.finished.connect(lambda status, how: self._finish(worker, status, how))
        worker.errorOccurred.connect(lambda error: self._lose(worker, error))
        self._workers.append(worker)
        frozen = getattr(sys, "frozen", False)
        worker.start(sys.executable, [*([] if frozen else [str(MAIN)]), "foresee"])
        worker.write(pickle.dumps(wish))
        worker.closeWriteChannel()

    def _read(self, worker: QProcess) -> None:
        while worker in self._workers and worker.canReadLine():
            line = bytes(worker.readLine().data()).decode("utf-8", "replace")
            try:
                said = json.loads(line)
                future = Future(**said["future"])
                choice, number = int(said["choice"]), int(said["number"])
            except (ValueError, KeyError, TypeError):
                continue
            self.played.emit(choice, number, future)

    def _finish(self, worker: QProcess, status: int, how: QProcess.ExitStatus) -> None:
        if worker not in self._workers:
            return
        self._read(worker)
        if worker not in self._workers:
            return
        if status != 0 or how is not QProcess.ExitStatus.NormalExit:
            said = bytes(worker.readAllStandardError().data()).decode("utf-8", "replace")
            self._give_up(said.strip().rpartition("\n")[2])
            return
        self._workers.remove(worker)
        worker.deleteLater()
        if not self._workers:
            self.done.emit()

    def _lose(self, worker: QProcess, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and worker in self._workers:
            self._give_up(worker.errorString())

    def _give_up(self, why: str) -> None:
        self.stop()
        self.failed.emit(why)
