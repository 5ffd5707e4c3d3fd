"""A linked body's process: its real window on a folder, answering every order by keys until it has fed back.

Run as `python -m tests.stories.body CODE FOLDER PHOTO`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.state import OrderState
from services.exchange import Body, open_box
from ui.agency.window import AgencyWindow
from ui.setting import Settings

KEYS = {
    OrderState.DELIVERED: "3",
    OrderState.SIGNED: "4",
    OrderState.DEPARTED: "5",
    OrderState.ARRIVED: "6",
}


def main(code: str, folder: Path, photo: Path) -> int:
    """Answer orders until one is fed back and the desk has heard of it; return the exit status."""
    application = QApplication([])
    settings = Settings(QSettings(str(folder / "body.ini"), QSettings.Format.IniFormat))
    window = AgencyWindow(Body(open_box(folder, code), code), code, settings)
    window.who.setText("Wang")
    pressed: set[OrderState] = set()

    def work() -> None:
        order = window.chosen()
        if order is None or order.unheard:
            return
        if order.state is OrderState.FED_BACK:
            window.close()
        elif order.state in KEYS and order.state not in pressed:
            pressed.add(order.state)
            QTest.keyClicks(window.view, KEYS[order.state])
            if order.state is OrderState.ARRIVED:
                QTest.keyClicks(window.reply.words, "valve replaced")
                window.reply.attach([photo])
                QTest.keyClick(
                    window.reply.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
                )

    window.looked.connect(work)
    window.closed.connect(application.quit)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
