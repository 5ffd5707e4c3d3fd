"""Banners: messages above the map that never block, never pile up and never push anything aside."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.timer import single_shot

SHOWN_MS = {"info": 6000, "warning": 15_000}
MOST = 3
# Of a message, and of what people wrote to be read.
SHOWN_AT_MOST = (300, 900)
# Wider than this a line is hard to read; the left edge stays free for the map's own buttons.
WIDTH, LEFT, MARGIN = 620, 52, 8
# All from the shipped font: a sign that shows as an empty box warns nobody.
SIGNS = {"info": "●", "warning": "▲", "danger": "■", "note": "◆"}
# What says a message in the language of the screen whenever it is asked: a banner outlives a change of it.
Words = Callable[[], str]
# What a button says, and what it does.
Offer = tuple[Words, Callable[[], None]]


class Banner(QFrame):
    """One message; `danger` stays until it is closed, `note` until it is withdrawn, the others go by themselves."""

    def __init__(
        self, kind: str, words: Words, parent: QWidget | None = None, *, offer: Offer | None = None
    ) -> None:
        super().__init__(parent)
        self.kind, self._words, self._offer = kind, words, offer
        self.setProperty("banner", kind)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QPushButton("×")
        self._close.setFlat(True)
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.deleteLater)
        self.act = QPushButton()
        if offer is not None:
            self.act.clicked.connect(lambda _on=False: offer[1]())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        column = QVBoxLayout()
        column.addWidget(self._label)
        column.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)
        row.addWidget(self._close)
        # Only now: a widget without a parent would be a window of its own, and take the keyboard.
        self.act.setVisible(offer is not None)
        self._close.setVisible(kind != "note")
        self._write()
        if kind in SHOWN_MS:
            single_shot(self, SHOWN_MS[kind], self.deleteLater).start()

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        self.text = self._words()
        most = SHOWN_AT_MOST[self.kind == "note"]
        short = self.text if len(self.text) <= most else f"{self.text[:most]}…"
        self._label.setText(f"{SIGNS[self.kind]}  {short}")
        self._close.setAccessibleName(self.tr("关闭"))
        if self._offer is not None:
            self.act.setText(self._offer[0]())


class BannerArea(QWidget):
    """The banners, the newest on top, the same text once, a few at the most.

    They lie above the widget that they were laid over, and take no room from it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over: QWidget | None = None
        self._bar: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def lay_over(self, window: QWidget, pane: QWidget, bar: QWidget | None = None) -> None:
        """Lie in this window above this pane, below its bar; at the window's upper edge while the pane is elsewhere."""
        self._over, self._bar = pane, bar
        self.setParent(window)
        for widget in (window, pane):
            widget.installEventFilter(self)
        self._place()

    def say(self, kind: str, words: Words, *, offer: Offer | None = None) -> None:
        """Show a message that goes by itself or is closed."""
        self.put_up(kind, words, offer=offer)

    def put_up(self, kind: str, words: Words, *, offer: Offer | None = None) -> Banner:
        """Show and return a message of a kind of SIGNS, with a button where something can be done at once.

        Too many at once: the oldest goes, but what is dangerous only where nothing else can go, and never a note.
        """
        text = words()
        for banner in self.banners():
            if banner.text == text:
                self._drop(banner)
        banner = Banner(kind, words, self, offer=offer)
        banner.destroyed.connect(self._place)
        self._column.insertWidget(0, banner)
        others = [old for old in self.banners() if old is not banner and old.kind != "note"]
        others.sort(key=lambda old: old.kind != "danger")
        for old in others[MOST - 1 :]:
            self._drop(old)
        self._place()
        return banner

    def withdraw(self, banner: Banner) -> None:
        """Take a message away that no longer holds."""
        self._drop(banner)

    def close_newest(self) -> None:
        """Take the newest message away."""
        closable = [banner for banner in self.banners() if banner.kind != "note"]
        for banner in closable[:1]:
            self._drop(banner)

    def banners(self) -> list[Banner]:
        """Return the banners shown, newest first."""
        items = (self._column.itemAt(at) for at in range(self._column.count()))
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, Banner)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay above the pane wherever it goes."""
        if event.type() in MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the room that the words need in another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._place()

    def _drop(self, banner: Banner) -> None:
        self._column.removeWidget(banner)
        banner.deleteLater()
        self._place()

    def _place(self) -> None:
        window = self.parentWidget()
        if self._over is None or window is None:
            return
        room = place_of(self._over, window)
        if self._bar is not None and self._bar.isVisible() and self._bar.window() is window:
            room.setTop(room.top() + self._bar.height())
        width = min(WIDTH, room.width() - LEFT - MARGIN)
        height = sum(
            max(banner.heightForWidth(width), banner.minimumSizeHint().height()) + 2
            for banner in self.banners()
        )
        self.setGeometry(room.right() - MARGIN - width, room.top() + MARGIN, width, height)
        self.setVisible(bool(self.banners()))
        self.raise_()


MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


def place_of(pane: QWidget, window: QWidget) -> QRect:
    """Return where a pane is in a window; the whole window where the pane is not in it or hidden."""
    if pane.window() is window and pane.isVisible():
        return QRect(pane.mapTo(window, QPoint(0, 0)), pane.size())
    return window.rect()
