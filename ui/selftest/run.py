"""Runs the self-test: a workstation on a store of its own in a new folder, whose report decides the exit status."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QCoreApplication, QSettings, QSysInfo, QTimer, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.application import PROGRAM, Options, Workstation, new_application
from ui.fault import Faults
from ui.language import translate
from ui.screen import has_screen
from ui.selftest.check import Check, Report
from ui.selftest.course import Course
from ui.selftest.driver import Driver, Trial
from ui.setting import STARTED, Settings
from ui.version import VERSION

HOLDS, FAILS = 0, 1
SIZE = (1680, 980)
# Longer than any machine that one could work on needs.
LIMIT_MS = 120_000


def self_test(folder: Path | None, out: TextIO) -> int:
    """Try everything; write the report to the folder and the terminal; 0 only if all of it holds.

    Without a folder the files go into a new one of the system's, which is named.
    """
    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = new_application()
    application.setApplicationName(f"{PROGRAM}-self-test")
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    # A folder of its own each time: what an earlier test left must not be tried again.
    place = Path(tempfile.mkdtemp(prefix="self-test-", dir=folder))
    report = tried(application, place)
    report.write(folder or place)
    out.write(f"{report.as_text()}\n{folder or place}\n")
    out.flush()
    return HOLDS if report.holds else FAILS


def tried(application: QApplication, place: Path) -> Report:
    """Run every check on a workstation and return the report."""
    faults = Faults()
    faults.install()
    settings = Settings(QSettings(str(place / "desk.ini"), QSettings.Format.IniFormat))
    settings.set(STARTED, True)
    options = Options(store=place / "desk.sqlite", language="zh", theme="light")
    station = Workstation(application, options, settings)
    # A window manager may not be there to give it a size.
    station.window.resize(*SIZE)
    trials = Course(station, place).trials()
    driver = Driver(worded(trials), station)
    made: list[Check] = []
    driver.done.connect(made.extend)
    driver.done.connect(lambda _checks: application.quit())
    faults.found.connect(lambda line, _report: driver.fail(line))
    station.ready.connect(driver.start)
    QTimer.singleShot(LIMIT_MS, application.quit)
    station.start()
    application.exec()
    station.close()
    faults.uninstall()
    return Report(about(), len(trials), made)


def worded(trials: Sequence[Trial]) -> list[Trial]:
    """Return the trials with their words in the language of the screen."""
    return [Trial(trial.name, translate("SelfTest", trial.what), trial.steps) for trial in trials]


def about() -> dict[str, str]:
    """Return what the test ran on."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {
        "program": f"{QCoreApplication.applicationName()} {VERSION}",
        "frozen": str(getattr(sys, "frozen", False)),
        "python": platform.python_version(),
        "qt": qVersion(),
        "system": QSysInfo.prettyProductName(),
        "screen": QGuiApplication.platformName(),
        "user": "root" if root else "ordinary",
    }
