"""Widgets that mind the room of what they hold: a column that scrolls where it must, a room that stays as it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QWidget

from ui.timer import single_shot


class FittingScroll(QScrollArea):
    """Scrolls up and down only; the keyboard passes it by, and a part that takes the keyboard is brought into sight.

    `least`: the height in pixels that is never given up.
    """

    def __init__(self, inner: QWidget, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(inner)
        inner.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        # Not at once: what has just been opened has no place yet.
        self._soon = single_shot(self, 0, self._follow)
        application.focusChanged.connect(self._soon.start)

    def sizeHint(self) -> QSize:
        """Ask for the height of what is inside at the width there is."""
        inner = self.widget()
        layout = inner.layout() if inner is not None else None
        if layout is None:
            return super().sizeHint()
        height = layout.totalHeightForWidth(self.viewport().width())
        return QSize(layout.totalSizeHint().width(), max(height, layout.totalSizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """Ask for the least, or for less where less is inside."""
        return QSize(0, min(self._least, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may break the lines otherwise."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for other room when what is inside grows or shrinks."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        # Qt itself only follows the tabulator.
        inner, now = self.widget(), QApplication.focusWidget()
        if now is not None and inner is not None and inner.isAncestorOf(now):
            self.ensureWidgetVisible(now)


class Room(QWidget):
    """Holds one widget and tells those around it of a change only when its least size is another.

    A text that changes asks every layout above it for room, up to the window, which lays out all its docks and
    repaints what stands between them: dozens of times a second in a busy hour, for nothing.
    """

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inner = inner
        inner.setParent(self)
        self.setFocusProxy(inner)
        self._least = self._needed()

    def sizeHint(self) -> QSize:
        """Ask for what is inside."""
        return self.inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Ask for no less than what is inside can do with."""
        return self._least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is inside the whole room."""
        super().resizeEvent(event)
        self.inner.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        """Pass a request for room on only where it asks for another least size."""
        if event.type() is QEvent.Type.LayoutRequest and (least := self._needed()) != self._least:
            self._least = least
            self.updateGeometry()
        return super().event(event)

    def _needed(self) -> QSize:
        set_, hint = self.inner.minimumSize(), self.inner.minimumSizeHint()
        return QSize(set_.width() or hint.width(), set_.height() or hint.height())
