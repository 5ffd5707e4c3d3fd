"""A long search leaves the screen free."""

from __future__ import annotations

import time

from pytestqt.qtbot import QtBot

from tests.card import sheet
from ui.queue.sieve import Sieve


def test_a_short_search_is_answered_at_once(qtbot: QtBot) -> None:
    sieve = Sieve()
    found: list[list[str]] = []
    sieve.sifted.connect(found.append)
    sieve.start([sheet("a"), sheet("b")], lambda card: card.id == "b")
    assert found == [["b"]]
    assert not sieve.is_busy


def test_a_long_search_goes_on_between_other_events(qtbot: QtBot) -> None:
    sieve = Sieve()
    cards = [sheet(str(at)) for at in range(20)]
    with qtbot.waitSignal(sieve.sifted) as sifted:
        sieve.start(cards, slow)
        assert sieve.is_busy
    assert sifted.args == [[card.id for card in cards]]


def test_a_new_search_forgets_the_one_before(qtbot: QtBot) -> None:
    sieve = Sieve()
    found: list[list[str]] = []
    sieve.sifted.connect(found.append)
    sieve.start([sheet(str(at)) for at in range(20)], slow)
    sieve.start([sheet("b")], lambda _card: True)
    assert found == [["b"]]
    assert not sieve.is_busy


def slow(_card: object) -> bool:
    """Pass after two milliseconds of work."""
    end = time.perf_counter() + 0.002
    while time.perf_counter() < end:
        pass
    return True
