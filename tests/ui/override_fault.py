"""Raises one kind of error inside an override; ends with 0 when it reached the hook and the program went on."""

from __future__ import annotations

import sys
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from ui.override import guard_overrides


def of_python() -> None:
    raise ValueError("said by Python")


def of_a_number() -> None:
    int("no number")


def of_an_attribute() -> None:
    object().nothing  # type: ignore[attr-defined]  # noqa: B018


def of_a_deleted_object() -> None:
    gone = QObject()
    shiboken6.delete(gone)
    gone.objectName()


ERRORS: dict[str, Callable[[], None]] = {
    error.__name__: error
    for error in (of_python, of_a_number, of_an_attribute, of_a_deleted_object)
}


class Earlier(QObject):
    """Is there before the guard."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            ERRORS[sys.argv[1]]()
        return super().event(event)


if __name__ == "__main__":
    guard_overrides()
    guard_overrides()

    class Later(Earlier):
        """Comes after the guard."""

        def event(self, event: QEvent) -> bool:
            return super().event(event)

    application = QCoreApplication([])
    told: list[str] = []
    sys.excepthook = lambda kind, error, _trace: told.append(f"{kind.__name__}: {error}")
    objects = [Earlier(), Later()]
    for one in objects:
        QCoreApplication.postEvent(one, QEvent(QEvent.Type.User))
    QTimer.singleShot(0, application.quit)
    application.exec()
    sys.stdout.write("\n".join(told))
    sys.exit(0 if len(told) == len(objects) else 1)
