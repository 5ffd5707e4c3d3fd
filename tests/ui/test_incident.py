"""What lists say about an incident."""

from __future__ import annotations

import pytest

from models.board import AssignmentLine, Board, UnitCard
from models.place import Place
from models.state import OPEN_INCIDENT, AssignmentState, Duty, IncidentState
from tests.card import sheet
from ui.incident import (
    STATE_COLOURS,
    crew_hint,
    crew_text,
    level_colour,
    level_text,
    number_text,
    place_text,
    short_number,
)
from ui.theme import TOKENS


def line(id: str, unit: str, role: str, state: AssignmentState) -> AssignmentLine:
    """Return an assignment of a unit."""
    return AssignmentLine(
        id, "i1", unit, role, state, "", 0, None, None, None, None, None, None, None, "", None
    )


@pytest.mark.parametrize(
    ("number", "short"),
    [
        ("35060026020200100001", "1-00001"),
        ("35060026020201200007", "12-00007"),
        ("350600260202001123456", "1-123456"),
        ("35060026020200000001", "0-00001"),
        ("A2026-7", "A2026-7"),
        ("外地转来的警单号0001", "的警单号0001"),
    ],
)
def test_a_number_is_shortened_to_what_tells_sheets_apart(number: str, short: str) -> None:
    assert short_number(number) == short


def test_a_drill_says_so_before_its_number() -> None:
    assert number_text(sheet("a", drill=True)) == "演练 1-00001"


def test_a_level_is_a_word_with_a_colour() -> None:
    assert (level_text(sheet("a", level=2)), level_colour(sheet("a", level=2))) == ("2级", "level2")
    assert level_text(sheet("a", level=None)) == "未定"


def test_a_place_without_words_shows_its_point() -> None:
    place = Place(117.65432, 24.51234, "picked", 0)
    assert place_text(sheet("a", address="", place=place)) == "坐标 117.6543, 24.5123"
    assert place_text(sheet("a", address="")) == "地点不详"


def test_the_main_unit_stands_first_and_who_has_left_is_not_named() -> None:
    unit = UnitCard("u1", "巷口01", "car", None, None, 2, "", "", (), Duty.PATROL, 0, False, None)
    card = sheet(
        "i1",
        assignments=(
            line("a1", "u9", "reinforcing", AssignmentState.ISSUED),
            line("a2", "u1", "main", AssignmentState.ARRIVED),
            line("a3", "u2", "reinforcing", AssignmentState.CANCELLED),
        ),
    )
    board = Board.of_cards([unit])
    assert crew_text(card, board) == "[5]巷口01 [1]u9"
    assert crew_hint(card, board) == "巷口01  在现场\nu9  已下达"


@pytest.mark.parametrize("state", sorted(OPEN_INCIDENT))
def test_every_live_state_has_a_colour_of_the_theme(state: IncidentState) -> None:
    assert STATE_COLOURS[state] in TOKENS
