"""One window to a store: a second start wakes the first instead of being refused."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

WAIT_MS = 2000


class Instance(QObject):
    """The first window of a store: hears a second start of the same person on the same store.

    Signals:
        woken(): somebody started the program again.
    """

    woken = Signal()

    def __init__(self, store: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)
        name = address(store)
        # Only who holds the store comes here: what is left under the name is of a program that died.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def close(self) -> None:
        """Hear no more."""
        self._server.close()

    def _hear(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
            self.woken.emit()


def wake(store: Path) -> bool:
    """Wake the window that has a store; False where none of this person answers."""
    socket = QLocalSocket()
    socket.connectToServer(address(store))
    return socket.waitForConnected(WAIT_MS)


def bring_up(window: QWidget) -> None:
    """Put a window before all others, also one that was made small."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def address(store: Path) -> str:
    """Return the name under which the window of a store hears, the same however its path is written."""
    return "zhangzhou-110-" + hashlib.sha256(str(store.resolve()).encode()).hexdigest()[:24]
