"""Counts that must always be those of the cards."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.board import IncidentCard
from models.state import IncidentState
from tests.card import sheet
from ui.queue.filter import STAGE_OF, Stage
from ui.queue.tally import Tally

cards = st.builds(
    sheet,
    st.sampled_from("abcdef"),
    reported_at=st.integers(0, 9),
    state=st.sampled_from(sorted(STAGE_OF)),
)


def due(card: IncidentCard) -> int:
    """Return the instant of the report."""
    return card.reported_at


@given(steps=st.lists(st.one_of(cards, st.sampled_from("abcdef")), max_size=30))
def test_counts_after_any_steps_are_those_of_counting_anew(
    steps: list[IncidentCard | str],
) -> None:
    tally, kept = Tally(due), dict[str, IncidentCard]()
    for step in steps:
        if isinstance(step, str):
            tally.drop(step)
            kept.pop(step, None)
        else:
            tally.put(step)
            kept[step.id] = step
    anew = Tally(due)
    anew.reset(kept.values())
    assert tally.all == anew.all == len(kept)
    for stage in Stage:
        assert tally.of(stage) == anew.of(stage)
    for now in range(11):
        assert tally.overdue(now) == anew.overdue(now)
        assert tally.overdue(now) == sum(card.reported_at < now for card in kept.values())


def test_of_two_equally_urgent_sheets_the_graver_stands_first() -> None:
    tally = Tally(due)
    tally.reset([sheet("a", level=3), sheet("b", level=1), sheet("c", level=None)])
    ordered = sorted(
        [sheet("a", level=3), sheet("b", level=1), sheet("c", level=None)], key=tally.key
    )
    assert [card.id for card in ordered] == ["b", "a", "c"]


def test_every_state_of_a_live_sheet_has_a_stage() -> None:
    gone = {
        IncidentState.CLOSED,
        IncidentState.MERGED,
        IncidentState.STRUCK,
    }
    assert set(STAGE_OF) == set(IncidentState) - gone
