"""Shifts of the stories: each on a store of its own, ended in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.stories.shift import Shift


@pytest.fixture
def start_shift(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Shift]]:
    """Starts the workstation on the store of this test; again after it was closed."""
    shifts: list[Shift] = []

    def start() -> Shift:
        shifts.append(Shift(qtbot, tmp_path))
        return shifts[-1]

    yield start
    if shifts and shifts[-1].station.is_open:
        shifts[-1].close()


@pytest.fixture
def shift(start_shift: Callable[[], Shift]) -> Shift:
    """A workstation with three units on patrol."""
    return start_shift()
