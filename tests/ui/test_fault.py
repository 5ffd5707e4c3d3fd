"""Faults: caught, logged, told once; the program goes on."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.fault import Faults, watch_native_crashes


def test_a_fault_on_any_thread_is_told_once(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    faults = Faults()
    faults.install()
    told: list[str] = []
    faults.found.connect(lambda line, _report: told.append(line))
    try:
        with caplog.at_level(logging.CRITICAL):
            for _ in range(3):
                thread = threading.Thread(target=lambda: [][1])
                thread.start()
                thread.join()
        qtbot.waitUntil(lambda: bool(told))
    finally:
        faults.uninstall()
    assert told == ["IndexError: list index out of range"]
    assert sys.excepthook is not faults._hook


def test_the_trace_of_a_native_crash_is_there_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "desk.crash"
    file.write_text("Fatal Python error: Segmentation fault", encoding="utf-8")
    last, close = watch_native_crashes(file)
    close()
    assert "Segmentation fault" in last
    assert not file.exists()


def test_a_good_end_leaves_no_trace(tmp_path: Path) -> None:
    file = tmp_path / "desk.crash"
    last, close = watch_native_crashes(file)
    assert last == ""
    close()
    assert not file.exists()
