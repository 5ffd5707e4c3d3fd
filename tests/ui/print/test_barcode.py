"""The bars of a sheet's number are Code 128, as a scanner reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.print.barcode import START_B, START_C, STOP, WIDTHS, bars, values


def read(widths: tuple[int, ...]) -> str:
    """Return the text of the bars as a scanner does: symbol by symbol, check, stop."""
    text = "".join(map(str, widths))
    assert text.endswith(STOP)
    symbols = [text[at : at + 6] for at in range(0, len(text) - len(STOP), 6)]
    start, *data, check = (WIDTHS.index(symbol) for symbol in symbols)
    assert check == (start + sum(at * code for at, code in enumerate(data, 1))) % 103
    if start == START_C:
        return "".join(f"{code:02d}" for code in data)
    assert start == START_B
    return "".join(chr(code + 32) for code in data)


def test_every_symbol_is_eleven_modules_wide_with_an_even_number_of_black_ones() -> None:
    assert len(set(WIDTHS)) == len(WIDTHS) == 106
    for symbol in WIDTHS:
        widths = [int(width) for width in symbol]
        assert sum(widths) == 11
        assert sum(widths[::2]) % 2 == 0, "the bars of a symbol have even parity"
    assert sum(int(width) for width in STOP) == 13


def test_a_known_text_has_its_known_check() -> None:
    # By hand: 104 + 48 + 2·42 + 3·42 + 4·17 + 5·18 + 6·19 + 7·35 = 879 = 8·103 + 55.
    assert values("PJJ123C") == [START_B, 48, 42, 42, 17, 18, 19, 35]
    assert read(bars("PJJ123C")) == "PJJ123C"
    assert "".join(map(str, bars("PJJ123C")))[-13:-7] == WIDTHS[55]


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=30))
def test_what_is_drawn_can_be_read_again(text: str) -> None:
    assert read(bars(text)) == text


@given(st.integers(0, 10**20 - 1))
def test_the_number_of_a_sheet_goes_in_pairs_of_digits(number: int) -> None:
    text = f"{number:020d}"
    assert len(values(text)) == 11
    assert read(bars(text)) == text


@pytest.mark.parametrize("text", ["", "接警单", "é"])
def test_what_cannot_be_coded_has_no_bars(text: str) -> None:
    assert bars(text) == ()
