"""Shows a region in the real page and says what came of it: `python -m tests.map.alone DIR`, in a process without network."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEventLoop, QTimer

from services.region import Region
from tests.map.sample import PALETTE
from ui.application import new_application
from ui.map.view import MapView

ASK_MS, LONGEST_MS = 50, 30_000


def main() -> int:
    """Print what the page painted and how many requests were refused, as JSON."""
    application = new_application()
    view = MapView(Region.load(Path(sys.argv[1])), PALETTE, "zh")
    view.resize(900, 640)
    loop = QEventLoop()
    painted: list[object] = []

    def look(answer: object) -> None:
        if answer:
            painted.append(answer)
            loop.quit()

    asking = QTimer(interval=ASK_MS)
    asking.timeout.connect(lambda: view.inspect("window.desk.live.base.painted", look))
    QTimer.singleShot(LONGEST_MS, loop.quit)
    view.ready.connect(view.fit)
    view.ready.connect(asking.start)
    view.show()
    loop.exec()
    asking.stop()
    sys.stdout.write(json.dumps({"painted": bool(painted), "refused": view.requests_refused}))
    shiboken6.delete(view)
    application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())
