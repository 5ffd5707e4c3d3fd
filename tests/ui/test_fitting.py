"""A widget's room: what changes inside bothers those around only when it needs more."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.fitting import Room


class Requests(QObject):
    """Counts what a widget is asked to lay out anew."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


def test_only_another_least_size_reaches_the_layout_around(qtbot: QtBot) -> None:
    outer, inner, label = QWidget(), QWidget(), QLabel("618")
    qtbot.addWidget(outer)
    QVBoxLayout(inner).addWidget(label)
    inner.setMinimumWidth(300)
    room = Room(inner)
    QVBoxLayout(outer).addWidget(room)
    outer.resize(500, 200)
    outer.show()
    qtbot.waitExposed(outer)
    assert inner.size() == room.size()

    QCoreApplication.sendPostedEvents()
    asked, heard = Requests(outer), Requests(inner)
    label.setText("618, 619")
    QCoreApplication.sendPostedEvents()
    assert (heard.count, asked.count) == (1, 0)

    label.setText("1\n2\n3\n4")
    qtbot.waitUntil(lambda: asked.count > 0)
    assert room.minimumSizeHint().height() == inner.minimumSizeHint().height() > 60
    outer.resize(640, 260)
    qtbot.waitUntil(lambda: inner.size() == room.size())
