"""What must be decided before Qt starts: is there a screen, who are we, and how is the page painted."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys

log = logging.getLogger(__name__)

SIZE = "1920x1080x24"


def has_screen() -> bool:
    """Tell whether Qt can open a window; who asks for offscreen painting has said where."""
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def prepare_graphics(*, gpu: bool = False) -> None:
    """Set Qt's and Chromium's switches; call before any Qt object exists.

    Software painting is the default: it runs on every machine, also on X without GLX, where the default
    aborts, and its longest stall is the shortest measured. `gpu` leaves the choice to Qt.
    """
    if not gpu:
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
        os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
        log.warning("running as root: the map page runs without Chromium's sandbox")


class VirtualScreen:
    """A virtual X server for a machine without a display; without Xvfb, Qt's own offscreen painting."""

    def __init__(self) -> None:
        self._server: subprocess.Popen[bytes] | None = None
        program = shutil.which("Xvfb")
        if program is None:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
            return
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            [program, "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            self.close()
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
            return
        os.environ["DISPLAY"] = f":{number}"
        os.environ.setdefault("QT_QPA_PLATFORM", "xcb")

    def close(self) -> None:
        """Stop the server."""
        if self._server is not None:
            self._server.terminate()
            self._server.wait()
            self._server = None
