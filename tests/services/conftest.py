"""No store stays open after a test of services."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.services.desk import OPENED


@pytest.fixture(autouse=True)
def no_desk_survives() -> Iterator[None]:
    """Close the desks that a test has left: an open file would be told of in another test."""
    yield
    while OPENED:
        OPENED.pop().close()
