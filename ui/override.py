"""Errors in our overrides of Qt's virtual functions become faults, on CPython 3.11 too."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject

QT = "PySide6."


def guard_overrides() -> None:
    """Let an error in an override of a class of ours, present or to come, reach `sys.excepthook`.

    PySide 6.11 adds the name of the override to the error's message and takes for granted that the error is a whole
    exception object. From CPython 3.12 on it is. On 3.11 an error raised by C code (an attribute of a deleted object,
    `int("x")`) may still be its bare message there, and the process dies. Passing through an `except` makes it whole.
    """
    if sys.version_info >= (3, 12) or "__init_subclass__" in QObject.__dict__:
        return
    for kind in list(_kinds_below(QObject)):
        _guard(kind)
    QObject.__init_subclass__ = classmethod(_subclassed)  # type: ignore[method-assign, assignment]


def _subclassed(kind: type[QObject], /, **options: Any) -> None:
    super(QObject, kind).__init_subclass__(**options)
    _guard(kind)


def _kinds_below(kind: type) -> Iterator[type]:
    children: list[type] = kind.__subclasses__()
    for child in children:
        yield child
        yield from _kinds_below(child)


def _guard(kind: type) -> None:
    """Wrap what a class of ours redefines of a class of Qt."""
    if kind.__module__.startswith(QT):
        return
    of_qt = [base.__dict__ for base in kind.__mro__ if base.__module__.startswith(QT)]
    for name, member in list(kind.__dict__.items()):
        if isinstance(member, FunctionType) and any(name in names for names in of_qt):
            setattr(kind, name, _made_whole(member))


def _made_whole(override: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(override)
    def guarded(*arguments: Any, **named: Any) -> Any:
        try:
            return override(*arguments, **named)
        except BaseException:
            raise  # being caught has made it whole

    return guarded
