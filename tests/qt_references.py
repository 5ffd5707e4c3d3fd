"""Counts what Qt's binding does to the reference counts of None, True and False; answers with JSON.

Runs as a program of its own, because the fault that it looks for ends the process: a binding that
drops one reference too many at each call works for some hundred calls and then aborts.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QEventLoop,
    QFile,
    QIODevice,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QApplication, QTableView, QWidget

CALLS = 3000
PAINTS = 150
WATCHED = (None, True, False)
RESERVE = 200_000  # held back, so that a loss is counted before it is fatal
Index = QModelIndex | QPersistentModelIndex


class Speaker(QObject):
    """Emits to a Python slot; `called` is also what the page calls."""

    nothing = Signal()
    flag = Signal(bool)
    thing = Signal(object)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0
        self.nothing.connect(self.hear)
        self.flag.connect(self.hear_value)
        self.thing.connect(self.hear_value)

    @Slot()
    def hear(self) -> None:
        self.heard += 1

    @Slot(bool)
    @Slot(object)
    def hear_value(self, value: object) -> None:
        self.heard += 1

    @Slot(bool, str, result=bool)
    def called(self, flag: bool, text: str) -> bool:
        self.heard += 1
        return not flag

    @Slot()
    def called_plainly(self) -> None:
        self.heard += 1

    @Slot()
    def finish(self) -> None:
        self.finished.emit()


class Table(QAbstractTableModel):
    """Answers most roles with None and one with True."""

    asked = 0

    def rowCount(self, parent: Index | None = None) -> int:
        return 40

    def columnCount(self, parent: Index | None = None) -> int:
        return 6

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        self.asked += 1
        if role == Qt.ItemDataRole.DisplayRole:
            return index.row() % 2 == 0
        return None


class Canvas(QWidget):
    """Paints itself and looks at its own events."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.red)
        painter.end()

    def event(self, event: QEvent) -> bool:
        return bool(super().event(event))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return False


def emits(speaker: Speaker) -> None:
    for _ in range(CALLS):
        speaker.nothing.emit()
        speaker.flag.emit(True)
        speaker.thing.emit(None)


def repaints(canvas: Canvas) -> None:
    for _ in range(PAINTS):
        canvas.repaint()


def answers(view: QTableView) -> None:
    for _ in range(PAINTS):
        view.viewport().repaint()


def wait(speaker: Speaker) -> None:
    """Until the page says that it is done; a loop of our own, as an application quits only once."""
    loop = QEventLoop()
    speaker.finished.connect(loop.quit)
    QTimer.singleShot(40_000, loop, lambda: loop.exit(1))
    if loop.exec():
        sys.exit("the page did not answer")


def page_calls(page: QWebEnginePage, speaker: Speaker) -> None:
    """Let the page call our slots CALLS times each."""
    page.runJavaScript(f"go({CALLS})")
    wait(speaker)


def loaded(speaker: Speaker) -> QWebEnginePage:
    """A page with the channel open to `speaker`."""
    script = QFile(":/qtwebchannel/qwebchannel.js")
    script.open(QIODevice.OpenModeFlag.ReadOnly)
    page = QWebEnginePage(QApplication.instance())
    channel = QWebChannel(page)
    channel.registerObject("speaker", speaker)
    page.setWebChannel(channel)
    page.setHtml(f"""<script>{bytes(script.readAll().data()).decode()}</script><script>
        let speaker;
        function go(times) {{
            for (let i = 0; i < times; i++) {{
                speaker.called(i % 2 == 0, "x", () => 0);
                speaker.called_plainly();
            }}
            speaker.finish();
        }}
        new QWebChannel(qt.webChannelTransport, c => {{ speaker = c.objects.speaker; speaker.finish(); }});
    </script>""")
    wait(speaker)
    return page


def change(action: Callable[[], None]) -> dict[str, int]:
    """How far each watched count moved during the action; the first, unmeasured time fills caches."""
    action()
    gc.collect()
    before = [sys.getrefcount(one) for one in WATCHED]
    action()
    gc.collect()
    after = [sys.getrefcount(one) for one in WATCHED]
    return {repr(one): b - a for one, a, b in zip(WATCHED, before, after, strict=True)}


def main() -> None:
    reserve = [[one] * RESERVE for one in WATCHED]
    application = QApplication([])  # kept until the end
    speaker, table, canvas, view = Speaker(), Table(), Canvas(), QTableView()
    view.setModel(table)
    view.viewport().installEventFilter(canvas)
    for widget in (canvas, view):
        widget.resize(400, 300)
        widget.show()
    page = loaded(speaker)
    changes = {
        "emits": change(lambda: emits(speaker)),
        "repaints": change(lambda: repaints(canvas)),
        "answers": change(lambda: answers(view)),
        "page_calls": change(lambda: page_calls(page, speaker)),
    }
    changes["done"] = {"heard": speaker.heard, "asked": table.asked}
    sys.stdout.write(json.dumps(changes))
    sys.stdout.flush()
    shiboken6.delete(page)  # before its profile, which goes with the application
    del reserve, application


if __name__ == "__main__":
    main()
