"""What every test stands on: safe graphics, our URL scheme before the application, no survivors."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

# Two screens beside each other: panes are carried from one to the other.
SCREENS = Path(__file__).parent / "screens.json"
if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREENS}"
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    # Chromium's sandbox cannot start as root.
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Register what must be registered before the application exists."""
    # Tests of the models never load Qt.
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415

    from ui.map.scheme import register_scheme  # noqa: PLC0415
    from ui.override import guard_overrides  # noqa: PLC0415

    guard_overrides()
    QStandardPaths.setTestModeEnabled(True)
    register_scheme()
    return ["zhangzhou-110-test"]


@pytest.fixture
def said() -> list[tuple[str, str]]:
    """What the banners have said: how grave, and the words."""
    return []


@pytest.fixture(autouse=True)
def garbage_on_the_main_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect what a test of Qt leaves where it is safe: between tests, on the main thread, never on a lane's."""
    if "qapp" not in request.fixturenames and "qtbot" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(autouse=True)
def no_language_survives(request: pytest.FixtureRequest) -> Iterator[None]:
    """Take away the translators that a test leaves: the next one speaks the language of the source."""
    if "qapp" not in request.fixturenames and "qtbot" not in request.fixturenames:
        yield
        return
    from PySide6.QtCore import QCoreApplication, QLocale, QTranslator  # noqa: PLC0415

    before = QLocale()
    yield
    QLocale.setDefault(before)
    if (application := QCoreApplication.instance()) is not None:
        for translator in application.findChildren(QTranslator):
            application.removeTranslator(translator)


@pytest.fixture(autouse=True)
def no_thread_survives() -> Iterator[None]:
    """Fail a test that leaves a thread of ours running."""
    before = set(threading.enumerate())
    yield
    left = [
        thread
        for thread in set(threading.enumerate()) - before
        if thread.is_alive() and thread.name.startswith(("lane-", "feed-"))
    ]
    assert not left, f"threads left behind: {left}"
