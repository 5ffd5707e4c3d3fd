"""The counts of units follow every change and equal a count of all anew."""

from __future__ import annotations

from random import Random

from models.board import UnitCard
from models.state import Duty
from tests.map.sample import line, unit
from ui.units.tally import UnitTally


def test_counts_that_follow_equal_counts_made_anew() -> None:
    random, kept = Random(5), UnitTally()
    cards: dict[str, UnitCard] = {}
    for _ in range(400):
        id = f"u{random.randrange(12)}"
        if random.random() < 0.2:
            cards.pop(id, None)
            kept.drop([id])
            continue
        job = line("i1", id) if random.random() < 0.4 else None
        cards[id] = unit(id, duty=random.choice(list(Duty)), job=job)
        kept.put([cards[id]])
        anew = UnitTally()
        anew.reset(cards.values())
        states = {card.status for card in cards.values()} | set(Duty)
        assert [kept.all, kept.free, kept.busy, *map(kept.of, states)] == [
            anew.all,
            anew.free,
            anew.busy,
            *map(anew.of, states),
        ]
    assert kept.all == len(cards)
    assert kept.free == sum(card.is_free for card in cards.values())
    assert kept.of(Duty.OFFLINE) == sum(card.status == Duty.OFFLINE for card in cards.values())
